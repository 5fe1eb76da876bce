import Diagnostics
import HCL
import Terraform

/// A module call that waits for whole other modules (X-DEP-01).
struct ModuleDependsOn: Rule {
    let id = "module-depends-on"
    let severity = Diagnostic.Severity.warning
    let reach: RuleReach = .renderedTrees
    let requirement: String? = "X-DEP-01"
    let summary = "depends_on of a module call, which puts off what the module reads"
    let explanation = """
        Every data source of such a module is read only when the others are there, so a plan does not know its values
        and shows changes that will not be. Let the module that others wait for hand out an output with `depends_on`.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (position, module) in context.tree.modules.enumerated() {
            for (index, call) in module.calls.enumerated() {
                guard let dependencies = call.dependencies else { continue }
                let child = context.tree.module(calledBy: index, of: position)
                let delayed = child.flatMap { Self.firstRead(by: $0, context, depth: 8) }
                let notes = delayed.map { [Diagnostic.Note("this is read too late then", at: $0)] } ?? []
                report.add(
                    "the call \"\(call.key)\" waits for whole other resources or modules",
                    at: dependencies.range, notes: notes, help: "use an output with depends_on instead")
            }
        }
    }

    /// A data source of a module, or of one that it calls, whose arguments need nothing.
    private static func firstRead(by position: Int, _ context: LintContext, depth: Int) -> SourceRange? {
        guard depth > 0 else { return nil }
        let module = context.tree.modules[position]
        for resource in module.resources where resource.mode == .data {
            // What is computed of nothing but its arguments is known at once, or soon enough.
            if resource.type.text == "aws_iam_policy_document" { continue }
            return resource.nameRange
        }
        for child in context.tree.calledModules[position] {
            if let child, let found = firstRead(by: child, context, depth: depth - 1) { return found }
        }
        return nil
    }
}
