import Diagnostics
import HCL
import Terraform

/// `each`, `count` or `self` where they mean nothing.
struct MisplacedReference: Rule {
    let id = "misplaced-reference"
    let severity = Diagnostic.Severity.error
    let requirement: String? = nil
    let summary = "\"each\", \"count\" or \"self\" where they mean nothing"
    let explanation = """
        `each` needs a `for_each` in the same resource or module block, `count.index` a `count`; neither can stand in
        the `for_each` or `count` itself, nor in other blocks. `self` is the resource in its own provisioners,
        connections and postconditions.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (position, module) in context.tree.modules.enumerated() {
            for entry in context.references[position].others {
                let reference = module.references[entry.reference]
                switch reference.subject {
                case .each(let name): checkEach(name, reference, in: module, &report)
                case .count: checkCount(reference, in: module, &report)
                case .itself: checkSelf(reference, in: module, &report)
                default: break
                }
            }
        }
    }

    private func checkEach(
        _ name: Name, _ reference: Reference, in module: Module, _ report: inout RuleReport
    ) {
        let site = module.site(of: reference)
        if site.isArgument("for_each") {
            return report.add(
                "\"for_each\" cannot use each.\(name.text), which it makes itself", at: reference.range)
        }
        let (count, forEach) = repetition(of: site.owner, in: module)
        if forEach != nil { return }
        // A removed block has the instances of what it removes.
        if case .removed = site.owner { return }
        report.add(
            "each.\(name.text) means nothing here: there is no \"for_each\"", at: reference.range,
            notes: count.map { [Diagnostic.Note("\"count\" is used here", at: $0.range)] } ?? [],
            help: count == nil ? nil : "use count.index")
    }

    private func checkCount(_ reference: Reference, in module: Module, _ report: inout RuleReport) {
        let site = module.site(of: reference)
        if site.isArgument("count") {
            return report.add("\"count\" cannot use count.index, which it makes itself", at: reference.range)
        }
        let (count, forEach) = repetition(of: site.owner, in: module)
        if count != nil { return }
        if case .removed = site.owner { return }
        report.add(
            "count.index means nothing here: there is no \"count\"", at: reference.range,
            notes: forEach.map { [Diagnostic.Note("\"for_each\" is used here", at: $0.range)] } ?? [],
            help: forEach == nil ? nil : "use each.key or each.value")
    }

    private func checkSelf(_ reference: Reference, in module: Module, _ report: inout RuleReport) {
        let site = module.site(of: reference)
        let places: Set<String> = ["provisioner", "connection", "postcondition"]
        if site.blocks.contains(where: places.contains) { return }
        report.add(
            "\"self\" means nothing here", at: reference.range,
            help: "it is the resource in its own provisioners, connections and postconditions")
    }

    /// What the block around an argument is repeated by.
    private func repetition(of owner: Owner, in module: Module) -> (count: Expression?, forEach: Expression?)
    {
        switch owner {
        case .resource(let position):
            return (module.resources[position].count, module.resources[position].forEach)
        case .call(let position): return (module.calls[position].count, module.calls[position].forEach)
        case .import(let position): return (nil, module.imports[position].forEach)
        default: return (nil, nil)
        }
    }
}
