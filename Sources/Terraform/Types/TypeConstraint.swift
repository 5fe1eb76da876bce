import Diagnostics
public import HCL

/// The type that the values of an input variable must have.
public indirect enum TypeConstraint: Sendable {
    /// One attribute of an object type.
    public struct ObjectAttribute: Sendable {
        /// The name.
        public var name: Name

        /// The type of its value.
        public var type: TypeConstraint

        /// Whether it may be left out, as `optional(...)` says.
        public var isOptional: Bool

        /// The value where it is left out; nil where that is `null`.
        public var defaultValue: Expression?

        package init(name: Name, type: TypeConstraint, isOptional: Bool, defaultValue: Expression? = nil) {
            self.name = name
            self.type = type
            self.isOptional = isOptional
            self.defaultValue = defaultValue
        }
    }

    /// Any type.
    case any
    case string, number, bool
    case list(TypeConstraint)
    case set(TypeConstraint)
    case map(TypeConstraint)
    case tuple([TypeConstraint])
    case object([ObjectAttribute])

    /// The type as Terraform writes it.
    public var description: String {
        switch self {
        case .any: return "any"
        case .string: return "string"
        case .number: return "number"
        case .bool: return "bool"
        case .list(let element): return "list(\(element.description))"
        case .set(let element): return "set(\(element.description))"
        case .map(let element): return "map(\(element.description))"
        case .tuple(let elements):
            return "tuple([" + elements.map(\.description).joined(separator: ", ") + "])"
        case .object(let attributes):
            let entries = attributes.map { attribute in
                let type = attribute.type.description
                return "\(attribute.name.text) = " + (attribute.isOptional ? "optional(\(type))" : type)
            }
            return "object({" + (entries.isEmpty ? "" : " " + entries.joined(separator: ", ") + " ") + "})"
        }
    }

    /// The attribute of an object type; nil where there is none, or the type is another.
    public func attribute(_ name: String) -> ObjectAttribute? {
        guard case .object(let attributes) = self else { return nil }
        return attributes.first { $0.name.text == name }
    }
}
