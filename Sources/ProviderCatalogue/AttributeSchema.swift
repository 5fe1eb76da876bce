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

    /// Whether it must, may or cannot be set, and how its value is treated.
    public let flags: Flags

    /// The versions in which this holds, as indices into `Catalogue.versions`; nil as long as the block around it.
    public let lifetime: ClosedRange<Int>?

    private let source: Source

    /// Names and types stay in the catalogue until they are wanted.
    private enum Source: Sendable {
        case catalogue(CatalogueData, word: Int, type: Int)
        case member(AttributeType.Member)
    }

    /// The name; decoded anew each time.
    public var name: String {
        switch source {
        case .catalogue(let data, let word, _): data.word(word)
        case .member(let member): member.name
        }
    }

    /// The type of the value; decoded anew each time.
    public var type: AttributeType {
        switch source {
        case .catalogue(let data, _, let type): data.attributeType(type)
        case .member(let member): member.type
        }
    }

    /// Whether a configuration can set it: what is only computed has its value from the provider.
    public var isSettable: Bool { !flags.isDisjoint(with: [.required, .optional]) }

    /// A member of an object, which may be left out where blocks are written for the object.
    init(_ member: AttributeType.Member) {
        flags = .optional
        lifetime = nil
        source = .member(member)
    }

    init(_ data: CatalogueData, _ reader: inout ShortNumbers) {
        let word = reader.number()
        let kind = reader.number()
        lifetime = kind & 1 == 1 ? data.lifetime(reader.number()) : nil
        let start = (kind >> 1) * 5
        flags = Flags(rawValue: data.number(in: .attributes, at: start + 3, digits: 2))
        source = .catalogue(data, word: word, type: data.number(in: .attributes, at: start, digits: 3))
    }

    /// Below zero when the name comes before some bytes, zero when it is them.
    func order(comparedTo bytes: UnsafeBufferPointer<UInt8>) -> Int {
        switch source {
        case .catalogue(let data, let word, _): data.order(ofWord: word, comparedTo: bytes)
        case .member(let member): CatalogueData.order(of: Array(member.name.utf8)[...], comparedTo: bytes)
        }
    }
}
