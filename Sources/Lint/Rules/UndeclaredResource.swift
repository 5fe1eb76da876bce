import Diagnostics
import HCL
import Terraform

/// A reference to a resource or data source that the module does not have (X-RES-01).
struct UndeclaredResource: Rule {
    let id = "undeclared-resource"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "X-RES-01"
    let summary = "a reference to a resource or data source that is not in the module"
    let explanation = """
        Resources belong to one module; those of a called module can be read only through its outputs. Whatever is no
        keyword (`var`, `local`, `module`, `data`, `each`, `count`, `self`, `path`, `terraform`) is taken for the type
        of a resource, so a name without its quotes or its `var.` ends up here too.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (position, module) in context.tree.modules.enumerated() where context.isComplete[position] {
            for entry in context.references[position].resources where entry.target == nil {
                let reference = module.references[entry.reference]
                guard case .resource(let mode, let type, let name, _, _) = reference.subject else { continue }
                let what =
                    mode == .managed ? "resource" : mode == .data ? "data source" : "ephemeral resource"
                report.add(
                    "there is no \(what) \"\(type.text)\" \"\(name.text)\" in this module",
                    at: reference.range,
                    help: help(mode, type.text, name.text, in: module))
            }
        }
    }

    private func help(_ mode: Resource.Mode, _ type: String, _ name: String, in module: Module) -> String? {
        let others: [Resource.Mode] = [.managed, .data, .ephemeral]
        for other in others where other != mode {
            let key = Resource.key(other, type, name)
            if module.resources.index(of: key) != nil { return "there is one of another kind: \(key)" }
        }
        if mode == .managed {
            switch type {
            case "variable", "vars": return "did you mean \"var.\(name)\"?"
            case "locals": return "did you mean \"local.\(name)\"?"
            case "modules": return "did you mean \"module.\(name)\"?"
            case "output": return "outputs are for callers; read what the output is made of"
            default: break
            }
        }
        let key = Resource.key(mode, type, name)
        let sameType = module.resources.filter { $0.mode == mode && $0.type.text == type }.map(\.key)
        if let near = didYouMean(key, among: sameType) { return near }
        if sameType.count == 1 { return "the only one of this type is \(sameType[0])" }
        return didYouMean(key, among: module.resources.keys)
    }
}
