import Diagnostics
import HCL
import Terraform

/// Two rules of one listener with one priority (R-PRI-01).
struct DuplicatePriority: Rule {
    let id = "duplicate-priority"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "R-PRI-01"
    let summary = "two rules of one listener with the same priority"
    let explanation = """
        A listener takes each priority once. The priorities are looked at with the values of every environment, and the
        listeners are followed through all module calls.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for environment in context.environments {
            let trail = Trail(values: environment.values)
            var taken: [String: BlockInstance] = [:]
            for block in environment.values.resources(ofTypes: ListenerRules.types) where block.isCertain {
                guard let attribute = block.attribute("priority"),
                    let priority = block.value(of: attribute.value).integer,
                    let listener = ListenerRules.identity(of: "listener_arn", in: block, trail)
                else { continue }
                guard let first = taken["\(priority) \(listener)"] else {
                    taken["\(priority) \(listener)"] = block
                    continue
                }
                report.add(
                    "\(block.address) has priority \(priority), as \(first.address) of the same listener has",
                    at: attribute.value.range, instance: block.instance,
                    notes: [Diagnostic.Note("the other is declared here", at: first.resource.nameRange)])
            }
        }
    }
}
