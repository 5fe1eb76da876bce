/// The type of a value, in Terraform's type system.
public indirect enum ValueType: Hashable, Sendable {
    /// Text.
    case string

    /// A whole or broken number.
    case number

    /// A truth value.
    case bool

    /// Any type.
    case dynamic

    /// Items of one type, in order.
    case list(ValueType)

    /// Items of one type, each once.
    case set(ValueType)

    /// Items of one type by text.
    case map(ValueType)

    /// Named members, sorted by name.
    case object([Member])

    /// Items of a type each.
    case tuple([ValueType])

    /// One member of an object.
    public struct Member: Hashable, Sendable {
        /// The name.
        public var name: String

        /// The type of its value.
        public var type: ValueType
    }

    /// Whether Terraform also accepts blocks where such an attribute stands (`ingress { }` for `ingress = [{ }]`).
    public var canBeWrittenAsBlocks: Bool { blockMembers != nil }

    /// What blocks written for such an attribute can hold; nil when it cannot be written as blocks.
    public var blockMembers: [Member]? {
        switch self {
        case .list(.object(let members)), .set(.object(let members)): members
        default: nil
        }
    }
}

extension CatalogueData {
    func valueType(_ number: Int) -> ValueType {
        var reader = self.type(number)
        switch reader.letter() {
        case UInt8(ascii: "s"): return .string
        case UInt8(ascii: "n"): return .number
        case UInt8(ascii: "b"): return .bool
        case UInt8(ascii: "L"): return .list(valueType(reader.number()))
        case UInt8(ascii: "S"): return .set(valueType(reader.number()))
        case UInt8(ascii: "M"): return .map(valueType(reader.number()))
        case UInt8(ascii: "O"):
            let count = reader.number()
            return .object(
                (0..<count).map { _ in
                    let name = word(reader.number())
                    return ValueType.Member(name: name, type: valueType(reader.number()))
                })
        case UInt8(ascii: "T"):
            let count = reader.number()
            return .tuple((0..<count).map { _ in valueType(reader.number()) })
        default: return .dynamic
        }
    }
}
