extension Modernisation {
    /// Quotes the labels of a block, in Terraform's escapes, and drops the comments before and between them.
    mutating func normalizeLabels(_ labels: Range<Int>) {
        var index = labels.lowerBound
        while index < labels.upperBound {
            let token = tokens[index]
            let start = index
            index += 1
            switch token.kind {
            case .comment: edits.append(Edit(range: start..<index))
            case .identifier:
                let name = Array(text[Int(token.start)..<Int(token.end)])
                edits.append(Edit(range: start..<index, replacement: quoted(name)))
            case .openQuote:
                while index < labels.upperBound, tokens[index].kind != .closeQuote { index += 1 }
                guard index < labels.upperBound else { return }
                let content = text[Int(token.end)..<Int(tokens[index].start)]
                index += 1
                if Self.isPlain(content) { continue }
                let label = LabelText.normalized(content)
                edits.append(Edit(range: start..<index, replacement: quoted(label)))
            default: break
            }
        }
    }

    /// Whether a label can stand as it is: visible ASCII without escapes.
    private static func isPlain(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        content.allSatisfy { (0x20...0x7e).contains($0) && $0 != UInt8(ascii: "\\") }
    }

    private mutating func quoted(_ label: [UInt8]) -> [Token] {
        let text = label.isEmpty ? [] : [made(.quotedText, label)]
        return [made(.openQuote, "\"".utf8)] + text + [made(.closeQuote, "\"".utf8)]
    }
}

/// The text between the quotes of a block label.
enum LabelText {
    /// The same text with escapes only where Terraform writes them.
    ///
    /// `\u00e9` becomes `é`, and a character that cannot be seen becomes `\u200b`.
    static func normalized(_ content: some Collection<UInt8>) -> [UInt8] {
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
