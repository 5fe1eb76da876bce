import Diagnostics
import HCL
import Terraform

/// A reference to an output that the called module does not have (X-OUT-01).
struct UnknownOutput: Rule {
    let id = "unknown-output"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "X-OUT-01"
    let summary = "a reference to an output value that the module does not have"
    let explanation = """
        A module shows its callers nothing but its output values: neither its resources nor its variables.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (position, module) in context.tree.modules.enumerated() {
            for entry in context.references[position].calls {
                guard let target = entry.target, !module.references[entry.reference].isTried,
                    let child = context.tree.module(calledBy: target, of: position),
                    context.isComplete[child],
                    let name = output(
                        of: module.references[entry.reference], in: module, module.calls[target])
                else { continue }
                let called = context.tree.modules[child]
                if called.outputs.index(of: name.text) != nil { continue }
                report.add(
                    "the module \"\(module.calls[target].key)\" has no output \"\(name.text)\"",
                    at: name.range,
                    notes: notes(name.text, called, module.calls[target]),
                    help: didYouMean(name.text, among: called.outputs.keys) ?? hint(called))
            }
        }
    }

    /// The output that is read; nil where none is, or where the call has instances and none is picked.
    private func output(of reference: Reference, in module: Module, _ call: ModuleCall) -> Name? {
        guard case .module(_, let key, let output) = reference.subject else { return nil }
        switch key {
        case .none: return call.isRepeated ? nil : output
        case .splat: return output
        case .index(let key):
            if call.isRepeated { return output }
            // Without instances an index picks an output: module.a["id"].
            return module.constantText(of: key).map { Name($0, at: key.range) }
        }
    }

    /// What else has the name in the called module, for those who take it for an output.
    private func notes(_ name: String, _ called: Module, _ call: ModuleCall) -> [Diagnostic.Note] {
        if let variable = called.variables[name] {
            return [Diagnostic.Note("an input variable has this name, but no output", at: variable.nameRange)]
        }
        return []
    }

    private func hint(_ called: Module) -> String? {
        let names = called.outputs.keys.sorted()
        if names.isEmpty { return "the module has no outputs at all" }
        return names.count > 8 ? nil : "its outputs are " + names.map { "\"\($0)\"" }.joined(separator: ", ")
    }
}
