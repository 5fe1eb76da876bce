import Diagnostics
import Terraform

/// A `local.NAME` that no `locals` block of the module declares (X-LOC-01).
struct UndeclaredLocal: Rule {
    let id = "undeclared-local"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "X-LOC-01"
    let summary = "a reference to a local value that its module does not declare"
    let explanation = """
        Local values belong to one module. To use one elsewhere, hand it over: as an argument to a module that is
        called, as an output to the caller.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (position, module) in context.tree.modules.enumerated() where context.isComplete[position] {
            for entry in context.references[position].locals where entry.target == nil {
                guard case .local(let name) = module.references[entry.reference].subject else { continue }
                report.add(
                    "the local value \"\(name.text)\" is not declared in this module",
                    at: module.references[entry.reference].range, help: help(name.text, in: module))
            }
        }
    }

    private func help(_ name: String, in module: Module) -> String? {
        if module.variables.index(of: name) != nil { return "there is a variable of this name: var.\(name)" }
        return didYouMean(name, among: module.locals.keys)
    }
}
