import Diagnostics
import HCL
import ProviderCatalogue
import Terraform

/// Lays the blocks of resources and provider configurations beside their schemas.
struct ProvidedBodyReader {
    private let module: Module
    private let position: Int
    private let admitted: AdmittedVersions

    /// The bodies that were read, those around others first.
    private(set) var bodies: [ProvidedBody] = []

    /// The schemas of nested blocks, each decoded once.
    private var schemas: [Int: BlockSchema]

    private static let metaArguments: Set = ["count", "for_each", "provider", "depends_on"]
    private static let metaBlocks: Set = ["lifecycle", "connection", "provisioner", "_"]
    private static let providerArguments: Set = ["alias", "version", "for_each"]

    init(_ module: Module, _ position: Int, _ admitted: AdmittedVersions, _ schemas: [Int: BlockSchema]) {
        self.module = module
        self.position = position
        self.admitted = admitted
        self.schemas = schemas
    }

    /// The schemas that were decoded.
    var decodedSchemas: [Int: BlockSchema] { schemas }

    /// Reads the body of a block and those of all blocks in it.
    mutating func read(_ block: Block, of owner: ProvidedBody.Owner, type: TypeSchema) {
        guard let file = module.file(of: block.typeRange) else { return }
        let versions = admitted.versions.during(type.lifetime)
        let isInDoubt = type.doubt.map { versions.overlaps($0) } ?? false
        var typeName = type.name
        let isJSON = file.notation == .json
        if case .provider = owner { typeName = "provider" }
        let body = ProvidedBody(
            module: position, owner: owner, typeName: typeName,
            // In JSON the type stands far from the name.
            headerRange: isJSON ? block.labels.last?.range ?? block.typeRange : block.headerRange,
            isJSON: isJSON, content: block.body, schema: type.body,
            versions: versions,
            isOpen: isInDoubt || type.body.isOpen)
        add(body, file)
    }

    private mutating func add(_ body: ProvidedBody, _ file: ConfigFile) {
        var nested: [(item: Int, block: Block, content: Body)] = []
        body.items.reserveCapacity(body.content.items.count)
        for (place, item) in body.content.items.enumerated() {
            // Override files put their arguments between those of other files.
            let range = item.range
            guard let file = range.file == file.file ? file : module.file(of: range) else { continue }
            switch item {
            case .attribute(let attribute):
                let name = file.name(of: attribute)
                if body.path.isEmpty, isMetaArgument(name, of: body.owner) { continue }
                body.items.append(entry(name, attribute.nameRange, .argument, place, body))
            case .block(let block):
                let type = file.type(of: block)
                let isDynamic = type == "dynamic" && block.labels.count == 1
                if body.path.isEmpty, !isDynamic, Self.metaBlocks.contains(type) { continue }
                let name = isDynamic ? file.text(of: block.labels[0]) : type
                let range = isDynamic ? block.labels[0].contentRange : block.typeRange
                body.items.append(entry(name, range, isDynamic ? .dynamicBlock : .block, place, body))
                let inner =
                    isDynamic ? block.body.blocks(ofType: "content", in: file).first?.body : block.body
                if let inner { nested.append((body.items.count - 1, block, inner)) }
            }
        }
        bodies.append(body)
        for (item, block, content) in nested {
            let file = block.typeRange.file == file.file ? file : module.file(of: block.typeRange) ?? file
            if let child = child(of: body, body.items[item], block, content) { add(child, file) }
        }
    }

    private func isMetaArgument(_ name: String, of owner: ProvidedBody.Owner) -> Bool {
        if case .provider = owner { return Self.providerArguments.contains(name) }
        return Self.metaArguments.contains(name)
    }

    private func entry(
        _ name: String, _ range: SourceRange, _ kind: ProvidedBody.Item.Kind, _ place: Int,
        _ body: ProvidedBody
    ) -> ProvidedBody.Item {
        let traits = ProvidedBody.Item.Traits(
            body.schema.attributes(named: name), body.schema.blocks(named: name), in: body.versions)
        return ProvidedBody.Item(name: name, nameRange: range, kind: kind, traits: traits, position: place)
    }

    /// The body of a nested block; nil where there can be no such block.
    private mutating func child(
        of body: ProvidedBody, _ item: ProvidedBody.Item, _ block: Block, _ content: Body
    ) -> ProvidedBody? {
        guard !item.isUnknown else { return nil }
        let blocks = body.blocks(named: item.name)
        let members =
            item.traits.contains(.attribute)
            ? body.attributes(named: item.name).compactMap(\.type.blockMembers) : []
        if let first = blocks.first {
            // All meanings of one name share one body, which says itself what is in which version.
            let schema = schema(of: first)
            return ProvidedBody(
                item.name, in: body, headerRange: block.headerRange, content: content, schema: schema,
                versions: Self.part(of: body.versions, in: blocks.map(\.lifetime)),
                isOpen: schema.isOpen || !members.isEmpty)
        }
        guard let first = members.first else { return nil }
        return ProvidedBody(
            item.name, in: body, headerRange: block.headerRange, content: content,
            schema: BlockSchema(members: first), versions: body.versions,
            isOpen: members.contains { $0 != first })
    }

    private mutating func schema(of block: NestedBlockSchema) -> BlockSchema {
        if let known = schemas[block.bodyNumber] { return known }
        let schema = block.body
        schemas[block.bodyNumber] = schema
        return schema
    }

    /// The versions in which any of some lifetimes holds.
    private static func part(of versions: VersionSet, in lifetimes: [ClosedRange<Int>?]) -> VersionSet {
        if lifetimes.contains(nil) { return versions }
        let bounds = lifetimes.compactMap { $0 }
        guard let first = bounds.map(\.lowerBound).min(), let last = bounds.map(\.upperBound).max() else {
            return versions
        }
        return versions.during(first...last)
    }
}
