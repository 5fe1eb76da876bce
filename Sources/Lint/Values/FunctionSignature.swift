/// What a function of Terraform takes and gives.
struct FunctionSignature: Sendable {
    /// The types of its parameters.
    var parameters: [ValueType]

    /// How many of them must be given.
    var required: Int

    /// The type of all further arguments; nil where there can be none.
    var further: ValueType?

    /// The type of the result.
    var result: ValueType

    /// Reads `sn*>s`: a string, any number of numbers, a string as the result; `?` stands before what may be left
    /// out.
    private init(_ text: Substring) {
        parameters = []
        result = .any
        required = 0
        var isOptional = false
        var isResult = false
        for letter in text {
            switch letter {
            case ">": isResult = true
            case "?": isOptional = true
            case "*": further = parameters.popLast()
            default:
                let type = Self.types[letter] ?? .any
                if isResult {
                    result = type
                } else {
                    parameters.append(type)
                    if !isOptional { required = parameters.count }
                }
            }
        }
        required = min(required, parameters.count)
    }

    private static let types: [Character: ValueType] = [
        "s": .string, "n": .number, "b": .bool, "a": .any, "l": .list(.string), "B": .list(.bool),
        "L": .list(.any), "S": .set(.any), "t": .set(.string), "M": .map(.list(.string)), "N": .list(.number),
    ]

    /// Every function of Terraform, by name.
    static let all: [String: FunctionSignature] = {
        var all: [String: FunctionSignature] = [:]
        for line in table.split(separator: "\n") {
            for entry in line.split(separator: " ") {
                guard let colon = entry.firstIndex(of: ":") else { continue }
                let signature = FunctionSignature(entry[entry.index(after: colon)...])
                all[String(entry[..<colon])] = signature
            }
        }
        return all
    }()

    private static let table = """
        abs:n>n ceil:n>n floor:n>n log:nn>n max:nn*>n min:nn*>n parseint:an>n pow:nn>n signum:n>n
        chomp:s>s endswith:ss>b format:sa*>s formatlist:sa*>l indent:ns>s join:sl*>s lower:s>s regex:ss>a
        regexall:ss>L replace:sss>s split:ss>l startswith:ss>b strcontains:ss>b strrev:s>s substr:snn>s
        templatestring:aa>s title:s>s trim:ss>s trimprefix:ss>s trimsuffix:ss>s trimspace:s>s upper:s>s
        alltrue:B>b anytrue:B>b chunklist:Ln>L coalesce:aa*>a coalescelist:aa*>a compact:l>l concat:aa*>a
        contains:aa>b distinct:L>L element:an>a flatten:a>a index:aa>n keys:a>l length:a>n list:a*>a
        lookup:as?a>a map:a*>a matchkeys:LLL>L merge:a*>a one:a>a range:n?nn>N reverse:a>a setintersection:SS*>S
        setproduct:aaa*>a setsubtract:SS>S setunion:SS*>S slice:ann>a sort:l>l sum:a>n transpose:M>M values:a>a
        zipmap:la>a
        base64decode:s>s base64encode:s>s base64gzip:s>s csvdecode:s>a jsondecode:s>a jsonencode:a>s
        textdecodebase64:ss>s textencodebase64:ss>s urlencode:s>s yamldecode:s>a yamlencode:a>s
        abspath:s>s basename:s>s dirname:s>s file:s>s filebase64:s>s filebase64sha256:s>s filebase64sha512:s>s
        fileexists:s>b filemd5:s>s fileset:ss>t filesha1:s>s filesha256:s>s filesha512:s>s pathexpand:s>s
        templatefile:sa>s
        formatdate:ss>s plantimestamp:>s timeadd:ss>s timecmp:ss>n timestamp:>s
        base64sha256:s>s base64sha512:s>s bcrypt:sn*>s md5:s>s rsadecrypt:ss>s sha1:s>s sha256:s>s sha512:s>s
        uuid:>s uuidv5:ss>s
        cidrhost:sn>s cidrnetmask:s>s cidrsubnet:snn>s cidrsubnets:sn*>l
        can:a>b ephemeralasnull:a>a issensitive:a>b nonsensitive:a>a sensitive:a>a tobool:a>b tolist:a>a
        tomap:a>a tonumber:a>n toset:a>a tostring:a>s try:a*>a
        """
}
