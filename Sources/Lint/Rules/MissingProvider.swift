import Diagnostics
import HCL
import Terraform

/// A module call that does not hand over a provider configuration the module needs (X-PROV-01).
struct MissingProvider: Rule {
    let id = "missing-provider"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "X-PROV-01"
    let summary = "a module call that does not hand over a provider configuration that the module needs"
    let explanation = """
        Configurations with an alias are never inherited: each entry of `configuration_aliases` needs an entry in
        `providers` of every call. Default configurations are inherited, but where a root has only configurations with
        aliases there is none to inherit, and Terraform makes an empty one, without a region.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        if context.isComplete[0] { checkRoot(context.tree.root, &report) }
        for (child, callers) in context.callers.enumerated() where context.isComplete[child] {
            let called = context.tree.modules[child]
            let own = Set(called.providerConfigurations.keys)
            for caller in callers {
                let call = context.tree.modules[caller.module].calls[caller.call]
                let given = Set((call.providers ?? []).map(\.child.key))
                for requirement in called.providerRequirements {
                    for alias in requirement.aliases
                    where !given.contains(alias.key) && !own.contains(alias.key) {
                        report.add(
                            "the module call \"\(call.key)\" does not hand over the provider \"\(alias.key)\"",
                            at: call.block.headerRange,
                            notes: [Diagnostic.Note("required here", at: alias.range)],
                            help: "add it: providers = { \(alias.key) = ... }")
                    }
                }
                checkDefault(context, caller, called, own, given, &report)
            }
        }
    }

    /// Nobody hands providers over to the root module.
    private func checkRoot(_ root: Module, _ report: inout RuleReport) {
        let own = Set(root.providerConfigurations.keys)
        for requirement in root.providerRequirements {
            for alias in requirement.aliases where !own.contains(alias.key) {
                guard root.resources.contains(where: { $0.provider?.key == alias.key }) else { continue }
                report.add(
                    "the root module has no provider configuration \"\(alias.key)\"", at: alias.range,
                    help: "run this where the module is called; configuration_aliases is for callers")
            }
        }
    }

    /// Reports a default configuration that nobody can have, since all of the caller's have aliases.
    private func checkDefault(
        _ context: LintContext, _ caller: LintContext.Caller, _ called: Module, _ own: Set<String>,
        _ given: Set<String>, _ report: inout RuleReport
    ) {
        guard caller.module == 0 else { return }
        let root = context.tree.root
        let call = root.calls[caller.call]
        let configured = Set(root.providerConfigurations.keys)
        for provider in Set(root.providerConfigurations.map(\.provider.text)).sorted() {
            guard !configured.contains(provider), !given.contains(provider), !own.contains(provider) else {
                continue
            }
            let user = called.resources.first { resource in
                resource.provider.map { $0.key == provider }
                    ?? (Resource.providerName(ofType: resource.type.text) == provider)
            }
            guard let user else { continue }
            report.add(
                "the module call \"\(call.key)\" hands over no provider \"\(provider)\", and there is no default one",
                at: call.block.headerRange, severity: .warning,
                notes: [Diagnostic.Note("the module needs it here", at: user.nameRange)],
                help: "add providers = { \(provider) = \(provider).... }")
        }
    }
}
