import Diagnostics
import HCL
import Terraform

/// A variable that takes anything (M-TYPE-01).
struct UntypedVariable: Rule {
    let id = "untyped-variable"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "M-TYPE-01"
    let summary = "a variable without a type, where the others have one"
    let explanation = """
        With a type, a wrong value is refused where it is given, and not somewhere inside of the module. The rule speaks
        in trees of infragen, where `any` is no type, and in modules that give most of their variables a type.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for module in context.tree.modules {
            let typed = module.variables.count { $0.typeExpression != nil }
            let isStrict = context.isStrict(self)
            guard isStrict || Habit.holds(typed, of: module.variables.count) else { continue }
            for variable in module.variables {
                if variable.typeExpression == nil {
                    report.add("the variable \"\(variable.key)\" has no type", at: variable.nameRange)
                } else if isStrict, case .any? = variable.type, let range = variable.typeExpression?.range {
                    report.add("the variable \"\(variable.key)\" takes anything", at: range)
                }
            }
        }
    }
}
