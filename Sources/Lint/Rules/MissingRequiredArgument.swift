import Diagnostics
import HCL
import ProviderCatalogue

/// A block of the AWS provider without an argument that it must have.
struct MissingRequiredArgument: Rule {
    let id = "missing-required-argument"
    let severity = Diagnostic.Severity.error
    let requirement: String? = nil
    let summary = "a resource or data source without an argument that it must have"
    let explanation = """
        `terraform validate` says so once the provider is installed. An argument counts as required when it is in all \
        versions that the constraints in `required_providers` admit.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for body in context.provided.bodies where !body.isOpen {
            if context.isComplete[body.module] {
                for name in Self.required(in: body) where !body.holds(name) {
                    report.add("\(body.words) lacks the argument \"\(name)\"", at: body.headerRange)
                }
            }
            for item in body.items where item.kind == .argument && item.traits.contains(.settable) {
                guard case .attribute(let attribute) = body.content.items[item.position],
                    case .literal(let literal) = attribute.value, literal.kind == .null,
                    Self.isRequired(item.name, in: body)
                else { continue }
                report.add(
                    "the argument \"\(item.name)\" of \(body.words) cannot be null", at: attribute.value.range
                )
            }
        }
    }

    /// The names of the arguments that must be there whatever version is in use.
    private static func required(in body: ProvidedBody) -> [String] {
        var names: [String] = []
        for attribute in body.schema.attributes
        where attribute.flags.contains(.required) && body.versions.overlaps(attribute.lifetime) {
            let name = attribute.name
            if names.last != name, attribute.lifetime == nil || isRequired(name, in: body) {
                names.append(name)
            }
        }
        return names
    }

    private static func isRequired(_ name: String, in body: ProvidedBody) -> Bool {
        let meanings = body.attributes(named: name)
        return meanings.allSatisfy { $0.flags.contains(.required) }
            && body.versions.isCovered(by: meanings.map(\.lifetime))
    }
}
