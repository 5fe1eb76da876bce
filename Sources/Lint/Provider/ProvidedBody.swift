import Diagnostics
import HCL
import ProviderCatalogue

/// The body of a block that belongs to the AWS provider, beside what the provider knows of it.
struct ProvidedBody {
    /// What the body belongs to, as a position among the declarations of its module.
    enum Owner {
        case resource(Int)
        case provider(Int)
    }

    /// An argument or a nested block, with all meanings that its name has here in any version.
    struct Item {
        enum Content {
            case argument(Attribute)

            /// A nested block, or a `dynamic` one that makes such blocks.
            case block(Block, isDynamic: Bool)
        }

        var name: String
        var nameRange: SourceRange
        var content: Content
        var attributes: ArraySlice<AttributeSchema>
        var blocks: ArraySlice<NestedBlockSchema>

        /// The lifetimes of all meanings.
        var lifetimes: [ClosedRange<Int>?] { attributes.map(\.lifetime) + blocks.map(\.lifetime) }
    }

    /// Which versions of the provider may be in use.
    var admitted: AdmittedVersions

    /// The position of the module.
    var module: Int
    var owner: Owner

    /// The type of resource, or `provider`.
    var typeName: String

    /// The types of the nested blocks that lead here.
    var path: [String]

    /// What a diagnostic about the whole block points at.
    var headerRange: SourceRange
    var file: ConfigFile
    var schema: BlockSchema

    /// The versions that may be in use and know such a block; never empty.
    var versions: VersionSet

    /// Whether more may be allowed here than is known.
    var isOpen: Bool

    /// What stands in the body, without Terraform's own arguments and blocks.
    var items: [Item] = []

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
