import Diagnostics
import HCL
import Terraform

/// A security group with more rules than AWS takes, for a prefix list counts with all of its entries (S-SG-04).
struct TooManySecurityRules: Rule {
    let id = "too-many-security-rules"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "S-SG-04"
    let summary = "two rules of a security group for the addresses of CloudFront"
    let explanation = """
        The list of CloudFront's addresses counts as 55 rules, and a group takes 60 unless AWS has raised the quota. Two
        ports need two groups.
        """

    private static let lists = [
        "com.amazonaws.global.cloudfront.origin-facing", "com.amazonaws.global.ipv6.cloudfront.origin-facing",
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        guard !context.index.places("aws_ec2_managed_prefix_list", .data).isEmpty else { return }
        for environment in context.environments {
            let trail = Trail(values: environment.values)
            var first: [String: BlockInstance] = [:]
            for block in environment.values.resources(ofTypes: ["aws_vpc_security_group_ingress_rule"])
            where block.isCertain {
                guard let list = block.attribute("prefix_list_id"),
                    let origin = trail.origin(of: list.value, in: block),
                    let name = listName(origin, environment.values), Self.lists.contains(name),
                    let group = ListenerRules.identity(of: "security_group_id", in: block, trail)
                else { continue }
                guard let other = first["\(name) \(group)"] else {
                    first["\(name) \(group)"] = block
                    continue
                }
                report.add(
                    "\(block.address) and \(other.address) take 110 of the 60 rules that a group may have",
                    at: list.value.range, instance: block.instance,
                    notes: [Diagnostic.Note("the other is declared here", at: other.resource.nameRange)],
                    help: "give each port a group of its own")
            }
        }
    }

    private func listName(_ origin: Origin, _ values: Evaluator) -> String? {
        guard origin.resource.type.text == "aws_ec2_managed_prefix_list", origin.resource.mode == .data,
            let name = values.module(of: origin.scope).attribute("name", in: origin.resource.block.body)
        else { return nil }
        return values.value(of: name.value, in: origin.scope).text
    }
}
