import Diagnostics
import HCL
import Terraform

/// A module call that is named for one region and works in another (X-PROV-03).
struct WrongRegionProvider: Rule {
    let id = "wrong-region-provider"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "X-PROV-03"
    let summary = "a module call named for one region with the provider of another"
    let explanation = """
        A call whose name ends with the alias of a provider configuration, such as `vpc_us_west_2`, is taken for one of
        that region. With `providers = { aws = aws.us_east_1 }` its resources would land in the other one.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for module in context.tree.modules {
            let aliases = module.providerConfigurations.compactMap(\.alias?.text).filter(Self.isRegion)
            guard aliases.count > 1 else { continue }
            for call in module.calls {
                guard
                    let named = aliases.filter({ call.key.hasSuffix("_" + $0) }).max(by: {
                        $0.count < $1.count
                    })
                else { continue }
                for assignment in call.providers ?? [] where assignment.child.alias == nil {
                    guard let alias = assignment.parent.alias, alias.text != named,
                        aliases.contains(alias.text)
                    else { continue }
                    report.add(
                        "\"\(call.key)\" is named for \(named), but works with \(assignment.parent.key)",
                        at: assignment.parent.range, help: "did you mean \"aws.\(named)\"?")
                }
            }
        }
    }

    /// Whether an alias is a region with underscores: `us_east_1`.
    private static func isRegion(_ alias: String) -> Bool {
        let parts = alias.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count >= 3, let last = parts.last, let first = parts.first else { return false }
        return first.utf8.count == 2 && last.utf8.count == 1 && last.allSatisfy(\.isNumber)
    }
}
