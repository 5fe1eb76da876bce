import Diagnostics
import HCL
import Terraform

/// A `moved` or `removed` block for something that is still there, or that says two things at once (L-MOVED-01).
struct StaleMove: Rule {
    let id = "stale-move"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "L-MOVED-01"
    let summary = "a moved or removed block that contradicts what is declared"
    let explanation = """
        What has moved or was removed cannot be declared any more, and nothing can move to two places, or two things to
        one. Such blocks can go once all environments have been applied.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for module in context.tree.modules {
            checkRemovals(of: module, in: context, &report)
            checkMoves(of: module, in: context, &report)
            checkImports(of: module, in: context, &report)
        }
    }

    private func checkRemovals(of module: Module, in context: LintContext, _ report: inout RuleReport) {
        for removal in module.removals {
            guard let from = removal.from, let declared = declaration(of: from, from: module, in: context)
            else {
                continue
            }
            report.add(
                "\(module.text(of: from.range)) is still declared", at: from.range,
                notes: [Diagnostic.Note("declared here", at: declared)],
                help: "remove the declaration, or the removed block")
        }
    }

    private func checkMoves(of module: Module, in context: LintContext, _ report: inout RuleReport) {
        var sources: [String: (from: Address, to: Address)] = [:]
        var targets: [String: Address] = [:]
        for move in module.moves {
            guard let from = move.from, let to = move.to else { continue }
            let (source, target) = (module.text(of: from.range), module.text(of: to.range))
            if source == target {
                report.add("what moves has to change its address", at: move.block.headerRange)
                continue
            }
            // Said twice, it is still one move.
            if let earlier = sources[source], module.text(of: earlier.to.range) == target { continue }
            let isThere = declaration(of: to, from: module, in: context) != nil
            if isThere, let earlier = sources[source]?.from {
                report.add(
                    "\(source) moves to two places", at: move.block.headerRange,
                    notes: [Diagnostic.Note("it moves here too", at: earlier.range)])
            } else if isThere, let earlier = targets[target] {
                report.add(
                    "two things move to \(target)", at: move.block.headerRange,
                    notes: [Diagnostic.Note("the other one stands here", at: earlier.range)])
            }
            sources[source] = (from, to)
            targets[target] = to
            guard !hasKey(from), !hasKey(to), let declared = declaration(of: from, from: module, in: context)
            else {
                continue
            }
            report.add(
                "\(source) is still declared", at: from.range,
                notes: [Diagnostic.Note("declared here", at: declared)],
                help: "remove the moved block, or the declaration")
        }
    }

    /// Imports into something that is not there, and two into one resource.
    private func checkImports(of module: Module, in context: LintContext, _ report: inout RuleReport) {
        var earlier: [String: SourceRange] = [:]
        for found in module.imports {
            guard let to = found.to, to.resource != nil else { continue }
            let address = module.text(of: to.range)
            if let first = earlier[address], !hasExpression(to) {
                report.add(
                    "there are two imports for \(address)", at: to.range,
                    notes: [Diagnostic.Note("the first one stands here", at: first)])
            }
            earlier[address] = to.range
            guard to.modules.isEmpty, let resource = to.resource,
                let position = context.module(at: to.range), context.isComplete[position],
                declaration(of: to, from: module, in: context) == nil
            else { continue }
            report.add(
                "there is no resource \(resource.type.text).\(resource.name.text) to import into",
                at: to.range,
                severity: .warning, help: "declare it, or let terraform plan -generate-config-out write it")
        }
    }

    private func hasKey(_ address: Address) -> Bool {
        address.modules.contains { $0.key != nil } || address.resource?.key != nil
    }

    private func hasExpression(_ address: Address) -> Bool {
        guard let key = address.resource?.key else { return false }
        if case .literal = key { return false }
        return true
    }

    /// Where what an address names is declared; nil where it is not.
    private func declaration(of address: Address, from module: Module, in context: LintContext)
        -> SourceRange?
    {
        guard var position = context.module(at: address.range) else { return nil }
        var name: SourceRange?
        for step in address.modules {
            let module = context.tree.modules[position]
            guard let call = module.calls.index(of: step.name.text) else { return nil }
            name = module.calls[call].nameRange
            guard let child = context.tree.module(calledBy: call, of: position) else {
                return address.resource == nil && step.name == address.modules.last?.name ? name : nil
            }
            position = child
        }
        guard let resource = address.resource else { return name }
        let key = Resource.key(resource.mode, resource.type.text, resource.name.text)
        return context.tree.modules[position].resources[key]?.nameRange
    }
}
