import Diagnostics
import HCL
import Testing

@Suite struct ExpressionTests {
    /// An expression and its shape: operators first, parentheses of the source doubled by their own.
    @Test(arguments: [
        ("1.5e3", "1.5e3"), ("true", "true"), ("null", "null"), ("\"a\\n\\u00e9$${b}\"", "\"a\\né$${b}\""),
        ("a + b * c", "(+ a (* b c))"), ("a * b + c", "(+ (* a b) c)"), ("a - b - c", "(- (- a b) c)"),
        ("(a + b) * c", "(* ((+ a b)) c)"), ("-a + !b", "(+ (- a) (! b))"), ("- -1", "(- (- 1))"),
        ("!a.b[0]", "(! a.b[0])"),
        ("a || b && c == d < e + f % g", "(|| a (&& b (== c (< d (+ e (% f g))))))"),
        ("a >= b != c <= d", "(!= (>= a b) (<= c d))"),
        ("a ? b : c ? d : e", "(? a b (? c d e))"), ("a ? b ? 1 : 2 : 3", "(? a (? b 1 2) 3)"),
        ("a == b ? c : d", "(? (== a b) c d)"),
        ("f()", "(f)"), ("f(a, b...)", "(f a b...)"), ("f(\n  a,\n  b,\n)", "(f a b)"),
        ("provider::aws::arn_parse(a)", "(provider::aws::arn_parse a)"),
        ("provider :: aws:: /* b */ arn_parse (a)", "(provider::aws::arn_parse a)"), ("true(1)", "(true 1)"),
        ("var.a[0].b[\"c\"][d]", "var.a[0].b[\"c\"][d]"), ("a.0.b", "a.0.b"),
        ("a.*.b.0.c[1]", "a.*.b.0.c[1]"),
        ("a[*].b[*]", "a[*].b[*]"), ("f(x).a[0]", "(f x).a[0]"), ("[1, 2][0]", "[1 2][0]"),
        ("a[\n  0\n]", "a[0]"), ("(\n  a\n  .b\n)", "(a.b)"),
        ("[]", "[]"), ("[1, 2,]", "[1 2]"), ("[\n1,\n\n2\n]", "[1 2]"),
        ("{}", "{}"), ("{ a = 1, b : 2 }", "{a=1 b=2}"),
        ("{\n  a = 1 # c\n  \"b\" = 2,\n\n  (c) = 3\n}", "{a=1 \"b\"=2 (c)=3}"),
        ("{ \"${a}\" = 1, a.b = 2, f(1) = 3 }", "{(template a)=1 a.b=2 (f 1)=3}"),
        ("[for x in y : x]", "(for x in y : x)"),
        ("[for i, x in y : x if i > 0]", "(for i x in y : x if (> i 0))"),
        ("{for k, v in y : k => v... if v}", "(for k v in y : k => v... if v)"),
        ("{\n  # comment\n  for k in y :\n  k\n  => k\n}", "(for k in y : k => k)"),
        ("for", "for"), ("a.for", "a.for"), ("[fort]", "[fort]"),
        ("\"a ${b} c\"", "(template \"a \" b \" c\")"), ("\"${b}\"", "(template b)"),
        ("\"%{ if a }b%{ else }c%{ endif }\"", "(template (if a \"b\" else \"c\"))"),
        ("\"%{ if a }%{ for k, v in b }${v}%{ endfor }%{ endif }\"", "(template (if a (for k v in b : v)))"),
        ("\"a ${~ b ~} c\"", "(template \"a\" b \"c\")"),
        ("\"a \\n ${~ b ~}\\t$ c\"", "(template \"a\" b \"\" \"$\" \" c\")"),
        ("\"${\n a /* b */\n}\"", "(template a)"),
        ("<<A\na\n ${b}\nA", "(template \"a\\n\" \" \" b \"\\n\")"),
        (
            "<<-A\n    a\n\n      b $${c}\n    ${d}\n  A",
            "(template \"a\\n\" \"\\n\" \"  b $${c}\\n\" \"\" d \"\\n\")"
        ),
        ("<<-A\n  %{~ if a ~}\n  b\n  %{~ endif ~}\n  A", "(template \"\" (if a \"\" \"  b\\n\" \"\") \"\")"),
        ("<<A\nA", "(template)"), ("[<<A\nb\nA\n, 1]", "[(template \"b\\n\") 1]"),
        ("<<A\n\\n \"q\"\nA", "(template \"\\\\n \\\"q\\\"\\n\")"),
        ("\"${\"${a}b\"}c\"", "(template (template a \"b\") \"c\")"),
    ])
    func shape(text: String, expected: String) {
        let (config, diagnostics) = ConfigFile.parse(Array("a = \(text)\n".utf8), file: FileID(index: 0))
        #expect(config.outline == "a = \(expected)\n")
        #expect(diagnostics.isEmpty)
    }

    @Test func loneExpression() {
        let bytes = Array("\n list(\n string) \n".utf8)
        let (expression, diagnostics) = ConfigFile.parseExpression(bytes, file: FileID(index: 0))
        let config = ConfigFile.parse(bytes, file: FileID(index: 0)).0
        #expect(config.outline(of: expression) == "(list string)")
        #expect(diagnostics.isEmpty)
        #expect(
            ConfigFile.parseExpression(Array("a b".utf8), file: FileID(index: 0)).1.map(\.id) == [
                "extra-text"
            ])
        #expect(ConfigFile.parseExpression([], file: FileID(index: 0)).1.map(\.id) == ["missing-expression"])
    }

    /// Every expression knows its text, and children lie in order within their parent.
    @Test func ranges() {
        let text = """
            a = f(x, [1, "b ${c[0].d}"])[*].e == -(2 + y) ? { k = <<-T
              z ${w}
              T
              } : [for i, v in u.*.t : v if !i]

            """
        let (config, diagnostics) = ConfigFile.parse(Array(text.utf8), file: FileID(index: 0))
        #expect(diagnostics.isEmpty)
        var texts = RangeCollector(config: config)
        config.body.walk(&texts)
        #expect(
            texts.found == [
                "f(x, [1, \"b ${c[0].d}\"])[*].e == -(2 + y)", "f(x, [1, \"b ${c[0].d}\"])[*].e",
                "f(x, [1, \"b ${c[0].d}\"])", "x", "[1, \"b ${c[0].d}\"]",
                "1",
                "\"b ${c[0].d}\"", "c[0].d", "0", "-(2 + y)", "(2 + y)", "2 + y", "2", "y", "k", "w",
                "[for i, v in u.*.t : v if !i]", "u.*.t",
                "v", "!i", "i",
            ])
    }
}

/// Collects the texts of all expressions that stand on one line.
private struct RangeCollector: Visitor {
    let config: ConfigFile
    var found: [String] = []

    mutating func enter(_ expression: Expression) -> Bool {
        let text = config.text(of: expression.range)
        if !text.contains("\n") { found.append(text) }
        return true
    }
}
