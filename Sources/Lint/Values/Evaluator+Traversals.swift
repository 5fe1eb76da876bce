import Diagnostics
import HCL
import Terraform

extension Evaluator {
    /// The value of a name and of what is read from it.
    func traversal(_ traversal: Traversal, _ frame: Frame) -> Value {
        if !frame.names.isEmpty {
            for (name, value) in frame.names.reversed() where frame.file.spells(traversal.rootRange, name) {
                return apply(traversal.steps[...], to: value, frame)
            }
        }
        let (subject, count) = subject(of: traversal, frame)
        return apply(traversal.steps.dropFirst(count), to: subject, frame)
    }

    /// What a reference leads to, and how many steps that takes.
    private func subject(of traversal: Traversal, _ frame: Frame) -> (Value, Int) {
        let all = traversal.steps.count
        guard case .attribute(let step)? = traversal.steps.first else { return (.anything, all) }
        let root = frame.file.root(of: traversal)
        let name = frame.file.text(of: step.nameRange)
        let scope = frame.scope
        switch root {
        case "var":
            guard let position = box(of: scope).module.variables.index(of: name) else {
                return (.anything, all)
            }
            return (variable(position, in: scope), 1)
        case "local":
            guard let position = box(of: scope).module.locals.index(of: name) else { return (.anything, all) }
            return (local(position, in: scope), 1)
        case "module": return (call(name, traversal, frame), all)
        case "each":
            guard case .each(let key, let value) = frame.repetition else { return (.anything, all) }
            return (name == "key" ? key : value, 1)
        case "count":
            guard case .count(let index) = frame.repetition else { return (.unknown(.number), all) }
            return (index, 1)
        case "path": return (.unknown(.string), 1)
        case "terraform": return (name == "applying" ? .unknown(.bool) : .unknown(.string), 1)
        case "self": return (frame.itself, 0)
        case "data": return resource(.data, traversal, from: 0, frame)
        case "ephemeral": return resource(.ephemeral, traversal, from: 0, frame)
        case "resource": return resource(.managed, traversal, from: 0, frame)
        default: return resource(.managed, traversal, from: -1, frame)
        }
    }

    private func resource(
        _ mode: Resource.Mode, _ traversal: Traversal, from start: Int, _ frame: Frame
    ) -> (Value, Int) {
        let all = traversal.steps.count
        let file = frame.file
        guard all > start + 1, case .attribute(let nameStep) = traversal.steps[start + 1] else {
            return (.anything, all)
        }
        var type = file.root(of: traversal)
        if start >= 0 {
            guard case .attribute(let step) = traversal.steps[start] else { return (.anything, all) }
            type = file.text(of: step.nameRange)
        }
        let key = Resource.key(mode, type, file.text(of: nameStep.nameRange))
        let resources = box(of: frame.scope).module.resources
        guard let position = resources.index(of: key) else { return (.anything, all) }
        let resource = resources[position]
        if rootValues != nil, let found = given(resource, traversal.steps, from: start + 2, frame) {
            return found
        }
        let value = instances(ofResource: position, traversal.steps.dropFirst(start + 2).first, frame)
        return (mode == .ephemeral ? value.marked(.ephemeral) : value, start + 2)
    }

    /// What is known of a resource; nothing where a rule about keys finds the first step behind it wrong.
    private func instances(ofResource position: Int, _ step: TraversalStep?, _ frame: Frame) -> Value {
        guard let type = type(ofResource: position, in: frame.scope) else { return .anything }
        switch (step, type) {
        case (nil, _), (.attribute, .provided): return .unknown(type)
        case (.index, .list), (.index, .map), (.legacyIndex, .list): return .unknown(type)
        case (.fullSplat, .list), (.attributeSplat, .list): return .unknown(type)
        default: return .anything
        }
    }

    /// The argument of a resource that steps read as an attribute; nil where that is not known.
    private func given(
        _ resource: Resource, _ steps: [TraversalStep], from start: Int, _ frame: Frame
    ) -> (Value, Int)? {
        var repetition = Repetition.none
        var position = start
        if resource.isRepeated {
            guard position < steps.count, case .index(let step) = steps[position],
                let key = value(of: step.key, in: frame).text,
                let found = repetitions(resource.count, resource.forEach, in: frame.scope).first(where: {
                    $0.hasKey(key)
                })
            else { return nil }
            repetition = found
            position += 1
        }
        guard position < steps.count, case .attribute(let step) = steps[position],
            let value = given(frame.file.text(of: step.nameRange), to: resource, repetition, in: frame.scope)
        else { return nil }
        return (value, position + 1)
    }

    // MARK: - Module calls

    /// The value of `module.name` and of what is read from it.
    private func call(_ name: String, _ traversal: Traversal, _ frame: Frame) -> Value {
        let box = box(of: frame.scope)
        guard let position = box.module.calls.index(of: name) else { return .anything }
        let steps = traversal.steps.dropFirst()
        let call = box.module.calls[position]
        let children = children(of: frame.scope, call: position)
        let isKnown = tree.module(calledBy: position, of: scopes[frame.scope].module).map { isComplete[$0] }
        guard isKnown == true, let first = children.first ?? nil else { return .anything }
        // What rules of their own report about keys and outputs is not told twice.
        if isReportedElsewhere(steps, call, first, frame) {
            failed()
            return .anything
        }
        return call.isRepeated
            ? apply(steps, to: repeated(call, children), frame) : outputs(of: first, steps, frame)
    }

    /// Whether a rule about references finds the first steps behind a call wrong.
    private func isReportedElsewhere(
        _ steps: ArraySlice<TraversalStep>, _ call: ModuleCall, _ scope: Int, _ frame: Frame
    ) -> Bool {
        let outputs = box(of: scope).module.outputs
        switch steps.first {
        case .attribute(let step)?:
            let isOutput = outputs.index(of: frame.file.text(of: step.nameRange)) != nil
            return call.isRepeated ? call.count != nil || isOutput : !isOutput
        case .index(let step)? where !call.isRepeated:
            let key = silently { value(of: step.key, in: frame) }
            if case .number = key { return true }
            return frame.file.constantText(of: step.key).map { outputs.index(of: $0) == nil } ?? false
        case .index(let step)?:
            if case .number? = frame.file.constant(of: step.key), call.forEach != nil { return true }
            fallthrough
        case .fullSplat?, .attributeSplat?:
            guard case .attribute(let step)? = steps.dropFirst().first else { return false }
            return outputs.index(of: frame.file.text(of: step.nameRange)) == nil
        default: return false
        }
    }

    /// One output of a module, or all of them as an object.
    private func outputs(of scope: Int, _ steps: ArraySlice<TraversalStep>, _ frame: Frame) -> Value {
        let outputs = box(of: scope).module.outputs
        if case .attribute(let step)? = steps.first {
            guard let position = outputs.index(of: frame.file.text(of: step.nameRange)) else {
                return .anything
            }
            return apply(steps.dropFirst(), to: output(position, in: scope), frame)
        }
        return apply(steps, to: wholeObject(scope), frame)
    }

    private func wholeObject(_ scope: Int) -> Value {
        let outputs = box(of: scope).module.outputs
        return .object(Value.Entries(outputs.indices.map { (outputs[$0].key, output($0, in: scope)) }))
    }

    /// The instances of a repeated module call.
    private func repeated(_ call: ModuleCall, _ children: [Int]) -> Value {
        let isExact = children.allSatisfy { child in
            switch scopes[child].repetition {
            case .count(let index): return index.isKnown
            case .each(let key, _): return key.isKnown
            case .none: return false
            }
        }
        let objects = children.map { wholeObject($0) }
        guard isExact else {
            let type = objects.first?.type ?? .any
            return .unknown(call.count != nil ? .list(type) : .map(type))
        }
        if call.count != nil { return .tuple(objects) }
        var entries = Value.Entries()
        for (child, object) in zip(children, objects) {
            if case .each(let key, _) = scopes[child].repetition, let text = key.text {
                entries[text] = object
            }
        }
        return .object(entries)
    }

    // MARK: - Steps

    /// What steps read from a value.
    func apply(_ steps: ArraySlice<TraversalStep>, to value: Value, _ frame: Frame) -> Value {
        guard let step = steps.first else { return value }
        if case .unknown(.any) = value { return checkKeys(of: steps, frame) }
        let (plain, marks) = value.unmarked
        let rest = steps.dropFirst()
        switch step {
        case .attribute(let step):
            let member = attribute(frame.file.text(of: step.nameRange), of: plain, at: step.nameRange, frame)
            return apply(rest, to: member, frame).marked(marks)
        case .index(let step):
            let (key, more) = self.value(of: step.key, in: frame).unmarked
            let item = index(key, of: plain, at: step.range, frame)
            return apply(rest, to: item, frame).marked(marks.union(more))
        case .legacyIndex(let range):
            let digits = frame.file.text(of: range).drop { !$0.isNumber }
            let item = index(.number(Double(digits) ?? 0), of: plain, at: range, frame)
            return apply(rest, to: item, frame).marked(marks)
        case .fullSplat: return splat(rest, rest.endIndex, of: plain, frame).marked(marks)
        case .attributeSplat:
            // Behind `.*` only attributes are read from each item.
            let end =
                rest.firstIndex { step in
                    if case .index = step { return true }
                    if case .fullSplat = step { return true }
                    return false
                } ?? rest.endIndex
            return splat(rest, end, of: plain, frame).marked(marks)
        }
    }

    /// Looks for what is wrong within brackets behind an unknown value.
    private func checkKeys(of steps: ArraySlice<TraversalStep>, _ frame: Frame) -> Value {
        for case .index(let step) in steps { _ = self.value(of: step.key, in: frame) }
        return .anything
    }

    private func splat(
        _ steps: ArraySlice<TraversalStep>, _ end: Int, of value: Value, _ frame: Frame
    ) -> Value {
        let inner = steps[..<end]
        let outer = steps[end...]
        let result: Value
        switch value {
        case .null: result = .tuple([])
        case .tuple(let items), .list(let items, _), .set(let items, _):
            result = .tuple(items.map { apply(inner, to: $0, frame) })
        case .unknown(.list(let element)), .unknown(.set(let element)):
            result = .unknown(.list(apply(inner, to: .unknown(element), frame).type))
        case .unknown(.tuple(let types)):
            result = .tuple(types.map { apply(inner, to: .unknown($0), frame) })
        case .unknown: result = .anything
        default: result = .tuple([apply(inner, to: value, frame)])
        }
        return apply(outer, to: result, frame)
    }

    /// What a member of a name is.
    private func attribute(_ name: String, of value: Value, at range: SourceRange, _ frame: Frame) -> Value {
        switch value {
        case .unknown(.any), .marked: return .anything
        case .unknown(.provided(let type)): return member(name, of: type, at: range, frame)
        case .unknown(.map(let element)): return .unknown(element)
        case .unknown(.object(let members)):
            if let type = members[name] { return .unknown(type) }
            return fail(name, among: members.keys.sorted(), at: range, frame)
        case .object(let entries):
            if let member = entries[name] { return member }
            return fail(name, among: entries.keys, at: range, frame)
        case .map(let entries, let element):
            if let member = entries[name] { return member }
            if entries.isEmpty { return missingElement(name, [], element, at: range, frame) }
            return missingElement(name, entries.keys, element, at: range, frame)
        case .null:
            report(.nullValue, "\"\(name)\" is read from a null value", at: range, frame.scope)
            return .anything
        default:
            var help: String?
            switch value.type {
            case .list(.object), .tuple, .list(.map), .set(.object):
                help = "pick an item ([0]), or read \"\(name)\" of all items ([*].\(name))"
            default: break
            }
            report(
                .unknownAttribute, "\(value.type.words) has no attribute \"\(name)\"", at: range, frame.scope,
                help: help)
            return .anything
        }
    }

    /// What the provider knows of an attribute.
    private func member(
        _ name: String, of type: ProvidedType, at range: SourceRange, _ frame: Frame
    ) -> Value {
        if let member = type.member(name) {
            return Value.unknown(member.type).marked(member.isSensitive ? .sensitive : [])
        }
        if type.isOpen { return .anything }
        let judgement = type.judgement(ofUnknown: name)
        report(
            .unknownAttribute, "\(type.words) has no attribute \"\(name)\"", at: range, frame.scope,
            severity: judgement.severity, help: judgement.help)
        return .anything
    }

    private func fail(_ name: String, among known: [String], at range: SourceRange, _ frame: Frame) -> Value {
        report(
            .unknownAttribute, "the object has no attribute \"\(name)\"", at: range, frame.scope,
            help: didYouMean(name, among: known) ?? Self.list(known, "attributes"))
        return .anything
    }

    private func missingElement(
        _ key: String, _ known: [String], _ type: ValueType, at range: SourceRange, _ frame: Frame
    ) -> Value {
        report(
            .invalidIndex, "the map has no element \"\(key)\"", at: range, frame.scope,
            help: didYouMean(key, among: known) ?? Self.list(known, "keys"))
        return .unknown(type)
    }

    /// "its keys are ...", where these are few.
    private static func list(_ names: [String], _ what: String) -> String? {
        if names.isEmpty { return "it has no \(what) at all" }
        if names.count > 10 { return nil }
        return "its \(what) are " + names.map { "\"\($0)\"" }.joined(separator: ", ")
    }

    /// The item of a key.
    private func index(_ key: Value, of value: Value, at range: SourceRange, _ frame: Frame) -> Value {
        if key.isNull, value.type != .any {
            report(.nullValue, "the key is null", at: range, frame.scope)
            return .anything
        }
        switch value {
        case .unknown(.any), .unknown(.provided), .marked: return .anything
        case .null:
            report(.nullValue, "an item is read from a null value", at: range, frame.scope)
            return .anything
        case .tuple(let items): return item(key, items, .any, at: range, frame)
        case .list(let items, let element): return item(key, items, element, at: range, frame)
        case .unknown(.tuple(let types)): return item(key, types.map { .unknown($0) }, .any, at: range, frame)
        case .unknown(.list(let element)):
            _ = checkNumber(key, at: range, frame)
            return .unknown(element)
        case .unknown(.map(let element)): return .unknown(element)
        case .map(let entries, let element):
            guard let text = key.text else { return .unknown(element) }
            return entries[text] ?? missingElement(text, entries.keys, element, at: range, frame)
        case .object(let entries): return member(key, of: entries, at: range, frame)
        case .unknown(.object(let members)):
            let entries = Value.Entries(members.map { ($0.key, .unknown($0.value)) })
            return member(key, of: entries, at: range, frame)
        case .set, .unknown(.set):
            report(
                .invalidIndex, "the items of a set have no keys", at: range, frame.scope,
                help: "make it a list with tolist(), or pick its only item with one()")
            return .anything
        default:
            report(.invalidIndex, "\(value.type.words) has no items", at: range, frame.scope)
            return .anything
        }
    }

    private func member(
        _ key: Value, of entries: Value.Entries, at range: SourceRange, _ frame: Frame
    ) -> Value {
        guard let text = key.text else { return .anything }
        if let member = entries[text] { return member }
        report(
            .invalidIndex, "the object has no attribute \"\(text)\"", at: range, frame.scope,
            help: didYouMean(text, among: entries.keys) ?? Self.list(entries.keys, "attributes"))
        return .anything
    }

    private func item(
        _ key: Value, _ items: [Value], _ type: ValueType, at range: SourceRange, _ frame: Frame
    ) -> Value {
        guard checkNumber(key, at: range, frame), let number = key.integer else { return .unknown(type) }
        if items.indices.contains(number) { return items[number] }
        let count = items.count == 1 ? "1 item" : "\(items.count) items"
        report(
            .invalidIndex,
            number < 0
                ? "an index cannot be negative" : "there is no item \(number): the list has \(count)",
            at: range, frame.scope)
        return .unknown(type)
    }

    /// Whether a key is a number, or may be one; reports it otherwise.
    private func checkNumber(_ key: Value, at range: SourceRange, _ frame: Frame) -> Bool {
        switch key {
        case .number: return true
        case .string(let text):
            if Value.number(of: text) != nil { return true }
        case .unknown(let type):
            if type == .any || type == .number || type == .string { return true }
        default: break
        }
        report(.invalidIndex, "the key of a list must be a number", at: range, frame.scope)
        return false
    }
}
