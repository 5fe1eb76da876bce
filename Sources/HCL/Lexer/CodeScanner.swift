extension Scanner {
    /// Scans bodies and expressions up to the end of the file or of the frame.
    mutating func scanCode() {
        let text = text
        let classes = classes
        while position < text.count {
            let start = position
            let first = text[start]
            let isWord = classes[Int(first)] & ByteClass.identifierPart != 0 && first != UInt8(ascii: "-")
            if isWord, first > UInt8(ascii: "9") {
                let end = runs.endOfIdentifier(from: start + 1)
                // A letter outside of ASCII may follow.
                position = end < text.count && text[end] >= 0x80 ? endOfIdentifier(from: end) : end
                add(.identifier, from: start)
                continue
            }
            if isWord {
                scanNumber()
                continue
            }
            position += 1
            switch first {
            case UInt8(ascii: " "), UInt8(ascii: "\t"):
                // Mostly it is a single one.
                if byte(position) == UInt8(ascii: " ") { position = runs.endOfSpaces(from: position) }
            case UInt8(ascii: "\n"): add(.newline, from: start)
            case UInt8(ascii: "\""):
                add(.openQuote, from: start)
                frames.append(Frame(kind: .quotes, start: start))
                return
            case UInt8(ascii: "{"):
                frames[frames.count - 1].openBraces += 1
                add(.openBrace, from: start)
            case UInt8(ascii: "}"):
                if closeBrace(from: start) { return }
            case UInt8(ascii: "~") where byte(position) == UInt8(ascii: "}"):
                position += 1
                if closeBrace(from: start, trims: true) { return }
            case UInt8(ascii: "#"): scanLineComment(from: start)
            case UInt8(ascii: "/"): scanSlash(from: start)
            case UInt8(ascii: "<"):
                if scanHeredocOpening(from: start) { return }
                addOperator(.less, with: "=", .lessEqual, from: start)
            case 0x80...: scanNonASCII(from: start)
            default: scanSymbol(first, from: start)
            }
        }
    }

    private mutating func scanSymbol(_ symbol: UInt8, from start: Int) {
        switch symbol {
        case UInt8(ascii: "="):
            if byte(position) == UInt8(ascii: ">") {
                position += 1
                return add(.fatArrow, from: start)
            }
            addOperator(.equal, with: "=", .equalEqual, from: start)
        case UInt8(ascii: "."):
            guard byte(position) == UInt8(ascii: "."), byte(position + 1) == UInt8(ascii: ".") else {
                return add(.dot, from: start)
            }
            position += 2
            add(.ellipsis, from: start)
        case UInt8(ascii: ","): add(.comma, from: start)
        case UInt8(ascii: "["): add(.openBracket, from: start)
        case UInt8(ascii: "]"): add(.closeBracket, from: start)
        case UInt8(ascii: "("): add(.openParenthesis, from: start)
        case UInt8(ascii: ")"): add(.closeParenthesis, from: start)
        case UInt8(ascii: ":"): addOperator(.colon, with: ":", .doubleColon, from: start)
        case UInt8(ascii: "?"): add(.question, from: start)
        case UInt8(ascii: "!"): addOperator(.not, with: "=", .notEqual, from: start)
        case UInt8(ascii: ">"): addOperator(.greater, with: "=", .greaterEqual, from: start)
        case UInt8(ascii: "+"): add(.plus, from: start)
        case UInt8(ascii: "-"): add(.minus, from: start)
        case UInt8(ascii: "*"): add(.star, from: start)
        case UInt8(ascii: "%"): add(.percent, from: start)
        case UInt8(ascii: "&"): addOperator(.invalid, with: "&", .and, from: start)
        case UInt8(ascii: "|"): addOperator(.invalid, with: "|", .or, from: start)
        case UInt8(ascii: "\r") where byte(position) == UInt8(ascii: "\n"):
            position += 1
            add(.newline, from: start)
        default: addInvalid(from: start)
        }
    }

    /// Adds the longer of two operators when `follower` stands next, the shorter otherwise.
    private mutating func addOperator(
        _ short: Token.Kind, with follower: Unicode.Scalar, _ long: Token.Kind, from start: Int
    ) {
        if byte(position) == UInt8(ascii: follower) {
            position += 1
            return add(long, from: start)
        }
        if short == .invalid { addInvalid(from: start) } else { add(short, from: start) }
    }

    /// Adds the token of `}` or `~}`; true when it leaves the frame.
    private mutating func closeBrace(from start: Int, trims: Bool = false) -> Bool {
        let last = frames.count - 1
        if frames[last].openBraces == 0, last > 0 {
            add(.closeTemplate, from: start)
            frames.removeLast()
            return true
        }
        add(trims ? .closeTemplate : .closeBrace, from: start)
        // The outermost frame may go below zero; no one asks it.
        frames[last].openBraces -= 1
        return false
    }

    /// The end of an identifier of which the bytes before `offset` are known to be good.
    private func endOfIdentifier(from start: Int) -> Int {
        var offset = start
        while offset < text.count {
            let byte = text[offset]
            if classes[Int(byte)] & ByteClass.identifierPart != 0 {
                offset += 1
            } else if byte >= 0x80, let scalar = scalar(at: offset), scalar.value.properties.isIDContinue {
                offset += scalar.length
            } else {
                break
            }
        }
        return offset
    }

    /// Digits with points and exponents; a final point, or an `e` without digits, is not part of the number.
    private mutating func scanNumber() {
        let start = position
        var offset = start + 1
        var end = offset
        while offset < text.count {
            switch text[offset] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                offset += 1
                end = offset
                continue
            case UInt8(ascii: "."):
                offset += 1
                continue
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                let sign = byte(offset + 1)
                let digit = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? offset + 2 : offset + 1
                if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte(digit)) {
                    offset = digit + 1
                    end = offset
                    continue
                }
            default: break
            }
            break
        }
        position = end
        add(.number, from: start)
    }

    private mutating func scanNonASCII(from start: Int) {
        guard let scalar = scalar(at: start), scalar.value.properties.isIDStart else {
            return addInvalid(from: start)
        }
        position = endOfIdentifier(from: start + scalar.length)
        add(.identifier, from: start)
    }

    /// The Unicode scalar outside ASCII at an offset, where its encoding is strictly right.
    private func scalar(at offset: Int) -> (value: Unicode.Scalar, length: Int)? {
        guard let length = characterLength(at: offset) else { return nil }
        let bytes = UnsafeBufferPointer(rebasing: text[offset..<offset + length])
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        guard case .scalarValue(let value) = decoder.decode(&iterator) else { return nil }
        return (value, length)
    }

    /// A comment to the end of the line, which it includes.
    private mutating func scanLineComment(from start: Int) {
        position = runs.endOfLine(from: position)
        if position < text.count { position += 1 }
        add(.comment, from: start)
    }

    private mutating func scanSlash(from start: Int) {
        switch byte(position) {
        case UInt8(ascii: "/"): scanLineComment(from: start)
        case UInt8(ascii: "*"): scanBlockComment(from: start)
        default: add(.slash, from: start)
        }
    }

    private mutating func scanBlockComment(from start: Int) {
        position += 1
        while position + 1 < text.count {
            if text[position] == UInt8(ascii: "*"), text[position + 1] == UInt8(ascii: "/") {
                position += 2
                return add(.comment, from: start)
            }
            position += 1
        }
        position = text.count
        addUnterminatedComment(from: start)
    }

    /// Enters a heredoc when `<<MARK` or `<<-MARK` and an end of line stand here.
    private mutating func scanHeredocOpening(from start: Int) -> Bool {
        guard byte(position) == UInt8(ascii: "<") else { return false }
        var markerStart = start + 2
        if byte(markerStart) == UInt8(ascii: "-") { markerStart += 1 }
        guard let markerEnd = endOfMarker(from: markerStart) else { return false }
        var end = markerEnd
        if byte(end) == UInt8(ascii: "\r") { end += 1 }
        guard byte(end) == UInt8(ascii: "\n") else { return false }
        position = end + 1
        add(.openHeredoc, from: start)
        frames.append(Frame(kind: .heredoc, start: start, marker: markerStart..<markerEnd))
        return true
    }

    private func endOfMarker(from start: Int) -> Int? {
        let first = byte(start)
        if first >= 0x80 {
            guard let scalar = scalar(at: start), scalar.value.properties.isIDStart else { return nil }
            return endOfIdentifier(from: start + scalar.length)
        }
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
        guard Literal.isIdentifierPart(first), !isDigit, first != UInt8(ascii: "-") else { return nil }
        return endOfIdentifier(from: start + 1)
    }
}
