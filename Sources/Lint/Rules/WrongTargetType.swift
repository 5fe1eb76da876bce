import Diagnostics
import HCL
import Terraform

/// A target group that cannot take the tasks of an ECS service (R-TG-01).
struct WrongTargetType: Rule {
    let id = "wrong-target-type"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "R-TG-01"
    let summary = "a target group whose targets are not addresses, for tasks that have addresses of their own"
    let explanation = """
        Tasks in the network mode `awsvpc`, as all of Fargate, are registered by their address: the target group needs
        `target_type = "ip"`. Without the argument it takes instances, and ECS refuses the service.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for environment in context.environments {
            let trail = Trail(values: environment.values)
            for block in environment.values.resources(ofTypes: ["aws_ecs_service"])
            where !block.blocks("network_configuration").filter(\.isCertain).isEmpty {
                for balancer in block.blocks("load_balancer") where balancer.isCertain {
                    check(balancer, environment.values, trail, context, &report)
                }
            }
        }
    }

    private func check(
        _ balancer: NestedBlock, _ values: Evaluator, _ trail: Trail, _ context: LintContext,
        _ report: inout RuleReport
    ) {
        guard let attribute = balancer.attribute("target_group_arn"),
            let group = trail.instance(attribute.value, in: balancer, ofType: "aws_lb_target_group")
        else { return }
        let type = group.attribute("target_type").map { group.value(of: $0.value) }
        // Without the argument, or with null, targets are instances.
        let known = type == nil || type?.isNull == true ? "instance" : type?.text
        if let known, known != "ip" {
            report.add(
                "\(balancer.owner.address) runs tasks with addresses of their own, "
                    + "but \(group.address) takes targets of type \"\(known)\"",
                at: attribute.value.range, instance: balancer.owner.instance,
                notes: [
                    Diagnostic.Note(
                        "the target group is declared here",
                        at: group.attribute("target_type")?.range ?? group.resource.nameRange)
                ], help: "set target_type = \"ip\" there")
        }
        guard context.isStrict(self), let port = group.value("port")?.integer,
            let container = balancer.value("container_port")?.integer, port != container
        else { return }
        report.add(
            "the container listens on port \(container), but \(group.address) has port \(port)",
            at: attribute.value.range, instance: balancer.owner.instance, severity: .warning)
    }
}
