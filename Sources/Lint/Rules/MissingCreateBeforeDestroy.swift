import Diagnostics
import HCL
import Terraform

/// A resource in use that has to be replaced before the old one goes (L-CBD-01).
struct MissingCreateBeforeDestroy: Rule {
    let id = "missing-create-before-destroy"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "L-CBD-01"
    let summary = "a certificate that cannot be replaced while it is in use"
    let explanation = """
        AWS deletes no certificate that a load balancer or a distribution uses, so a replacement hangs until it fails
        unless the new one is made first. In trees of infragen the same is asked of target groups, parameter groups and
        security groups.
        """

    private static let always = ["aws_acm_certificate"]
    private static let strict = [
        "aws_db_parameter_group", "aws_elasticache_parameter_group", "aws_lb_target_group",
        "aws_rds_cluster_parameter_group", "aws_security_group",
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        let types = Self.always + (context.isStrict(self) ? Self.strict : [])
        for view in context.blocks(types) where view.resource.lifecycle?.createsBeforeDestroying != true {
            // What is no constant is somebody's decision.
            if let block = view.resource.lifecycle?.block,
                view.module.attribute("create_before_destroy", in: block.body) != nil,
                view.resource.lifecycle?.createsBeforeDestroying == nil
            {
                continue
            }
            report.add(
                "\(view.resource.key) cannot be replaced while it is in use", at: view.resource.nameRange,
                help: "add lifecycle { create_before_destroy = true }")
        }
    }
}
