import Diagnostics
import HCL
import Terraform

/// Two listeners on one port of one load balancer (R-LSN-01).
struct DuplicateListener: Rule {
    let id = "duplicate-listener"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "R-LSN-01"
    let summary = "two listeners on one port of one load balancer"
    let explanation = """
        A load balancer has one listener a port. Listeners that exclude each other need conditions that cannot both be
        true: they are looked at with the values of every environment.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for environment in context.environments {
            let trail = Trail(values: environment.values)
            var taken: [String: BlockInstance] = [:]
            for block in environment.values.resources(ofTypes: ["aws_alb_listener", "aws_lb_listener"])
            where block.isCertain {
                guard let attribute = block.attribute("port"),
                    let port = block.value(of: attribute.value).integer,
                    let balancer = ListenerRules.identity(of: "load_balancer_arn", in: block, trail)
                else { continue }
                // A port of TCP and one of UDP are two.
                let isUDP = block.value("protocol")?.text == "UDP"
                let key = "\(port) \(isUDP) \(balancer)"
                guard let first = taken[key] else {
                    taken[key] = block
                    continue
                }
                report.add(
                    "\(block.address) listens on port \(port), "
                        + "as \(first.address) of the same load balancer does",
                    at: attribute.value.range, instance: block.instance,
                    notes: [Diagnostic.Note("the other is declared here", at: first.resource.nameRange)])
            }
        }
    }
}
