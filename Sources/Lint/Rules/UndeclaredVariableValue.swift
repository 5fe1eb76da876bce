import Diagnostics
import Terraform

/// A value of a `*.tfvars` file for a variable that the root module does not declare (M-TFV-01).
struct UndeclaredVariableValue: Rule {
    let id = "undeclared-variable-value"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "M-TFV-01"
    let summary = "a value of a tfvars file for a variable that there is not"
    let explanation = "Terraform warns of it and leaves the value alone; mostly the name is misspelt."

    func check(_ context: LintContext, _ report: inout RuleReport) {
        guard context.isComplete[0] else { return }
        let variables = context.tree.root.variables
        for environment in context.environments {
            for (name, given) in environment.given.sorted(by: { $0.key < $1.key })
            where variables.index(of: name) == nil {
                let free = variables.keys.filter { environment.given[$0] == nil }
                report.add(
                    "the root module has no variable \"\(name)\"", at: given.nameRange,
                    help: didYouMean(name, among: free))
            }
        }
    }
}
