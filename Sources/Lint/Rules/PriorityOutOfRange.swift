import Diagnostics
import HCL
import Terraform

/// A priority of a listener's rule that AWS does not take, or that infragen keeps for itself (R-PRI-02).
struct PriorityOutOfRange: Rule {
    let id = "priority-out-of-range"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "R-PRI-02"
    let summary = "a priority of a listener's rule that is not between 1 and 50000"
    let explanation = """
        AWS takes priorities from 1 to 50000. In trees of infragen those from 49000 to 49998 belong to the rules with which the
        module `alb` reaches each target group directly.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for environment in context.environments {
            for block in environment.values.resources(ofTypes: ListenerRules.types) {
                guard let attribute = block.attribute("priority"),
                    let priority = block.value(of: attribute.value).integer, !(1...50000).contains(priority)
                else { continue }
                report.add(
                    "the priority \(priority) is not between 1 and 50000", at: attribute.value.range,
                    instance: block.instance)
            }
            if context.isStrict(self) { checkReserved(environment, &report) }
        }
    }

    /// Rules that are routes of services keep out of what infragen needs.
    private func checkReserved(_ environment: LintEnvironment, _ report: inout RuleReport) {
        for block in environment.values.resources(ofTypes: ListenerRules.types)
        where block.module.path.hasSuffix("modules/alb-rule") {
            guard let attribute = block.attribute("priority"),
                let priority = block.value(of: attribute.value).integer, (49000...49998).contains(priority)
            else { continue }
            report.add(
                "the priority \(priority) of \(block.address) is among those that the load balancer needs itself",
                at: attribute.value.range, instance: block.instance, severity: .warning,
                help: "use a priority up to 48999")
        }
    }
}
