import Diagnostics
import HCL
import Terraform

/// Something that reads like a reference and is none: `var` alone, `path.modules`, `count.idx`.
struct InvalidReference: Rule {
    let id = "invalid-reference"
    let severity = Diagnostic.Severity.error
    let requirement: String? = nil
    let summary = "something that reads like a reference and is none"
    let explanation = """
        References are `var.NAME`, `local.NAME`, `module.NAME.OUTPUT`, `TYPE.NAME.ATTRIBUTE`, `data.TYPE.NAME.ATTRIBUTE`,
        `each.key`, `each.value`, `count.index`, `path.module`, `path.root`, `path.cwd`, `terraform.workspace` and, in
        provisioners, connections and postconditions, `self.ATTRIBUTE`.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (position, module) in context.tree.modules.enumerated() {
            let table = context.references[position]
            for entry in table.invalid {
                let reference = module.references[entry.reference]
                guard case .invalid(let reason) = reference.subject else { continue }
                report.add(reason, at: reference.range, help: help(for: reference, in: module))
            }
            for entry in table.others { check(module.references[entry.reference], &report) }
        }
    }

    private func check(_ reference: Reference, _ report: inout RuleReport) {
        switch reference.subject {
        case .path(let name): check(name, of: "path", ["module", "root", "cwd"], reference, &report)
        case .terraform(let name):
            check(name, of: "terraform", ["workspace", "applying"], reference, &report)
        case .count(let name): check(name, of: "count", ["index"], reference, &report)
        case .each(let name): check(name, of: "each", ["key", "value"], reference, &report)
        default: break
        }
    }

    private func check(
        _ name: Name, of root: String, _ known: [String], _ reference: Reference, _ report: inout RuleReport
    ) {
        if known.contains(name.text) { return }
        report.add(
            "\"\(root)\" has no \"\(name.text)\"", at: reference.range,
            help: didYouMean(name.text, among: known)
                ?? "it has " + known.map { "\"\($0)\"" }.joined(separator: ", "))
    }

    /// A bare word is mostly a string without its quotes, or a variable without its `var.`.
    private func help(for reference: Reference, in module: Module) -> String? {
        guard reference.traversal.steps.isEmpty else { return nil }
        let word = module.text(of: reference.range)
        if module.variables.index(of: word) != nil { return "did you mean \"var.\(word)\"?" }
        if module.locals.index(of: word) != nil { return "did you mean \"local.\(word)\"?" }
        return "for a string, put it in quotes"
    }
}
