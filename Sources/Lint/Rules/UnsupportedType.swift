import Diagnostics
import HCL
import ProviderCatalogue
import Terraform

/// A resource, data source or ephemeral resource of a type that the AWS provider does not have.
struct UnsupportedType: Rule {
    let id = "unsupported-type"
    let severity = Diagnostic.Severity.error
    let requirement: String? = nil
    let summary = "a type of resource or data source that the AWS provider does not have"
    let explanation = """
        `terraform validate` says so once the provider is installed. The types are those of the versions that the \
        constraints in `required_providers` admit. A type that no known version has, and that resembles no other, is a \
        warning only where the constraints admit versions that are newer than the known ones.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        let knowledge = context.provided
        guard let admitted = knowledge.admitted else { return }
        for (position, index) in knowledge.resourcesOfUnknownType {
            let resource = context.tree.modules[position].resources[index]
            let catalogue = knowledge.catalogue
            let name = resource.type.text
            let (type, known, other) =
                switch resource.mode {
                case .managed:
                    (
                        catalogue.resourceType(name), catalogue.resourceTypeNames,
                        catalogue.dataSourceType(name)
                    )
                case .data:
                    (
                        catalogue.dataSourceType(name), catalogue.dataSourceTypeNames,
                        catalogue.resourceType(name)
                    )
                case .ephemeral:
                    (
                        catalogue.ephemeralType(name), catalogue.ephemeralTypeNames,
                        catalogue.resourceType(name)
                    )
                }
            let kind = Self.kind(of: resource.mode)
            var history = type.flatMap { admitted.history(of: [$0.lifetime], seenFrom: admitted.versions) }
            if type == nil, other != nil {
                history =
                    "there is a \(Self.kind(of: resource.mode == .managed ? .data : .managed)) of this type"
            }
            let judgement = UnknownName(name: name, known: known, history, admitted)
            report.add(
                "the AWS provider has no \(kind) \"\(name)\"", at: resource.type.range,
                severity: judgement.severity, help: judgement.help)
        }
    }

    private static func kind(of mode: Resource.Mode) -> String {
        switch mode {
        case .managed: "resource type"
        case .data: "data source"
        case .ephemeral: "ephemeral resource type"
        }
    }
}
