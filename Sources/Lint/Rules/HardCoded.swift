import Diagnostics
import HCL
import Terraform

/// Something of one account, region or partition that is written into a module (N-LIT-01 to N-LIT-04).
struct HardCoded: Rule {
    /// What is written down.
    enum Kind: String, CaseIterable {
        case region = "hard-coded-region"
        case account = "hard-coded-account"
        case partition = "hard-coded-partition"
        case identifier = "hard-coded-id"
    }

    let kind: Kind
    let severity = Diagnostic.Severity.warning
    let summary: String
    let explanation: String
    let requirement: String?

    var id: String { kind.rawValue }

    /// What the text of a file has to hold to be looked at.
    private var trait: FileTraits {
        switch kind {
        case .region: return .region
        case .account: return .account
        case .partition: return .partition
        case .identifier: return .identifier
        }
    }

    /// Ids belong nowhere; the rest is a matter of taste where nobody promised otherwise.
    var reach: RuleReach { kind == .identifier ? .everyTree : .renderedTrees }

    private init(_ kind: Kind, _ requirement: String, _ summary: String, _ explanation: String) {
        self.kind = kind
        self.requirement = requirement
        self.summary = summary
        self.explanation = explanation
    }

    static let all: [any Rule] = [
        HardCoded(
            .region, "N-LIT-01", "a region that is written into a called module",
            """
            The module works in that region only, or half of it does. Let the caller say the region, or derive it from
            what the caller gives.
            """),
        HardCoded(
            .account, "N-LIT-02", "an account id that is written into a called module",
            "Take it from `data.aws_caller_identity.current.account_id`, or let the caller say it."),
        HardCoded(
            .partition, "N-LIT-03", "the partition \"aws\" in an ARN of a called module",
            """
            In China and in GovCloud ARNs start otherwise: write
            `arn:${data.aws_partition.current.partition}:...`.
            """),
        HardCoded(
            .identifier, "N-LIT-04", "the id of a subnet, VPC or security group that is written down",
            """
            It exists in one account and region, and nobody sees what it is. Refer to the resource, look it up with a
            data source, or let a variable bring it.
            """),
    ]

    /// Blocks in which such things belong: what is imported, and the defaults of variables.
    private static let exempt: Set = ["import", "moved", "removed", "variable"]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (position, module) in context.tree.modules.enumerated() {
            // The root is where regions and accounts are told.
            if position == 0, kind != .identifier { continue }
            for file in module.files where context.traits(of: file).contains(trait) {
                for piece in TextPieces.all(in: file, except: Self.exempt) { check(piece, file, &report) }
            }
        }
    }

    private func check(_ piece: TextPieces.Piece, _ file: ConfigFile, _ report: inout RuleReport) {
        let bytes = file.bytes[piece.range.bytes]
        guard bytes.count >= 7 else { return }
        let found: Range<Int>?
        switch kind {
        case .region: found = CloudWords.region(in: bytes)
        case .account: found = CloudWords.account(in: bytes)
        case .partition: found = CloudWords.partition(in: bytes)
        case .identifier: found = piece.isWhole ? CloudWords.identifier(in: bytes) : nil
        }
        guard let found else { return }
        let words = String(decoding: file.bytes[found], as: UTF8.self)
        report.add(
            "\"\(words)\" is written down",
            at: SourceRange(file: file.file, start: found.lowerBound, end: found.upperBound))
    }
}

/// Finds what names a place in the cloud of AWS.
enum CloudWords {
    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
    private static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) || byte == 45 }

    private static let areas = ["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx", "cn"].map {
        Array($0.utf8)
    }
    private static let directions = [
        "east", "west", "north", "south", "central", "northeast", "northwest", "southeast", "southwest",
        "gov-east", "gov-west",
    ].map { Array($0.utf8) }

    /// `us-east-1`, standing alone.
    static func region(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        var index = bytes.startIndex
        while index + 6 < bytes.endIndex {
            defer { index += 1 }
            // The hyphen behind the area is what is looked for.
            guard bytes[index] == 45, index - 2 >= bytes.startIndex,
                areas.contains(where: { bytes[(index - 2)..<index].elementsEqual($0) }),
                index - 3 < bytes.startIndex || !isWord(bytes[index - 3])
            else { continue }
            for direction in directions {
                let end = index + 1 + direction.count
                guard end + 1 < bytes.endIndex, bytes[end] == 45, isDigit(bytes[end + 1]),
                    bytes[(index + 1)..<end].elementsEqual(direction),
                    end + 2 >= bytes.endIndex || !isDigit(bytes[end + 2])
                else { continue }
                return (index - 2)..<(end + 2)
            }
        }
        return nil
    }

    /// Twelve digits that stand alone, or in an ARN.
    static func account(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        var start: Int?
        for index in bytes.indices {
            if isDigit(bytes[index]) {
                start = start ?? index
                continue
            }
            if let first = start, index - first == 12, isBorder(bytes, first, index) { return first..<index }
            start = nil
        }
        return nil
    }

    private static func isBorder(_ bytes: ArraySlice<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard start > bytes.startIndex else { return false }
        // A whole string of digits, or a part of an ARN.
        let isWhole = bytes[start - 1] == 34 && bytes[end] == 34
        return isWhole || (bytes[start - 1] == 58 && bytes[end] == 58)
    }

    /// `arn:aws:`.
    static func partition(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        let word = Array("arn:aws:".utf8)
        guard let found = ByteSearch.all(word, in: Array(bytes)).first else { return nil }
        return (bytes.startIndex + found)..<(bytes.startIndex + found + word.count - 1)
    }

    private static let prefixes = [
        "subnet-", "sg-", "vpc-", "igw-", "nat-", "rtb-", "eni-", "vpce-", "eipalloc-", "acl-",
    ].map { Array($0.utf8) }

    /// A whole string that is an id: `"subnet-0123456789abcdef0"`.
    static func identifier(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        let content = bytes.dropFirst().dropLast()
        for prefix in prefixes where content.starts(with: prefix) {
            let digits = content.dropFirst(prefix.count)
            let isHex = digits.allSatisfy { isDigit($0) || (97...102).contains($0) }
            if isHex, digits.count == 8 || digits.count == 17 { return content.startIndex..<content.endIndex }
        }
        return nil
    }
}
