import HCL

/// The value of an expression that looks nothing up.
indirect enum ConstantValue {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case list([ConstantValue])
    case map([String: ConstantValue])

    /// Nil for expressions that have to be computed.
    init?(_ expression: Expression, in file: ConfigFile) {
        if let text = file.constantText(of: expression) {
            self = .string(text)
            return
        }
        switch expression {
        case .literal(let literal): self.init(literal, in: file)
        case .parentheses(let parentheses): self.init(parentheses.inner, in: file)
        case .unaryOperation(let operation):
            guard operation.operator == .negate,
                case .number(let value) = ConstantValue(operation.operand, in: file)
            else { return nil }
            self = .number(-value)
        case .tuple(let tuple):
            let items = tuple.items.compactMap { ConstantValue($0, in: file) }
            guard items.count == tuple.items.count else { return nil }
            self = .list(items)
        case .object(let object):
            var entries: [String: ConstantValue] = [:]
            for item in object.items {
                guard let key = file.constantKey(of: item), let value = ConstantValue(item.value, in: file)
                else {
                    return nil
                }
                entries[key] = value
            }
            self = .map(entries)
        default: return nil
        }
    }

    private init?(_ literal: LiteralExpression, in file: ConfigFile) {
        switch literal.kind {
        case .null: self = .null
        case .true: self = .bool(true)
        case .false: self = .bool(false)
        case .string: self = .string(file.text(of: literal))
        case .number:
            guard let value = Double(file.text(of: literal)) else { return nil }
            self = .number(value)
        }
    }

    /// The type that a variable without a type shows for its default.
    var typeName: String {
        switch self {
        case .null: return "any"
        case .bool: return "bool"
        case .number: return "number"
        case .string: return "string"
        case .list: return "list"
        case .map: return "map"
        }
    }

    /// The value as JSON with two spaces a level; keys are sorted.
    var json: String { json(margin: "") }

    private func json(margin: String) -> String {
        let inner = margin + "  "
        switch self {
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .number(let value): return Self.text(of: value)
        case .string(let text): return Self.quoted(text)
        case .list(let items):
            guard !items.isEmpty else { return "[]" }
            let lines = items.map { inner + $0.json(margin: inner) }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(margin)]"
        case .map(let entries):
            guard !entries.isEmpty else { return "{}" }
            let sorted = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            let lines = sorted.map { "\(inner)\(Self.quoted($0.key)): \($0.value.json(margin: inner))" }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(margin)}"
        }
    }

    /// A number with all its digits, but for very large and very small ones.
    private static func text(of value: Double) -> String {
        guard value != 0 else { return "0" }
        let sign = value < 0 ? "-" : ""
        let parts = "\(value.magnitude)".split(separator: "e")
        let mantissa = parts[0].split(separator: ".")
        var digits = mantissa[0] + (mantissa.count > 1 ? mantissa[1] : "")
        var point = mantissa[0].count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        while digits.first == "0", digits.count > 1 {
            digits.removeFirst()
            point -= 1
        }
        while digits.last == "0", digits.count > 1 { digits.removeLast() }
        guard point > -6, point <= 21 else { return sign + exponential(digits, point - 1) }
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        if point >= digits.count {
            return sign + digits + String(repeating: "0", count: point - digits.count)
        }
        return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }

    private static func exponential(_ digits: some StringProtocol, _ exponent: Int) -> String {
        let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
        return "\(digits.prefix(1))\(fraction)e\(exponent < 0 ? "-" : "+")\(abs(exponent))"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{8}": result += "\\b"
            case "\u{c}": result += "\\f"
            case "\u{2028}", "\u{2029}": result += "\\u\(String(scalar.value, radix: 16))"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
