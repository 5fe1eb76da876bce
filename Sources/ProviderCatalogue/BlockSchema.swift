/// What a block can hold: attributes and nested blocks, sorted by name.
///
/// A name occurs more than once when its meaning changed from one version to the next; the lifetimes of its entries do
/// not overlap then. One name can be an attribute in some versions and a block in others.
public struct BlockSchema: Sendable {
    /// Whether more attributes and blocks may be there than are known.
    public let isOpen: Bool

    /// The attributes, sorted by name.
    public let attributes: [AttributeSchema]
    /// The nested blocks, sorted by name.
    public let blocks: [NestedBlockSchema]

    init(_ data: CatalogueData, number: Int) {
        var reader = data.body(number)
        isOpen = reader.number() == 1
        let attributeCount = reader.number()
        attributes = (0..<attributeCount).map { _ in AttributeSchema(data, &reader) }
        let blockCount = reader.number()
        blocks = (0..<blockCount).map { _ in NestedBlockSchema(data, &reader) }
    }

    /// What blocks can hold that are written for an attribute of objects.
    public init(members: [AttributeType.Member]) {
        isOpen = false
        attributes = members.map { AttributeSchema($0) }
        blocks = []
    }

    /// The entries of an attribute, in the order of their versions; empty when no version has it.
    public func attributes(named name: String) -> ArraySlice<AttributeSchema> {
        attributes[Self.range(of: name, count: attributes.count) { attributes[$0].order(comparedTo: $1) }]
    }

    /// The entries of a nested block, in the order of their versions; empty when no version has it.
    public func blocks(named name: String) -> ArraySlice<NestedBlockSchema> {
        blocks[Self.range(of: name, count: blocks.count) { blocks[$0].order(comparedTo: $1) }]
    }

    /// The entries with a name, found by halving.
    private static func range(
        of name: String, count: Int, order: (Int, UnsafeBufferPointer<UInt8>) -> Int
    ) -> Range<Int> {
        var name = name
        return name.withUTF8 { wanted in
            guard let first = firstIndex(below: count, order: { order($0, wanted) }) else { return 0..<0 }
            var end = first + 1
            while end < count, order(end, wanted) == 0 { end += 1 }
            return first..<end
        }
    }
}

/// One meaning of a nested block.
public struct NestedBlockSchema: Sendable {
    /// How blocks of one name become a value.
    public enum Nesting: Int, Sendable { case single, list, set, map, group }

    /// The type of the block; decoded anew each time.
    public var name: String { data.word(word) }

    /// How blocks of this name become a value.
    public let nesting: Nesting

    /// How many blocks must be there at least.
    public let minimum: Int

    /// How many blocks may be there at most; nil for any number.
    ///
    /// A `single` block has no number but occurs once.
    public let maximum: Int?

    /// Whether it should not be used any more.
    public let isDeprecated: Bool

    /// The versions in which this holds, as indices into `Catalogue.versions`; nil as long as the block around it.
    public let lifetime: ClosedRange<Int>?

    /// What tells the body from others: blocks of one provider with equal bodies have the same number.
    public let bodyNumber: Int

    private let data: CatalogueData
    private let word: Int

    /// What the block can hold; decoded anew each time.
    public var body: BlockSchema { BlockSchema(data, number: bodyNumber) }

    init(_ data: CatalogueData, _ reader: inout ShortNumbers) {
        word = reader.number()
        let kind = reader.number()
        lifetime = kind & 1 == 1 ? data.lifetime(reader.number()) : nil
        let start = (kind >> 1) * 7
        let nestingAndFlag = data.number(in: .blocks, at: start, digits: 1)
        nesting = Nesting(rawValue: nestingAndFlag >> 1) ?? .list
        isDeprecated = nestingAndFlag & 1 == 1
        minimum = data.number(in: .blocks, at: start + 1, digits: 3)
        let most = data.number(in: .blocks, at: start + 4, digits: 3)
        maximum = nesting == .single ? 1 : most == 0 ? nil : most
        bodyNumber = reader.number()
        self.data = data
    }

    /// Below zero when the type comes before some bytes, zero when it is them.
    func order(comparedTo bytes: UnsafeBufferPointer<UInt8>) -> Int {
        data.order(ofWord: word, comparedTo: bytes)
    }
}
