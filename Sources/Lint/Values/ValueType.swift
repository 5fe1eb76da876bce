import Terraform

/// The type of a value, as far as it is known.
indirect enum ValueType: Hashable, Sendable {
    /// Nobody can tell.
    case any
    case string, number, bool
    case list(ValueType)
    case set(ValueType)
    case map(ValueType)
    case tuple([ValueType])
    case object([String: ValueType])

    /// An object of a provider's type.
    case provided(ProvidedType)

    /// The type that the values of a variable have.
    init(_ constraint: TypeConstraint) {
        switch constraint {
        case .any: self = .any
        case .string: self = .string
        case .number: self = .number
        case .bool: self = .bool
        case .list(let element): self = .list(ValueType(element))
        case .set(let element): self = .set(ValueType(element))
        case .map(let element): self = .map(ValueType(element))
        case .tuple(let elements): self = .tuple(elements.map { ValueType($0) })
        case .object(let attributes):
            var types: [String: ValueType] = [:]
            for attribute in attributes { types[attribute.name.text] = ValueType(attribute.type) }
            self = .object(types)
        }
    }

    /// Whether it is a string, number or truth value.
    var isPrimitive: Bool {
        switch self {
        case .string, .number, .bool: return true
        default: return false
        }
    }

    /// The type in words, with its article.
    var words: String {
        switch self {
        case .any: return "a value of unknown type"
        case .string: return "a string"
        case .number: return "a number"
        case .bool: return "a truth value"
        case .list: return "a list"
        case .set: return "a set"
        case .map: return "a map"
        case .tuple: return "a tuple"
        case .object, .provided: return "an object"
        }
    }

    /// The type of the items of a list, set, tuple, map or object; nil where there are none.
    var element: ValueType? {
        switch self {
        case .any, .provided: return .any
        case .list(let element), .set(let element), .map(let element): return element
        case .tuple(let elements): return ValueType.common(elements) ?? .any
        case .object(let members):
            return ValueType.common(members.sorted { $0.key < $1.key }.map(\.value)) ?? .any
        default: return nil
        }
    }

    /// Whether nobody knows what it holds.
    private var isOpen: Bool {
        switch self {
        case .any, .provided: return true
        default: return false
        }
    }

    /// The type to which all of some types convert; nil where it is certain that there is none.
    static func common(_ types: [ValueType]) -> ValueType? {
        guard var result = types.first else { return .any }
        if types.contains(where: \.isOpen) { return .any }
        // Numbers and truth values go together where there is a text for both to become.
        if types.contains(.string), types.allSatisfy(\.isPrimitive) { return .string }
        for type in types.dropFirst() {
            guard let both = common(result, type) else { return nil }
            result = both
        }
        return result
    }

    private static func sorted(_ members: [String: ValueType]) -> [ValueType] {
        members.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The type to which two types convert; nil where it is certain that there is none.
    static func common(_ left: ValueType, _ right: ValueType) -> ValueType? {
        if left == right { return left }
        switch (left, right) {
        case (.any, _), (_, .any), (.provided, _), (_, .provided): return .any
        case (.string, .number), (.string, .bool), (.number, .string), (.bool, .string): return .string
        case (.list(let first), .list(let second)): return common(first, second).map { .list($0) }
        case (.set(let first), .set(let second)): return common(first, second).map { .set($0) }
        case (.map(let first), .map(let second)): return common(first, second).map { .map($0) }
        case (.tuple(let first), .tuple(let second)) where first.count == second.count:
            let pairs = zip(first, second).map { common($0, $1) }
            return pairs.contains(nil) ? nil : .tuple(pairs.compactMap { $0 })
        // Of different lengths, they become lists of one type.
        case (.tuple(let first), .tuple(let second)): return common(first + second).map { .list($0) }
        case (.tuple(let items), .list(let element)), (.list(let element), .tuple(let items)):
            return common([element] + items).map { .list($0) }
        case (.object(let first), .object(let second)) where Set(first.keys) == Set(second.keys):
            var members: [String: ValueType] = [:]
            for (key, type) in first {
                guard let other = second[key], let both = common(type, other) else { return nil }
                members[key] = both
            }
            return .object(members)
        // With different attributes, they become maps of one type.
        case (.object(let first), .object(let second)):
            return common(sorted(first) + sorted(second)).map { .map($0) }
        case (.object(let members), .map(let element)), (.map(let element), .object(let members)):
            return common([element] + sorted(members)).map { .map($0) }
        // Whether these convert depends on what they hold; leave it to Terraform.
        case (.tuple, .set), (.set, .tuple), (.list, .set), (.set, .list): return .any
        default: return nil
        }
    }
}
