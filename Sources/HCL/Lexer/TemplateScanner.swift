extension Scanner {
    /// Scans the text between quotes up to the closing quote or the start of an interpolation or directive.
    mutating func scanQuotes() {
        let start = position
        while position < text.count {
            position = runs.endOfPlainQuotedText(from: position)
            guard position < text.count else { break }
            let byte = text[position]
            switch byte {
            case UInt8(ascii: "\""):
                addText(.quotedText, from: start)
                position += 1
                add(.closeQuote, from: position - 1)
                frames.removeLast()
                return
            case UInt8(ascii: "$"), UInt8(ascii: "%"):
                if scanSequence(.quotedText, from: start) { return }
            case UInt8(ascii: "\\"):
                guard let length = escapedLength(at: position + 1) else {
                    return addBroken(.quotedText, from: start)
                }
                position += 1 + length
            case UInt8(ascii: "\r") where self.byte(position + 1) != UInt8(ascii: "\n"):
                return addBroken(.quotedText, from: start)
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                addText(.quotedText, from: start)
                return leaveQuotesAtLineEnd()
            case 0x80...:
                guard let length = characterLength(at: position) else {
                    return addBroken(.quotedText, from: start)
                }
                position += length
            default: position += 1
            }
        }
        addText(.quotedText, from: start)
    }

    /// Scans a line of a heredoc, or what is left of it, up to its end, the start of an interpolation or a
    /// directive; closes the heredoc where the line is its marker.
    mutating func scanHeredoc() {
        let frame = frames[frames.count - 1]
        if frame.kind == .heredoc, frame.isAtLineStart, closeHeredoc() { return }
        let start = position
        while position < text.count {
            position = runs.endOfPlainHeredocText(from: position)
            guard position < text.count else { break }
            let byte = text[position]
            switch byte {
            case UInt8(ascii: "\n"): return endHeredocLine(1, from: start)
            case UInt8(ascii: "\r"):
                if self.byte(position + 1) == UInt8(ascii: "\n") { return endHeredocLine(2, from: start) }
                return addBroken(.heredocText, from: start)
            case UInt8(ascii: "$"), UInt8(ascii: "%"):
                if scanSequence(.heredocText, from: start) {
                    // The frame of the sequence stands above that of the heredoc.
                    frames[frames.count - 2].isAtLineStart = false
                    return
                }
            case 0x80...:
                guard let length = characterLength(at: position) else {
                    return addBroken(.heredocText, from: start)
                }
                position += length
            default: position += 1
            }
        }
        addText(.heredocText, from: start)
    }

    private mutating func endHeredocLine(_ length: Int, from start: Int) {
        position += length
        addText(.heredocText, from: start)
        frames[frames.count - 1].isAtLineStart = true
    }

    /// Adds the text before the current position, if there is any.
    private mutating func addText(_ kind: Token.Kind, from start: Int) {
        if position > start { add(kind, from: start) }
    }

    /// At `$` or `%`: opens an interpolation or directive and its frame, or passes over what is mere text.
    private mutating func scanSequence(_ kind: Token.Kind, from start: Int) -> Bool {
        let mark = text[position]
        let next = byte(position + 1)
        if next == mark, byte(position + 2) == UInt8(ascii: "{") {
            position += 3
            return false
        }
        guard next == UInt8(ascii: "{") else {
            position += 1
            return false
        }
        addText(kind, from: start)
        let opening = position
        position += byte(position + 2) == UInt8(ascii: "~") ? 3 : 2
        add(mark == UInt8(ascii: "$") ? .openInterpolation : .openDirective, from: opening)
        frames.append(Frame(kind: .code, start: opening))
        return true
    }

    /// The length of the character after a backslash; nil where the backslash escapes nothing.
    private func escapedLength(at offset: Int) -> Int? {
        guard offset < text.count else { return 0 }
        switch text[offset] {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return nil
        case 0x80...: return characterLength(at: offset)
        default: return 1
        }
    }

    /// Adds the text so far and one byte that cannot stand in it.
    private mutating func addBroken(_ kind: Token.Kind, from start: Int) {
        addText(kind, from: start)
        let broken = position
        position += 1
        addInvalid(from: broken)
    }

    /// Closes the heredoc when the line at the current position is its marker; the end of that line becomes a
    /// newline token of its own.
    private mutating func closeHeredoc() -> Bool {
        let marker = frames[frames.count - 1].marker
        var offset = position
        while let length = spaceLength(at: offset) { offset += length }
        guard offset + marker.count <= text.count else { return false }
        for index in 0..<marker.count where text[offset + index] != text[marker.lowerBound + index] {
            return false
        }
        offset += marker.count
        while let length = spaceLength(at: offset) { offset += length }
        // The last line of a file closes nothing when it has no end, as in Terraform.
        guard byte(offset) == UInt8(ascii: "\n") else { return false }
        let start = position
        position = offset - (text[offset - 1] == UInt8(ascii: "\r") ? 1 : 0)
        add(.closeHeredoc, from: start)
        let end = position
        position = offset + 1
        add(.newline, from: end)
        frames.removeLast()
        return true
    }

    /// The length of the white space character at an offset that may stand beside a heredoc's marker.
    private func spaceLength(at offset: Int) -> Int? {
        switch byte(offset) {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0b, 0x0c: return 1
        case UInt8(ascii: "\r"): return byte(offset + 1) == UInt8(ascii: "\n") ? 1 : nil
        case 0xc2: return byte(offset + 1) == 0x85 || byte(offset + 1) == 0xa0 ? 2 : nil
        default: return nil
        }
    }
}
