import Diagnostics
import HCL
import Terraform

/// Weights of target groups that are out of range, or send requests nowhere (R-WGT-01).
struct WrongWeights: Rule {
    let id = "wrong-weights"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "R-WGT-01"
    let summary = "weights of target groups that AWS does not take, or that are all 0"
    let explanation = """
        The weights of a forward action are whole numbers from 0 to 999, and they count in proportion to their sum. When
        all are 0, no target gets a request. In trees of infragen they are percentages and add up to 100.
        """

    private static let types = [
        "aws_alb_listener", "aws_alb_listener_rule", "aws_lb_listener", "aws_lb_listener_rule",
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for environment in context.environments {
            for block in environment.values.resources(ofTypes: Self.types) {
                for action in block.blocks("action") + block.blocks("default_action") {
                    for forward in action.blocks("forward") { check(forward, context, &report) }
                }
            }
        }
    }

    private func check(_ forward: NestedBlock, _ context: LintContext, _ report: inout RuleReport) {
        let groups = forward.blocks("target_group")
        var weights: [Int] = []
        for group in groups {
            guard let attribute = group.attribute("weight"), let weight = group.value("weight")?.integer
            else {
                continue
            }
            weights.append(weight)
            if !(0...999).contains(weight) {
                report.add(
                    "the weight \(weight) is not between 0 and 999", at: attribute.value.range,
                    instance: forward.owner.instance)
            }
        }
        guard weights.count == groups.count, groups.allSatisfy(\.isCertain), let first = groups.first else {
            return
        }
        let sum = weights.reduce(0, +)
        let address = forward.owner.address
        if sum == 0 {
            report.add(
                "all weights of \(address) are 0, so no target gets a request", at: first.headerRange,
                instance: forward.owner.instance, severity: .warning)
        } else if sum != 100, groups.count > 1, context.isStrict(self) {
            report.add(
                "the weights of \(address) add up to \(sum), not to 100", at: first.headerRange,
                instance: forward.owner.instance, severity: .warning)
        }
    }
}
