import Diagnostics
import HCL
import Terraform

/// A secret that Terraform would print (S-SENS-01).
struct UnmarkedSecret: Rule {
    let id = "unmarked-secret"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "S-SENS-01"
    let summary = "a variable for a secret that is not marked as sensitive"
    let explanation = """
        Without `sensitive = true` every plan shows the value, and so does every log of a pipeline. In trees of infragen
        an output of a module that carries a sensitive value says so too.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for module in context.tree.modules {
            for variable in module.variables
            where SecretNames.isSecret(variable.key) && !variable.isSensitive && !variable.isEphemeral
                && mayHoldText(variable) && !isAboutSomethingElse(variable)
            {
                report.add(
                    "the variable \"\(variable.key)\" holds a secret and is not sensitive",
                    at: variable.nameRange, help: "add sensitive = true")
            }
        }
        if context.isStrict(self) { checkOutputs(context, &report) }
    }

    private func mayHoldText(_ variable: Variable) -> Bool {
        switch variable.type {
        case nil, .any?, .string?: return true
        default: return false
        }
    }

    /// Whether the description says that it is the way to a secret.
    private func isAboutSomethingElse(_ variable: Variable) -> Bool {
        guard let words = variable.description?.lowercased() else { return false }
        let others = ["arn", "path", "name of", "id of", "location", "file", "whether"]
        return others.contains { words.contains($0) }
    }

    private func checkOutputs(_ context: LintContext, _ report: inout RuleReport) {
        guard let values = context.environments.first?.values else { return }
        for scope in values.allScopes() {
            let module = values.module(of: scope)
            for (position, output) in module.outputs.enumerated()
            where !output.isSensitive && values.output(position, in: scope).allMarks.contains(.sensitive) {
                report.add(
                    "the output \"\(output.key)\" carries a sensitive value and does not say so",
                    at: output.nameRange, instance: values.scopes[scope].instance,
                    help: "add sensitive = true")
            }
        }
    }
}
