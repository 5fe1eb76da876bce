import Diagnostics
import HCL
import ProviderCatalogue
import Terraform

/// Something that only some of the admitted major versions of the AWS provider have (V-API-01).
struct VersionDependentArgument: Rule {
    let id = "version-dependent-argument"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "V-API-01"
    let summary = "an argument, block or type that not all admitted versions of the AWS provider have"
    let explanation = """
        The constraints in `required_providers` admit versions that refuse it: either newer ones, which dropped it, or \
        5.x, where it comes with 6.0 or later. Write what both have, or narrow the constraint.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        let knowledge = context.provided
        guard let admitted = knowledge.admitted, admitted.isConstrained, !admitted.isBetween else { return }
        for body in knowledge.bodies where !body.isOpen {
            if body.path.isEmpty { checkType(of: body, admitted, context, &report) }
            for item in body.items where item.traits.contains(.partial) {
                guard let gap = Self.gap(body.lifetimes(of: item.name), body.versions, knowledge) else {
                    continue
                }
                report.add(
                    "the \(item.words) \"\(item.name)\" of \(body.words) is not in all admitted versions",
                    at: item.nameRange, help: gap)
            }
        }
    }

    private func checkType(
        of body: ProvidedBody, _ admitted: AdmittedVersions, _ context: LintContext,
        _ report: inout RuleReport
    ) {
        guard case .resource(let index) = body.owner else { return }
        let resource = context.tree.modules[body.module].resources[index]
        guard let type = context.provided.usedType(of: resource),
            let gap = Self.gap([type.lifetime], admitted.versions, context.provided)
        else { return }
        report.add(
            "the type \"\(type.name)\" is not in all admitted versions", at: resource.type.range, help: gap)
    }

    /// Which admitted versions do not know something that others do; nil where all do, or none, or where the difference
    /// is older than 5.x.
    private static func gap(
        _ lifetimes: [ClosedRange<Int>?], _ versions: VersionSet, _ knowledge: ProviderKnowledge
    ) -> String? {
        guard let newest = versions.newest, lifetimes.contains(where: { versions.overlaps($0) }),
            !versions.isCovered(by: lifetimes)
        else { return nil }
        let known = knowledge.catalogue.versions
        let bounds = lifetimes.compactMap { $0 }
        if !bounds.contains(where: { $0.contains(newest) }) {
            let last = bounds.map(\.upperBound).filter { $0 < newest }.max() ?? newest
            return "the AWS provider dropped it in \(known[min(last + 1, known.count - 1)])"
        }
        // The versions of the last major but one that may be in use.
        let major = known[newest].major
        let older = knowledge.catalogue.versions { $0.major == major - 1 }
        guard let last = older.newest, let first = older.oldest, versions.overlaps(last...last),
            !lifetimes.contains(where: { older.overlaps($0) })
        else { return nil }
        let begin = bounds.map(\.lowerBound).filter { $0 > first }.min() ?? newest
        return "the AWS provider has it from \(known[begin]) on: require that version"
    }
}
