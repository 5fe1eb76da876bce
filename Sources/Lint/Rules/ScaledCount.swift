import Diagnostics
import HCL
import Terraform

/// A number that autoscaling changes and Terraform sets back (L-IGN-02).
struct ScaledCount: Rule {
    let id = "scaled-count"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "L-IGN-02"
    let summary = "an autoscaled ECS service whose desired_count is set back by every apply"
    let explanation = """
        Autoscaling sets `desired_count`; without `ignore_changes = [desired_count]` each apply sets it back, in the
        middle of the day too. In trees of infragen a service that is not scaled must not ignore it either, for then a
        new number would never arrive.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        var scaled: Set<String> = []
        var isLost = false
        for target in context.blocks("aws_appautoscaling_target") {
            guard let identity = target.attribute("resource_id") else { continue }
            let services = services(in: identity.value.range, target, context)
            if services.isEmpty { isLost = true }
            for service in services {
                scaled.insert("\(target.modulePosition) \(service)")
                check(service, target, identity, &report)
            }
        }
        if context.isStrict(self), !isLost { checkFixed(scaled, context, &report) }
    }

    /// The services of the same module that the identity of a scalable target names.
    private func services(in range: SourceRange, _ target: ResourceView, _ context: LintContext) -> [Int] {
        context.references[target.modulePosition].resources.compactMap { entry in
            guard let position = entry.target,
                range.holds(target.module.references[entry.reference].range),
                target.module.resources[position].type.text == "aws_ecs_service"
            else { return nil }
            return position
        }
    }

    private func check(
        _ service: Int, _ target: ResourceView, _ identity: Attribute, _ report: inout RuleReport
    ) {
        let view = ResourceView(target.module, target.modulePosition, service)
        guard let count = view.attribute("desired_count"), !ignoresCount(view) else { return }
        report.add(
            "\(view.resource.key) is scaled, and every apply sets its desired_count back",
            at: count.nameRange,
            notes: [Diagnostic.Note("it is scaled here", at: identity.value.range)],
            help: "add lifecycle { ignore_changes = [desired_count] }")
    }

    private func checkFixed(_ scaled: Set<String>, _ context: LintContext, _ report: inout RuleReport) {
        for service in context.blocks("aws_ecs_service")
        where !scaled.contains("\(service.modulePosition) \(service.position)") && ignoresCount(service) {
            guard let ignored = service.resource.lifecycle?.ignoredChanges else { continue }
            report.add(
                "\(service.resource.key) is not scaled, so a new desired_count would never arrive",
                at: ignored.range)
        }
    }

    private func ignoresCount(_ service: ResourceView) -> Bool {
        switch service.resource.lifecycle?.ignoredChanges {
        case .tuple(let tuple)?:
            return tuple.items.contains { service.module.text(of: $0.range) == "desired_count" }
        case nil: return false
        default: return true
        }
    }
}
