import Diagnostics
import HCL
import Terraform

/// A provider configuration that is used, but declared nowhere (X-PROV-02).
struct UndeclaredProvider: Rule {
    let id = "undeclared-provider"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "X-PROV-02"
    let summary = "a reference to a provider configuration that the module does not have"
    let explanation = """
        A configuration with an alias must be declared in the module: by a `provider` block with this `alias`, or, where
        the caller hands it over, in `configuration_aliases` of `required_providers`.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (position, module) in context.tree.modules.enumerated() where context.isComplete[position] {
            let known = Set(
                module.providerConfigurations.keys
                    + module.providerRequirements.flatMap { $0.aliases.map(\.key) })
            for resource in module.resources {
                if let provider = resource.provider { check(provider, known, &report) }
            }
            for call in module.calls {
                for assignment in call.providers ?? [] { check(assignment.parent, known, &report) }
            }
        }
    }

    private func check(_ provider: ProviderReference, _ known: Set<String>, _ report: inout RuleReport) {
        guard provider.alias != nil, !known.contains(provider.key) else { return }
        report.add(
            "there is no provider configuration \"\(provider.key)\" in this module", at: provider.range,
            help: didYouMean(provider.key, among: known.sorted()))
    }
}
