import Diagnostics
import Testing

@testable import Generator

@Suite struct BlankLinesTests {
    @Test(arguments: [
        (text: "\n\na = 1\n\n\n\nb = 2\n\n", tidied: "a = 1\n\nb = 2\n"),
        (text: "a {\n\n  b = 1\n\n\n}\n", tidied: "a {\n  b = 1\n}\n"),
        (text: "a = [\n\n  1,\n\n]\n", tidied: "a = [\n  1,\n]\n"),
        (text: "a = 1 # one\n\n\n# two\nb = 2", tidied: "a = 1 # one\n\n# two\nb = 2\n"),
        (text: "a = <<EOT\n\n\n\nx\nEOT\n\n\n\nb = 1\n", tidied: "a = <<EOT\n\n\n\nx\nEOT\n\nb = 1\n"),
        (text: "a = 1   \n", tidied: "a = 1\n"),
        (text: " \n\n", tidied: ""),
    ])
    func gapsCloseToOneBlankLine(text: String, tidied: String) {
        var sources = SourceMap()
        let file = sources.add(path: "main.tf", bytes: Array(text.utf8))
        #expect(String(decoding: BlankLines.tidied(sources[file].bytes, file: file), as: UTF8.self) == tidied)
    }
}
