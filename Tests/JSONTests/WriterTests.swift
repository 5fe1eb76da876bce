import JSON
import Testing

@Suite struct WriterTests {
    private let value: JSONValue = [
        "name": "a\"b\\\n\u{1b}é", "sizes": [1, 2], "empty": [], "none": [:], "nested": [["on": true], nil],
    ]

    @Test func prettyKeepsOrder() {
        #expect(
            JSONWriter.pretty(value) == #"""
                {
                  "name": "a\"b\\\n\u001bé",
                  "sizes": [1, 2],
                  "empty": [],
                  "none": {},
                  "nested": [
                    {
                      "on": true
                    },
                    null
                  ]
                }

                """#)
    }

    @Test func compactHasNoBlanks() {
        #expect(
            JSONWriter.compact(value)
                == #"{"name":"a\"b\\\n\u001bé","sizes":[1,2],"empty":[],"none":{},"nested":[{"on":true},null]}"#
        )
    }

    @Test func longListsTakeALineAnElement() {
        let names = (0..<20).map { JSONValue.string("name-\($0)") }
        #expect(JSONWriter.pretty(.array(names)).split(separator: "\n").count == 22)
    }
}
