import Diagnostics
import Terraform

/// A `var.NAME` whose module declares no `variable "NAME"` (X-VAR-01).
struct UndeclaredVariable: Rule {
    let id = "undeclared-variable"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "X-VAR-01"
    let summary = "a reference to an input variable that its module does not declare"
    let explanation = """
        Variables belong to one module: what the calling module declares does not count. Declare the variable in the
        module that uses it, and give it a value in every call.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (position, module) in context.tree.modules.enumerated() where context.isComplete[position] {
            for entry in context.references[position].variables where entry.target == nil {
                guard case .variable(let name) = module.references[entry.reference].subject else { continue }
                report.add(
                    "the variable \"\(name.text)\" is not declared in this module",
                    at: module.references[entry.reference].range,
                    help: didYouMean(name.text, among: module.variables.keys)
                        ?? "declare it: variable \"\(name.text)\" { ... }")
            }
        }
    }
}
