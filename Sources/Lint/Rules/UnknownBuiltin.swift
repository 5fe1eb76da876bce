import Diagnostics
import HCL
import Terraform

/// A resource of Terraform's own provider that does not exist, or an argument or block that one of them does not have.
struct UnknownBuiltin: Rule {
    let id = "unknown-builtin"
    let severity = Diagnostic.Severity.error
    let requirement: String? = nil
    let summary = "a type of Terraform itself, or an argument of one, that there is not"
    let explanation = """
        Terraform itself has the resource `terraform_data` (`input`, `triggers_replace`; it shows `id` and `output`) and
        the data source `terraform_remote_state` (`backend`, `config`, `defaults`, `workspace`; it shows `outputs`).
        """

    /// Arguments and blocks that every resource may have.
    private static let own: Set<String> = [
        "count", "for_each", "provider", "depends_on", "lifecycle", "provisioner", "connection",
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for module in context.tree.modules {
            // A module may give the name to a provider of its own.
            if module.providerRequirements["terraform"]?.source.map({ $0 != "terraform.io/builtin/terraform" }
            ) == true {
                continue
            }
            for resource in module.resources where resource.type.text.hasPrefix("terraform_") {
                check(resource, in: module, &report)
            }
        }
    }

    private func check(_ resource: Resource, in module: Module, _ report: inout RuleReport) {
        if resource.provider.map({ $0.provider.text != "terraform" }) == true { return }
        guard let schema = BuiltinTypes.schema(resource.mode, resource.type.text) else {
            let known = resource.mode == .data ? "terraform_remote_state" : "terraform_data"
            return report.add(
                "Terraform has no \(resource.mode == .data ? "data source" : "resource") \"\(resource.type.text)\"",
                at: resource.type.range, help: didYouMean(resource.type.text, among: [known]))
        }
        for item in resource.block.body.items {
            switch item {
            case .attribute(let attribute):
                let name = module.name(of: attribute)
                if schema.arguments.contains(name) || Self.own.contains(name) { continue }
                report.add(
                    schema.computed.contains(name)
                        ? "\"\(name)\" can only be read"
                        : "\(resource.type.text) has no argument \"\(name)\"",
                    at: attribute.nameRange, help: didYouMean(name, among: schema.arguments.sorted()))
            case .block(let block):
                let type = module.text(of: block.typeRange)
                if Self.own.contains(type) { continue }
                report.add("\(resource.type.text) has no block \"\(type)\"", at: block.headerRange)
            }
        }
        for name in schema.required.sorted() {
            let isGiven = resource.block.body.items.contains { item in
                if case .attribute(let attribute) = item { return module.spells(attribute.nameRange, name) }
                return false
            }
            if !isGiven { report.add("the argument \"\(name)\" is missing", at: resource.block.headerRange) }
        }
        checkIgnored(resource, schema, in: module, &report)
    }

    private func checkIgnored(
        _ resource: Resource, _ schema: BuiltinTypes.Schema, in module: Module, _ report: inout RuleReport
    ) {
        guard case .tuple(let tuple)? = resource.lifecycle?.ignoredChanges else { return }
        for case .traversal(let traversal) in tuple.items {
            let name = module.text(of: traversal.rootRange)
            if schema.arguments.contains(name) || schema.computed.contains(name) { continue }
            report.add("\(resource.type.text) has no attribute \"\(name)\"", at: traversal.rootRange)
        }
    }
}
