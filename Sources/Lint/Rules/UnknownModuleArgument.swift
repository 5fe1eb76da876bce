import Diagnostics
import HCL
import Terraform

/// An argument of a module call for which the module has no variable (X-IN-02).
struct UnknownModuleArgument: Rule {
    let id = "unknown-module-argument"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "X-IN-02"
    let summary = "an argument of a module call that the module has no variable for"
    let explanation = """
        The arguments of a module call are the variables of the module, and those of Terraform itself: `source`,
        `version`, `count`, `for_each`, `providers`, `depends_on`.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (child, callers) in context.callers.enumerated() where context.isComplete[child] {
            let called = context.tree.modules[child]
            for caller in callers {
                let module = context.tree.modules[caller.module]
                let call = module.calls[caller.call]
                for argument in call.arguments {
                    let name = module.name(of: argument)
                    guard called.variables.index(of: name) == nil else { continue }
                    let given = Set(call.arguments.map { module.name(of: $0) })
                    let free = called.variables.keys.filter { !given.contains($0) }
                    let near = nearestName(to: name, among: free)
                    report.add(
                        "the module has no variable \"\(name)\"", at: argument.nameRange,
                        notes: near.flatMap { called.variables[$0] }.map {
                            [Diagnostic.Note("declared here", at: $0.nameRange)]
                        } ?? [],
                        help: near.map { "did you mean \"\($0)\"?" } ?? "remove the argument")
                }
            }
        }
    }
}
