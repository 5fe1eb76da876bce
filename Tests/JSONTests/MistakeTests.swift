import Diagnostics
import JSON
import TestSupport
import Testing

@Suite struct MistakeTests {
    /// A mistake and what its author reads.
    struct Mistake: Sendable, CustomTestStringConvertible {
        var text: String
        var reads: [String]
        var testDescription: String { text }

        init(_ text: String, _ reads: String...) {
            self.text = text
            self.reads = reads
        }
    }

    @Test(arguments: [
        Mistake("", "1:1: error: the file holds no JSON value"),
        Mistake("{\"a\": 1", "1:8: error: the file ends before the object is closed"),
        Mistake("{\"a\": [1, {\"b\": ", "1:16: error: the file ends before the object is closed"),
        Mistake("{\"a\": 1 \"b\": 2}", "1:8: error: expected \",\" or \"}\", found string"),
        Mistake("[1 2]", "1:3: error: expected \",\" or \"]\", found \"2\""),
        Mistake("{\"a\" 1}", "1:5: error: expected \":\" after the key \"a\""),
        Mistake("{\"a\" = 1}", "1:5: error: expected \":\" after the key \"a\""),
        Mistake("{a: 1}", "1:2: error: the key \"a\" needs double quotes"),
        Mistake("{'a': 'b'}", "1:2: error: strings and keys stand in double quotes", "1:7: error"),
        Mistake("{\"a\": 1,, \"b\": 2}", "1:9: error: expected a key in double quotes, found \",\""),
        Mistake("{\"a\": [1, 2}", "1:12: error: expected \"]\" to close the array, found \"}\""),
        Mistake(
            "{\"a\": {\"b\": 1], \"c\": 2}", "1:14: error: expected \"}\" to close the object, found \"]\""),
        Mistake("{\"a\": True}", "1:7: error: \"True\" is not JSON"),
        Mistake("{\"a\": None}", "1:7: error: \"None\" is not JSON"),
        Mistake("{\"a\": web}", "1:7: error: \"web\" is neither a literal nor in quotes"),
        Mistake("{\"a\": NaN}", "1:7: error: \"NaN\" is not a JSON number"),
        Mistake("{\"a\": 012}", "1:7: error: \"012\" is not a JSON number"),
        Mistake("{\"a\": 1.}", "1:7: error: \"1.\" is not a JSON number"),
        Mistake("{\"a\": \"b\n}", "1:7: error: the string is not closed on its line"),
        Mistake("[\"a\tb\"]", "1:4: error: a string holds character U+0009 as it is"),
        Mistake("[\"a\\qb\"]", "1:4: error: the string holds an unknown escape"),
        Mistake("[\"\\u12\"]", "1:3: error: an escape with \\u has four hexadecimal digits"),
        Mistake("[\"\\ud800x\"]", "1:3: error: the escape is one half of a surrogate pair"),
        Mistake("{} {}", "1:4: error: unexpected \"{\" after the end of the JSON value"),
        Mistake("/* a", "1:1: error: the comment is not closed"),
        Mistake("[\u{2060}1]", "1:2: error: expected a value, found \"\u{2060}\""),
        Mistake(
            "{\"a\": 1,\n\"b\": 2,\n \"a\": 3}", "3:2: error: the key \"a\" appears twice (lines 1 and 3)"),
        Mistake("{\"a\": tru,\n\"b\": 01}", "1:7: error", "2:6: error"),
    ])
    func isReportedWhereItStands(mistake: Mistake) {
        var sources = SourceMap()
        let file = sources.add(path: "spec.json", bytes: Array(mistake.text.utf8))
        let diagnostics = JSONParser.parse(file, in: sources).diagnostics
        let texts = diagnostics.map { $0.text(in: sources) }
        #expect(texts.count == mistake.reads.count, "\(texts)")
        for (text, expected) in zip(texts, mistake.reads) {
            #expect(text.hasPrefix("spec.json:" + expected), "\(text)")
        }
    }

    @Test func readsLikeThis() {
        var sources = SourceMap()
        let file = sources.add(
            path: "spec.json", bytes: Array("{\n  \"cpu\": 256\n  \"memory\": 512\n}\n".utf8))
        #expect(
            JSONParser.parse(file, in: sources).diagnostics.map { $0.text(in: sources) } == [
                """
                spec.json:2:13: error: expected "," or "}", found string [invalid-json]
                    "cpu": 256
                              ^
                  help: put a comma between the members

                """
            ])
    }

    @Test(
        arguments: [
            ([0x22, 0xC3, 0x28, 0x22], "the file holds bytes that are not UTF-8", 1),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], "the file holds bytes that are not UTF-8", 1),
            ([0x22, 0xF0, 0x9D], "the file holds bytes that are not UTF-8", 1),
            ([0xFF, 0xFE, 0x7B, 0], "the file is encoded as UTF-16 (little-endian)", 0),
            ([0, 0x7B, 0, 0x7D], "the file is encoded as UTF-16 (big-endian)", 0),
        ] as [([UInt8], String, Int32)])
    func foreignEncodingsAreNamed(bytes: [UInt8], summary: String, start: Int32) {
        let diagnostics = parse(bytes).diagnostics
        #expect(diagnostics.map(\.summary) == [summary])
        #expect(diagnostics.first?.subject?.start == start)
    }

    @Test func aFlawedFileIsNotAnsweredWithAFlood() {
        let text = "[" + String(repeating: "x,", count: 10_000) + "]"
        #expect(parse(text).diagnostics.count == 50)
    }
}
