import Diagnostics
import HCL
import Terraform

/// A health check that takes as long as the time between two of them (R-HC-01).
struct HealthCheckTimeout: Rule {
    let id = "health-check-timeout"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "R-HC-01"
    let summary = "a health check whose timeout is not less than its interval"
    let explanation = """
        AWS refuses a target group whose health checks over HTTP would overlap: the timeout must be less than the
        interval.
        """

    private static let types = ["aws_alb_target_group", "aws_elb", "aws_lb_target_group"]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for environment in context.environments {
            for block in environment.values.resources(ofTypes: Self.types) {
                for check in block.blocks("health_check") where speaksHTTP(check) {
                    guard let attribute = check.attribute("timeout"),
                        let timeout = check.value("timeout")?.number,
                        let interval = check.value("interval")?.number, timeout >= interval
                    else { continue }
                    report.add(
                        "the health check of \(block.address) may take \(Int(timeout)) seconds, "
                            + "and the next one starts after \(Int(interval))",
                        at: attribute.range, instance: block.instance,
                        help: "make the timeout less than the interval")
                }
            }
        }
    }

    private func speaksHTTP(_ check: NestedBlock) -> Bool {
        let block = check.owner
        if block.resource.type.text == "aws_elb" { return true }
        let own = check.value("protocol") ?? block.value("protocol")
        return own?.text.map { $0.uppercased().hasPrefix("HTTP") } ?? false
    }
}
