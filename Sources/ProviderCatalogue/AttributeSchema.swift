/// One meaning of an attribute.
public struct AttributeSchema: Sendable {
    /// What the schema says of an attribute besides its type.
    public struct Flags: OptionSet, Sendable {
        /// One bit for each flag.
        public let rawValue: Int

        /// Takes the bits.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// Must be set.
        public static let required = Flags(rawValue: 1)
        /// May be set.
        public static let optional = Flags(rawValue: 2)
        /// Has a value of the provider where none is set.
        public static let computed = Flags(rawValue: 4)
        /// Is hidden in plans.
        public static let sensitive = Flags(rawValue: 8)
        /// Should not be set any more.
        public static let deprecated = Flags(rawValue: 16)
        /// Is never stored in the state.
        public static let writeOnly = Flags(rawValue: 32)
    }

    /// The name.
    public let name: String

    /// Whether it must, may or cannot be set, and how its value is treated.
    public let flags: Flags

    /// The versions in which this holds, as indices into `Catalogue.versions`; nil as long as the block around it.
    public let lifetime: ClosedRange<Int>?

    private let storedType: StoredType

    private enum StoredType: Sendable {
        case number(Int, CatalogueData)
        case plain(AttributeType)
    }

    /// The type of the value; decoded anew each time.
    public var type: AttributeType {
        switch storedType {
        case .number(let number, let data): data.attributeType(number)
        case .plain(let type): type
        }
    }

    /// Whether a configuration can set it: what is only computed has its value from the provider.
    public var isSettable: Bool { !flags.isDisjoint(with: [.required, .optional]) }

    /// A member of an object, which may be left out where blocks are written for the object.
    init(name: String, type: AttributeType) {
        self.name = name
        flags = .optional
        lifetime = nil
        storedType = .plain(type)
    }

    init(_ data: CatalogueData, _ reader: inout ShortNumbers) {
        name = data.word(reader.number())
        let kind = reader.number()
        lifetime = kind & 1 == 1 ? data.lifetime(reader.number()) : nil
        let start = (kind >> 1) * 5
        storedType = .number(data.number(in: .attributes, at: start, digits: 3), data)
        flags = Flags(rawValue: data.number(in: .attributes, at: start + 3, digits: 2))
    }
}
