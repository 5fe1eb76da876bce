extension Layout {
    /// The text: every piece behind its spaces.
    func output() -> [UInt8] {
        var count = 0
        for piece in pieces { count += Int(piece.spaces + piece.end - piece.start) }
        return [UInt8](unsafeUninitializedCapacity: count) { output, written in
            write(to: output)
            written = count
        }
    }

    /// Copies text and spaces into a buffer that has room for them.
    private func write(to output: UnsafeMutableBufferPointer<UInt8>) {
        var position = 0
        // Most of a file is formatted already, so what needs no change is copied in one go.
        var copied = 0..<0
        for piece in pieces {
            let start = Int(piece.start)
            let spaces = Int(piece.spaces)
            if start - copied.upperBound == spaces, areSpaces(copied.upperBound..<start) {
                copied = copied.lowerBound..<Int(piece.end)
                continue
            }
            position = output[position...].update(fromContentsOf: text[copied])
            output[position..<position + spaces].update(repeating: UInt8(ascii: " "))
            position += spaces
            copied = start..<Int(piece.end)
        }
        _ = output[position...].update(fromContentsOf: text[copied])
    }

    @inline(__always)
    private func areSpaces(_ range: Range<Int>) -> Bool {
        for index in range where text[index] != UInt8(ascii: " ") { return false }
        return true
    }
}
