import Diagnostics
import HCL
import Testing

private let file = FileID(index: 0)

/// What no one should give us, and what many will.
@Suite struct BadInputTests {
    /// Nesting that people could still mean is read; with more of it a diagnostic says so.
    @Test(arguments: [
        ("(", "1", ")"), ("[", "1", "]"), ("{a=", "1", "}"), ("f(", "1", ")"), ("-", "1", ""), ("!", "a", ""),
        ("a ? 1 : ", "1", ""), ("1 + ", "1", ""), ("\"${", "a", "}\""), ("a[", "1", "]"),
        ("[for x in y : ", "1", "]"),
        ("\"%{ if a }${", "a", "}%{ endif }\""), ("a ? ", "1", " : 1"),
    ])
    func deepExpressions(opening: String, middle: String, closing: String) {
        for (depth, isRead) in [(300, true), (100_000, false)] {
            let text =
                "a = " + String(repeating: opening, count: depth) + middle
                + String(repeating: closing, count: depth) + "\nb = 1\n"
            let (config, diagnostics) = ConfigFile.parse(Array(text.utf8), file: file)
            #expect(diagnostics.map(\.id) == (isRead ? [] : ["nesting-too-deep"]))
            #expect(config.body.attribute("b", in: config) != nil)
            var counter = ExpressionCounter()
            config.body.walk(&counter)
            #expect(counter.count >= 300)
        }
    }

    @Test func deepBlocks() {
        for (depth, isRead) in [(300, true), (100_000, false)] {
            let text = String(repeating: "a {\n", count: depth) + String(repeating: "}\n", count: depth)
            let diagnostics = ConfigFile.parse(Array(text.utf8), file: file).1
            #expect(diagnostics.map(\.id) == (isRead ? [] : ["nesting-too-deep"]))
        }
    }

    /// Brackets that are never closed, or never opened.
    @Test(arguments: [
        "(", "[", "{", "a {\n", "\"${", "<<A\n${", "\"%{ if a }", ")", "]", "}", "a = [\n", "a = (\n", "\"",
        "<<A\n",
    ])
    func crowds(piece: String) {
        let text = "a = 1\nx = " + String(repeating: piece, count: 100_000)
        let (config, diagnostics) = ConfigFile.parse(Array(text.utf8), file: file)
        #expect(!diagnostics.isEmpty)
        #expect(diagnostics.count <= 200)
        #expect(config.body.attribute("a", in: config) != nil)
        check(diagnostics, in: text.utf8.count)
    }

    /// Bytes of every value in no order, in every encoding that is not ours.
    @Test(arguments: [1, 2, 3, 4, 5])
    func binaryFiles(seed: UInt64) {
        var state = seed
        let bytes = (0..<200_000).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
        let diagnostics = ConfigFile.parse(bytes, file: file).1
        #expect(diagnostics.hasErrors)
        #expect(diagnostics.count <= 200)
        check(diagnostics, in: bytes.count)
    }

    @Test(arguments: [
        [], [0], [0xff], [0xef, 0xbb, 0xbf], [0xef, 0xbb], [0xff, 0xfe, 0x61, 0x00], [0x22], [0x22, 0x5c],
        [0x3c, 0x3c, 0x41],
        [0x3c, 0x3c, 0x41, 0x0a], [0x2f, 0x2a], [0x61, 0x3d], [0x24, 0x7b], [0x22, 0x24, 0x7b], [0x22, 0xf0],
        [0x0d], [0x61, 0x0d, 0x0a],
    ])
    func fragments(bytes: [UInt8]) {
        check(ConfigFile.parse(bytes, file: file).1, in: bytes.count)
        check(ConfigFile.parseExpression(bytes, file: file).1, in: bytes.count)
    }

    @Test func everyPrefixOfAFile() {
        let text = """
            a "b" c { # d
              e = f(1, [2, "g ${h.i[0].*.j} %{ if k ~} l %{ endif }"]...)
              m = { n = <<-O
                p $${q} ${r}
                O
              (s) : -t ? [for u, v in w : v if !x] : provider::y::z({ "é" = 1.5e3 })
            } /* \\ */
            }

            """
        let bytes = Array(text.utf8)
        #expect(ConfigFile.parse(bytes, file: file).1.isEmpty)
        for end in 0..<bytes.count {
            check(ConfigFile.parse(Array(bytes[..<end]), file: file).1, in: end)
        }
    }

    private func check(_ diagnostics: [Diagnostic], in count: Int) {
        for diagnostic in diagnostics {
            guard let range = diagnostic.subject else { continue }
            #expect(range.start >= 0 && range.start <= range.end && range.end <= count)
        }
    }
}

private struct ExpressionCounter: Visitor {
    var count = 0

    mutating func enter(_ expression: Expression) -> Bool {
        count += 1
        return true
    }
}
