import Diagnostics
import HCL

/// `moved`, `removed` and `import` blocks.
extension ModuleDecoder {
    mutating func decodeMoved(_ block: Block) {
        let from = value("from", of: block).flatMap { address($0) }
        let to = value("to", of: block).flatMap { address($0) }
        if let from, let to, (from.resource == nil) != (to.resource == nil) {
            report(
                "invalid-move", "a module cannot become a resource, nor a resource a module",
                at: block.headerRange)
        } else if let old = from?.resource, let new = to?.resource, old.mode != new.mode {
            report("invalid-move", "a resource cannot change its mode", at: block.headerRange)
        }
        module.moves.append(MovedBlock(from: from, to: to, block: block))
    }

    mutating func decodeRemoved(_ block: Block) {
        let from = value("from", of: block).flatMap { address($0) }
        let keyRange = from?.modules.compactMap(\.key).first?.range ?? from?.resource?.key?.range
        if let keyRange {
            report(
                "invalid-address", "a removed block takes resources and modules without instance keys",
                at: keyRange)
        }
        let owner = Owner.removed(module.removals.count)
        module.removals.append(RemovedBlock(from: from, block: block))
        for nested in block.body.blocks where module.text(of: nested.typeRange) == "provisioner" {
            collectOpen(nested.body, of: owner, in: ["provisioner"], except: ["when", "on_failure"])
        }
    }

    mutating func decodeImport(_ block: Block) {
        let owner = Owner.import(module.imports.count)
        var found = ImportBlock(block: block)
        found.forEach = value("for_each", of: block)
        if let to = value("to", of: block) {
            found.to = address(to)
            if found.to != nil, found.to?.resource == nil {
                report("invalid-address", "an import needs the address of a resource", at: to.range)
            }
        }
        if value("id", of: block) == nil, value("identity", of: block) == nil {
            report("missing-argument", "the argument \"id\" is missing", at: block.headerRange)
        }
        module.imports.append(found)
        collect(["id", "identity", "for_each"], of: block, owner)
    }

    /// The address that a traversal is; nil, with a diagnostic, where it is none.
    mutating func address(_ expression: Expression) -> Address? {
        guard case .traversal(let traversal) = expression, let file = module.file(of: expression.range) else {
            report(
                "invalid-address", "the address of a resource or module is expected here",
                at: expression.range, help: "such as aws_vpc.this or module.network")
            return nil
        }
        var reader = AddressReader(traversal: traversal, file: file)
        if let address = reader.read() { return address }
        report(
            "invalid-address", "\"\(file.text(of: traversal.range))\" is no address of a resource or module",
            at: traversal.range, help: "such as aws_vpc.this or module.network[\"a\"].aws_vpc.this")
        return nil
    }
}

/// Reads `module.a["x"].data.aws_region.this[0]`.
private struct AddressReader {
    /// The names and keys of a traversal, root first.
    private var parts: [Part] = []
    private let range: SourceRange
    private var position = 0

    private enum Part {
        case name(Name)
        case key(Expression)
        case other
    }

    init(traversal: Traversal, file: ConfigFile) {
        range = traversal.range
        parts.append(.name(Name(file.root(of: traversal), at: traversal.rootRange)))
        for step in traversal.steps {
            switch step {
            case .attribute(let step):
                parts.append(.name(Name(file.text(of: step.nameRange), at: step.nameRange)))
            case .index(let step): parts.append(.key(step.key))
            case .legacyIndex, .attributeSplat, .fullSplat: parts.append(.other)
            }
        }
    }

    mutating func read() -> Address? {
        var address = Address(modules: [], resource: nil, range: range)
        while case .name(let word) = current, word.text == "module" {
            position += 1
            guard let name = takeName() else { return nil }
            address.modules.append(Address.Step(name: name, key: takeKey()))
        }
        guard position < parts.count else { return address.modules.isEmpty ? nil : address }
        var mode = Resource.Mode.managed
        if case .name(let word) = current, word.text == "data" || word.text == "resource" {
            mode = word.text == "data" ? .data : .managed
            position += 1
        }
        guard let type = takeName(), let name = takeName() else { return nil }
        address.resource = (mode, type, name, takeKey())
        return position == parts.count ? address : nil
    }

    private var current: Part? { position < parts.count ? parts[position] : nil }

    private mutating func takeName() -> Name? {
        guard case .name(let name) = current else { return nil }
        position += 1
        return name
    }

    private mutating func takeKey() -> Expression? {
        guard case .key(let key) = current else { return nil }
        position += 1
        return key
    }
}
