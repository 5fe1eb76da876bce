import Diagnostics
import HCL
import Terraform

/// A policy that allows everything, or a role that everybody may take on (S-IAM-01).
struct WidePolicy: Rule {
    let id = "wide-policy"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "S-IAM-01"
    let summary = "a policy that allows every action on everything, or lets everybody take on a role"
    let explanation = """
        `actions = ["*"]` on `resources = ["*"]` is an administrator. Name the actions and the resources. In trees of
        infragen every action of a service on everything is too much as well, and only services take on roles.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for environment in context.environments {
            for document in environment.values.resources(ofTypes: ["data.aws_iam_policy_document"]) {
                for statement in document.blocks("statement") { check(statement, context, &report) }
            }
        }
    }

    private func check(_ statement: NestedBlock, _ context: LintContext, _ report: inout RuleReport) {
        guard (statement.value("effect")?.text ?? "Allow") == "Allow" else { return }
        let conditions = statement.blocks("condition")
        let principals = statement.blocks("principals")
        let actions = texts("actions", statement)
        if actions.contains("sts:AssumeRole") {
            checkTrust(principals, hasConditions: !conditions.isEmpty, context, &report)
        }
        guard principals.isEmpty, conditions.isEmpty, texts("resources", statement).contains("*"),
            let attribute = statement.attribute("actions")
        else { return }
        if actions.contains("*") {
            report.add(
                "the statement allows every action on everything", at: attribute.value.range,
                instance: statement.owner.instance, help: "name the actions and the resources")
        } else if context.isStrict(self), let wide = actions.first(where: { $0.hasSuffix(":*") }) {
            report.add(
                "the statement allows \"\(wide)\" on everything", at: attribute.value.range,
                instance: statement.owner.instance, help: "name the actions or the resources")
        }
    }

    private func checkTrust(
        _ principals: [NestedBlock], hasConditions: Bool, _ context: LintContext, _ report: inout RuleReport
    ) {
        for principal in principals {
            guard let type = principal.value("type")?.text, let attribute = principal.attribute("identifiers")
            else { continue }
            let everybody = ["AWS", "*"].contains(type) && texts("identifiers", principal).contains("*")
            if everybody, !hasConditions {
                report.add(
                    "every account may take on the role", at: attribute.value.range,
                    instance: principal.owner.instance, help: "name the accounts, or add a condition")
            } else if context.isStrict(self), type != "Service" {
                report.add(
                    "the role is taken on by something else than a service", at: attribute.value.range,
                    instance: principal.owner.instance)
            }
        }
    }

    private func texts(_ name: String, _ block: NestedBlock) -> [String] {
        block.value(name)?.items?.compactMap(\.text) ?? []
    }
}
