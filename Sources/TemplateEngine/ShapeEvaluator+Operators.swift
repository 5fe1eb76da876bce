import Diagnostics

// Operators, conditions, filters, and the writing of values.
extension ShapeEvaluator {
    /// Checks an expression whose value decides something.
    mutating func checkCondition(_ id: ExpressionID, in template: Template) {
        guard shape(of: id, in: template) == .number else { return }
        report(
            "wrong-type", "\(text(of: id, in: template)) is a number, and no condition", id, template,
            help: "compare it, such as \"> 0\"")
    }

    mutating func negated(_ operand: ExpressionID, _ template: Template) -> TemplateShape? {
        guard let shape = nonNullShape(of: operand, in: template) else { return nil }
        if shape == .number { return .number }
        report("wrong-type", "\"-\" needs a number, this is \(shape.name)", operand, template)
        return nil
    }

    /// The right side is evaluated only when the left one is true (`and`) or false (`or`), and knows that.
    mutating func logical(
        _ left: ExpressionID, _ right: ExpressionID, goesOnWhen outcome: Bool, _ template: Template
    ) -> TemplateShape? {
        checkCondition(left, in: template)
        let outside = scope
        scope.assume(Narrowing.facts(of: left, when: outcome, in: template))
        checkCondition(right, in: template)
        scope = outside
        return .bool
    }

    mutating func conditional(
        _ condition: ExpressionID, _ then: ExpressionID, _ otherwise: ExpressionID, _ id: ExpressionID,
        _ template: Template
    ) -> TemplateShape? {
        checkCondition(condition, in: template)
        let outside = scope
        scope.assume(Narrowing.facts(of: condition, when: true, in: template))
        let first = shape(of: then, in: template)
        scope = outside
        scope.assume(Narrowing.facts(of: condition, when: false, in: template))
        let second = shape(of: otherwise, in: template)
        scope = outside
        guard let first, let second else { return nil }
        return first.united(with: second) ?? .any
    }

    mutating func binary(
        _ symbol: BinaryOperator, _ left: ExpressionID, _ right: ExpressionID, _ id: ExpressionID,
        _ template: Template
    ) -> TemplateShape? {
        switch symbol {
        case .equal, .notEqual: return equality(left, right, id, template)
        case .contained, .notContained: return containment(symbol, left, right, id, template)
        case .less, .lessEqual, .greater, .greaterEqual, .add, .subtract: break
        }
        let first = nonNullShape(of: left, in: template)
        guard let second = nonNullShape(of: right, in: template), let first else { return nil }
        switch (first, second) {
        case (.number, .number): return symbol == .add || symbol == .subtract ? .number : .bool
        case _ where symbol != .subtract && first.isString && second.isString:
            return symbol == .add ? .string : .bool
        case (.list(let one), .list(let other)) where symbol == .add: return .list(.union(of: [one, other]))
        default: return wrongOperands(symbol, first, second, id, template)
        }
    }

    private mutating func equality(
        _ left: ExpressionID, _ right: ExpressionID, _ id: ExpressionID, _ template: Template
    ) -> TemplateShape? {
        guard let first = shape(of: left, in: template), let second = shape(of: right, in: template) else {
            return nil
        }
        guard isComparable(first.unwrapped, second.unwrapped) else {
            return wrongOperands(.equal, first.unwrapped, second.unwrapped, id, template)
        }
        checkChoice(first.unwrapped, right, in: template)
        checkChoice(second.unwrapped, left, in: template)
        return .bool
    }

    private func isComparable(_ left: TemplateShape, _ right: TemplateShape) -> Bool {
        left == .any || right == .any || left.united(with: right) != nil
    }

    /// Reports a literal text that a value with known texts never is.
    private mutating func checkChoice(_ shape: TemplateShape, _ other: ExpressionID, in template: Template) {
        guard case .choice(let choices) = shape, case .string(let text) = literal(other, in: template),
            choices.count > 1, !choices.contains(text)
        else { return }
        report(
            "impossible-comparison", "the value is never \"\(text)\"", other, template,
            help: nearestName(to: text, among: choices).map { "did you mean \"\($0)\"?" }
                ?? "it is one of " + choices.joined(separator: ", "))
    }

    private mutating func containment(
        _ symbol: BinaryOperator, _ part: ExpressionID, _ whole: ExpressionID, _ id: ExpressionID,
        _ template: Template
    ) -> TemplateShape? {
        let part = shape(of: part, in: template)
        guard let whole = nonNullShape(of: whole, in: template), let part else { return nil }
        if Filter.canContain(whole, part) { return .bool }
        return wrongOperands(symbol, part, whole, id, template)
    }

    private mutating func wrongOperands(
        _ symbol: BinaryOperator, _ left: TemplateShape, _ right: TemplateShape, _ id: ExpressionID,
        _ template: Template
    ) -> TemplateShape? {
        report(
            "wrong-type", "\"\(symbol.rawValue)\" cannot be applied to \(left.name) and \(right.name)", id,
            template)
        return nil
    }

    // MARK: Filters

    mutating func filtered(
        _ filter: Filter, _ base: ExpressionID, _ arguments: [ExpressionID], _ id: ExpressionID,
        _ template: Template
    ) -> TemplateShape? {
        let shape =
            filter.takesNull ? self.shape(of: base, in: template) : nonNullShape(of: base, in: template)
        var known: [Filter.Argument] = []
        for argument in arguments {
            guard let shape = self.shape(of: argument, in: template) else { return nil }
            known.append(Filter.Argument(shape: shape, literal: literal(argument, in: template)))
        }
        guard let shape else { return nil }
        switch filter.signature(shape, known) {
        case .shape(.nullable(let item)) where filter.isNullOnlyWhenEmpty:
            let isFilled = scope.knows(Narrowing.path(of: base, in: template), .notEmpty)
            return isFilled ? item : .nullable(item)
        case .shape(let result): return result
        case .unknownField(let name, let known):
            report(
                "unknown-field", "the records have no field \"\(name)\"", arguments.first ?? id, template,
                help: nearestName(to: name, among: known).map { "did you mean \"\($0)\"?" })
            return nil
        case .needs(let wanted):
            report(
                "wrong-type", "the filter \"\(filter.name)\" needs \(wanted), this is \(shape.name)", id,
                template)
            return nil
        }
    }

    // MARK: Writing

    /// Checks a value that is written at a place.
    mutating func checkWriting(_ id: ExpressionID, at place: Place, in template: Template) {
        guard let shape = shape(of: id, in: template) else { return }
        guard let wanted = Self.need(of: place) else { return }
        guard !shape.isNullable else { return reportNull(id, template) }
        guard !wanted.takes(shape) else { return }
        report("wrong-type", "\(wanted.text) is needed here, this is \(shape.name)", id, template)
    }

    /// What a place takes; nil when it takes every value.
    private static func need(of place: Place) -> (text: String, takes: (TemplateShape) -> Bool)? {
        switch place {
        case .expression, .json, .unclear: return nil
        case .key: return ("a string", { $0.isString || $0 == .number })
        case .identifier: return ("an identifier", { $0.isString })
        case .identifierPart, .beforeDash: return ("an identifier", { $0.isString || $0 == .number })
        case .root: return ("an identifier or a reference", { $0.isString || $0 == .reference })
        default: return ("a string, a number or a bool", { $0.hasText })
        }
    }
}
