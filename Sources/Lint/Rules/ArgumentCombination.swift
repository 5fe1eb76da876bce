import Diagnostics
import HCL
import ProviderCatalogue
import Terraform

/// Arguments of the AWS provider that exclude each other, or one of which is needed.
struct ArgumentCombination: Rule {
    let id = "argument-combination"
    let severity = Diagnostic.Severity.error
    let requirement: String? = nil
    let summary = "arguments that exclude each other, or none of some of which one is needed"
    let explanation = """
        The provider takes exactly one, at least one or at most one of such arguments, as its documentation says of \
        each type. What may be null counts as neither given nor left out.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for body in context.provided.bodies where body.path.isEmpty && !body.isOpen {
            guard case .resource(let position) = body.owner,
                context.tree.modules[body.module].resources[position].mode == .managed
            else { continue }
            for group in ArgumentGroup.all(of: body.typeName) {
                check(group, body, context, &report)
            }
            for item in body.items {
                guard let prefix = ArgumentGroup.prefixes[item.name],
                    !body.attributes(named: prefix).isEmpty
                else { continue }
                let group = ArgumentGroup(number: .atMostOne, names: [item.name, prefix])
                check(group, body, context, &report)
            }
        }
    }

    private func check(
        _ group: ArgumentGroup, _ body: ProvidedBody, _ context: LintContext, _ report: inout RuleReport
    ) {
        let items = body.items.filter { group.names.contains($0.name) && Self.isNull($0, in: body) != true }
        if items.isEmpty {
            guard group.number != .atMostOne, context.isComplete[body.module] else { return }
            // Not every version knows every name.
            let known = group.names.filter { !body.lifetimes(of: $0).isEmpty }
            let needed = group.number == .exactlyOne ? "exactly one" : "one"
            return report.add(
                "\(body.words) needs \(needed) of \(known.map { "\"\($0)\"" }.joined(separator: ", "))",
                at: body.headerRange,
                // Elsewhere a folder may hold sketches that are planned only.
                severity: context.isStrict(self) ? .error : .warning)
        }
        guard group.number != .atLeastOne else { return }
        let given = items.filter { Self.isNull($0, in: body) == false }
        guard let second = given.dropFirst().first(where: { $0.name != given[0].name }) else { return }
        report.add(
            "\"\(second.name)\" and \"\(given[0].name)\" of \(body.words) exclude each other",
            at: second.nameRange, notes: [Diagnostic.Note("the other one", at: given[0].nameRange)])
    }

    /// Whether an argument is null; nil where its value has to show.
    private static func isNull(_ item: ProvidedBody.Item, in body: ProvidedBody) -> Bool? {
        switch item.kind {
        case .block: return false
        case .dynamicBlock: return nil
        case .argument:
            switch body.argument(item)?.value {
            case .literal(let literal)?: return literal.kind == .null
            case .template?, .tuple?, .object?: return false
            default: return nil
            }
        }
    }
}
