import Diagnostics

/// How many columns a token takes: its grapheme clusters, as Terraform counts.
struct Columns {
    private let text: UnsafeBufferPointer<UInt8>

    /// Whether every byte is a column of its own.
    private let isPlain: Bool

    init(text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        var all: UInt8 = 0
        var returns: UInt8 = 0
        for byte in text {
            all |= byte
            returns |= byte == UInt8(ascii: "\r") ? 1 : 0
        }
        isPlain = all < 0x80 && returns == 0
    }

    @inline(__always)
    func width(of token: Token) -> Int32 {
        isPlain ? token.end &- token.start : countedWidth(of: token)
    }

    private func countedWidth(of token: Token) -> Int32 {
        let bytes = text[Int(token.start)..<Int(token.end)]
        for byte in bytes where byte >= 0x80 || byte == UInt8(ascii: "\r") {
            return Int32(SourceFile.characterCount(Array(bytes)[...]))
        }
        return token.end - token.start
    }
}
