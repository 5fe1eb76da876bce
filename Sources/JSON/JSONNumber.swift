/// A number exactly as it was written, so that no digit gets lost on the way to Terraform.
public struct JSONNumber: Sendable {
    /// The text, in the grammar of RFC 8259.
    public var text: String

    /// Makes a number from text that is known to be one.
    package init(text: String) { self.text = text }

    /// Makes a whole number.
    public init(_ value: Int) { text = String(value) }

    /// The value of a whole number (`1`, `1.0`, `1e3`) that an `Int` holds exactly; nil otherwise.
    public var int: Int? { Int(text) ?? wholeDecimal }

    /// The value of a number with a fraction or an exponent that is whole all the same.
    private var wholeDecimal: Int? {
        let parts = text.utf8.split(whereSeparator: { $0 | 0x20 == UInt8(ascii: "e") })
        guard let mantissa = parts.first, var power = parts.count < 2 ? 0 : Int(Substring(parts[1])) else {
            return nil
        }
        var digits: [UInt8] = []
        if let point = mantissa.firstIndex(of: UInt8(ascii: ".")) {
            let fraction = mantissa[mantissa.index(after: point)...]
            digits = Array(mantissa[..<point]) + fraction
            guard power > -1000 else { return nil }
            power -= fraction.count
        } else {
            digits = Array(mantissa)
        }
        while power < 0, digits.count > 1, digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            power += 1
        }
        guard (0..<20).contains(power) else { return digits.allSatisfy(Self.isSignOrZero) ? 0 : nil }
        return Int(String(decoding: digits, as: UTF8.self) + String(repeating: "0", count: power))
    }

    private static func isSignOrZero(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "0")
    }

    /// The value rounded to the nearest `Double`; nil when it is too large for one.
    public var double: Double? {
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }
}

extension JSONNumber: Equatable {
    /// Whether two numbers have the same value as far as `Int` and `Double` can tell.
    public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
        if left.text == right.text { return true }
        if let leftInt = left.int, let rightInt = right.int { return leftInt == rightInt }
        guard left.int == nil, right.int == nil, let leftDouble = left.double else { return false }
        // Two long integers may round to one `Double` and still differ.
        return Int(left.text) == nil && leftDouble == right.double && !left.isLong && !right.isLong
    }

    /// Whether the text has more digits than a `Double` keeps.
    private var isLong: Bool { text.utf8.count > 17 }
}
