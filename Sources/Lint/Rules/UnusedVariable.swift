import Diagnostics
import Terraform

/// A variable that nothing in its module uses (X-VAR-02).
struct UnusedVariable: Rule {
    let id = "unused-variable"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "X-VAR-02"
    let summary = "an input variable that nothing in its module uses"
    let explanation = """
        Callers give a value and nothing happens. Remove the variable and the argument in every call, or use it.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (position, module) in context.tree.modules.enumerated() where context.isComplete[position] {
            var used: Set<Int> = []
            for entry in context.references[position].variables {
                guard let target = entry.target else { continue }
                // The rules for a variable's own values are no use of it.
                if module.sites[module.references[entry.reference].site].owner == .variable(target) {
                    continue
                }
                used.insert(target)
            }
            for (index, variable) in module.variables.enumerated() where !used.contains(index) {
                report.add(
                    "the variable \"\(variable.key)\" is declared but never used", at: variable.nameRange,
                    help: "remove it, and the argument in every call of the module")
            }
        }
    }
}
