import Diagnostics
import Terraform

/// A local value that nothing in its module uses (X-LOC-01).
struct UnusedLocal: Rule {
    let id = "unused-local"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "X-LOC-01"
    let summary = "a local value that nothing in its module uses"
    let explanation = "It costs every reader a look. Remove it, or use it."

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (position, module) in context.tree.modules.enumerated() where context.isComplete[position] {
            let used = ReferenceTable.targets(of: context.references[position].locals)
            for (index, local) in module.locals.enumerated() where !used.contains(index) {
                report.add(
                    "the local value \"\(local.key)\" is declared but never used", at: local.nameRange,
                    help: "remove it")
            }
        }
    }
}
