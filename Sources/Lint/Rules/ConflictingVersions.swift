import Diagnostics
import HCL
import Terraform

/// Constraints of the modules of a tree that no version meets all together (V-PIN-03).
struct ConflictingVersions: Rule {
    let id = "conflicting-versions"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "V-PIN-03"
    let summary = "version constraints of several modules that no version meets"
    let explanation = """
        Terraform takes one version of itself and of each provider for the whole tree, so the constraints of all modules
        count together; `terraform init` fails where they exclude each other.
        """

    private struct Given {
        var constraint: VersionConstraint
        var range: SourceRange
    }

    func check(_ context: LintContext, _ report: inout RuleReport) {
        var byProvider: [String: [Given]] = [:]
        var ofTerraform: [Given] = []
        for module in context.tree.modules {
            ofTerraform += module.requiredVersions.map { Given(constraint: $0.constraint, range: $0.range) }
            for requirement in module.providerRequirements {
                guard let version = requirement.version, let range = requirement.versionRange else {
                    continue
                }
                byProvider[module.address(ofProvider: requirement.key), default: []].append(
                    Given(constraint: version, range: range))
            }
        }
        check(ofTerraform, of: "Terraform", &report)
        for (address, given) in byProvider.sorted(by: { $0.key < $1.key }) {
            check(given, of: "the provider \"\(address)\"", &report)
        }
    }

    private func check(_ given: [Given], of subject: String, _ report: inout RuleReport) {
        var kept: [Given] = []
        var terms: Set<VersionConstraint.Term> = []
        for next in given {
            // Most modules say the same.
            let more = terms.union(next.constraint.terms)
            if more.count == terms.count || Self.areMet(Array(more)) {
                kept.append(next)
                terms = more
                continue
            }
            // The first of the others that goes against it alone says most.
            let other = kept.first { !Self.areMet($0.constraint.terms + next.constraint.terms) }
            report.add(
                "no version of \(subject) meets this constraint and those of the other modules",
                at: next.range,
                notes: other.map { [Diagnostic.Note("this one goes against it", at: $0.range)] } ?? [])
        }
    }

    /// Whether a version can be thought of that meets all terms.
    private static func areMet(_ terms: [VersionConstraint.Term]) -> Bool {
        var candidates = [Version(numbers: [0, 0, 0])]
        for term in terms {
            candidates.append(term.version)
            // Right above a version, for `>` and where `!=` leaves some out.
            for step in 1...(terms.count + 1) {
                var numbers = term.version.numbers
                while numbers.count < 3 { numbers.append(0) }
                numbers[2] += step
                candidates.append(Version(numbers: numbers))
            }
        }
        return candidates.contains { candidate in terms.allSatisfy { $0.allows(candidate) } }
    }
}
