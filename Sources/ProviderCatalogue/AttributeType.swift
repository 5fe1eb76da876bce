/// The type of a value, in Terraform's type system.
public indirect enum AttributeType: Hashable, Sendable {
    /// Text.
    case string

    /// A whole or broken number.
    case number

    /// A truth value.
    case bool

    /// Any type.
    case dynamic

    /// Items of one type, in order.
    case list(AttributeType)

    /// Items of one type, each once.
    case set(AttributeType)

    /// Items of one type by text.
    case map(AttributeType)

    /// Named members, sorted by name.
    case object([Member])

    /// Items of a type each.
    case tuple([AttributeType])

    /// One member of an object.
    public struct Member: Hashable, Sendable {
        /// The name.
        public var name: String

        /// The type of its value.
        public var type: AttributeType
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
    func attributeType(_ number: Int) -> AttributeType {
        var reader = self.type(number)
        switch reader.letter() {
        case UInt8(ascii: "s"): return .string
        case UInt8(ascii: "n"): return .number
        case UInt8(ascii: "b"): return .bool
        case UInt8(ascii: "L"): return .list(attributeType(reader.number()))
        case UInt8(ascii: "S"): return .set(attributeType(reader.number()))
        case UInt8(ascii: "M"): return .map(attributeType(reader.number()))
        case UInt8(ascii: "O"):
            let count = reader.number()
            return .object(
                (0..<count).map { _ in
                    let name = word(reader.number())
                    return AttributeType.Member(name: name, type: attributeType(reader.number()))
                })
        case UInt8(ascii: "T"):
            let count = reader.number()
            return .tuple((0..<count).map { _ in attributeType(reader.number()) })
        default: return .dynamic
        }
    }
}
