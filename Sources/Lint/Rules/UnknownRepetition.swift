import Diagnostics
import HCL
import Terraform

/// `count` or `for_each` of something that is not known before it is made (X-UNK-01, X-UNK-02).
struct UnknownRepetition: Rule {
    let id = "unknown-repetition"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "X-UNK-01, X-UNK-02"
    let summary = "count or for_each that depends on what AWS makes up when it creates a resource"
    let explanation = """
        Terraform has to know how many instances there are, and under which keys, before it makes anything. Ids and ARNs
        of resources that are yet to be made are not known then, nor whether they are null: the first plan fails. Let
        a truth value decide, and take keys that stand in the configuration; ids may be the values.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        guard let values = context.environments.first?.values else { return }
        let late = LateValues(values: values)
        for scope in values.allScopes() {
            let module = values.module(of: scope)
            let instance = values.scopes[scope].instance
            for resource in module.resources {
                check(resource.count, resource.forEach, scope, instance, late, &report)
            }
            for call in module.calls { check(call.count, call.forEach, scope, instance, late, &report) }
        }
    }

    private func check(
        _ count: Expression?, _ forEach: Expression?, _ scope: Int, _ instance: Int, _ late: LateValues,
        _ report: inout RuleReport
    ) {
        let place = Trail.Place(scope: scope)
        if let count, let source = late.source(of: count, in: place) {
            report.add(
                "\"count\" depends on \(source.address), which is not known before it is made",
                at: count.range,
                instance: instance, notes: [Diagnostic.Note("it is made here", at: source.range)],
                help: "let a truth value that stands in the configuration decide")
        }
        if let forEach, let source = late.sourceOfKeys(of: forEach, in: place) {
            report.add(
                "the keys of \"for_each\" depend on \(source.address), which is not known before it is made",
                at: forEach.range, instance: instance,
                notes: [Diagnostic.Note("it is made here", at: source.range)],
                help: "use a map: keys from the configuration, ids as values")
        }
    }
}
