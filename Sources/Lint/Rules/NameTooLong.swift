import Diagnostics
import HCL
import Terraform

/// A name that AWS does not take because it is too long (N-LEN-01, N-LEN-02).
struct NameTooLong: Rule {
    let id = "name-too-long"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "N-LEN-01, N-LEN-02"
    let summary = "a name that is longer than AWS takes for the type of resource"
    let explanation = """
        Names are put together from the values of every environment, through all module calls. A load balancer and a
        target group take 32 characters, a role 64, a bucket 63; a `name_prefix` leaves room for what Terraform
        appends. Shorten the part that all names share.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for environment in context.environments {
            for block in environment.values.resources(ofTypes: NameLimits.all.keys) {
                for limit in NameLimits.all[block.resource.type.text] ?? [] {
                    check(block, limit, &report)
                }
            }
        }
    }

    private func check(_ block: BlockInstance, _ limit: NameLimits.Limit, _ report: inout RuleReport) {
        guard let attribute = block.attribute(limit.argument),
            case .string(let name) = block.value(of: attribute.value).plain
        else { return }
        let length = name.unicodeScalars.count
        guard length > limit.maximum else { return }
        report.add(
            "the \(limit.argument) \"\(name)\" has \(length) characters, "
                + "but \"\(limit.type)\" takes \(limit.maximum)",
            at: attribute.value.range, instance: block.instance)
    }
}
