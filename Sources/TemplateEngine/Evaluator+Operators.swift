// Operators and filters.
extension Evaluator {
    mutating func negated(_ operand: ExpressionID, _ id: ExpressionID, _ template: Template)
        -> TemplateValue?
    {
        switch value(of: operand, in: template) {
        case .int(let number): return .int(0 &- number)
        case .number(let digits):
            return .number(digits.hasPrefix("-") ? String(digits.dropFirst()) : "-" + digits)
        case .some(let value):
            report(
                "wrong-type", "\"-\" needs a number, this is \(value.kindName)", at: template.range(of: id))
            return nil
        case .none: return nil
        }
    }

    mutating func logical(
        _ left: ExpressionID, _ right: ExpressionID, stopsAt stop: Bool, _ template: Template
    ) -> TemplateValue? {
        guard let left = value(of: left, in: template) else { return nil }
        if left.isTrue == stop { return .bool(stop) }
        return value(of: right, in: template).map { .bool($0.isTrue) }
    }

    mutating func binary(
        _ symbol: BinaryOperator, _ left: TemplateValue, _ right: TemplateValue, _ id: ExpressionID,
        _ template: Template
    ) -> TemplateValue? {
        if let result = Self.result(symbol, left, right) { return result }
        report(
            "wrong-type",
            "\"\(symbol.rawValue)\" cannot be applied to \(left.kindName) and \(right.kindName)",
            at: template.range(of: id))
        return nil
    }

    private static func result(_ symbol: BinaryOperator, _ left: TemplateValue, _ right: TemplateValue)
        -> TemplateValue?
    {
        switch symbol {
        case .equal: return .bool(left.isEqual(to: right))
        case .notEqual: return .bool(!left.isEqual(to: right))
        case .less: return Filter.isLess(left, right).map { .bool($0) }
        case .greater: return Filter.isLess(right, left).map { .bool($0) }
        case .lessEqual: return Filter.isLess(right, left).map { .bool(!$0) }
        case .greaterEqual: return Filter.isLess(left, right).map { .bool(!$0) }
        case .contained: return Filter.contains(right, left).map { .bool($0) }
        case .notContained: return Filter.contains(right, left).map { .bool(!$0) }
        case .add: return sum(left, right)
        case .subtract: return DecimalNumber.sum(left, right, sign: -1)
        }
    }

    private static func sum(_ left: TemplateValue, _ right: TemplateValue) -> TemplateValue? {
        switch (left, right) {
        case (.string(let left), .string(let right)): return .string(left + right)
        case (.list(let left), .list(let right)): return .list(left + right)
        default: return DecimalNumber.sum(left, right, sign: 1)
        }
    }

    mutating func filtered(
        _ filter: Filter, _ base: TemplateValue, _ arguments: [TemplateValue], _ id: ExpressionID,
        _ template: Template
    ) -> TemplateValue? {
        switch filter.apply(base, arguments) {
        case .value(let value): return value
        case .needs(let wanted):
            report(
                base == .null ? "null-value" : "wrong-type",
                "the filter \"\(filter.name)\" needs \(wanted), this is \(base.kindName)",
                at: template.range(of: id))
            return nil
        }
    }

    mutating func loopValue(_ field: LoopField, _ id: ExpressionID, _ template: Template)
        -> TemplateValue?
    {
        guard let loop = loops.last else {
            report("unknown-name", "\"loop\" stands outside of a loop", at: template.range(of: id))
            return nil
        }
        switch field {
        case .first: return .bool(loop.index == 0)
        case .last: return .bool(loop.index == loop.count - 1)
        case .index: return .int(loop.index + 1)
        case .index0: return .int(loop.index)
        case .length: return .int(loop.count)
        }
    }
}
