import Diagnostics
import HCL
import ProviderCatalogue

/// A nested block that the AWS provider does not have in its place (V-API-01).
struct UnsupportedBlock: Rule {
    let id = "unsupported-block"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "V-API-01"
    let summary = "a nested block that the type of resource or data source does not have"
    let explanation = """
        `terraform validate` says so once the provider is installed. The blocks are those of the versions that the \
        constraints in `required_providers` admit. One that no known version has, and that resembles no other, is a \
        warning only where the constraints admit versions that are newer than the known ones.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        guard let admitted = context.provided.admitted else { return }
        for body in context.provided.bodies where !body.isOpen {
            for item in body.items where item.kind != .argument && item.isUnknown {
                let judgement = UnknownName(item, in: body, admitted)
                report.add(
                    "\(body.words) has no block \"\(item.name)\"", at: item.nameRange,
                    severity: judgement.severity, help: judgement.help, fix: judgement.fix)
            }
        }
    }
}
