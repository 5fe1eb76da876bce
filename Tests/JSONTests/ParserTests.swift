import Diagnostics
import JSON
import Testing

@Suite struct ParserTests {
    @Test func everyKeyAndValueHasItsRange() throws {
        let text = #"{"name": "é", "sizes": [1, 2.50], "on": true}"#
        let value = try #require(parse(text).value)
        func slice(_ range: SourceRange?) -> String? {
            range.map { String(decoding: Array(text.utf8)[$0.bytes], as: UTF8.self) }
        }
        #expect(value.members?.map(\.key) == ["name", "sizes", "on"])
        #expect(value.members?.map { slice($0.keyRange) } == [#""name""#, #""sizes""#, #""on""#])
        #expect(slice(value["name"]?.range) == #""é""#)
        #expect(slice(value["sizes"]?.range) == "[1, 2.50]")
        #expect(slice(value["sizes"]?.elements?.last?.range) == "2.50")
        #expect(slice(value.member("on")?.range) == #""on": true"#)
        #expect(value["sizes"]?.elements?.last?.number?.text == "2.50")
    }

    @Test(arguments: [
        (#""a\"b\\c\/d\b\f\n\r\t""#, "a\"b\\c/d\u{8}\u{c}\n\r\t"),
        (#""\u00e9\u20AC\uD834\uDD1E""#, "é€𝄞"),
        (#""plain é 𝄞""#, "plain é 𝄞"),
    ])
    func escapesAreDecoded(text: String, expected: String) {
        #expect(parse(text).value?.string == expected)
        #expect(parse(text).diagnostics.isEmpty)
    }

    @Test func commentsTrailingCommasAndMarksAreAccepted() {
        let (value, diagnostics) = parse("\u{FEFF}// spec\n{\"a\": [1, 2,], /* why */ \"b\": {},\n}\n// end")
        #expect(diagnostics.isEmpty)
        #expect(value == ["a": [1, 2], "b": [:]])
    }

    @Test(
        arguments: [
            ("1", 1), ("-0", 0), ("1.0", 1), ("1e3", 1000), ("256.5", nil),
            ("9007199254740993", 9_007_199_254_740_993),
            ("9223372036854775808", nil), ("1e400", nil),
        ] as [(String, Int?)])
    func wholeNumbersAreExact(text: String, expected: Int?) {
        let value = parse(text).value
        #expect(value?.int == expected)
        #expect(value?.number?.text == text)
    }

    @Test func depthIsBounded() throws {
        for count in [513, 100_000] {
            for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
                let closed =
                    String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
                #expect(parse(closed).diagnostics.map(\.id) == ["deep-nesting"])
                let truncated = String(repeating: open, count: count)
                #expect(parse(truncated).diagnostics.first?.id == "deep-nesting")
                #expect(parse(truncated).diagnostics.count == 1)
            }
        }
        let allowed = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
        #expect(parse(allowed).diagnostics.isEmpty)
    }

    @Test func equalityIsAboutMeaning() {
        #expect(parse(#"{"a": 1.0, "b": [null]}"#).value == parse(#"{"b":[null],"a":1}"#).value)
        #expect(parse(#"{"a": 1}"#).value != parse(#"{"a": 2}"#).value)
        #expect(parse("[1, 2]").value != parse("[2, 1]").value)
        #expect(parse("123456789012345678901").value != parse("123456789012345678902").value)
    }

    @Test func mutilatedTextsEndWithRangesInTheFile() {
        let text = Array(
            #"{"a": [1, -2.5e3, "x\n\u00e9"], "b": {"c": true, "d": null}, /* c */ "e": []}"#.utf8)
        var state: UInt64 = 7
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
        let strange = Array(#"{}[]",:'\/* 0-.etfn"#.utf8) + [0, 0x0A, 0x80, 0xC3, 0xF0]
        for _ in 0..<4000 {
            var mutant = text
            for _ in 0...random(3) {
                let place = random(mutant.count)
                switch random(3) {
                case 0: mutant.remove(at: place)
                case 1: mutant.insert(strange[random(strange.count)], at: place)
                default: mutant[place] = strange[random(strange.count)]
                }
            }
            for diagnostic in parse(mutant).diagnostics {
                guard let subject = diagnostic.subject else { continue }
                #expect(0 <= subject.start && subject.start <= subject.end && subject.end <= mutant.count)
            }
        }
    }
}
