import Diagnostics
import HCL
import Terraform

/// A provider handed over to a module that does not know it, or has one of its own (X-PROV-02).
struct UnknownModuleProvider: Rule {
    let id = "unknown-module-provider"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "X-PROV-02"
    let summary = "a provider configuration handed over to a module that has no place for it"
    let explanation = """
        The module has to declare the name: in `required_providers`, and, for one with an alias, in its
        `configuration_aliases`. A module that configures the provider itself takes no other.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (child, callers) in context.callers.enumerated() where context.isComplete[child] {
            let called = context.tree.modules[child]
            for caller in callers {
                let call = context.tree.modules[caller.module].calls[caller.call]
                for assignment in call.providers ?? [] {
                    check(assignment, called, &report)
                    checkKind(assignment, called, from: context.tree.modules[caller.module], &report)
                }
                checkRepetition(call, called, &report)
            }
        }
    }

    private func check(_ assignment: ProviderAssignment, _ called: Module, _ report: inout RuleReport) {
        let given = assignment.child
        if let own = called.providerConfigurations[given.key] {
            // An empty block only makes the name known.
            if own.block.body.items.contains(where: { isConfiguration($0, called) }) {
                report.add(
                    "the module configures the provider \"\(given.key)\" itself", at: given.range,
                    notes: [Diagnostic.Note("configured here", at: own.nameRange)],
                    help: "remove one of the two")
            }
            return
        }
        guard let alias = given.alias else { return }
        let requirement = called.providerRequirements[given.provider.text]
        let known = requirement?.aliases.map(\.key) ?? []
        if known.contains(given.key) { return }
        report.add(
            "the module has no provider configuration \"\(given.key)\"", at: given.range, severity: .warning,
            notes: requirement.map {
                [Diagnostic.Note("its provider requirement stands here", at: $0.nameRange)]
            }
                ?? [],
            help: didYouMean(given.key, among: known)
                ?? "add \"\(alias.text)\" to the configuration_aliases of the module")
    }

    /// What is handed over has to be of the provider that the module means by the name.
    private func checkKind(
        _ assignment: ProviderAssignment, _ called: Module, from caller: Module, _ report: inout RuleReport
    ) {
        let (given, own) = (assignment.parent.provider.text, assignment.child.provider.text)
        let (handed, meant) = (caller.address(ofProvider: given), called.address(ofProvider: own))
        guard handed != meant else { return }
        let requirement = called.providerRequirements[own]
        report.add(
            "\"\(own)\" of the module is the provider \"\(meant)\", and \"\(given)\" is \"\(handed)\"",
            at: assignment.child.range,
            notes: requirement.map {
                [Diagnostic.Note("its provider requirement stands here", at: $0.nameRange)]
            } ?? [],
            help: didYouMean(own, among: called.providerRequirements.map(\.key))
                ?? "name a provider of the module's required_providers")
    }

    /// A module that configures providers can neither be repeated nor depend on anything.
    private func checkRepetition(_ call: ModuleCall, _ called: Module, _ report: inout RuleReport) {
        guard let cause = call.count ?? call.forEach ?? call.dependencies else { return }
        for own in called.providerConfigurations {
            guard own.block.body.items.contains(where: { isConfiguration($0, called) }) else { continue }
            report.add(
                "a module that configures providers cannot be called with count, for_each or depends_on",
                at: cause.range, notes: [Diagnostic.Note("a provider is configured here", at: own.nameRange)],
                help: "hand the provider over by \"providers\"")
            return
        }
    }

    private func isConfiguration(_ item: Body.Item, _ module: Module) -> Bool {
        guard case .attribute(let attribute) = item else { return true }
        return module.name(of: attribute) != "alias"
    }
}
