/// Writes JSON values as text; members keep their order.
public enum JSONWriter {
    /// Lists of plain values stay on one line up to this column.
    private static let lineWidth = 100

    /// The value over several lines, two spaces a level, with a line feed at the end.
    ///
    /// A list of plain values (no list, no object) stands on one line where it fits.
    public static func pretty(_ value: JSONValue) -> String {
        var text = ""
        write(value, level: 0, to: &text)
        return text + "\n"
    }

    /// The value on one line, without blanks.
    public static func compact(_ value: JSONValue) -> String {
        var text = ""
        writeCompact(value, separator: ",", to: &text)
        return text
    }

    private static func write(_ value: JSONValue, level: Int, to text: inout String) {
        switch value.kind {
        case .array(let elements) where !elements.isEmpty:
            if let line = line(of: elements, column: level * 2) {
                text += line
                return
            }
            writeLines(elements, brackets: ("[", "]"), level: level, to: &text) { element, text in
                write(element, level: level + 1, to: &text)
            }
        case .object(let members) where !members.isEmpty:
            writeLines(members, brackets: ("{", "}"), level: level, to: &text) { member, text in
                writeString(member.key, to: &text)
                text += ": "
                write(member.value, level: level + 1, to: &text)
            }
        default: writeCompact(value, separator: ", ", to: &text)
        }
    }

    private static func writeLines<Element>(
        _ elements: [Element], brackets: (String, String), level: Int, to text: inout String,
        write: (Element, inout String) -> Void
    ) {
        text += brackets.0 + "\n"
        for (index, element) in elements.enumerated() {
            text += String(repeating: "  ", count: level + 1)
            write(element, &text)
            text += index == elements.count - 1 ? "\n" : ",\n"
        }
        text += String(repeating: "  ", count: level) + brackets.1
    }

    /// The elements as `[a, b]`; nil when one is no plain value or the line gets long.
    private static func line(of elements: [JSONValue], column: Int) -> String? {
        guard elements.count <= lineWidth, elements.allSatisfy({ $0.elements == nil && $0.members == nil })
        else {
            return nil
        }
        var text = ""
        writeCompact(.array(elements), separator: ", ", to: &text)
        return column + text.count <= lineWidth ? text : nil
    }

    private static func writeCompact(_ value: JSONValue, separator: String, to text: inout String) {
        switch value.kind {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let number): text += number.text
        case .string(let string): writeString(string, to: &text)
        case .array(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { text += separator }
                writeCompact(element, separator: separator, to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += separator }
                writeString(member.key, to: &text)
                text += separator == "," ? ":" : ": "
                writeCompact(member.value, separator: separator, to: &text)
            }
            text += "}"
        }
    }

    private static func writeString(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            // Control characters could steer the terminal that shows the text.
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                let code = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
