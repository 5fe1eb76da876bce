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
            for (name, meanings) in BlockCount.meanings(in: body) {
                let written = BlockCount.written(name, in: body)
                guard written.count > 1, let first = written.first else { continue }
                let limits = meanings.map(\.maximum)
                guard !limits.contains(nil), let most = limits.compactMap({ $0 }).max(), written.count > most
                else { continue }
                report.add(
                    "\(body.words) takes \(most == 1 ? "one block" : "at most \(most) blocks") \"\(name)\", "
                        + "here are \(written.count)",
                    at: written[most].nameRange,
                    notes: [Diagnostic.Note("the first one", at: first.nameRange)])
            }
        }
    }
}
