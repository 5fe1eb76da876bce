import Diagnostics
import HCL
import Terraform

/// Finds values that Terraform certainly does not know before it has made a resource.
///
/// Only what cannot be otherwise is called late: what depends on something that is not known here is not.
struct LateValues {
    let values: Evaluator

    private static let maximumDepth = 40

    /// The attribute that makes a value late.
    struct Source {
        var address: String
        var range: SourceRange
    }

    /// Attributes that AWS makes up, whatever the type; and the types of which that is certain.
    private static let attributes: Set = ["arn", "id", "unique_id", "dns_name", "zone_id", "endpoint"]

    private static func isMadeByAWS(_ resource: Resource, _ attribute: String) -> Bool {
        if resource.type.text.hasPrefix("aws_") { return attributes.contains(attribute) }
        return ["null_resource", "terraform_data"].contains(resource.type.text) && attribute == "id"
    }

    /// What makes the value of an expression late; nil where it may be known.
    func source(of expression: Expression, in place: Trail.Place) -> Source? {
        late(expression, place, Self.maximumDepth)
    }

    /// What makes the keys of a `for_each` late.
    func sourceOfKeys(of expression: Expression, in place: Trail.Place) -> Source? {
        keys(expression, place, Self.maximumDepth)
    }

    // MARK: - Values

    private func late(_ expression: Expression, _ place: Trail.Place, _ depth: Int) -> Source? {
        guard depth > 0 else { return nil }
        switch expression {
        case .parentheses(let parentheses): return late(parentheses.inner, place, depth - 1)
        case .traversal(let traversal): return late(traversal, place, depth - 1)
        case .template(let template):
            for case .interpolation(let part) in template.parts {
                if let found = late(part.expression, place, depth - 1) { return found }
            }
            return nil
        case .conditional(let conditional): return late(conditional, place, depth - 1)
        case .unaryOperation(let operation): return late(operation.operand, place, depth - 1)
        case .operation(let operation): return late(operation, place, depth - 1)
        case .call(let call):
            guard let file = file(place, call.nameRange), Self.strict.contains(file.name(of: call)) else {
                return nil
            }
            for argument in call.arguments {
                if let found = late(argument, place, depth - 1) { return found }
            }
            return nil
        default: return nil
        }
    }

    /// Functions that know nothing as long as one of their arguments is not known.
    private static let strict: Set = [
        "lower", "upper", "replace", "split", "trimprefix", "trimsuffix", "substr", "tostring", "tonumber",
        "basename", "regex", "startswith", "endswith", "strcontains", "md5", "sha1", "sha256",
    ]

    private func late(_ conditional: Conditional, _ place: Trail.Place, _ depth: Int) -> Source? {
        if let found = late(conditional.condition, place, depth) { return found }
        switch known(conditional.condition, place) {
        case true?: return late(conditional.trueResult, place, depth)
        case false?: return late(conditional.falseResult, place, depth)
        case nil: return nil
        }
    }

    private func late(_ operation: Operation, _ place: Trail.Place, _ depth: Int) -> Source? {
        let sides = [operation.left, operation.right]
        switch operation.operator {
        case .and, .or:
            // One side alone may decide.
            guard let first = late(sides[0], place, depth), late(sides[1], place, depth) != nil else {
                return nil
            }
            return first
        case .equal, .notEqual:
            // A text with something in it is known not to be null.
            if sides.contains(where: isNull), sides.contains(where: isTemplate) { return nil }
        default: break
        }
        return late(sides[0], place, depth) ?? late(sides[1], place, depth)
    }

    private func isNull(_ expression: Expression) -> Bool {
        if case .literal(let literal) = expression { return literal.kind == .null }
        return false
    }

    private func isTemplate(_ expression: Expression) -> Bool {
        if case .template = expression { return true }
        return false
    }

    private func late(_ traversal: Traversal, _ place: Trail.Place, _ depth: Int) -> Source? {
        let trail = Trail(values: values)
        guard let origin = trail.origin(of: .traversal(traversal), in: place),
            origin.resource.mode == .managed, let attribute = origin.attribute,
            Self.isMadeByAWS(origin.resource, attribute), !isGiven(attribute, origin)
        else { return nil }
        return Source(address: address(origin, attribute), range: origin.resource.nameRange)
    }

    private func isGiven(_ attribute: String, _ origin: Origin) -> Bool {
        let module = values.module(of: origin.scope)
        return module.attribute(attribute, in: origin.resource.block.body) != nil
    }

    private func address(_ origin: Origin, _ attribute: String) -> String {
        let outer = values.address(of: origin.scope)
        return (outer.isEmpty ? "" : outer + ".") + origin.resource.key + "." + attribute
    }

    private func known(_ condition: Expression, _ place: Trail.Place) -> Bool? {
        values.value(of: condition, in: place.scope, place.repetition).bool
    }

    private func file(_ place: Trail.Place, _ range: SourceRange) -> ConfigFile? {
        values.module(of: place.scope).file(of: range)
    }

    // MARK: - Keys

    private func keys(_ expression: Expression, _ place: Trail.Place, _ depth: Int) -> Source? {
        guard depth > 0 else { return nil }
        switch expression {
        case .parentheses(let parentheses): return keys(parentheses.inner, place, depth - 1)
        case .conditional(let conditional):
            switch known(conditional.condition, place) {
            case true?: return keys(conditional.trueResult, place, depth - 1)
            case false?: return keys(conditional.falseResult, place, depth - 1)
            case nil: return nil
            }
        case .object(let object):
            for item in object.items {
                if case .traversal(let traversal) = item.key, traversal.steps.isEmpty { continue }
                if let found = late(item.key, place, depth - 1) { return found }
            }
            return nil
        case .call(let call):
            guard let file = file(place, call.nameRange), file.spells(call.nameRange, "toset"),
                call.arguments.count == 1
            else { return nil }
            return items(call.arguments[0], place, depth - 1)
        default: return nil
        }
    }

    /// What makes an item of a list late; nil also for a list that may be empty.
    private func items(_ expression: Expression, _ place: Trail.Place, _ depth: Int) -> Source? {
        if case .tuple(let tuple) = expression {
            for item in tuple.items { if let found = late(item, place, depth) { return found } }
            return nil
        }
        // The first item of a list that is there: of all instances of a resource, or of an output made of them.
        let trail = Trail(values: values)
        guard let origin = trail.origin(ofFirstItemOf: expression, in: place),
            let attribute = origin.attribute,
            Self.isMadeByAWS(origin.resource, attribute), origin.resource.mode == .managed
        else { return nil }
        return Source(address: address(origin, attribute), range: origin.resource.nameRange)
    }
}

extension Trail {
    /// Where the first item of a list comes from; nil where it is not certain that there is one.
    func origin(ofFirstItemOf expression: Expression, in place: Place) -> Origin? {
        guard let origin = follow(expression, ["0"], place, Self.maximumDepth) else { return nil }
        guard origin.resource.isRepeated, let key = origin.key else { return origin }
        let repetitions = values.repetitions(origin.resource.count, origin.resource.forEach, in: origin.scope)
        return repetitions.contains { $0.hasKey(key) } ? origin : nil
    }
}
