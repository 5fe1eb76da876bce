import Diagnostics
import HCL
import Terraform

/// A variable or output that does not say what it is (M-DESC-01).
struct MissingDescription: Rule {
    let id = "missing-description"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "M-DESC-01"
    let summary = "a variable or output without a description, where the others have one"
    let explanation = """
        The description is what callers read, and the README is made of it. The rule speaks in trees of infragen, and
        in modules that describe most of their variables and outputs: there one was forgotten.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for module in context.tree.modules {
            let described =
                module.variables.count { $0.description != nil }
                + module.outputs.count { $0.description != nil }
            let count = module.variables.count + module.outputs.count
            guard context.isStrict(self) || Habit.holds(described, of: count) else { continue }
            for variable in module.variables where variable.description?.isEmpty != false {
                if hasDescription(variable.block, module) { continue }
                report.add("the variable \"\(variable.key)\" has no description", at: variable.nameRange)
            }
            for output in module.outputs where output.description?.isEmpty != false {
                if hasDescription(output.block, module) { continue }
                report.add("the output \"\(output.key)\" has no description", at: output.nameRange)
            }
        }
    }

    /// Whether a description is given that is no constant, which another rule refuses.
    private func hasDescription(_ block: Block, _ module: Module) -> Bool {
        guard let attribute = module.attribute("description", in: block.body) else { return false }
        return module.constantText(of: attribute.value)?.isEmpty != true
    }
}
