import Diagnostics
import HCL
import Terraform

/// The attribute of a resource that a value is taken from, unchanged.
struct Origin {
    /// The scope that the resource stands in, and the resource.
    let scope: Int
    let resource: Resource

    /// The key of its instance; nil for a resource without instances.
    let key: String?

    /// The attribute; nil for the whole resource.
    let attribute: String?

    /// The outputs that hand it on, the innermost first, each with the scope of its module.
    var outputs: [(scope: Int, output: Int)] = []

    /// Whether both are of the same resource and instance.
    func isSameObject(as other: Origin) -> Bool {
        scope == other.scope && resource.key == other.resource.key && key == other.key
    }

    /// What tells the resource instance from all others of the tree.
    var identity: String { "\(scope) \(resource.key) \(key ?? "")" }
}

/// Follows expressions back to the resource that their value comes from: through locals, arguments of modules, their
/// outputs, objects, for expressions and the functions that hand a value on.
///
/// Nil where the trail is lost; nothing is guessed.
struct Trail {
    let values: Evaluator

    /// How many hops are followed.
    static let maximumDepth = 60

    /// Where an expression stands.
    struct Place {
        var scope: Int
        var repetition: Repetition = .none

        /// What `each` goes over.
        var forEach: Expression?

        /// What the names of for expressions mean.
        var bound: [Binding] = []
    }

    /// A name of a for expression, and what it means.
    struct Binding {
        var name: String
        var element: Element
    }

    /// What a name of a for expression means.
    indirect enum Element {
        case item(of: Expression, key: String, in: Place)
        case key(String)

        /// The iterator of a `dynamic` block, with `key` and `value`.
        case iterator(of: Expression, key: String, in: Place)
    }

    /// Where the value of an argument comes from.
    func origin(of expression: Expression, in block: BlockInstance) -> Origin? {
        origin(of: expression, in: Self.place(of: block))
    }

    func origin(of expression: Expression, in place: Place) -> Origin? {
        follow(expression, [], place, Self.maximumDepth)
    }

    /// Where the expressions of a resource stand.
    static func place(of block: BlockInstance) -> Place {
        Place(scope: block.scope, repetition: block.repetition, forEach: block.resource.forEach)
    }

    // MARK: - Expressions

    func follow(_ expression: Expression, _ steps: [String], _ place: Place, _ depth: Int) -> Origin? {
        guard depth > 0 else { return nil }
        switch expression {
        case .traversal(let traversal): return follow(traversal, steps, place, depth - 1)
        case .relativeTraversal(let traversal):
            guard let own = names(of: traversal.steps[...], then: steps, place) else { return nil }
            return follow(traversal.base, own, place, depth - 1)
        case .parentheses(let parentheses): return follow(parentheses.inner, steps, place, depth - 1)
        case .template(let template):
            return template.wrappedExpression.flatMap { follow($0, steps, place, depth - 1) }
        case .conditional(let conditional): return follow(conditional, steps, place, depth - 1)
        case .tuple(let tuple):
            guard let index = steps.first.flatMap({ Int($0) }), tuple.items.indices.contains(index) else {
                return nil
            }
            return follow(tuple.items[index], Array(steps.dropFirst()), place, depth - 1)
        case .object(let object):
            guard let name = steps.first, let item = item(name, of: object, place) else { return nil }
            return follow(item.value, Array(steps.dropFirst()), place, depth - 1)
        case .forExpression(let expression): return follow(expression, steps, place, depth - 1)
        case .call(let call): return follow(call, steps, place, depth - 1)
        default: return nil
        }
    }

    private func follow(_ conditional: Conditional, _ steps: [String], _ place: Place, _ depth: Int)
        -> Origin?
    {
        switch value(of: conditional.condition, in: place).bool {
        case true?: return follow(conditional.trueResult, steps, place, depth)
        case false?: return follow(conditional.falseResult, steps, place, depth)
        case nil: return nil
        }
    }

    private func item(_ name: String, of object: ObjectConstructor, _ place: Place) -> ObjectConstructor.Item?
    {
        guard let file = file(of: object.range.file, place) else { return nil }
        return object.items.last { item in
            (file.constantKey(of: item) ?? value(of: item.key, in: place).text) == name
        }
    }

    private func follow(
        _ expression: ForExpression, _ steps: [String], _ place: Place, _ depth: Int
    ) -> Origin? {
        guard let key = steps.first, let file = file(of: expression.range.file, place),
            expression.ellipsisRange == nil
        else { return nil }
        let keyName = expression.keyNameRange.map { file.text(of: $0) }
        if let made = expression.key {
            // Only where the keys stay what they were it is certain which item is meant.
            guard case .traversal(let traversal) = made, traversal.steps.isEmpty,
                file.root(of: traversal) == keyName
            else { return nil }
        } else if expression.condition != nil {
            return nil
        }
        var inner = place
        let name = file.text(of: expression.valueNameRange)
        inner.bound.append(
            Binding(name: name, element: .item(of: expression.collection, key: key, in: place)))
        if let keyName { inner.bound.append(Binding(name: keyName, element: .key(key))) }
        return follow(expression.value, Array(steps.dropFirst()), inner, depth)
    }

    private func follow(_ call: FunctionCall, _ steps: [String], _ place: Place, _ depth: Int) -> Origin? {
        guard let file = file(of: call.nameRange.file, place), let first = call.arguments.first,
            call.ellipsisRange == nil
        else { return nil }
        switch file.name(of: call) {
        case "nonsensitive", "sensitive", "tostring", "tolist", "tomap":
            return follow(first, steps, place, depth)
        case "one": return follow(first, ["0"] + steps, place, depth)
        case "element", "lookup":
            guard call.arguments.count > 1, let key = value(of: call.arguments[1], in: place).text else {
                return nil
            }
            return follow(first, [key] + steps, place, depth)
        case "merge":
            guard let name = steps.first,
                let last = call.arguments.last(where: { mayHold(name, $0, place) })
            else { return nil }
            return follow(last, steps, place, depth)
        default: return nil
        }
    }

    /// Whether a part of a merged map may be where a key comes from.
    private func mayHold(_ name: String, _ part: Expression, _ place: Place) -> Bool {
        if case .object(let object) = part { return item(name, of: object, place) != nil }
        guard let entries = value(of: part, in: place).entries else { return true }
        return entries[name] != nil
    }

    // MARK: - Names

    private func follow(_ traversal: Traversal, _ steps: [String], _ place: Place, _ depth: Int) -> Origin? {
        guard let file = file(of: traversal.range.file, place) else { return nil }
        let root = file.root(of: traversal)
        if let element = place.bound.last(where: { $0.name == root })?.element {
            guard let own = names(of: traversal.steps[...], then: steps, place) else { return nil }
            switch element {
            case .item(let collection, let key, let outer):
                return follow(collection, [key] + own, outer, depth)
            case .iterator(let collection, let key, let outer) where own.first == "value":
                return follow(collection, [key] + own.dropFirst(), outer, depth)
            default: return nil
            }
        }
        guard case .attribute(let first)? = traversal.steps.first else { return nil }
        let name = file.text(of: first.nameRange)
        switch root {
        case "var", "local", "module", "each":
            guard let rest = names(of: traversal.steps.dropFirst(), then: steps, place) else { return nil }
            return follow(root, name, rest, place, depth)
        case "count", "path", "terraform", "self": return nil
        default: return resource(root, traversal, steps, file, place)
        }
    }

    private func follow(
        _ root: String, _ name: String, _ rest: [String], _ place: Place, _ depth: Int
    ) -> Origin? {
        let module = values.module(of: place.scope)
        switch root {
        case "var": return variable(name, rest, place, depth)
        case "local":
            guard let local = module.locals[name] else { return nil }
            return follow(local.value, rest, Place(scope: place.scope), depth)
        case "module": return output(name, rest, place, depth)
        default:
            guard name == "value", let forEach = place.forEach,
                case .each(let key, _) = place.repetition, let text = key.text
            else { return nil }
            return follow(forEach, [text] + rest, Place(scope: place.scope), depth)
        }
    }

    private func variable(_ name: String, _ rest: [String], _ place: Place, _ depth: Int) -> Origin? {
        let scope = values.scopes[place.scope]
        guard let parent = scope.parent else { return nil }
        let caller = values.module(of: parent)
        let call = caller.calls[scope.call]
        guard let argument = call.arguments.first(where: { caller.name(of: $0) == name }) else { return nil }
        let outer = Place(scope: parent, repetition: scope.repetition, forEach: call.forEach)
        return follow(argument.value, rest, outer, depth)
    }

    private func output(_ name: String, _ rest: [String], _ place: Place, _ depth: Int) -> Origin? {
        let module = values.module(of: place.scope)
        guard let position = module.calls.index(of: name) else { return nil }
        var rest = rest[...]
        let children = values.children(of: place.scope, call: position)
        var child = children.first
        if module.calls[position].isRepeated {
            guard let key = rest.popFirst() else { return nil }
            child = children.first { values.scopes[$0].repetition.hasKey(key) }
        }
        guard let child, let name = rest.popFirst(),
            let output = values.module(of: child).outputs.index(of: name),
            let value = values.module(of: child).outputs[output].value
        else { return nil }
        var origin = follow(value, Array(rest), Place(scope: child), depth)
        origin?.outputs.append((child, output))
        return origin
    }

    private func resource(
        _ root: String, _ traversal: Traversal, _ steps: [String], _ file: ConfigFile, _ place: Place
    ) -> Origin? {
        let modes: [String: Resource.Mode] = ["data": .data, "ephemeral": .ephemeral, "resource": .managed]
        guard var all = names(of: traversal.steps[...], then: steps, place)?[...] else { return nil }
        let mode = modes[root]
        let type = mode == nil ? root : all.popFirst()
        guard let type, let name = all.popFirst(),
            let resource = values.module(of: place.scope).resources[
                Resource.key(mode ?? .managed, type, name)]
        else { return nil }
        var key: String?
        if resource.isRepeated {
            guard let first = all.popFirst() else { return nil }
            key = first
        }
        return Origin(scope: place.scope, resource: resource, key: key, attribute: all.first)
    }

    // MARK: - Steps

    /// The steps of a traversal and those that follow, as names and keys; nil where one of them is not known.
    private func names(
        of own: ArraySlice<TraversalStep>, then steps: [String], _ place: Place
    ) -> [String]? {
        var names: [String] = []
        for (position, step) in zip(own.indices, own) {
            guard let file = file(of: step.range.file, place) else { return nil }
            switch step {
            case .attribute(let step): names.append(file.text(of: step.nameRange))
            case .legacyIndex(let range): names.append(String(file.text(of: range).drop { !$0.isNumber }))
            case .index(let step):
                guard let key = key(step.key, place) else { return nil }
                names.append(key)
            case .fullSplat, .attributeSplat:
                // What is picked of the list that comes out is picked of what is read from.
                guard let picked = steps.first,
                    let rest = self.names(of: own[(position + 1)...], then: [], place)
                else { return nil }
                return names + [picked] + rest + steps.dropFirst()
            }
        }
        return names + steps
    }

    private func key(_ expression: Expression, _ place: Place) -> String? {
        if case .traversal(let traversal) = expression, traversal.steps.isEmpty,
            let file = file(of: traversal.range.file, place),
            let bound = place.bound.last(where: { $0.name == file.root(of: traversal) })
        {
            guard case .key(let key) = bound.element else { return nil }
            return key
        }
        return value(of: expression, in: place).text
    }

    private func value(of expression: Expression, in place: Place) -> Value {
        values.silently {
            var frame = values.frame(place.scope, at: expression.range, place.repetition)
            for binding in place.bound {
                // What stands for items of collections is not known as a value.
                var value = Value.anything
                if case .key(let key) = binding.element { value = .string(key) }
                frame.names.append((binding.name, value))
            }
            return values.value(of: expression, in: frame)
        }
    }

    private func file(of id: FileID, _ place: Place) -> ConfigFile? {
        values.module(of: place.scope).file(of: SourceRange(file: id, start: 0, end: 0))
    }
}
