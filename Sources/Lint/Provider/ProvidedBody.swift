import Diagnostics
import HCL
import ProviderCatalogue

/// The body of a block that belongs to the AWS provider, beside what the provider knows of it.
///
/// A class, for there are thousands of them, every rule about the provider looks at each, and nobody changes one.
final class ProvidedBody {
    /// What the body belongs to, as a position among the declarations of its module.
    enum Owner {
        case resource(Int)
        case provider(Int)
    }

    /// An argument or a nested block.
    struct Item {
        enum Kind { case argument, block, dynamicBlock }

        /// What the name means in the versions that may be in use.
        struct Traits: OptionSet {
            let rawValue: UInt8

            /// An attribute in one of them.
            static let attribute = Traits(rawValue: 1)
            /// A nested block in one of them.
            static let block = Traits(rawValue: 2)
            /// An attribute that can be set in one of them.
            static let settable = Traits(rawValue: 4)
            /// Deprecated in the newest of them.
            static let deprecated = Traits(rawValue: 8)
            /// Not there in all of them.
            static let partial = Traits(rawValue: 16)
        }

        var name: String
        var nameRange: SourceRange
        var kind: Kind
        var traits: Traits

        /// The position among the items of the body's content.
        var position: Int

        /// Whether it is nothing that the provider knows.
        var isUnknown: Bool { traits.isDisjoint(with: [.attribute, .block]) }

        /// What it is, for messages.
        var words: String { kind == .argument ? "argument" : "block" }
    }

    /// The position of the module.
    let module: Int
    let owner: Owner

    /// The type of resource, or `provider`.
    let typeName: String

    /// The types of the nested blocks that lead here.
    let path: [String]

    /// What a diagnostic about the whole block points at.
    let headerRange: SourceRange

    /// Whether JSON says what stands here: then nothing tells arguments from blocks.
    let isJSON: Bool

    /// What stands between the braces.
    let content: Body
    let schema: BlockSchema

    /// The versions that may be in use and know such a block; never empty.
    let versions: VersionSet

    /// Whether more may be allowed here than is known.
    let isOpen: Bool

    /// What stands in the body, without Terraform's own arguments and blocks; set while the body is read.
    var items: [Item] = []

    /// The body of a resource or of a provider configuration.
    init(
        module: Int, owner: Owner, typeName: String, headerRange: SourceRange, isJSON: Bool, content: Body,
        schema: BlockSchema, versions: VersionSet, isOpen: Bool
    ) {
        self.module = module
        self.owner = owner
        self.typeName = typeName
        path = []
        self.headerRange = headerRange
        self.isJSON = isJSON
        self.content = content
        self.schema = schema
        self.versions = versions
        self.isOpen = isOpen
    }

    /// The body of a block within another.
    init(
        _ name: String, in outer: ProvidedBody, headerRange: SourceRange, content: Body, schema: BlockSchema,
        versions: VersionSet, isOpen: Bool
    ) {
        module = outer.module
        owner = outer.owner
        typeName = outer.typeName
        path = outer.path + [name]
        self.headerRange = headerRange
        isJSON = outer.isJSON
        self.content = content
        self.schema = schema
        self.versions = versions
        self.isOpen = outer.isOpen || isOpen
    }

    /// What the body is, for messages: `"aws_lb"`, `the block "access_logs" of "aws_lb"`.
    var words: String {
        let type = typeName == "provider" ? "the AWS provider" : "\"\(typeName)\""
        return path.last.map { "the block \"\($0)\" of \(type)" } ?? type
    }

    /// The argument that an item is; nil for blocks.
    func argument(_ item: Item) -> Attribute? {
        if case .attribute(let attribute) = content.items[item.position] { return attribute }
        return nil
    }

    /// The block that an item is; nil for arguments.
    func block(_ item: Item) -> Block? {
        if case .block(let block) = content.items[item.position] { return block }
        return nil
    }

    /// The meanings of a name as an attribute that hold in a version that may be in use.
    func attributes(named name: String) -> [AttributeSchema] {
        schema.attributes(named: name).filter { versions.overlaps($0.lifetime) }
    }

    /// The meanings of a name as a nested block that hold in a version that may be in use.
    func blocks(named name: String) -> [NestedBlockSchema] {
        schema.blocks(named: name).filter { versions.overlaps($0.lifetime) }
    }

    /// The lifetimes of all meanings of a name, in whatever version.
    func lifetimes(of name: String) -> [ClosedRange<Int>?] {
        schema.attributes(named: name).map(\.lifetime) + schema.blocks(named: name).map(\.lifetime)
    }

    /// The names of all that may be written here, sorted.
    var settableNames: [String] {
        var names: [String] = []
        for attribute in schema.attributes where attribute.isSettable && versions.overlaps(attribute.lifetime)
        {
            names.append(attribute.name)
        }
        for block in schema.blocks where versions.overlaps(block.lifetime) { names.append(block.name) }
        if path.isEmpty, typeName != "provider" {
            names += ["count", "depends_on", "for_each", "lifecycle", "provider"]
        }
        return Set(names).sorted()
    }

    /// Whether something of a name stands here.
    func holds(_ name: String) -> Bool { items.contains { $0.name == name } }
}

extension ProvidedBody.Item.Traits {
    /// What a name means in some versions.
    init(
        _ attributes: ArraySlice<AttributeSchema>, _ blocks: ArraySlice<NestedBlockSchema>,
        in versions: VersionSet
    ) {
        self = []
        let newest = versions.newest ?? 0
        var isWhole = false
        for attribute in attributes where versions.overlaps(attribute.lifetime) {
            insert(.attribute)
            if attribute.isSettable { insert(.settable) }
            if attribute.lifetime == nil { isWhole = true }
            if attribute.flags.contains(.deprecated), attribute.lifetime?.contains(newest) ?? true {
                insert(.deprecated)
            }
        }
        for block in blocks where versions.overlaps(block.lifetime) {
            insert(.block)
            if block.lifetime == nil { isWhole = true }
            if block.isDeprecated, block.lifetime?.contains(newest) ?? true { insert(.deprecated) }
        }
        guard !isWhole, !isEmpty else { return }
        if !versions.isCovered(by: attributes.map(\.lifetime) + blocks.map(\.lifetime)) { insert(.partial) }
    }
}
