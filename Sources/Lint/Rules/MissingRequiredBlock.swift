import Diagnostics
import HCL
import ProviderCatalogue

/// A block of the AWS provider without a nested block that it must have.
struct MissingRequiredBlock: Rule {
    let id = "missing-required-block"
    let severity = Diagnostic.Severity.error
    let requirement: String? = nil
    let summary = "a resource or data source without a nested block that it must have"
    let explanation = """
        `terraform validate` says so once the provider is installed. Where a `dynamic` block makes blocks of the name, \
        nothing is said.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for body in context.provided.bodies where !body.isOpen && context.isComplete[body.module] {
            for block in body.schema.blocks where block.minimum > 0 && body.versions.overlaps(block.lifetime)
            {
                let name = block.name
                let meanings = body.blocks(named: name)
                guard body.versions.isCovered(by: meanings.map(\.lifetime)),
                    let least = meanings.map(\.minimum).min(), least > 0,
                    let count = body.blockCount(of: name),
                    count < least
                else { continue }
                let number = count == 1 ? "is 1" : "are \(count)"
                report.add(
                    least == 1
                        ? "\(body.words) lacks a block \"\(name)\""
                        : "\(body.words) needs \(least) blocks \"\(name)\", here \(number)",
                    at: body.headerRange)
            }
        }
    }
}
