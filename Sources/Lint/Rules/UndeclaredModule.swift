import Diagnostics
import Terraform

/// A `module.NAME` for which the module has no call (X-MOD-01).
struct UndeclaredModule: Rule {
    let id = "undeclared-module"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "X-MOD-01"
    let summary = "a reference to a module that is not called in this module"
    let explanation = """
        The name is that of the `module` block, not of the folder. Only calls of the same module can be read; what
        another module calls has to come by its outputs.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (position, module) in context.tree.modules.enumerated() where context.isComplete[position] {
            for entry in context.references[position].calls where entry.target == nil {
                guard case .module(let name, _, _) = module.references[entry.reference].subject else {
                    continue
                }
                report.add(
                    "there is no module call \"\(name.text)\" in this module",
                    at: module.references[entry.reference].range,
                    help: didYouMean(name.text, among: module.calls.keys))
            }
        }
    }
}
