import Diagnostics
import Foundation
import HCL
import Testing

private let file = FileID(index: 0)

private func formatted(_ text: String) -> String {
    String(decoding: Formatter.format(Array(text.utf8), file: file).bytes, as: UTF8.self)
}

@Suite struct FormatterTests {
    @Test(arguments: FormatterCases.all)
    func layout(of example: FormatCase) {
        #expect(formatted(example.input) == example.output)
        #expect(formatted(example.output) == example.output, "formatting twice changes something")
    }

    @Test(arguments: [
        "a = ", "a = [1\n", "x {\n", "a=1 b=2\n", "a=\"b\n", "a=<<EOT\nb\n", "a=1\n}\n", "a=@\n",
    ])
    func brokenTextStays(_ text: String) {
        let result = Formatter.format(Array(text.utf8), file: file)
        #expect(String(decoding: result.bytes, as: UTF8.self) == text)
        #expect(result.diagnostics.hasErrors)
    }

    /// Comments may hold anything; what is no UTF-8 there counts a column a byte.
    @Test func bytesOutsideUTF8Stay() {
        let comment = Array("/*".utf8) + [0xff, 0xe2, 0x82] + Array("*/".utf8)
        let text = comment + Array("a=1\nbbbbbbbbbb=1\n".utf8)
        let output = comment + Array(" a  = 1\nbbbbbbbbbb = 1\n".utf8)
        #expect(Formatter.format(text, file: file).bytes == output)
    }

    /// Deep nesting and long lines take time in proportion to their length.
    @Test func longLinesAreNoTrouble() {
        let list = "a=[" + String(repeating: "1,", count: 100_000) + "]\n"
        #expect(formatted(list).utf8.count == 6 + 100_000 * 3 + 1)
        let lines = (0..<20_000).map { "a\($0)=1 # b\n\n" }.joined()
        #expect(formatted(lines).hasPrefix("a0 = 1 # b\n\na1 = 1"))
    }
}
