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
            for name in Self.required(in: body) where !body.holds(name) {
                // A slip of this name has a diagnostic of its own.
                report.add("\(body.words) lacks the argument \"\(name)\"", at: body.headerRange)
            }
            for item in body.items {
                guard case .argument(let attribute) = item.content,
                    case .literal(let literal) = attribute.value,
                    literal.kind == .null, Self.isRequired(body.attributes(of: item)[...], in: body)
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
        let attributes = body.schema.attributes
        var start = 0
        while start < attributes.count {
            var end = start
            while end < attributes.count, attributes[end].name == attributes[start].name { end += 1 }
            if isRequired(attributes[start..<end], in: body) { names.append(attributes[start].name) }
            start = end
        }
        return names
    }

    private static func isRequired(_ meanings: ArraySlice<AttributeSchema>, in body: ProvidedBody) -> Bool {
        let valid = meanings.filter { body.versions.overlaps($0.lifetime) }
        return valid.allSatisfy { $0.flags.contains(.required) }
            && body.versions.isCovered(by: valid.map(\.lifetime))
    }
}
