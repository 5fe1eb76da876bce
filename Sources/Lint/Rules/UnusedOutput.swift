import Diagnostics
import Terraform

/// An output that no caller reads (X-OUT-02).
struct UnusedOutput: Rule {
    let id = "unused-output"
    let severity = Diagnostic.Severity.warning
    let reach: RuleReach = .onRequest
    let requirement: String? = "X-OUT-02"
    let summary = "an output value of a called module that nobody reads"
    let explanation = """
        Outputs that nobody reads do no harm, and a module may be made for more than one caller; so they are listed
        only when this rule is asked for.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        var used = context.tree.modules.map { _ in Set<String>() }
        var isWhollyUsed = context.tree.modules.map { _ in false }
        for (position, module) in context.tree.modules.enumerated() {
            for entry in context.references[position].calls {
                guard let target = entry.target,
                    let child = context.tree.module(calledBy: target, of: position),
                    case .module(_, _, let output) = module.references[entry.reference].subject
                else { continue }
                if let output {
                    used[child].insert(output.text)
                } else if module.site(of: module.references[entry.reference]).argument != "depends_on" {
                    isWhollyUsed[child] = true
                }
            }
        }
        for (position, module) in context.tree.modules.enumerated()
        where position != 0 && !isWhollyUsed[position] {
            for output in module.outputs where !used[position].contains(output.key) {
                report.add("no caller reads the output \"\(output.key)\"", at: output.nameRange)
            }
        }
    }
}
