import Diagnostics
import Testing

@Suite struct SourceFileTests {
    @Test(arguments: [
        (text: "", offset: 0, line: 1, column: 1),
        (text: "a\nb", offset: 2, line: 2, column: 1),
        (text: "a\nb", offset: 3, line: 2, column: 2),
        (text: "# é", offset: 4, line: 1, column: 4),
        (text: "👩‍👩‍👧 x", offset: 19, line: 1, column: 3),
    ])
    func positionCountsGraphemes(text: String, offset: Int, line: Int, column: Int) {
        var sources = SourceMap()
        let file = sources.add(path: "main.tf", bytes: Array(text.utf8))
        let position = sources[file].position(at: offset)
        #expect(position == (line, column))
    }

    @Test func textShowsLineCaretNotesAndHelp() {
        var sources = SourceMap()
        let file = sources.add(path: "spec.json", bytes: Array("{\n\t\"cpu\": 255\n}\n".utf8))
        let diagnostic = Diagnostic(
            id: "illegal-cpu", summary: "cpu 255 is not a Fargate size",
            subject: SourceRange(file: file, start: 10, end: 13),
            notes: [Diagnostic.Note("the object starts here", at: SourceRange(file: file, start: 0, end: 1))],
            help: "use 256")
        #expect(
            diagnostic.text(in: sources) == """
                spec.json:2:9: error: cpu 255 is not a Fargate size [illegal-cpu]
                  \t"cpu": 255
                  \t       ^^^
                spec.json:1:1: note: the object starts here
                  {
                  ^
                  help: use 256

                """)
    }

    @Test(arguments: [
        ("desired_cout", "desired_count"), ("us-west2", "us-west-2"), ("cpuu", "cpu"), ("zzzzzz", nil),
        ("hsots", "hosts"),
    ])
    func nearestNameFindsTheSlip(name: String, expected: String?) {
        let known = ["desired_count", "us-west-2", "cpu", "hosts", "memory"]
        #expect(nearestName(to: name, among: known) == expected)
    }
}
