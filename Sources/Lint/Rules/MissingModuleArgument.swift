import Diagnostics
import HCL
import Terraform

/// A module call without an argument for a variable that has no default (X-IN-01).
struct MissingModuleArgument: Rule {
    let id = "missing-module-argument"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "X-IN-01"
    let summary = "a module call that does not give a variable its value"
    let explanation = """
        A variable without a default needs a value in every call of its module.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (child, callers) in context.callers.enumerated() where context.isComplete[child] {
            let required = context.tree.modules[child].variables.filter(\.isRequired)
            guard !required.isEmpty else { continue }
            for caller in callers {
                let module = context.tree.modules[caller.module]
                let call = module.calls[caller.call]
                let given = Set(call.arguments.map { module.name(of: $0) })
                for variable in required where !given.contains(variable.key) {
                    report.add(
                        "the module call \"\(call.key)\" gives no value for \"\(variable.key)\"",
                        at: call.block.headerRange,
                        notes: [Diagnostic.Note("declared here, without a default", at: variable.nameRange)],
                        help: help(for: variable))
                }
            }
        }
    }

    private func help(for variable: Variable) -> String {
        let type = variable.type.map { ", of type \($0.description)" } ?? ""
        return "add the argument \"\(variable.key)\"\(type)"
    }
}
