import Diagnostics
import HCL
import Terraform

/// A repeated resource or module without a key, or a key on one that is not repeated (X-RES-02).
struct WrongInstanceKey: Rule {
    let id = "wrong-instance-key"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "X-RES-02"
    let summary =
        "a resource or module with instances used without a key, or one without instances used with a key"
    let explanation = """
        `count` makes a list, `for_each` a map: write `[0]`, `["key"]`, `[*]` or a for expression to say which instance
        is meant. Without `count` and `for_each` there is one instance, and it has no key.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (position, module) in context.tree.modules.enumerated() {
            for entry in context.references[position].resources {
                guard let target = entry.target, !module.references[entry.reference].isTried else { continue }
                check(module.references[entry.reference], module.resources[target], in: module, &report)
            }
            for entry in context.references[position].calls {
                guard let target = entry.target, !module.references[entry.reference].isTried,
                    let child = context.tree.module(calledBy: target, of: position)
                else { continue }
                check(
                    module.references[entry.reference], module.calls[target], context.tree.modules[child],
                    in: module, &report)
            }
        }
    }

    private func check(
        _ reference: Reference, _ resource: Resource, in module: Module, _ report: inout RuleReport
    ) {
        guard case .resource(_, _, _, let key, let attribute) = reference.subject else { return }
        // What is ready, or replaced, may be a whole resource; its attributes there are not read.
        switch key {
        case .none:
            guard let attribute, resource.isRepeated else { return }
            let (argument, example) =
                resource.count != nil ? ("count", "[0] or [*]") : ("for_each", "[\"key\"] or [each.key]")
            report.add(
                "\(resource.key) has \"\(argument)\", so \"\(attribute.text)\" can only be read of an instance",
                at: reference.range,
                notes: [note(resource.count ?? resource.forEach, argument)].compactMap { $0 },
                help: "write \(resource.key)\(example).\(attribute.text)")
        case .index(let key):
            guard !resource.isRepeated, isInstanceKey(key, in: module) else {
                return checkKind(key, resource.count, resource.forEach, resource.key, in: module, &report)
            }
            report.add(
                "\(resource.key) has neither \"count\" nor \"for_each\", so it takes no key", at: key.range,
                notes: [Diagnostic.Note("declared here", at: resource.nameRange)], help: "remove the brackets"
            )
        case .splat: break
        }
    }

    private func check(
        _ reference: Reference, _ call: ModuleCall, _ called: Module, in module: Module,
        _ report: inout RuleReport
    ) {
        guard case .module(_, let key, let output) = reference.subject else { return }
        switch key {
        case .none:
            // Only a name that is an output is certain to be no key.
            guard call.isRepeated, let output,
                called.outputs.index(of: output.text) != nil || call.count != nil
            else { return }
            if call.forEach != nil, keys(of: call, in: module).contains(output.text) { return }
            let (argument, example) =
                call.count != nil ? ("count", "[0] or [*]") : ("for_each", "[\"key\"] or [each.key]")
            report.add(
                "module.\(call.key) has \"\(argument)\", so \"\(output.text)\" can only be read of an instance",
                at: output.range,
                notes: [note(call.count ?? call.forEach, argument)].compactMap { $0 },
                help: "write module.\(call.key)\(example).\(output.text)")
        case .index(let key):
            guard call.isRepeated else {
                guard let file = module.file(of: key.range), case .number? = file.constant(of: key) else {
                    return
                }
                return report.add(
                    "module.\(call.key) has neither \"count\" nor \"for_each\", so it takes no key",
                    at: key.range,
                    notes: [Diagnostic.Note("called here", at: call.nameRange)], help: "remove the brackets")
            }
            checkKind(key, call.count, call.forEach, "module.\(call.key)", in: module, &report)
        case .splat: break
        }
    }

    /// Whether a key that is written down, or made by `count` or `for_each`, is of the kind that instances have.
    private func checkKind(
        _ key: Expression, _ count: Expression?, _ forEach: Expression?, _ name: String, in module: Module,
        _ report: inout RuleReport
    ) {
        let constant = module.file(of: key.range)?.constant(of: key)
        if let count, case .string(let text)? = constant, Int(text) == nil {
            report.add(
                "\(name) has \"count\", so its instances have numbers for keys", at: key.range,
                notes: [note(count, "count")].compactMap { $0 })
        }
        if let forEach, case .number? = constant {
            report.add(
                "\(name) has \"for_each\", so its instances have texts for keys", at: key.range,
                notes: [note(forEach, "for_each")].compactMap { $0 })
        }
    }

    private func note(_ expression: Expression?, _ argument: String) -> Diagnostic.Note? {
        expression.map { Diagnostic.Note("\"\(argument)\" is given here", at: $0.range) }
    }

    /// The keys of a `for_each` that is written down.
    private func keys(of call: ModuleCall, in module: Module) -> Set<String> {
        guard case .object(let object)? = call.forEach, let file = module.file(of: object.range) else {
            return []
        }
        return Set(object.items.compactMap { file.constantKey(of: $0) })
    }

    /// Whether a key is certainly meant to pick an instance.
    private func isInstanceKey(_ key: Expression, in module: Module) -> Bool {
        if case .traversal(let traversal) = key { return module.text(of: traversal.range) == "count.index" }
        return module.file(of: key.range)?.constant(of: key) != nil
    }
}
