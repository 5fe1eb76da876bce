import Diagnostics
import HCL

/// Resources.
extension ModuleDecoder {
    mutating func decodeResource(_ block: Block, mode: Resource.Mode) {
        let type = label(0, of: block)
        let name = label(1, of: block)
        guard checkName(type, of: "a resource type"), checkName(name, of: "a resource") else { return }
        var resource = Resource(mode: mode, type: type, name: name, block: block)
        decodeRepetition(of: block, &resource.count, &resource.forEach)
        resource.provider = value("provider", of: block).flatMap { providerReference($0) }
        resource.dependencies = dependencies(of: block)
        resource.lifecycle = decodeLifecycle(of: block, mode)
        let what = ["managed": "resource", "data": "data resource", "ephemeral": "ephemeral resource"]
        let owner = Owner.resource(declare(resource, as: what[mode.rawValue] ?? "resource", in: \.resources))
        collectOpen(block.body, of: owner, except: ["provider", "lifecycle", "provisioner", "connection"])
        if let lifecycle = resource.lifecycle {
            let start = collector.references.count
            collect(lifecycle, of: owner)
            checkConditions(of: resource, references: collector.references[start...])
        }
        collectProvisioners(of: block, owner)
    }

    mutating func decodeRepetition(
        of block: Block, _ count: inout Expression?, _ forEach: inout Expression?
    ) {
        count = value("count", of: block)
        forEach = value("for_each", of: block)
        if let forEach, count != nil {
            report(
                "conflicting-arguments", "\"count\" and \"for_each\" exclude each other", at: forEach.range,
                help: "remove one of them")
        }
    }

    private mutating func decodeLifecycle(of block: Block, _ mode: Resource.Mode) -> Lifecycle? {
        let found = blocks("lifecycle", of: block)
        guard let first = found.first else { return nil }
        for surplus in found.dropFirst() {
            report(
                "duplicate-declaration", "a resource can have only one lifecycle block",
                at: surplus.typeRange,
                notes: [Diagnostic.Note("the first one stands here", at: first.typeRange)])
        }
        var lifecycle = Lifecycle(block: first)
        if mode != .managed {
            for case .attribute(let attribute) in first.body.items {
                let name = module.name(of: attribute)
                guard BlockSchema.lifecycleArguments.contains(name) else { continue }
                report(
                    "unknown-argument", "\"\(name)\" is for managed resources only", at: attribute.nameRange)
            }
        }
        lifecycle.createsBeforeDestroying = constantBool("create_before_destroy", of: first)
        lifecycle.preventsDestroying = constantBool("prevent_destroy", of: first)
        lifecycle.ignoredChanges = value("ignore_changes", of: first)
        lifecycle.replacementTriggers = value("replace_triggered_by", of: first)
        lifecycle.preconditions = conditions("precondition", of: first)
        lifecycle.postconditions = conditions("postcondition", of: first)
        if let ignored = lifecycle.ignoredChanges { checkIgnoredChanges(ignored) }
        if let triggers = lifecycle.replacementTriggers { checkTriggers(triggers) }
        return lifecycle
    }

    private mutating func collect(_ lifecycle: Lifecycle, of owner: Owner) {
        collect(["replace_triggered_by"], of: lifecycle.block, in: ["lifecycle"], owner)
        for condition in lifecycle.preconditions {
            collect(condition, "precondition", of: owner, in: ["lifecycle"])
        }
        for condition in lifecycle.postconditions {
            collect(condition, "postcondition", of: owner, in: ["lifecycle"])
        }
    }
}

extension BlockSchema {
    /// The arguments of a lifecycle block that only managed resources have.
    static let lifecycleArguments = [
        "create_before_destroy", "prevent_destroy", "ignore_changes", "replace_triggered_by",
    ]
}
