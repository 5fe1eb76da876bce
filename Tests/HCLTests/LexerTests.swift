import Diagnostics
import Foundation
import HCL
import Testing

private let file = FileID(index: 0)

/// The tokens of a text as "kind:text", without the last one.
private func shown(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Lexer.tokens(of: bytes, file: file).tokens.dropLast().map { token in
        let text = String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
        return "\(token.kind):\(text)"
    }
}

@Suite struct LexerTests {
    @Test(arguments: [
        ("a = 1", ["identifier:a", "equal:=", "number:1"]),
        ("a-b_c é", ["identifier:a-b_c", "identifier:é"]),
        (
            "1.5e+3 1e 1... 1.2.3",
            ["number:1.5e+3", "number:1", "identifier:e", "number:1", "ellipsis:...", "number:1.2.3"]
        ),
        (
            "== != <= >= && || => :: ... . < > = !",
            [
                "equalEqual:==", "notEqual:!=", "lessEqual:<=", "greaterEqual:>=", "and:&&", "or:||",
                "fatArrow:=>", "doubleColon:::", "ellipsis:...", "dot:.", "less:<", "greater:>", "equal:=",
                "not:!",
            ]
        ),
        (
            "# a\nb // c\r\n/* d\n */",
            ["comment:# a\n", "identifier:b", "comment:// c\r\n", "comment:/* d\n */"]
        ),
        ("a\r\nb", ["identifier:a", "newline:\r\n", "identifier:b"]),
        ("\u{feff}a", ["identifier:a"]),
        ("\"a\"", ["openQuote:\"", "quotedText:a", "closeQuote:\""]),
        ("\"\"", ["openQuote:\"", "closeQuote:\""]),
        ("\"\\\"\\\\\"", ["openQuote:\"", "quotedText:\\\"\\\\", "closeQuote:\""]),
        ("\"$${a} 5% $\"", ["openQuote:\"", "quotedText:$${a} 5% $", "closeQuote:\""]),
        (
            "\"a${b}c\"",
            [
                "openQuote:\"", "quotedText:a", "openInterpolation:${", "identifier:b", "closeTemplate:}",
                "quotedText:c", "closeQuote:\"",
            ]
        ),
        (
            "\"%{~ if {} ~}\"",
            [
                "openQuote:\"", "openDirective:%{~", "identifier:if", "openBrace:{", "closeBrace:}",
                "closeTemplate:~}", "closeQuote:\"",
            ]
        ),
        (
            "\"${\"${a} b\"}\"",
            [
                "openQuote:\"", "openInterpolation:${", "openQuote:\"", "openInterpolation:${",
                "identifier:a", "closeTemplate:}", "quotedText: b", "closeQuote:\"", "closeTemplate:}",
                "closeQuote:\"",
            ]
        ),
        (
            "<<-A\n  x\n  ${y}\n  A\n",
            [
                "openHeredoc:<<-A\n", "heredocText:  x\n", "heredocText:  ", "openInterpolation:${",
                "identifier:y", "closeTemplate:}", "heredocText:\n", "closeHeredoc:  A", "newline:\n",
            ]
        ),
        ("<<A\r\nA \r\n", ["openHeredoc:<<A\r\n", "closeHeredoc:A ", "newline:\r\n"]),
        ("<<A \nA", ["less:<", "less:<", "identifier:A", "newline:\n", "identifier:A"]),
        (
            "<<A\n${A}\n$A\nA",
            [
                "openHeredoc:<<A\n", "openInterpolation:${", "identifier:A", "closeTemplate:}",
                "heredocText:\n", "heredocText:$A\n", "heredocText:A",
            ]
        ),
    ])
    func tokens(text: String, expected: [String]) {
        #expect(shown(text) == expected)
        #expect(Lexer.tokens(of: Array(text.utf8), file: file).diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("a = 'b'", "invalid-character", 4), ("a & b & c", "unsupported-operator", 2),
        ("a;b;c", "invalid-character", 1), ("x = “a”", "invalid-character", 4),
        ("a \0", "invalid-character", 2), ("a\rb", "invalid-character", 1),
        ("a\n/* b", "unterminated-comment", 2), ("a = \"b\nc = 1\n", "multi-line-string", 4),
        ("a = \"${b\"\nc = \"d\"\n", "multi-line-string", 4),
    ])
    func firstMistake(text: String, id: String, start: Int32) {
        let mistake = Lexer.tokens(of: Array(text.utf8), file: file).diagnostics.first
        #expect(mistake?.id == id)
        #expect(mistake?.subject?.start == start)
    }

    @Test func encodingIsToldOnce() {
        let (tokens, mistakes) = Lexer.tokens(of: [0xfe, 0xff, 0x22, 0xff, 0x22], file: file)
        #expect(mistakes.map(\.id) == ["invalid-encoding"])
        #expect(
            tokens.map(\.kind) == [.invalid, .invalid, .openQuote, .invalid, .closeQuote, .endOfFile])
    }

    @Test func linesAfterAnOpenStringAreReadAsCode() {
        #expect(
            shown("a = \"b${c\nd = 1\n").suffix(5) == [
                "newline:\n", "identifier:d", "equal:=", "number:1", "newline:\n",
            ])
    }

    @Test func bracketsMayNestDeeply() {
        let (tokens, mistakes) = Lexer.tokens(of: [UInt8](repeating: 0x5b, count: 100_000), file: file)
        #expect(tokens.count == 100_001)
        #expect(mistakes.isEmpty)
        let templates = Array(String(repeating: "\"${", count: 50_000).utf8)
        #expect(Lexer.tokens(of: templates, file: file).tokens.count == 100_001)
    }
}

// The corpora are not committed: they are large and belong to others.
@Suite(.enabled(if: Corpora.isThere, "\(Corpora.reason)")) struct LexerCorporaTests {
    /// Tokens follow each other, and only spaces, tabs and a byte order mark lie between them.
    @Test func tokensCoverEveryFile() {
        var count = 0
        for path in Corpora.files(below: "hcl") + Corpora.files(below: "hcl-syntax") {
            let bytes = Corpora.bytes(path)
            let tokens = Lexer.tokens(of: bytes, file: file).tokens
            var end = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
            for token in tokens {
                let start = Int(token.start)
                let gapIsBlank = start >= end && bytes[end..<start].allSatisfy { $0 == 0x20 || $0 == 0x09 }
                if !gapIsBlank || token.end < token.start {
                    Issue.record("\(path): a bad gap before \(token)")
                    break
                }
                end = Int(token.end)
            }
            #expect(tokens.last?.kind == .endOfFile && end == bytes.count, "\(path)")
            count += 1
        }
        print("lexer: the tokens of \(count) files are in order")
    }

    /// The tables of the reference's own scanner tests: the same tokens, apart from pieces of text that we join.
    @Test func tokensAreThoseOfTheReference() throws {
        let cases = try #require(Corpora.json("hcl-inline/tokens.json") as? [[String: Any]])
        for example in cases where example["mode"] as? String == "normal" {
            // Foundation drops a byte order mark, so that the case with nothing else comes out empty.
            guard let input = example["input"] as? String, !input.isEmpty else { continue }
            var expected: [[Int]] = []
            var last = ""
            for token in example["tokens"] as? [[Any]] ?? [] {
                guard let kind = token[0] as? String, let start = token[2] as? Int else { continue }
                guard let end = token[5] as? Int else { continue }
                if kind == "QuotedLit", last == kind {
                    expected[expected.count - 1][1] = end
                } else {
                    expected.append([start, end])
                }
                last = kind
            }
            let tokens = Lexer.tokens(of: Array(input.utf8), file: file).tokens
            #expect(tokens.map { [Int($0.start), Int($0.end)] } == expected, "\(input.debugDescription)")
        }
    }
}
