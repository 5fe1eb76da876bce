import Diagnostics
import HCL
import Terraform

/// What the declarations of one module need of each other, directly and through others.
struct LocalDependencies {
    private var needed: [Owner: [Owner]] = [:]

    init(_ context: LintContext, _ position: Int) {
        let module = context.tree.modules[position]
        let table = context.references[position]
        func add(_ entries: [ReferenceTable.Entry], _ make: (Int) -> Owner) {
            for entry in entries {
                guard let target = entry.target else { continue }
                let owner = module.site(of: module.references[entry.reference]).owner
                needed[owner, default: []].append(make(target))
            }
        }
        add(table.locals) { .local($0) }
        add(table.resources) { .resource($0) }
        add(table.calls) { .call($0) }
    }

    /// All that something needs, itself left out unless it needs itself.
    func all(neededBy owner: Owner) -> Set<Owner> {
        var found: Set<Owner> = []
        var stack = needed[owner] ?? []
        while let next = stack.popLast() {
            if found.insert(next).inserted { stack += needed[next] ?? [] }
        }
        return found
    }

    /// The resources that something needs, by their positions.
    func resources(neededBy owner: Owner) -> Set<Int> {
        var found: Set<Int> = []
        for case .resource(let position) in all(neededBy: owner) { found.insert(position) }
        return found
    }
}
