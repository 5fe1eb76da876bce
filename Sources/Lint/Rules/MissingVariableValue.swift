import Diagnostics
import Terraform

/// A variable that one environment gives no value though others do (M-TFV-01).
struct MissingVariableValue: Rule {
    let id = "missing-variable-value"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "M-TFV-01"
    let summary = "a variable without a default that one environment gives no value, though others do"
    let explanation = """
        Values may come from elsewhere (`TF_VAR_name`, `-var`), so a variable that no file gives a value is left alone.
        Where other environments have it in their files, it was forgotten in this one.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        guard context.isComplete[0], context.environments.count > 1 else { return }
        for variable in context.tree.root.variables where variable.isRequired {
            let giving = context.environments.filter { $0.given[variable.key] != nil }
            guard let other = giving.first?.given[variable.key] else { continue }
            for environment in context.environments where environment.given[variable.key] == nil {
                report.add(
                    "the environment \"\(environment.name)\" gives no value for \"\(variable.key)\"",
                    at: variable.nameRange, notes: [Diagnostic.Note("another one does", at: other.nameRange)])
            }
        }
    }
}
