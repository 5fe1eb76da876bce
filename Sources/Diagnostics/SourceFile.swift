/// One text that was read: where it came from and its bytes.
public struct SourceFile: Sendable {
    /// The path as the user knows it.
    public let path: String

    /// The whole text; not always valid UTF-8.
    public let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The line and column of a byte, both counted from 1.
    ///
    /// The column counts characters as a reader sees them (grapheme clusters), as Terraform does, so that the
    /// two tools point at the same place. `offset` is 0 to `bytes.count`.
    public func position(at offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(offset, 0), bytes.count)
        var line = 1
        var lineStart = 0
        for index in 0..<offset where bytes[index] == UInt8(ascii: "\n") {
            line += 1
            lineStart = index + 1
        }
        return (line, Self.characterCount(bytes[lineStart..<offset]) + 1)
    }

    /// The bytes of the line that holds `offset`, without its line ending.
    public func line(at offset: Int) -> Range<Int> {
        let offset = min(max(offset, 0), bytes.count)
        var start = offset
        while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        var end = offset
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    /// The text of a range; what is not UTF-8 becomes U+FFFD.
    public func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
