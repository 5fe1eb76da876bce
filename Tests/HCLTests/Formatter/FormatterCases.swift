import Testing

/// One text and what the formatter makes of it.
struct FormatCase: Sendable, CustomTestStringConvertible {
    var input: String
    var output: String

    /// Whether Terraform does the same; it does not where its own rewriting would change what the file means.
    var isTerraforms = true

    var testDescription: String { input }

    init(_ input: String, _ output: String, isTerraforms: Bool = true) {
        self.input = input
        self.output = output
        self.isTerraforms = isTerraforms
    }

    /// An argument `a` with a value, in one line.
    static func value(_ input: String, _ output: String) -> FormatCase {
        FormatCase("a=\(input)\n", "a = \(output)\n")
    }

    /// The type of an input variable, in one line.
    static func type(_ input: String, _ output: String) -> FormatCase {
        FormatCase("variable \"a\" {\ntype=\(input)\n}\n", "variable \"a\" {\n  type = \(output)\n}\n")
    }
}

/// The rules of the formatter by example; every output was checked with Terraform 1.11.
enum FormatterCases {
    static let all =
        gaps + templates + indentation + alignment + heredocs + interpolations + types + labels + files
        + deviations

    static let gaps: [FormatCase] = [
        .value("1+2*3/4%5-6", "1 + 2 * 3 / 4 % 5 - 6"),
        .value("x&&y||!z", "x && y || !z"),
        .value("b>=c?d:e", "b >= c ? d : e"),
        .value("-x", "-x"),
        .value("- 1", "-1"),
        .value("(b)-(c)", "(b) - (c)"),
        .value("b -1", "b - 1"),
        .value("b-1", "b-1"),
        .value("f()-1", "f() - 1"),
        .value("b[0]-1", "b[0] - 1"),
        .value("b.*-1", "b.* -1"),
        .value("b- -1", "b- - 1"),
        .value("b==- 1", "b == -1"),
        .value("[- 1,- 1]", "[-1, -1]"),
        .value("{b=- 1}", "{ b = -1 }"),
        .value("{for k,v in b:k=>-v...}", "{ for k, v in b : k => - v... }"),
        .value("[for x in y:x if -1==x]", "[for x in y : x if - 1 == x]"),
        .value("[for x in y:x if (x)]", "[for x in y : x if(x)]"),
        .value("[for x in (y):x]", "[for x in(y) : x]"),
        .value("[for x in [1]:x]", "[for x in [1] : x]"),
        .value("[for in in in:in]", "[for in in in : in]"),
        .value("f (x , y ...)", "f(x, y...)"),
        .value("f(x,)", "f(x, )"),
        .value("provider :: x :: y (1)", "provider::x::y(1)"),
        .value("b . c [ 0 ] . d [ * ] . e", "b.c[0].d[*].e"),
        .value("b.*[0]", "b.* [0]"),
        .value("2.5 [*]", "2.5[*]"),
        .value("\"x\"[0]", "\"x\" [0]"),
        .value("{b=1} [\"b\"]", "{ b = 1 }[\"b\"]"),
        .value("[ { } ]", "[{}]"),
        .value("{b=1,\"c\":2,}", "{ b = 1, \"c\" : 2, }"),
        .value("{(b)=c}", "{ (b) = c }"),
        .value("/* b */-1/* c */+/* d */2", "/* b */ - 1 /* c */ + /* d */ 2"),
        .value("f/* b */(c/* d */,e)", "f /* b */ (c /* d */, e)"),
        .value("[/* b */]", "[/* b */]"),
        .value("{/* b */}", "{ /* b */ }"),
        FormatCase("a{b=1}\nc{}\nd{ }\n", "a { b = 1 }\nc {}\nd {}\n"),
        FormatCase("a = [ 1,\t2 ]  \n   \nb=1\t\n", "a = [1, 2]\n\nb = 1\n"),
    ]

    static let templates: [FormatCase] = [
        .value("\"x${ b }${ c }y\"", "\"x${b}${c}y\""),
        .value("\"x${~ b ~}\"", "\"x${~b~}\""),
        .value("\"x${ {b=1}.b }\"", "\"x${ { b = 1 }.b}\""),
        .value("\"x${ [ 1 ][ 0 ] }\"", "\"x${[1][0]}\""),
        .value("\"x${ \"y${ z }\" }\"", "\"x${\"y${z}\"}\""),
        .value("\"x${-1}\"", "\"x${- 1}\""),
        .value("\"%{ if (b) ~}x%{  else }y%{ endif }\"", "\"%{if(b)~}x%{else}y%{endif}\""),
        .value("\"%{ for k,v in b }${ k }%{ endfor }\"", "\"%{for k, v in b}${k}%{endfor}\""),
        .value("\"%{ if in }x%{ endif }\"", "\"%{if in }x%{endif}\""),
        .value("\"$${ b } %%{ c }  ${ d }\"", "\"$${ b } %%{ c }  ${d}\""),
    ]

    static let indentation: [FormatCase] = [
        FormatCase("a {\nb {\nc=1\n}\n}\n", "a {\n  b {\n    c = 1\n  }\n}\n"),
        FormatCase("a {\n\tb=1\n       # c\n  }\n", "a {\n  b = 1\n  # c\n}\n"),
        FormatCase("a=f(g({\nb=1\n}))\n", "a = f(g({\n  b = 1\n}))\n"),
        FormatCase("a=merge({\nb=1\n},{\nc=1\n})\n", "a = merge({\n  b = 1\n  }, {\n  c = 1\n})\n"),
        FormatCase("a=[[[\n1\n],\n2\n],\n3\n]\n", "a = [[[\n  1\n  ],\n  2\n  ],\n  3\n]\n"),
        FormatCase("a=[1,\n2,\n3]\n", "a = [1,\n  2,\n3]\n"),
        FormatCase("a=f(b,\n[\n1])\n", "a = f(b,\n  [\n1])\n"),
        FormatCase("a=(b&&\nc||\n(d&&\ne))\n", "a = (b &&\n  c ||\n  (d &&\ne))\n"),
        FormatCase("a=\"x${f(\nb\n)}\"\n", "a = \"x${f(\n  b\n)}\"\n"),
        FormatCase("x {\n/* a\n b */\nc=1\n}\n", "x {\n  /* a\n b */\n  c = 1\n}\n"),
        FormatCase("x {\n/* c */}\n", "x {\n/* c */ }\n"),
    ]

    static let alignment: [FormatCase] = [
        FormatCase("a=1\nbbb=2\n\ncc=3\n", "a   = 1\nbbb = 2\n\ncc = 3\n"),
        FormatCase("a=1\nbbb=[\n]\ncc=3\nd=4\n", "a = 1\nbbb = [\n]\ncc = 3\nd  = 4\n"),
        FormatCase("a=1\nbbb=[2]# c\nc=3#d\n", "a   = 1\nbbb = [2] # c\nc   = 3   #d\n"),
        FormatCase("a=[# b\n1,# c\n]# d\n", "a = [ # b\n  1,  # c\n]     # d\n"),
        FormatCase("a=1# b\n# c\ndd=22# e\n", "a = 1 # b\n# c\ndd = 22 # e\n"),
        FormatCase("x {\na=1 # b\nccc=2 # d\n}# e\n", "x {\n  a   = 1 # b\n  ccc = 2 # d\n}         # e\n"),
        FormatCase("x { a=1 } # b\nc=1 # d\n", "x { a = 1 } # b\nc = 1       # d\n"),
        FormatCase(
            "a={\nb:1\nccc=2\n(d)=3\n\"e\"=4\n}\n", "a = {\n  b : 1\n  ccc = 2\n  (d) = 3\n  \"e\" = 4\n}\n"),
        FormatCase("a={\nb=1,ccc=2\nddddd=3\n}\n", "a = {\n  b     = 1, ccc = 2\n  ddddd = 3\n}\n"),
        FormatCase("a=1 /* b */\nccc=22 /* d */\n", "a   = 1 /* b */\nccc = 22 /* d */\n"),
        FormatCase("a=1 # b\nccc=22 /* d */", "a   = 1  # b\nccc = 22 /* d */"),
        FormatCase("/* a */b=1\nc=2\n", "/* a */ b = 1\nc         = 2\n"),
        FormatCase("é=1\n日本=2\ne\u{301}ee=3\n", "é   = 1\n日本  = 2\ne\u{301}ee = 3\n"),
        FormatCase(
            "a=\"👩‍👩‍👧🇩🇪\" # b\nc=\"क्ष\"#d\nee=\"x\"# f\n", "a  = \"👩‍👩‍👧🇩🇪\" # b\nc  = \"क्ष\" #d\nee = \"x\"  # f\n"),
    ]

    static let heredocs: [FormatCase] = [
        FormatCase(
            "x {\na=<<EOT\n  b\n c\nEOT\nddd=1\n}\n", "x {\n  a   = <<EOT\n  b\n c\nEOT\n  ddd = 1\n}\n"),
        FormatCase("a=<<-EOT\n  ${ b }\n   EOT\n", "a = <<-EOT\n  ${b}\n   EOT\n"),
        FormatCase("a=f(<<EOT\nb\nEOT\n,1)\n", "a = f(<<EOT\nb\nEOT\n, 1)\n"),
        FormatCase("a=f(<<EOT\nb\nEOT\n,\n1\n)\n", "a = f(<<EOT\nb\nEOT\n  ,\n  1\n)\n"),
        FormatCase("a=<<EOT\nb ${f(\nc,\n  d\n)} e\nEOT\n", "a = <<EOT\nb ${f(\nc,\nd\n)} e\nEOT\n"),
        FormatCase(
            "x {\na=f(<<EOT\nb ${f(\nc\n)}\nEOT\n,{\nd=1\n})\n}\n",
            "x {\n  a = f(<<EOT\nb ${f(\n    c\n)}\nEOT\n, {\n  d = 1\n})\n}\n"),
        FormatCase(
            "a=[f([for\nk in{x=\"\"}:<<EOT\n%{if x\n}%{endif}\nEOT\n],{})\n]\n",
            "a = [f([for\n  k in { x = \"\" } : <<EOT\n%{if x\n  }%{endif}\nEOT\n  ], {})\n]\n"),
    ]

    static let interpolations: [FormatCase] = [
        .value("\"${b}\"", "b"),
        .value("\"${ b.c[0] }\" # d", "b.c[0] # d"),
        .value("\"${~ b ~}\"", "b"),
        .value("\"${f(\"${b}\")}\"", "f(\"${b}\")"),
        .value("\"${\"b\" == c ? \"d\" : e}\"", "\"b\" == c ? \"d\" : e"),
        .value("\"${b}${c}\"", "\"${b}${c}\""),
        .value("\"${b} \"", "\"${b} \""),
        .value("[\"${b}\"]", "[\"${b}\"]"),
        .value("(\"${b}\")", "(\"${b}\")"),
        .value("{b=\"${c}\"}", "{ b = \"${c}\" }"),
        FormatCase("x \"y\" {\na=\"${b}\"\nz { c=\"${d}\" }\n}\n", "x \"y\" {\n  a = b\n  z { c = d }\n}\n"),
        FormatCase("a=\"${\n\nb\n\n}\" # c\n", "a = b # c\n"),
        FormatCase("a=\"${b ?\nc : d}\"\n", "a = (b ?\nc : d)\n"),
        FormatCase("a=\"${f(\nb\n)}\"\n", "a = (f(\n  b\n))\n"),
        FormatCase("a=\"${(\nb\n)}\"\n", "a = (\n  b\n)\n"),
        FormatCase("a=\"${b # c\n}\"\n", "a = b # c\n\n"),
        FormatCase("a=\"${b\n# c\n}\"\n", "a = (b\n  # c\n)\n"),
        FormatCase("a=\"${<<EOT\nb\nEOT\n}\"\n", "a = <<EOT\nb\nEOT\n"),
        FormatCase("a=\"${<<EOT\n${b}\nEOT\n}\"\n", "a = \"${<<EOT\n${b}\nEOT\n}\"\n"),
    ]

    static let types: [FormatCase] = [
        .type("\"string\"", "string"),
        .type("\"list\"", "list(string)"),
        .type("\"map\" # b", "map(string) # b"),
        .type("\"set\"", "\"set\""),
        .type("\"number\"", "\"number\""),
        .type("list", "list(any)"),
        .type("/* b */map/* c */", "/* b */ map(any) /* c */"),
        .type("set", "set(any)"),
        .type("list(map( string ))", "list(map(string))"),
        .type("\"${string}\"", "\"${string}\""),
        .type("object({a=string,b=optional(number,1)})", "object({ a = string, b = optional(number, 1) })"),
        FormatCase("output \"a\" {\ntype=list\n}\n", "output \"a\" {\n  type = list\n}\n"),
        FormatCase(
            "x {\nvariable {\ntype=\"map\"\n}\n}\n", "x {\n  variable {\n    type = \"map\"\n  }\n}\n"),
        FormatCase("type=\"string\"\n", "type = \"string\"\n"),
    ]

    static let labels: [FormatCase] = [
        FormatCase("resource a b{\n}\n", "resource \"a\" \"b\" {\n}\n"),
        FormatCase("a /*b*/ \"c\" /*d*/ e /*f*/ {}\n", "a \"c\" \"e\" /*f*/ {}\n"),
        FormatCase("a /*b*/ {}\n", "a /*b*/ {}\n"),
        FormatCase("a \"b\\\"c\" \"\\u00e9\\t\" \"\" {}\n", "a \"b\\\"c\" \"é\\t\" \"\" {}\n"),
        FormatCase("a \"\u{200b}\u{a0}\\U000e0001\" é {}\n", "a \"\\u200b\\u00a0\\U000e0001\" \"é\" {}\n"),
    ]

    static let files: [FormatCase] = [
        FormatCase("", ""),
        FormatCase("\n\n", "\n\n"),
        FormatCase("\u{feff}a=1\n", "a = 1\n"),
        FormatCase("a=1", "a = 1"),
        FormatCase("a=1  ", "a = 1  "),
        FormatCase("a=1\n\t", "a = 1\n "),
        FormatCase("#a", "#a"),
        FormatCase("a {\r\nb=1 # c\r\nddd=2\n}\r\n", "a {\r\n  b   = 1 # c\r\n  ddd = 2\n}\r\n"),
        FormatCase("\n\n\na=1\n\n\n", "\n\n\na = 1\n\n\n"),
    ]

    /// Where Terraform would change what the file means, or needs a second run.
    static let deviations: [FormatCase] = [
        FormatCase("a \"b$c\" {}\n", "a \"b$c\" {}\n", isTerraforms: false),
        FormatCase("a=b[true]\n", "a = b[true]\n", isTerraforms: false),
        FormatCase("a=\"${\"${b}\"}\"\n", "a = b\n", isTerraforms: false),
        FormatCase("a=\"${(b)\n+(c)}\"\n", "a = ((b)\n+ (c))\n", isTerraforms: false),
        FormatCase("a=\"${ # b\nc}\"\n", "a = ( # b\nc)\n", isTerraforms: false),
        FormatCase("x { a=\"${b # c\n}\" }\n", "x { a = (b # c\n) }\n", isTerraforms: false),
        FormatCase("a=\"${<<EOT\nb\nEOT\n}\" # c\n", "a = (<<EOT\nb\nEOT\n) # c\n", isTerraforms: false),
    ]
}
