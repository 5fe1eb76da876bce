import Diagnostics
import HCL
import Terraform

extension Evaluator {
    /// The value of an expression.
    func value(of expression: Expression, in frame: Frame) -> Value {
        switch expression {
        case .literal(let literal): return constant(literal, frame.file)
        case .invalid: return .anything
        case .parentheses(let parentheses): return self.value(of: parentheses.inner, in: frame)
        default: return deeper { compound(expression, frame) }
        }
    }

    private func constant(_ literal: LiteralExpression, _ file: ConfigFile) -> Value {
        switch literal.kind {
        case .string: return .string(file.text(of: literal))
        case .number: return Double(file.text(of: literal.range)).map { .number($0) } ?? .unknown(.number)
        case .true: return .bool(true)
        case .false: return .bool(false)
        case .null: return .null
        }
    }

    private func compound(_ expression: Expression, _ frame: Frame) -> Value {
        switch expression {
        case .literal, .invalid, .parentheses: return .anything
        case .template(let template): return self.template(template, frame)
        case .traversal(let traversal): return self.traversal(traversal, frame)
        case .relativeTraversal(let traversal):
            return apply(traversal.steps[...], to: self.value(of: traversal.base, in: frame), frame)
        case .operation(let operation): return self.operation(operation, frame)
        case .unaryOperation(let operation): return self.unaryOperation(operation, frame)
        case .conditional(let conditional): return self.conditional(conditional, frame)
        case .call(let call): return self.call(call, frame)
        case .tuple(let tuple): return .tuple(tuple.items.map { self.value(of: $0, in: frame) })
        case .object(let object): return self.object(object, frame)
        case .forExpression(let expression): return forExpression(expression, frame)
        }
    }

    private func object(_ object: ObjectConstructor, _ frame: Frame) -> Value {
        var entries: [(key: String, value: Value)] = []
        entries.reserveCapacity(object.items.count)
        var hasUnknownKey = false
        var marks: Value.Marks = []
        for item in object.items {
            let entry = self.value(of: item.value, in: frame)
            if case .traversal(let traversal) = item.key, traversal.steps.isEmpty {
                entries.append((frame.file.root(of: traversal), entry))
                continue
            }
            let (key, keyMarks) = self.value(of: item.key, in: frame).unmarked
            marks.formUnion(keyMarks)
            if let text = key.text {
                entries.append((text, entry))
                continue
            }
            hasUnknownKey = true
            if key.isNull {
                report(.nullValue, "the key of an object cannot be null", at: item.key.range, frame.scope)
            } else if !key.type.isPrimitive, key.type != .any {
                report(
                    .invalidOperand, "the key of an object must be a string, this is \(key.type.words)",
                    at: item.key.range, frame.scope)
            }
        }
        return (hasUnknownKey ? Value.anything : .object(Value.Entries(entries))).marked(marks)
    }

    private func conditional(_ conditional: Conditional, _ frame: Frame) -> Value {
        let (condition, marks) = self.value(of: conditional.condition, in: frame).unmarked
        let chosen = condition.bool
        if chosen == nil { checkCondition(condition, conditional.condition, frame) }
        // What goes wrong in a branch counts only where it is certain that the branch is taken.
        let first = branch(conditional.trueResult, isTaken: chosen == true, frame)
        let second = branch(conditional.falseResult, isTaken: chosen == false, frame)
        let types = (first.plain.type, second.plain.type)
        guard let type = ValueType.common(types.0, types.1) else {
            report(
                .inconsistentConditional,
                "the two results have types that do not go together: \(types.0.words) and \(types.1.words)",
                at: conditional.trueResult.range.union(conditional.falseResult.range), frame.scope,
                help: "Terraform needs one type for both")
            return .anything
        }
        guard let chosen else {
            // Marks of both branches may come; those of neither would be too few.
            let both = first.unmarked.marks.union(second.unmarked.marks)
            return Value.unknown(type).marked(marks.union(both))
        }
        let result = chosen ? first : second
        // Where the other one is a set, a list becomes a set too.
        if Self.isListBesideSet(types.0, types.1), let items = result.items {
            return Value.set(Conversion.distinct(items), of: .any).marked(marks)
        }
        // Where nobody knows what the other one is, an empty list may be anything that is empty.
        if type == .any, result.items?.isEmpty == true { return Value.anything.marked(marks) }
        if type == .string, !result.isNull {
            let (plain, more) = result.unmarked
            let text: Value =
                plain.isKnown ? plain.text.map { .string($0) } ?? .unknown(.string) : .unknown(.string)
            return text.marked(marks.union(more))
        }
        return result.marked(marks)
    }

    private static func isListBesideSet(_ left: ValueType, _ right: ValueType) -> Bool {
        switch (left, right) {
        case (.tuple, .set), (.set, .tuple), (.list, .set), (.set, .list): return true
        default: return false
        }
    }

    private func branch(_ expression: Expression, isTaken: Bool, _ frame: Frame) -> Value {
        isTaken ? self.value(of: expression, in: frame) : silently { self.value(of: expression, in: frame) }
    }

    private func checkCondition(_ value: Value, _ expression: Expression, _ frame: Frame) {
        if value.isNull {
            report(.nullValue, "the condition is null", at: expression.range, frame.scope)
        } else if value.type != .any, value.type != .bool, value.type != .string || value.isKnown {
            report(
                .invalidCondition, "the condition must be true or false, this is \(value.type.words)",
                at: expression.range, frame.scope)
        }
    }

    // MARK: - Templates

    private func template(_ template: Template, _ frame: Frame) -> Value {
        if let wrapped = template.wrappedExpression, !template.isHeredoc {
            return self.value(of: wrapped, in: frame)
        }
        var text: String? = ""
        var marks: Value.Marks = []
        append(template.parts, of: template, to: &text, &marks, frame)
        return (text.map { Value.string($0) } ?? .unknown(.string)).marked(marks)
    }

    private func append(
        _ parts: [TemplatePart], of template: Template, to text: inout String?, _ marks: inout Value.Marks,
        _ frame: Frame
    ) {
        for part in parts {
            switch part {
            case .text(let piece):
                if text != nil { text? += frame.file.text(of: piece, in: template) }
            case .interpolation(let interpolation):
                append(interpolation.expression, to: &text, &marks, frame)
            case .ifDirective(let directive):
                let (condition, more) = self.value(of: directive.condition, in: frame).unmarked
                marks.formUnion(more)
                guard let isTrue = condition.bool else {
                    text = nil
                    checkCondition(condition, directive.condition, frame)
                    continue
                }
                let chosen = isTrue ? directive.trueParts : directive.falseParts ?? []
                append(chosen, of: template, to: &text, &marks, frame)
            case .forDirective(let directive):
                let (collection, more) = self.value(of: directive.collection, in: frame).unmarked
                marks.formUnion(more)
                let rounds = self.rounds(
                    over: collection, at: directive.collection.range, frame, directive.keyNameRange,
                    directive.valueNameRange)
                if !rounds.isExact { text = nil }
                for round in rounds.frames { append(directive.parts, of: template, to: &text, &marks, round) }
            }
            if let length = text?.utf8.count, length > Self.maximumLength { text = nil }
        }
    }

    private func append(
        _ expression: Expression, to text: inout String?, _ marks: inout Value.Marks, _ frame: Frame
    ) {
        let (value, more) = self.value(of: expression, in: frame).unmarked
        marks.formUnion(more)
        if let piece = value.text {
            text? += piece
            return
        }
        text = nil
        if value.isNull {
            report(
                .nullValue, "a null value cannot stand in a string", at: expression.range, frame.scope)
        } else if !value.type.isPrimitive, value.type != .any {
            report(
                .invalidTemplateValue, "\(value.type.words) cannot stand in a string", at: expression.range,
                frame.scope, help: "pick a part of it, or use join() or jsonencode()")
        }
    }

    // MARK: - For expressions

    /// The keys and values of an iteration; inexact, with one pair for all, where these are not known.
    func iterations(
        over collection: Value, at range: SourceRange, _ frame: Frame
    ) -> (pairs: [(key: Value, value: Value)], isExact: Bool) {
        if case .set(let items, _) = collection {
            return (items.map { ($0, $0) }, items.allSatisfy(\.isWhollyKnown))
        }
        if let items = collection.items {
            return (items.enumerated().map { (.number(Double($0)), $1) }, true)
        }
        if let entries = collection.entries { return (entries.pairs.map { (.string($0), $1) }, true) }
        if collection.isNull {
            report(.nullValue, "a null value cannot be iterated over", at: range, frame.scope)
            return ([], false)
        }
        let type = collection.type
        guard let element = type.element else {
            report(.invalidIteration, "\(type.words) cannot be iterated over", at: range, frame.scope)
            return ([], false)
        }
        switch type {
        case .list, .tuple: return ([(.unknown(.number), .unknown(element))], false)
        case .map, .object: return ([(.unknown(.string), .unknown(element))], false)
        case .set: return ([(.unknown(element), .unknown(element))], false)
        default: return ([(.anything, .unknown(element))], false)
        }
    }

    /// The frames of the rounds of an iteration, in which its names have their values.
    private func rounds(
        over collection: Value, at range: SourceRange, _ frame: Frame, _ keyName: SourceRange?,
        _ valueName: SourceRange
    ) -> (frames: [Frame], isExact: Bool) {
        let (pairs, isExact) = iterations(over: collection, at: range, frame)
        let names = (key: keyName.map { frame.file.text(of: $0) }, value: frame.file.text(of: valueName))
        let frames = pairs.map { pair in
            var round = frame
            if let key = names.key { round.names.append((key, pair.key)) }
            round.names.append((names.value, pair.value))
            return round
        }
        return (frames, isExact)
    }

    private func forExpression(_ expression: ForExpression, _ frame: Frame) -> Value {
        let (collection, marks) = self.value(of: expression.collection, in: frame).unmarked
        let rounds = self.rounds(
            over: collection, at: expression.collection.range, frame, expression.keyNameRange,
            expression.valueNameRange)
        var isExact = rounds.isExact
        // There may be no items at all.
        let outer = isInDoubt
        if !isExact { isInDoubt = true }
        defer { isInDoubt = outer }
        var items: [Value] = []
        var keys: [String] = []
        for round in rounds.frames {
            if let condition = expression.condition {
                let (isKept, _) = self.value(of: condition, in: round).unmarked
                if isKept.bool == nil {
                    isExact = false
                    checkCondition(isKept, condition, round)
                } else if isKept.bool == false {
                    continue
                }
            }
            if let key = expression.key {
                let text = self.value(of: key, in: round)
                if let known = text.text { keys.append(known) } else { isExact = false }
                if text.isNull {
                    report(.nullValue, "the key of an object cannot be null", at: key.range, frame.scope)
                } else if !text.plain.type.isPrimitive, text.plain.type != .any {
                    report(
                        .invalidOperand,
                        "the key of an object must be a string, this is \(text.plain.type.words)",
                        at: key.range,
                        frame.scope)
                }
            }
            items.append(self.value(of: expression.value, in: round))
        }
        let result =
            expression.key == nil
            ? tuple(items, isExact) : object(keys, items, isExact, expression, frame)
        return result.marked(marks)
    }

    private func tuple(_ items: [Value], _ isExact: Bool) -> Value {
        if isExact { return .tuple(items) }
        // A tuple of unknown length: nobody can say what its items are, but that they are of this type.
        return .unknown(.list(ValueType.common(items.map(\.type)) ?? .any))
    }

    private func object(
        _ keys: [String], _ items: [Value], _ isExact: Bool, _ expression: ForExpression, _ frame: Frame
    ) -> Value {
        guard isExact else { return .unknown(.map(.any)) }
        var entries = Value.Entries()
        guard expression.ellipsisRange != nil else {
            for (key, item) in zip(keys, items) {
                if entries[key] != nil {
                    report(
                        .duplicateObjectKey, "two items have the key \"\(key)\"",
                        at: expression.key?.range ?? expression.range, frame.scope,
                        help: "write \"...\" behind the value to group the values of equal keys")
                }
                entries[key] = item
            }
            return .object(entries)
        }
        for (key, item) in zip(keys, items) { entries[key] = .tuple((entries[key]?.items ?? []) + [item]) }
        return .object(entries)
    }
}
