import Diagnostics
import HCL
import Terraform

/// Objects with an identity that are numbered by their place in a list (L-IDX-01).
struct CountOverList: Rule {
    let id = "count-over-list"
    let severity = Diagnostic.Severity.warning
    let reach: RuleReach = .renderedTrees
    let requirement: String? = "L-IDX-01"
    let summary = "count = length(list) for objects that have names of their own"
    let explanation = """
        When an item goes from the middle of the list, all behind it get the number of their neighbour and are changed
        or replaced. With `for_each` each keeps its key.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for module in context.tree.modules {
            for resource in module.resources where resource.mode == .managed {
                guard let count = resource.count, case .call(let call) = count,
                    let file = module.file(of: count.range), file.spells(call.nameRange, "length")
                else { continue }
                report.add(
                    "the instances of \(resource.key) are numbered by their place in a list", at: count.range,
                    help: "use for_each with keys that stay")
            }
        }
    }
}
