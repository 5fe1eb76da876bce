/// A number as decimal digits, so that sums of decimals stay exact.
struct DecimalNumber {
    private var digits: Int

    /// How many of the digits stand after the point.
    private var scale: Int

    /// Reads a number without exponent; nil for other texts and for more digits than fit.
    init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = parts.count > 1 ? parts[1] : ""
        guard fraction.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let digits = Int(parts[0] + fraction)
        else {
            return nil
        }
        self.digits = digits
        scale = fraction.utf8.count
    }

    /// The sum, or with `sign` -1 the difference, of two numbers as a value.
    static func sum(_ left: TemplateValue, _ right: TemplateValue, sign: Int) -> TemplateValue? {
        guard let leftText = left.text, let rightText = right.text, let leftDouble = left.numeric,
            let rightDouble = right.numeric
        else { return nil }
        if let left = DecimalNumber(leftText), let right = DecimalNumber(rightText),
            let sum = left.adding(right, sign: sign)
        {
            return sum.value
        }
        return .number("\(leftDouble + Double(sign) * rightDouble)")
    }

    private func adding(_ other: DecimalNumber, sign: Int) -> DecimalNumber? {
        let scale = max(scale, other.scale)
        guard let left = scaled(to: scale), let right = other.scaled(to: scale) else { return nil }
        let signed = right.multipliedReportingOverflow(by: sign)
        let sum = left.addingReportingOverflow(signed.partialValue)
        guard !signed.overflow, !sum.overflow else { return nil }
        var result = self
        result.digits = sum.partialValue
        result.scale = scale
        return result
    }

    private func scaled(to scale: Int) -> Int? {
        var digits = digits
        for _ in self.scale..<scale {
            let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            digits = product
        }
        return digits
    }

    private var value: TemplateValue {
        guard scale > 0 else { return .int(digits) }
        let text = String(digits.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - text.utf8.count)) + text
        let fraction = padded.suffix(scale).reversed().drop { $0 == "0" }.reversed()
        let whole = (digits < 0 ? "-" : "") + padded.dropLast(scale)
        return fraction.isEmpty ? .int(Int(whole) ?? 0) : .number(whole + "." + String(fraction))
    }
}
