extension Modernisation {
    /// Copies the next token of a block's labels: quoted, in Terraform's escapes, and without comments.
    mutating func label() {
        switch tokens[next].kind {
        case .comment: next += 1
        case .identifier:
            let token = tokens[next]
            next += 1
            appendLabel(Array(text[Int(token.start)..<Int(token.end)]))
        case .openQuote: quotedLabel()
        default: appendNext()
        }
    }

    private mutating func quotedLabel() {
        let open = next
        var close = next + 1
        while close < tokens.count, tokens[close].kind == .quotedText { close += 1 }
        guard close < tokens.count, tokens[close].kind == .closeQuote else { return appendNext() }
        let content = text[Int(tokens[open].end)..<Int(tokens[close].start)]
        if content.allSatisfy({ (0x20...0x7e).contains($0) && $0 != UInt8(ascii: "\\") }) {
            while next <= close { appendNext() }
        } else {
            next = close + 1
            appendLabel(LabelText.normalized(content))
        }
    }

    private mutating func appendLabel(_ content: [UInt8]) {
        let quote = UInt8(ascii: "\"")
        let label = made(.quotedText, [quote] + content + [quote])
        pieces.append(
            Piece(start: label.start, end: label.start + 1, spaces: 0, kind: .openQuote, endsLine: false))
        if !content.isEmpty {
            pieces.append(
                Piece(
                    start: label.start + 1, end: label.end - 1, spaces: 0, kind: .quotedText, endsLine: false)
            )
        }
        pieces.append(
            Piece(start: label.end - 1, end: label.end, spaces: 0, kind: .closeQuote, endsLine: false))
    }
}

/// The text between the quotes of a block label.
enum LabelText {
    /// The same text with escapes only where Terraform writes them.
    ///
    /// `\u00e9` becomes `é`, and a character that cannot be seen becomes `\u200b`.
    static func normalized(_ content: ArraySlice<UInt8>) -> [UInt8] {
        let scalars = Array(String(decoding: content, as: UTF8.self).unicodeScalars)
        var text = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            let (scalar, length, isEscaped) = decoded(scalars, at: index)
            if isEscaped || length > 1 || needsEscape(scalar) {
                appendEncoded(scalar, to: &text)
            } else {
                text.append(scalar)
            }
            index += length
        }
        return Array(String(text).utf8)
    }

    /// The character at an index, and how many characters of the source spell it.
    private static func decoded(
        _ scalars: [Unicode.Scalar], at index: Int
    ) -> (scalar: Unicode.Scalar, length: Int, isEscaped: Bool) {
        guard scalars[index] == "\\", index + 1 < scalars.count else { return (scalars[index], 1, false) }
        switch scalars[index + 1] {
        case "n": return ("\n", 2, true)
        case "r": return ("\r", 2, true)
        case "t": return ("\t", 2, true)
        case "u": return codePoint(scalars, at: index, digits: 4)
        case "U": return codePoint(scalars, at: index, digits: 8)
        case let other: return (other, 2, true)
        }
    }

    private static func codePoint(
        _ scalars: [Unicode.Scalar], at index: Int, digits: Int
    ) -> (scalar: Unicode.Scalar, length: Int, isEscaped: Bool) {
        let end = min(index + 2 + digits, scalars.count)
        let text = String(String.UnicodeScalarView(scalars[index + 2..<end]))
        guard let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value) else {
            return (scalars[index], 1, false)
        }
        return (scalar, end - index, true)
    }

    private static func appendEncoded(_ scalar: Unicode.Scalar, to text: inout String.UnicodeScalarView) {
        switch scalar {
        case "\n": text.append(contentsOf: "\\n".unicodeScalars)
        case "\r": text.append(contentsOf: "\\r".unicodeScalars)
        case "\t": text.append(contentsOf: "\\t".unicodeScalars)
        case "\"", "\\": text.append(contentsOf: ["\\", scalar])
        case _ where needsEscape(scalar):
            let digits = String(scalar.value, radix: 16)
            let width = scalar.value > 0xffff ? 8 : 4
            text.append(contentsOf: (width == 8 ? "\\U" : "\\u").unicodeScalars)
            text.append(contentsOf: String(repeating: "0", count: width - digits.utf8.count).unicodeScalars)
            text.append(contentsOf: digits.unicodeScalars)
        default: text.append(scalar)
        }
    }

    /// Whether a character shows nothing, or nothing but space.
    private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            true
        case .spaceSeparator: scalar != " "
        default: false
        }
    }
}
