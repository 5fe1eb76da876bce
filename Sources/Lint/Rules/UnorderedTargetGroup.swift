import Diagnostics
import HCL
import Terraform

/// An ECS service that does not wait until a listener knows its target group (X-ORD-01).
struct UnorderedTargetGroup: Rule {
    let id = "unordered-target-group"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "X-ORD-01"
    let summary = "an ECS service that may start before a listener knows its target group"
    let explanation = """
        AWS refuses a service whose target group belongs to no load balancer yet, and that comes with the listener or
        its rule. The group alone does not lead to them: hand it out by an output with `depends_on` on the listener,
        or let the service wait for the listener itself.
        """

    private static let listeners: Set = [
        "aws_alb_listener", "aws_alb_listener_rule", "aws_lb_listener", "aws_lb_listener_rule",
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        guard let environment = context.environments.first,
            !context.index.places("aws_ecs_service", .managed).isEmpty
        else { return }
        let trail = Trail(values: environment.values)
        for block in environment.values.resources(ofTypes: ["aws_ecs_service"]) {
            for balancer in block.blocks("load_balancer") {
                guard let attribute = balancer.attribute("target_group_arn"),
                    let origin = trail.origin(of: attribute.value, in: balancer),
                    origin.resource.type.text.hasSuffix("lb_target_group")
                else { continue }
                check(attribute, block, origin, context, &report)
            }
        }
    }

    private func check(
        _ attribute: Attribute, _ block: BlockInstance, _ origin: Origin, _ context: LintContext,
        _ report: inout RuleReport
    ) {
        let values = block.values
        let home = values.scopes[origin.scope].module
        let module = context.tree.modules[home]
        guard let group = module.resources.index(of: origin.resource.key) else { return }
        let dependencies = context.dependencies(in: home)
        let listeners = module.resources.indices.filter { position in
            Self.listeners.contains(module.resources[position].type.text)
                && dependencies.resources(neededBy: .resource(position)).contains(group)
        }
        guard let listener = listeners.first,
            !waits(block, for: Set(listeners), origin, dependencies, context)
        else { return }
        report.add(
            "\(block.address) does not wait until \(module.resources[listener].key) knows the target group",
            at: attribute.value.range, instance: block.instance,
            notes: [
                Diagnostic.Note("the listener is declared here", at: module.resources[listener].nameRange)
            ],
            help: origin.outputs.isEmpty
                ? "add depends_on = [\(module.resources[listener].key)] to the service"
                : "add depends_on to the output that hands out the target group")
    }

    /// Whether something on the way from the target group to the service waits for a listener.
    private func waits(
        _ block: BlockInstance, for listeners: Set<Int>, _ origin: Origin, _ dependencies: LocalDependencies,
        _ context: LintContext
    ) -> Bool {
        let values = block.values
        let own = values.scopes[block.scope].module
        guard let service = block.module.resources.index(of: block.resource.key) else { return true }
        let needed = context.dependencies(in: own).resources(neededBy: .resource(service))
        if needed.contains(where: { Self.listeners.contains(block.module.resources[$0].type.text) }) {
            return true
        }
        for (scope, output) in origin.outputs {
            let position = values.scopes[scope].module
            if position == values.scopes[origin.scope].module {
                if !dependencies.resources(neededBy: .output(output)).isDisjoint(with: listeners) {
                    return true
                }
            } else if context.tree.modules[position].outputs[output].dependencies != nil {
                return true
            }
        }
        // A call that waits for others may wait for the right ones.
        var scope = block.scope
        while let parent = values.scopes[scope].parent {
            if values.module(of: parent).calls[values.scopes[scope].call].dependencies != nil { return true }
            scope = parent
        }
        return false
    }
}
