import Diagnostics
import HCL

/// What may stand in lifecycle blocks and provisioners.
extension ModuleDecoder {
    /// `ignore_changes` is `all` or a list of attributes.
    mutating func checkIgnoredChanges(_ expression: Expression) {
        switch expression {
        case .traversal(let traversal) where module.text(of: traversal.range) == "all": break
        case .tuple(let tuple):
            for item in tuple.items {
                switch item {
                case .traversal: break
                case .literal(let literal) where literal.kind == .string:
                    if module.text(of: literal.range) == "\"*\"" {
                        report(
                            "invalid-ignored-change", "\"*\" stands for nothing in \"ignore_changes\"",
                            at: literal.range, help: "write ignore_changes = all")
                    } else {
                        warnOfQuotes(literal)
                    }
                default:
                    report(
                        "invalid-ignored-change", "\"ignore_changes\" takes nothing but attribute names",
                        at: item.range)
                }
            }
        default:
            report(
                "invalid-ignored-change", "\"ignore_changes\" must be \"all\" or a list of attributes",
                at: expression.range)
        }
    }

    /// `replace_triggered_by` is a list of resources and their attributes.
    mutating func checkTriggers(_ expression: Expression) {
        guard case .tuple(let tuple) = expression else {
            return report(
                "invalid-trigger", "\"replace_triggered_by\" must be a list of references",
                at: expression.range)
        }
        for item in tuple.items {
            guard case .traversal(let traversal) = item, let file = module.file(of: item.range) else {
                report("invalid-trigger", "a reference to a resource is expected here", at: item.range)
                continue
            }
            guard
                case .resource(_, _, _, let key, _) = ReferenceReader(file: file).subject(of: traversal)
                    .subject
            else {
                report("invalid-trigger", "a reference to a resource is expected here", at: item.range)
                continue
            }
            guard case .index(.traversal(let index)) = key else { continue }
            let name = file.text(of: index.range)
            if name != "each.key", name != "count.index" {
                report(
                    "invalid-trigger", "the key of an instance must be a constant, each.key or count.index",
                    at: index.range)
            }
        }
    }

    /// A condition of a resource cannot name the resource.
    mutating func checkConditions(of resource: Resource, references: ArraySlice<Reference>) {
        for reference in references {
            guard case .resource(let mode, let type, let name, _, _) = reference.subject,
                Resource.key(mode, type.text, name.text) == resource.key,
                let block = collector.sites[reference.site].blocks.last, block != "lifecycle"
            else { continue }
            report(
                "self-reference", "a \(block) cannot refer to the resource that it belongs to",
                at: reference.range,
                help: block == "postcondition" ? "write \"self\"" : "use a postcondition and \"self\"")
        }
    }

    /// Collects from provisioners and connections, in which `self` means the resource.
    mutating func collectProvisioners(of block: Block, _ owner: Owner) {
        let provisioners = blocks("provisioner", of: block)
        let destroying = provisioners.filter { keyword("when", of: $0) == "destroy" }
        for connection in blocks("connection", of: block) {
            collect(connection, "connection", runsOnDestroy: !destroying.isEmpty, owner)
        }
        for provisioner in provisioners {
            checkType(of: provisioner)
            checkKeyword("when", ["create", "destroy"], of: provisioner)
            checkKeyword("on_failure", ["continue", "fail"], of: provisioner)
            let isDestroying = keyword("when", of: provisioner) == "destroy"
            collect(provisioner, "provisioner", runsOnDestroy: isDestroying, owner)
        }
    }

    private mutating func collect(_ block: Block, _ type: String, runsOnDestroy: Bool, _ owner: Owner) {
        let start = collector.references.count
        collectOpen(block.body, of: owner, in: [type], except: ["when", "on_failure"])
        guard runsOnDestroy else { return }
        for reference in collector.references[start...] {
            switch reference.subject {
            case .itself, .count, .path, .terraform: continue
            case .each(let name) where name.text == "key": continue
            default:
                report(
                    "invalid-reference", "what runs when a resource is destroyed can refer to nothing else",
                    at: reference.range, help: "it may use self, count.index and each.key")
            }
        }
    }

    private mutating func checkType(of provisioner: Block) {
        guard provisioner.labels.count == 1 else { return }
        let type = label(0, of: provisioner)
        if ["chef", "habitat", "puppet", "salt-masterless"].contains(type.text) {
            report(
                "unknown-provisioner", "Terraform no longer has a provisioner \"\(type.text)\"",
                at: type.range)
        }
        let required = ["local-exec": "command", "file": "destination"][type.text]
        if let required, value(required, of: provisioner) == nil {
            report("missing-argument", "the argument \"\(required)\" is missing", at: provisioner.headerRange)
        }
    }

    /// The bare or quoted word that an argument is.
    private func keyword(_ name: String, of block: Block) -> String? {
        guard let value = value(name, of: block) else { return nil }
        return module.constantText(of: value) ?? module.text(of: value.range)
    }

    private mutating func checkKeyword(_ name: String, _ words: [String], of block: Block) {
        guard let value = value(name, of: block), let word = keyword(name, of: block) else { return }
        if words.contains(word) { return }
        let known = words.map { "\"\($0)\"" }.joined(separator: " or ")
        report("wrong-type", "\"\(name)\" must be \(known)", at: value.range)
    }
}
