import Diagnostics
import HCL
import Terraform

/// A resource or local value that uses itself (X-CYCLE-02).
struct SelfDependency: Rule {
    let id = "self-dependency"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "X-CYCLE-02"
    let summary = "a resource, local value or module call that uses itself"
    let explanation = """
        Its value would have to be known before it exists. A provisioner or postcondition reads its resource by `self`.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (position, module) in context.tree.modules.enumerated() {
            let table = context.references[position]
            for entry in table.locals {
                guard let target = entry.target else { continue }
                let reference = module.references[entry.reference]
                guard module.site(of: reference).owner == .local(target) else { continue }
                report.add("the local value uses itself", at: reference.range)
            }
            for entry in table.resources {
                guard let target = entry.target else { continue }
                let reference = module.references[entry.reference]
                let site = module.site(of: reference)
                guard site.owner == .resource(target), !isCondition(site) else { continue }
                report.add(
                    "\(module.resources[target].key) uses itself", at: reference.range,
                    help: site.blocks.isEmpty ? nil : "write \"self\"")
            }
        }
    }

    /// Whether reading the module has said it already.
    private func isCondition(_ site: Site) -> Bool {
        site.blocks.last == "precondition" || site.blocks.last == "postcondition"
    }
}
