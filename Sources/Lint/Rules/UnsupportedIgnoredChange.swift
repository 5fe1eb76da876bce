import Diagnostics
import HCL
import ProviderCatalogue
import Terraform

/// An item of `ignore_changes` that names no attribute of its resource.
struct UnsupportedIgnoredChange: Rule {
    let id = "unsupported-ignored-change"
    let severity = Diagnostic.Severity.error
    let requirement: String? = nil
    let summary = "an item of ignore_changes that names no attribute of the resource"
    let explanation = """
        `ignore_changes` lists attributes and blocks of the resource itself. `terraform validate` refuses other names once \
        the provider is installed.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        guard let admitted = context.provided.admitted else { return }
        for body in context.provided.bodies where body.path.isEmpty && !body.isOpen {
            guard case .resource(let index) = body.owner else { continue }
            let module = context.tree.modules[body.module]
            guard case .tuple(let list)? = module.resources[index].lifecycle?.ignoredChanges else { continue }
            for case .traversal(let item) in list.items {
                let name = module.text(of: item.rootRange)
                let meanings = body.lifetimes(of: name)
                if name == "all" || meanings.contains(where: { body.versions.overlaps($0) }) { continue }
                let known = Set(body.schema.attributes.map(\.name) + body.schema.blocks.map(\.name)).sorted()
                let history = admitted.history(of: meanings, seenFrom: body.versions)
                let judgement = UnknownName(name: name, known: known, history, admitted)
                report.add(
                    "\(body.words) has no attribute \"\(name)\"", at: item.rootRange,
                    severity: judgement.severity,
                    help: judgement.help)
            }
        }
    }
}
