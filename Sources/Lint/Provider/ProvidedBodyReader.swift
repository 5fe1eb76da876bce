import Diagnostics
import HCL
import ProviderCatalogue
import Terraform

/// Lays the blocks of one resource or provider configuration beside their schemas.
struct ProvidedBodyReader {
    private let module: Module
    private let position: Int
    private let owner: ProvidedBody.Owner
    private let type: TypeSchema
    private let admitted: AdmittedVersions

    private static let metaArguments: Set = ["count", "for_each", "provider", "depends_on"]
    private static let metaBlocks: Set = ["lifecycle", "connection", "provisioner", "_"]
    private static let providerArguments: Set = ["alias", "version", "for_each"]

    init(
        _ module: Module, _ position: Int, _ owner: ProvidedBody.Owner, _ type: TypeSchema,
        _ admitted: AdmittedVersions
    ) {
        self.module = module
        self.position = position
        self.owner = owner
        self.type = type
        self.admitted = admitted
    }

    /// The body of a block and those of all blocks in it.
    func bodies(of block: Block) -> [ProvidedBody] {
        guard let file = module.file(of: block.typeRange) else { return [] }
        let versions = admitted.versions.during(type.lifetime)
        let isInDoubt = type.doubt.map { versions.overlaps($0) } ?? false
        var typeName = type.name
        if case .provider = owner { typeName = "provider" }
        let body = ProvidedBody(
            admitted: admitted, module: position, owner: owner, typeName: typeName, path: [],
            headerRange: block.headerRange,
            file: file, schema: type.body, versions: versions, isOpen: isInDoubt || type.body.isOpen)
        var result: [ProvidedBody] = []
        add(body, block.body, to: &result)
        return result
    }

    private func add(_ body: ProvidedBody, _ content: Body, to result: inout [ProvidedBody]) {
        var nested: [(ProvidedBody, Body)] = []
        for item in content.items {
            switch item {
            case .attribute(let attribute):
                // An override may have put an argument of another file here.
                let name = module.name(of: attribute)
                if body.path.isEmpty, isMetaArgument(name) { continue }
                body.items.append(entry(name, attribute.nameRange, .argument(attribute), body.schema))
            case .block(let block):
                let file = module.file(of: block.typeRange) ?? body.file
                let type = file.type(of: block)
                let isDynamic = type == "dynamic" && block.labels.count == 1
                if body.path.isEmpty, !isDynamic, Self.metaBlocks.contains(type) { continue }
                let name = isDynamic ? file.text(of: block.labels[0]) : type
                let range = isDynamic ? block.labels[0].contentRange : block.typeRange
                let entry = entry(name, range, .block(block, isDynamic: isDynamic), body.schema)
                body.items.append(entry)
                let inner =
                    isDynamic ? block.body.blocks(ofType: "content", in: file).first?.body : block.body
                if let inner, let child = child(of: body, entry, block) { nested.append((child, inner)) }
            }
        }
        result.append(body)
        for (child, inner) in nested { add(child, inner, to: &result) }
    }

    private func isMetaArgument(_ name: String) -> Bool {
        if case .provider = owner { return Self.providerArguments.contains(name) }
        return Self.metaArguments.contains(name)
    }

    private func entry(
        _ name: String, _ range: SourceRange, _ content: ProvidedBody.Item.Content, _ schema: BlockSchema
    ) -> ProvidedBody.Item {
        ProvidedBody.Item(
            name: name, nameRange: range, content: content, attributes: schema.attributes(named: name),
            blocks: schema.blocks(named: name))
    }

    /// The body of a nested block; nil where there can be no such block.
    private func child(of body: ProvidedBody, _ item: ProvidedBody.Item, _ block: Block) -> ProvidedBody? {
        func child(_ schema: BlockSchema, _ versions: VersionSet, isOpen: Bool) -> ProvidedBody {
            ProvidedBody(
                admitted: body.admitted, module: body.module, owner: body.owner, typeName: body.typeName,
                path: body.path + [item.name], headerRange: block.headerRange, file: body.file,
                schema: schema,
                versions: versions, isOpen: body.isOpen || isOpen)
        }
        let blocks = body.blocks(of: item)
        let members = body.attributes(of: item).compactMap(\.type.blockMembers)
        if let first = blocks.first {
            // All meanings of one name share one body, which says itself what is in which version.
            let versions = Self.part(of: body.versions, in: blocks.map(\.lifetime))
            return child(first.body, versions, isOpen: first.body.isOpen || !members.isEmpty)
        }
        guard let first = members.first else { return nil }
        return child(BlockSchema(members: first), body.versions, isOpen: members.contains { $0 != first })
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
