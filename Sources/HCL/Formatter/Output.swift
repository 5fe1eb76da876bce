extension Layout {
    /// The text: every token behind its spaces.
    func output() -> [UInt8] {
        var count = 0
        for index in 0..<tokens.count {
            count &+= Int(spaces[index] &+ tokens[index].end &- tokens[index].start)
        }
        return [UInt8](unsafeUninitializedCapacity: count) { output, written in
            write(to: output)
            written = count
        }
    }

    /// Copies text and spaces into a buffer that has room for them.
    private func write(to output: UnsafeMutableBufferPointer<UInt8>) {
        var position = 0
        // Most of a file is formatted already, so what needs no change is copied in one go.
        var start = 0
        var end = 0
        for index in 0..<tokens.count {
            let token = tokens[index]
            let spaces = Int(spaces[index])
            if Int(token.start) &- end != spaces || !areSpaces(from: end, to: Int(token.start)) {
                position = output[position...].update(fromContentsOf: text[start..<end])
                output[position..<position + spaces].update(repeating: UInt8(ascii: " "))
                position += spaces
                start = Int(token.start)
            }
            end = Int(token.end)
        }
        _ = output[position...].update(fromContentsOf: text[start..<end])
    }

    @inline(__always)
    private func areSpaces(from start: Int, to end: Int) -> Bool {
        var index = start
        while index < end {
            if text[index] != UInt8(ascii: " ") { return false }
            index &+= 1
        }
        return true
    }
}
