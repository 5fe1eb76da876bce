/// A value that HCL can write down without looking anything up.
public indirect enum Literal: Sendable, Hashable {
    /// A text.
    case string(String)

    /// A number in the form HCL reads: digits, at most one point, an optional exponent.
    case number(String)

    /// True or false.
    case bool(Bool)

    /// The absence of a value.
    case null

    /// A tuple, in order.
    case list([Literal])

    /// An object, in the order in which its entries are to stand.
    case object([(key: String, value: Literal)])

    /// Literals are equal when they are written in the same way.
    public static func == (left: Literal, right: Literal) -> Bool { left.text() == right.text() }

    /// Feeds the text of the literal.
    public func hash(into hasher: inout Hasher) { hasher.combine(text()) }

    /// The literal as HCL, in the form `terraform fmt` leaves it.
    ///
    /// Objects with entries and lists that hold such an object take a line an entry; everything else stands on
    /// one line. `indentation` is that of the line on which the literal starts, in spaces.
    public func text(indentation: Int = 0) -> String {
        switch self {
        case .string(let value): return Self.quoted(value)
        case .number(let digits): return digits
        case .bool(let value): return value ? "true" : "false"
        case .null: return "null"
        case .list(let items): return Self.list(items, indentation: indentation)
        case .object(let entries): return Self.object(entries, indentation: indentation)
        }
    }

    /// A text between quotes, with everything escaped that would mean something there.
    public static func quoted(_ value: String) -> String { "\"" + quotedContent(value) + "\"" }

    /// A text as it stands inside quotes: quotes, backslashes, control characters, `${` and `%{` escaped.
    public static func quotedContent(_ value: String) -> String {
        var text = ""
        text.reserveCapacity(value.utf8.count)
        let scalars = Array(value.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "$" where index + 1 < scalars.count && scalars[index + 1] == "{": text += "$$"
            case "%" where index + 1 < scalars.count && scalars[index + 1] == "{": text += "%%"
            case _ where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value):
                text += "\\u" + hexadecimal(scalar.value)
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// A text as it stands inside a heredoc, where only `${` and `%{` mean something.
    public static func heredocContent(_ value: String) -> String {
        var text = ""
        let scalars = Array(value.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            text.unicodeScalars.append(scalar)
            if index + 1 < scalars.count, scalars[index + 1] == "{", scalar == "$" || scalar == "%" {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// Whether a text can stand as an identifier: a letter or underscore, then letters, digits, `_` and `-`.
    ///
    /// Only ASCII counts here: what infragen writes is plain, what it reads may be more.
    public static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first) || first == UInt8(ascii: "_") else { return false }
        return text.utf8.allSatisfy { isIdentifierPart($0) }
    }

    /// Whether a byte can stand inside an identifier.
    public static func isIdentifierPart(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static func list(_ items: [Literal], indentation: Int) -> String {
        let spreads = items.contains {
            if case .object(let entries) = $0 { return !entries.isEmpty }
            return false
        }
        guard spreads else { return "[" + items.map { $0.text() }.joined(separator: ", ") + "]" }
        let margin = String(repeating: " ", count: indentation + 2)
        let lines = items.map { margin + $0.text(indentation: indentation + 2) + ",\n" }
        return "[\n" + lines.joined() + String(repeating: " ", count: indentation) + "]"
    }

    private static func object(_ entries: [(key: String, value: Literal)], indentation: Int) -> String {
        guard !entries.isEmpty else { return "{}" }
        let margin = String(repeating: " ", count: indentation + 2)
        let lines = entries.map { entry in
            margin + key(entry.key) + " = " + entry.value.text(indentation: indentation + 2) + "\n"
        }
        return "{\n" + lines.joined() + String(repeating: " ", count: indentation) + "}"
    }

    /// A key as it stands left of `=`: bare where it can be, quoted where it cannot.
    private static func key(_ name: String) -> String {
        let isKeyword = name == "null" || name == "true" || name == "false" || name == "for"
        return isIdentifier(name) && !isKeyword ? name : quoted(name)
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
