import Diagnostics
import HCL
import Terraform

/// A module that leaves open with which Terraform or provider it works (V-PIN-01).
struct UnpinnedVersion: Rule {
    let id = "unpinned-version"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "V-PIN-01"
    let summary = "a provider without a version constraint, or without an upper bound"
    let explanation = """
        Without a constraint the next `terraform init -upgrade` takes a new major version, with other arguments and
        defaults. Where nothing in a tree says a version, the root module is told so; in trees of infragen every module
        says which Terraform it needs and has an upper bound for the provider.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        if context.isStrict(self) {
            for (position, module) in context.tree.modules.enumerated() where context.isComplete[position] {
                checkEverything(module, &report)
            }
        } else if context.isComplete.allSatisfy({ $0 }) {
            checkRoot(context, &report)
        }
    }

    /// Whether anybody says which version of a provider is meant that the root configures itself.
    private func checkRoot(_ context: LintContext, _ report: inout RuleReport) {
        let root = context.tree.root
        // Who writes down requirements for some providers forgot the others.
        guard !root.providerRequirements.isEmpty else { return }
        for configuration in root.providerConfigurations where configuration.alias == nil {
            let name = configuration.provider.text
            let isSaid = context.tree.modules.contains { $0.providerRequirements[name]?.version != nil }
            // Before 0.13 the version stood in the provider block.
            if isSaid || hasOwnVersion(configuration, root) { continue }
            report.add(
                "nothing says which version of the provider \"\(name)\" is meant",
                at: configuration.block.headerRange,
                help: "add it to required_providers with a version constraint")
        }
    }

    private func hasOwnVersion(_ configuration: ProviderConfiguration, _ module: Module) -> Bool {
        module.attribute("version", in: configuration.block.body) != nil
    }

    private func checkEverything(_ module: Module, _ report: inout RuleReport) {
        guard let file = module.files.first else { return }
        let place =
            module.providerRequirements.first?.nameRange
            ?? SourceRange(file: file.file, start: 0, end: 0)
        if module.requiredVersions.isEmpty {
            report.add(
                "the module does not say which Terraform it needs", at: place,
                help: "add required_version to its terraform block")
        }
        for requirement in module.providerRequirements where !isBuiltIn(requirement) {
            guard let version = requirement.version, let range = requirement.versionRange else {
                report.add(
                    "the provider \"\(requirement.key)\" has no version constraint", at: requirement.nameRange
                )
                continue
            }
            if !version.terms.contains(where: Self.bounds) {
                report.add(
                    "the constraint for the provider \"\(requirement.key)\" has no upper bound", at: range,
                    help: "use ~>, or add < with the next major version")
            }
        }
        if module.providerRequirements.isEmpty,
            module.resources.contains(where: { $0.type.text.hasPrefix("aws_") })
        {
            report.add(
                "the module does not say which version of the provider \"aws\" it needs", at: place,
                help: "add required_providers to its terraform block")
        }
    }

    private func isBuiltIn(_ requirement: ProviderRequirement) -> Bool {
        requirement.source == "terraform.io/builtin/terraform"
    }

    private static func bounds(_ term: VersionConstraint.Term) -> Bool {
        switch term.comparison {
        case .less, .lessEqual, .equal: return true
        case .compatible: return term.version.numbers.count > 1
        default: return false
        }
    }
}
