/// A value as it stands in Markdown without changing the document around it.
struct MarkdownText {
    private let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    /// Writes running text, where signs that would mean something get a backslash and line ends become spaces.
    func write(to output: inout [UInt8], isLineStart: Bool) {
        for (index, byte) in bytes.enumerated() {
            if Self.isControl(byte) {
                output.append(0x20)
                continue
            }
            let startsBlock = isLineStart && startsBlock(at: index)
            if (Self.special.contains(byte) && !isInWord(index)) || startsBlock {
                output.append(UInt8(ascii: "\\"))
            }
            output.append(byte)
        }
    }

    /// Writes the content of a code span, where no backslash helps against a backtick.
    func writeCode(to output: inout [UInt8], inTable: Bool) {
        for byte in bytes {
            if inTable, byte == UInt8(ascii: "|") {
                // A table reads an even number of backslashes before the bar as none.
                let count = output.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
                output.append(
                    contentsOf: repeatElement(UInt8(ascii: "\\"), count: count.isMultiple(of: 2) ? 1 : 2))
            }
            output.append(byte == UInt8(ascii: "`") ? UInt8(ascii: "'") : Self.isControl(byte) ? 0x20 : byte)
        }
    }

    /// Writes the content of a fenced block, where only a fence means something.
    func writeFenced(to output: inout [UInt8]) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "`"): output.append(UInt8(ascii: "'"))
            case UInt8(ascii: "~"): output.append(UInt8(ascii: "-"))
            case UInt8(ascii: "\n"), UInt8(ascii: "\t"): output.append(byte)
            default: output.append(Self.isControl(byte) ? 0x20 : byte)
            }
        }
    }

    private static let special = Set("\\`*_[]<>|&$".utf8)

    private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7f }

    /// Whether a byte is an underscore inside a word, which means nothing.
    private func isInWord(_ index: Int) -> Bool {
        guard bytes[index] == UInt8(ascii: "_"), index > 0, index + 1 < bytes.count else { return false }
        return [bytes[index - 1], bytes[index + 1]].allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x7a).contains($0 | 0x20)
        }
    }

    /// Whether a sign would make the line a heading, a list, a quotation or a rule.
    private func startsBlock(at index: Int) -> Bool {
        let byte = bytes[index]
        let before = bytes[..<index].drop { $0 == 0x20 }
        if before.isEmpty { return Set("#-+=~".utf8).contains(byte) }
        let isNumbered = before.allSatisfy { (0x30...0x39).contains($0) }
        return isNumbered && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")"))
    }
}
