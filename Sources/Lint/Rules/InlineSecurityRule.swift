import Diagnostics
import HCL
import Terraform

/// A security group whose rules stand both in it and beside it (S-SG-01).
struct InlineSecurityRule: Rule {
    let id = "inline-security-rule"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "S-SG-01, S-SG-02"
    let summary = "a security group with rules of its own and rules from separate resources"
    let explanation = """
        A group with `ingress` or `egress` blocks removes every rule that it does not know, those of separate resources
        too, and they make them anew: each apply undoes the one before. In trees of infragen rules are separate
        resources only, so that two groups can speak of each other.
        """

    private static let separate = [
        "aws_security_group_rule", "aws_vpc_security_group_egress_rule",
        "aws_vpc_security_group_ingress_rule",
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        let groups = context.blocks("aws_security_group")
        guard !groups.isEmpty else { return }
        for direction in ["ingress", "egress"] {
            let inline = groups.filter { $0.attribute(direction) != nil || $0.hasBlock(direction) }
            guard !inline.isEmpty else { continue }
            let owners = owners(direction, context)
            for group in inline {
                guard let place = place(of: direction, in: group) else { continue }
                if let rule = owners["\(group.modulePosition) \(group.position)"] {
                    report.add(
                        "\(group.resource.key) removes the rules that other resources add to it", at: place,
                        notes: [Diagnostic.Note("such a rule stands here", at: rule)],
                        help: "make all of its \(direction) rules separate resources")
                } else if context.isStrict(self) {
                    report.add(
                        "\(group.resource.key) holds its \(direction) rules itself", at: place,
                        help: "make them aws_vpc_security_group_\(direction)_rule resources")
                }
            }
        }
    }

    private func place(of direction: String, in group: ResourceView) -> SourceRange? {
        if let attribute = group.attribute(direction) { return attribute.nameRange }
        for case .block(let block) in group.body.items
        where group.module.isOfType(direction, block) || group.module.isDynamic(direction, block) {
            return block.headerRange
        }
        return nil
    }

    /// The groups of the same module that separate rules of a direction belong to.
    private func owners(_ direction: String, _ context: LintContext) -> [String: SourceRange] {
        var owners: [String: SourceRange] = [:]
        for rule in context.blocks(Self.separate) {
            let type = rule.resource.type.text
            let isMeant =
                type == "aws_security_group_rule"
                ? rule.constant("type")?.string == direction : type.contains(direction)
            guard isMeant, let group = rule.attribute("security_group_id") else { continue }
            for entry in context.references[rule.modulePosition].resources {
                guard let target = entry.target,
                    group.value.range.holds(rule.module.references[entry.reference].range),
                    rule.module.resources[target].type.text == "aws_security_group"
                else { continue }
                owners["\(rule.modulePosition) \(target)"] = rule.resource.nameRange
            }
        }
        return owners
    }
}
