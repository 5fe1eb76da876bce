import HCL

/// Writes values into the text of a file, each in the form of its place.
struct ValueWriter {
    var output: [UInt8] = []

    /// Writes a value, or says what is wrong with it.
    mutating func write(_ value: TemplateValue, at place: Place) -> Problem? {
        switch place {
        case .expression: writeLiteral(value)
        case .key: return writeKey(value)
        case .json:
            var writer = JSONValueWriter()
            swap(&writer.bytes, &output)
            writer.write(value)
            swap(&writer.bytes, &output)
        case .identifier, .identifierPart, .root, .beforeDash: return writeName(value, at: place)
        case .unclear: return .needs("a place that is clear")
        default:
            guard let text = value.text else {
                return value == .null ? .null : .needs("a string, a number or a bool")
            }
            writeText(text, at: place)
        }
        return nil
    }

    /// Why a value cannot be written.
    enum Problem {
        /// It is null where a text is needed.
        case null

        /// It is of a kind that cannot stand there; the text says what can.
        case needs(String)

        /// It is a text that is no identifier.
        case notIdentifier(String)
    }

    /// Appends text of a template inside quotes or a heredoc, where a `$` that a tag left before a brace would
    /// open an interpolation.
    mutating func guardBrace(before first: UInt8?) {
        guard first == UInt8(ascii: "{"), let last = output.last else { return }
        if last == UInt8(ascii: "$") || last == UInt8(ascii: "%") { output.append(last) }
    }

    // MARK: Expressions

    private mutating func writeLiteral(_ value: TemplateValue) {
        switch value {
        case .null: output += "null".utf8
        case .number(let digits) where !Self.isNumber(digits): writeQuoted(digits)
        case .bool, .int, .number: output += (value.text ?? "").utf8
        case .reference(let reference): output += reference.text.utf8
        case .string(let text): writeQuoted(text)
        case .list(let items): writeList(items, indentation: lineIndentation)
        case .map(let map): writeMap(map, indentation: lineIndentation)
        }
    }

    /// Whether a text has the form of a number.
    private static func isNumber(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        let digits: ClosedRange<UInt8> = 0x30...0x39
        return (digits.contains(first) || first == UInt8(ascii: "-")) && digits.contains(last)
            && text.utf8.allSatisfy { digits.contains($0) || Array("+-.eE".utf8).contains($0) }
            && Double(text) != nil
    }

    private mutating func writeNested(_ value: TemplateValue, indentation: Int) {
        switch value {
        case .list(let items): writeList(items, indentation: indentation)
        case .map(let map): writeMap(map, indentation: indentation)
        default: writeLiteral(value)
        }
    }

    /// A list stands on one line, but for one that holds a map with entries.
    private mutating func writeList(_ items: [TemplateValue], indentation: Int) {
        let spreads = items.contains(where: Self.spreads)
        output.append(UInt8(ascii: "["))
        for (index, item) in items.enumerated() {
            if spreads { startLine(indentation + 2) } else if index > 0 { output += ", ".utf8 }
            writeNested(item, indentation: indentation + 2)
            if spreads { output.append(UInt8(ascii: ",")) }
        }
        if spreads { startLine(indentation) }
        output.append(UInt8(ascii: "]"))
    }

    /// Whether a value takes more than one line.
    private static func spreads(_ value: TemplateValue) -> Bool {
        switch value {
        case .map(let map): return !map.entries.isEmpty
        case .list(let items): return items.contains(where: spreads)
        default: return false
        }
    }

    private mutating func writeMap(_ map: TemplateMap, indentation: Int) {
        output.append(UInt8(ascii: "{"))
        for entry in map.entries {
            startLine(indentation + 2)
            writeKey(entry.key.text)
            output += " = ".utf8
            writeNested(entry.value, indentation: indentation + 2)
        }
        if !map.entries.isEmpty { startLine(indentation) }
        output.append(UInt8(ascii: "}"))
    }

    private mutating func startLine(_ indentation: Int) {
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation))
    }

    /// How far the current line is indented.
    private var lineIndentation: Int {
        let start = output.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return output[start...].prefix { $0 == UInt8(ascii: " ") }.count
    }

    private mutating func writeKey(_ value: TemplateValue) -> Problem? {
        switch value {
        case .string(let text): writeKey(text)
        case .int: output += (value.text ?? "").utf8
        case .number(let digits): writeQuoted(digits)
        case .null: return .null
        default: return .needs("a string")
        }
        return nil
    }

    /// A key is bare where it can be, and quoted where it cannot.
    private mutating func writeKey(_ text: String) {
        let isKeyword = text == "null" || text == "true" || text == "false" || text == "for"
        if Literal.isIdentifier(text), !isKeyword { output += text.utf8 } else { writeQuoted(text) }
    }

    private mutating func writeName(_ value: TemplateValue, at place: Place) -> Problem? {
        switch value {
        case .reference(let reference) where place == .root: output += reference.text.utf8
        case .int(let number) where place == .beforeDash || (place == .identifierPart && number >= 0):
            output += String(number).utf8
        case .number(let digits) where place == .beforeDash && Self.isNumber(digits): output += digits.utf8
        case .string(let text):
            let isFine =
                place == .identifierPart
                ? !text.isEmpty && text.utf8.allSatisfy(Literal.isIdentifierPart) : Literal.isIdentifier(text)
            guard isFine else { return .notIdentifier(text) }
            output += text.utf8
        case .null: return .null
        case .reference(let reference): return .notIdentifier(reference.text)
        case .int, .number: return .notIdentifier(value.text ?? "")
        default: return .needs("an identifier")
        }
        return nil
    }

    mutating func writeQuoted(_ text: String) {
        output.append(UInt8(ascii: "\""))
        writeQuotedContent(text)
        output.append(UInt8(ascii: "\""))
    }

    /// Writes a text as it stands inside quotes.
    mutating func writeQuotedContent(_ text: String) {
        if text.utf8.allSatisfy(Self.isPlain) {
            output += text.utf8
        } else {
            output += Literal.quotedContent(text).utf8
        }
    }

    /// Whether a byte means nothing inside quotes; the first byte of a C1 control character may mean something.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x7f, 0xc2, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"),
            UInt8(ascii: "%"):
            return false
        default: return true
        }
    }
}
