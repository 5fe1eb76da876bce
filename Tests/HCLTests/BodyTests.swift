import Diagnostics
import HCL
import Testing

private let file = FileID(index: 0)

@Suite struct BodyTests {
    @Test(arguments: [
        ("", ""), ("\n\n# a\n", ""), ("a = 1", "a = 1\n"), ("a = 1 # b", "a = 1\n"),
        ("\u{feff}a = 1\r\nb = 2\r\n", "a = 1\nb = 2\n"),
        ("a {}\nb { c = 1 }\n", "a\nb\n  c = 1\n"),
        ("a \"b\" c \"d\\\"\" {\n}\n", "a \"b\" \"c\" \"d\\\"\"\n"),
        ("a {\n  b {\n    c = 1\n  }\n  d = 2\n}\n", "a\n  b\n    c = 1\n  d = 2\n"),
        ("a { # b\n}", "a\n"), ("a /* b */ \"c\" /* d */ { /* e */ }\n", "a \"c\"\n"),
        ("a { b = 1 /* c */ }", "a\n  b = 1\n"), ("for = 1\nnull {}\n", "for = 1\nnull\n"),
    ])
    func shape(text: String, expected: String) {
        let (config, diagnostics) = ConfigFile.parse(Array(text.utf8), file: file)
        #expect(config.outline == expected)
        #expect(diagnostics.isEmpty)
    }

    /// A text with one mistake, the rule id, and the text that the diagnostic points at.
    @Test(arguments: [
        ("a", "missing-definition", "a"), ("a: 1\n", "missing-definition", "a"),
        ("\"a\" = 1\n", "quoted-argument-name", "\""),
        ("}\n", "missing-definition", "}"), ("= 1\nb = 2\n", "missing-definition", "="),
        ("<<<<<<< HEAD\n", "missing-definition", "<"),
        ("a = 1 b = 2\n", "missing-newline", "b"), ("a = 1,\nb = 2\n", "missing-newline", ","),
        ("a = \nb = 1\n", "missing-expression", "\n"), ("a =", "missing-expression", ""),
        ("a = 1\na = 2\n", "duplicate-argument", "a"),
        ("a {\n  b = 1\n", "unclosed-block", "{"), ("a {\n  b {\n  c = 1\n}\n", "unclosed-block", "{"),
        ("a \"b\"\n{\n  c = 1\n}\n", "invalid-block-header", "\n"),
        ("a \"b\" = {\n}\n", "invalid-block-header", "="),
        ("a 1 {\n}\n", "missing-definition", "a"), ("a \"b${c}\" {\n}\n", "invalid-label", "${"),
        ("a \"b\n{\n}\n", "multi-line-string", "\"b"),
        ("a {} b {}\n", "missing-newline", "b"), ("a { b = 1, c = 2 }\n", "invalid-one-line-block", ","),
        ("a { b = 1\n}\n", "invalid-one-line-block", "\n"), ("a { b {} }\n", "invalid-one-line-block", "b"),
        ("a { b = 1", "unclosed-block", "{"), ("a = (1\nb = 2\n", "unbalanced-parentheses", "b"),
        ("a = [1, 2\nb = 2\n", "missing-comma", "b"), ("a = {\n  b = 1\n", "unclosed-bracket", ""),
        ("a = [1", "unclosed-bracket", "["),
        ("a = f(1", "unclosed-call", "f"), ("a = f(1 2)\n", "missing-comma", "2"),
        ("a = f(b..., c)\n", "misplaced-ellipsis", "..."),
        ("a = f::(1)\n", "invalid-call", "("), ("a = f::g\n", "invalid-call", "\n"),
        ("a = { b }\n", "missing-value", "}"), ("a = { b c }\n", "missing-equals", "c"),
        ("a = { b = 1 c = 2 }\n", "missing-comma", "c"),
        ("a = b ? c\n", "incomplete-conditional", "\n"), ("a = b.\n", "missing-attribute-name", "\n"),
        ("a = b.*.c.*\n", "nested-splat", "*"),
        ("a = b.0.1\n", "invalid-legacy-index", "0.1"), ("a = b[0\n", "unclosed-index", ""),
        ("a = b[*0]\n", "unclosed-index", "0"),
        ("a = 1.2.3\n", "invalid-number", "1.2.3"), ("a = \"\\q\"\n", "invalid-escape", "\\q"),
        ("a = \"\\u12\"\n", "invalid-escape", "\\u12"),
        ("a = \"\\ud800\"\n", "invalid-escape", "\\ud800"), ("a = 'b'\n", "invalid-character", "'"),
        ("a = b & c\n", "unsupported-operator", "&"),
        ("a = \"b\nc = 1\n", "multi-line-string", "\"b"), ("a = \"b", "unterminated-string", "\""),
        ("a = \"${b\"\nc = 1\n", "multi-line-string", "\"${b\""),
        ("a = \"${b c}\"\n", "unclosed-interpolation", "c"), ("a = \"${}\"\n", "missing-expression", "}"),
        ("a = <<A\nb\n", "unterminated-heredoc", ""), ("a = << A\nb\nA\n", "invalid-heredoc", "<"),
        ("/* a\n", "unterminated-comment", "/*"),
        ("a = \"%{ if b }c\"\n", "unclosed-directive", "\""),
        ("a = \"%{ endif }\"\n", "unexpected-directive", "%{ endif }"),
        ("a = \"%{ unless b }\"\n", "unknown-directive", "unless"),
        ("a = \"%{ if b }%{ else }%{ else }%{ endif }\"\n", "unexpected-directive", "%{ else }"),
        ("a = [for b c : b]\n", "invalid-for", "c"), ("a = [for b in c b]\n", "invalid-for", "b"),
        ("a = {for b in c : b}\n", "invalid-for", "b"),
        ("a = [for b in c : b => c]\n", "invalid-for", "b"),
        ("a = [for b in c : b...]\n", "invalid-for", "..."),
        ("a = \"b\u{0}\" \u{0}\n", "invalid-character", "\u{0}"),
        ("a = 1 ; b = 2\n", "invalid-character", ";"),
    ])
    func mistake(text: String, id: String, subject: String) {
        let bytes = Array(text.utf8)
        let diagnostics = ConfigFile.parse(bytes, file: file).1
        #expect(diagnostics.map(\.id) == [id])
        let range = diagnostics.first?.subject?.bytes ?? 0..<0
        #expect(String(decoding: bytes[range], as: UTF8.self) == subject)
    }

    /// What stands behind a mistake is read as if the mistake were not there.
    @Test(arguments: [
        ("a = (1\nb = 2\n", "b = 2"), ("a = [\n  1,\n  2 3,\n]\nb = 2\n", "b = 2"),
        ("a = \"x\nb = 2\n", "b = 2"), ("a = \"${f(\"x\nb = 2\n", "b = 2"),
        ("a \"x\" =\n{\n  c = 1\n}\nb = 2\n", "b = 2"), ("r {\n  a = f(1,\n  c = 2\n}\nb = 2\n", "b = 2"),
        ("r {\n  a = f(1,\n}\nb = 2\n", "b = 2"),
    ])
    func recovery(text: String, last: String) {
        let config = ConfigFile.parse(Array(text.utf8), file: file).0
        #expect(config.outline.split(separator: "\n").last.map(String.init) == last)
    }

    @Test func everyMistakeIsTold() {
        let text = "a = \nb = )\nr {\n  c = [1 2]\n  d = 1 1\n}\ne = 1\ne = 2\nf = 'x'\n"
        let ids = ConfigFile.parse(Array(text.utf8), file: file).1.map(\.id)
        #expect(
            ids == [
                "missing-expression", "invalid-expression", "missing-comma", "missing-newline",
                "duplicate-argument",
                "invalid-character",
            ])
    }

    @Test func blockRanges() {
        let text = "r \"a\" b {\n  c = 1\n}\n"
        let config = ConfigFile.parse(Array(text.utf8), file: file).0
        let block = config.body.blocks[0]
        #expect(config.text(of: block.typeRange) == "r")
        #expect(block.labels.map { config.text(of: $0.range) } == ["\"a\"", "b"])
        #expect(config.text(of: block.openBraceRange) == "{")
        #expect(config.text(of: block.closeBraceRange) == "}")
        #expect(config.text(of: block.body.range) == "\n  c = 1\n")
        #expect(config.text(of: block.headerRange) == "r \"a\" b")
        #expect(block.body.attribute("c", in: config).map { config.text(of: $0.range) } == "c = 1")
    }

    /// A body of many attributes takes another way to find those that are set twice.
    @Test func duplicatesInLargeBodies() {
        let text = (0..<300).map { "a\($0 == 250 ? 7 : $0) = 1\n" }.joined()
        let diagnostics = ConfigFile.parse(Array(text.utf8), file: file).1
        #expect(diagnostics.map(\.id) == ["duplicate-argument"])
        #expect(diagnostics.first?.notes.first?.range?.start == 49)
    }
}
