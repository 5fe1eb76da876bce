// JSON and Markdown, where only little of the structure matters.
extension SurroundingsScanner {
    mutating func scanJSON() {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\n") { return passNewline() }
        index += 1
        if byte == UInt8(ascii: "\"") { surroundings.push(.jsonString) }
    }

    mutating func scanJSONString() {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "\""):
            index += 1
            surroundings.pop()
        case UInt8(ascii: "\\"):
            if index + 1 >= end { report(.backslash, index..<end) }
            index += 2
        case UInt8(ascii: "\n"): passNewline()
        default: index += 1
        }
    }

    mutating func scanMarkdown() {
        let byte = bytes[index]
        let count = run(of: byte)
        if surroundings.line == [], byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~"), count >= 3 {
            return scanFence(byte, count: count)
        }
        switch byte {
        case UInt8(ascii: "\n"):
            passNewline()
            // A code span that a line does not close is more likely a slip than a long span.
            if case .codeSpan = surroundings.top.kind { surroundings.pop() }
            surroundings.line = []
        case UInt8(ascii: " "), UInt8(ascii: "\t"):
            index += 1
        case UInt8(ascii: "\\") where surroundings.top.kind == .markdown:
            index += 2
            surroundings.line = keptLine
        case UInt8(ascii: "`"):
            scanTicks(count)
        default:
            index += 1
            let startsRow = byte == UInt8(ascii: "|") && surroundings.line == []
            surroundings.line = startsRow ? [byte] : keptLine
        }
    }

    /// What a line is after something that starts nothing: still a table row, or text.
    private var keptLine: [UInt8]? { surroundings.line == [] ? nil : surroundings.line }

    /// How many equal bytes stand here in a row.
    private func run(of byte: UInt8) -> Int {
        var count = 1
        while peek(count) == byte { count += 1 }
        return count
    }

    private mutating func scanFence(_ byte: UInt8, count: Int) {
        index += count
        switch surroundings.top.kind {
        case .fence(byte, let opened) where count >= opened: surroundings.pop()
        case .markdown: surroundings.push(.fence(byte: byte, count: count))
        default: break
        }
        surroundings.line = nil
    }

    private mutating func scanTicks(_ count: Int) {
        index += count
        let line = keptLine
        switch surroundings.top.kind {
        case .markdown: surroundings.push(.codeSpan(ticks: count))
        case .codeSpan(count): surroundings.pop()
        default: break
        }
        surroundings.line = line
    }
}
