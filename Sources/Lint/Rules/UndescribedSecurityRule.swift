import Diagnostics
import HCL
import Terraform

/// A security group or rule that does not say what it is for (S-SG-05).
struct UndescribedSecurityRule: Rule {
    let id = "undescribed-security-rule"
    let severity = Diagnostic.Severity.warning
    let reach: RuleReach = .renderedTrees
    let requirement: String? = "S-SG-05"
    let summary = "a security group or rule without a description"
    let explanation = """
        Who looks at an open port wants to know why it is open. A group's description cannot be changed later without
        replacing the group.
        """

    private static let types = [
        "aws_security_group", "aws_security_group_rule", "aws_vpc_security_group_egress_rule",
        "aws_vpc_security_group_ingress_rule",
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for view in context.blocks(Self.types) where view.attribute("description") == nil {
            report.add("\(view.resource.key) does not say what it is for", at: view.resource.nameRange)
        }
    }
}
