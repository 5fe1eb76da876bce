import Diagnostics
import Terraform

/// A name that is not written in small letters, digits and underscores (M-NAME-01).
struct UnusualName: Rule {
    let id = "unusual-name"
    let severity = Diagnostic.Severity.warning
    let reach: RuleReach = .renderedTrees
    let requirement: String? = "M-NAME-01"
    let summary = "a name of a variable, output, local value, resource or call that is not snake_case"
    let explanation = """
        Terraform takes hyphens and capitals too, but next to `aws_vpc` and `cidr_block` they are read as something
        else; the style guide of HashiCorp asks for small letters, digits and underscores.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for module in context.tree.modules {
            for variable in module.variables { check(variable.name, "variable", &report) }
            for output in module.outputs { check(output.name, "output", &report) }
            for local in module.locals { check(local.name, "local value", &report) }
            for resource in module.resources { check(resource.name, "resource", &report) }
            for call in module.calls { check(call.name, "module call", &report) }
        }
    }

    private func check(_ name: Name, _ what: String, _ report: inout RuleReport) {
        let isUsual = name.text.utf8.allSatisfy { byte in
            (97...122).contains(byte) || (48...57).contains(byte) || byte == 95
        }
        guard !isUsual else { return }
        report.add("the \(what) \"\(name.text)\" is not written in snake_case", at: name.range)
    }
}
