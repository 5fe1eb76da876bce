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

    /// An argument or a nested block, with all meanings that its name has here in any version.
    final class Item {
        enum Content {
            case argument(Attribute)

            /// A nested block, or a `dynamic` one that makes such blocks.
            case block(Block, isDynamic: Bool)
        }

        let name: String
        let nameRange: SourceRange
        let content: Content
        let attributes: ArraySlice<AttributeSchema>
        let blocks: ArraySlice<NestedBlockSchema>

        init(
            name: String, nameRange: SourceRange, content: Content, attributes: ArraySlice<AttributeSchema>,
            blocks: ArraySlice<NestedBlockSchema>
        ) {
            self.name = name
            self.nameRange = nameRange
            self.content = content
            self.attributes = attributes
            self.blocks = blocks
        }

        /// The lifetimes of all meanings.
        var lifetimes: [ClosedRange<Int>?] { attributes.map(\.lifetime) + blocks.map(\.lifetime) }
    }

    /// Which versions of the provider may be in use.
    let admitted: AdmittedVersions

    /// The position of the module.
    let module: Int
    let owner: Owner

    /// The type of resource, or `provider`.
    let typeName: String

    /// The types of the nested blocks that lead here.
    let path: [String]

    /// What a diagnostic about the whole block points at.
    let headerRange: SourceRange
    let file: ConfigFile
    let schema: BlockSchema

    /// The versions that may be in use and know such a block; never empty.
    let versions: VersionSet

    /// Whether more may be allowed here than is known.
    let isOpen: Bool

    /// What stands in the body, without Terraform's own arguments and blocks.
    var items: [Item] = []

    init(
        admitted: AdmittedVersions, module: Int, owner: Owner, typeName: String, path: [String],
        headerRange: SourceRange, file: ConfigFile, schema: BlockSchema, versions: VersionSet, isOpen: Bool
    ) {
        self.admitted = admitted
        self.module = module
        self.owner = owner
        self.typeName = typeName
        self.path = path
        self.headerRange = headerRange
        self.file = file
        self.schema = schema
        self.versions = versions
        self.isOpen = isOpen
    }

    /// Whether JSON says what stands here: then nothing tells arguments from blocks.
    var isJSON: Bool { file.notation == .json }

    /// What the body is, for messages: `"aws_lb"`, `the block "access_logs" of "aws_lb"`.
    var words: String {
        let type = typeName == "provider" ? "the AWS provider" : "\"\(typeName)\""
        guard let block = path.last else { return type }
        return "the block \"\(block)\" of \(type)"
    }

    /// The meanings of an item that hold in a version that may be in use.
    func attributes(of item: Item) -> [AttributeSchema] {
        item.attributes.filter { versions.overlaps($0.lifetime) }
    }

    /// The meanings of an item as a nested block that hold in a version that may be in use.
    func blocks(of item: Item) -> [NestedBlockSchema] {
        item.blocks.filter { versions.overlaps($0.lifetime) }
    }

    /// The names of all that may be written here, sorted.
    var settableNames: [String] {
        var names: [String] = []
        for attribute in schema.attributes where attribute.isSettable && versions.overlaps(attribute.lifetime)
        {
            names.append(attribute.name)
        }
        for block in schema.blocks where versions.overlaps(block.lifetime) { names.append(block.name) }
        if path.isEmpty, typeName != "provider" { names += ["count", "depends_on", "for_each", "provider"] }
        return Set(names).sorted()
    }

    /// Whether something of a name stands here.
    func holds(_ name: String) -> Bool { items.contains { $0.name == name } }
}
