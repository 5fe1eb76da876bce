import Diagnostics
import Terraform

/// A value of a `*.tfvars` file that does not have the type of its variable (M-TFV-01).
struct WrongVariableValue: Rule {
    let id = "wrong-variable-value"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "M-TFV-01"
    let summary = "a value of a tfvars file that does not suit its variable"
    let explanation = """
        Terraform says so only when it plans that environment. An object needs all attributes of its type but the
        optional ones.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        guard context.isComplete[0] else { return }
        for environment in context.environments {
            for (name, given) in environment.given.sorted(by: { $0.key < $1.key }) {
                guard let variable = context.tree.root.variables[name], let type = variable.type else {
                    continue
                }
                let note = Diagnostic.Note("declared here as \(type.description)", at: variable.nameRange)
                if given.value.isNull, !variable.isNullable {
                    report.add("the variable \"\(name)\" cannot be null", at: given.valueRange, notes: [note])
                }
                guard
                    case .failure(let error) = environment.values.conversion(0).convert(given.value, to: type)
                else { continue }
                report.add(
                    "the value does not suit the variable \"\(name)\": \(error.mismatch.words)",
                    at: given.valueRange, notes: [note])
            }
        }
    }
}
