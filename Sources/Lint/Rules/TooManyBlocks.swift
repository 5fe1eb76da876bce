import Diagnostics
import HCL
import ProviderCatalogue

/// More nested blocks of a name than the AWS provider takes.
struct TooManyBlocks: Rule {
    let id = "too-many-blocks"
    let severity = Diagnostic.Severity.error
    let requirement: String? = nil
    let summary = "more nested blocks of a name than the type of resource or data source takes"
    let explanation = """
        `terraform validate` says so once the provider is installed. Blocks that a `dynamic` block makes are not counted.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for body in context.provided.bodies {
            for (position, item) in body.items.enumerated() where item.kind == .block {
                // The second block of a name is where counting starts.
                guard item.traits.contains(.block), !item.traits.contains(.attribute),
                    body.items[..<position].count(where: { $0.kind == .block && $0.name == item.name }) == 1
                else { continue }
                check(item.name, in: body, &report)
            }
        }
    }

    private func check(_ name: String, in body: ProvidedBody, _ report: inout RuleReport) {
        let written = body.writtenBlocks(named: name)
        let limits = body.blocks(named: name).map(\.maximum)
        guard !limits.contains(nil), let most = limits.compactMap({ $0 }).max(), written.count > most else {
            return
        }
        report.add(
            "\(body.words) takes \(most == 1 ? "one block" : "at most \(most) blocks") \"\(name)\", "
                + "here are \(written.count)",
            at: written[most].nameRange, notes: [Diagnostic.Note("the first one", at: written[0].nameRange)])
    }
}
