import Diagnostics
import HCL
import Terraform

/// A change that is ignored though nobody else owns the value (L-IGN-01).
struct IgnoredChange: Rule {
    let id = "ignored-change"
    let severity = Diagnostic.Severity.warning
    let reach: RuleReach = .renderedTrees
    let requirement: String? = "L-IGN-01"
    let summary = "ignore_changes for something that no other actor changes"
    let explanation = """
        What is ignored drifts unseen. In trees of infragen only what autoscaling, deployments, AWS Backup or a global
        database own may be ignored: the number of tasks or instances, the revision and the target groups of a service
        that CodeDeploy or a pipeline owns, with the actions that lead to them, the engine version and the global cluster of an Aurora cluster.
        """

    /// What others than Terraform change, by type.
    private static let owned: [String: Set<String>] = [
        "aws_ecs_service": ["desired_count", "load_balancer", "platform_version", "task_definition"],
        "aws_rds_cluster": [
            "engine_version", "global_cluster_identifier", "replication_source_identifier",
        ],
        "aws_rds_cluster_instance": ["engine_version"],
        "aws_autoscaling_group": ["desired_capacity"],
        "aws_lb_listener": ["default_action"], "aws_lb_listener_rule": ["action"],
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for module in context.tree.modules {
            for resource in module.resources {
                guard let ignored = resource.lifecycle?.ignoredChanges,
                    let file = module.file(of: ignored.range)
                else { continue }
                guard case .tuple(let tuple) = ignored else {
                    report.add(
                        "\(resource.key) ignores changes of all its arguments", at: ignored.range,
                        help: "name the arguments that somebody else changes")
                    continue
                }
                for item in tuple.items where !isOwned(item, resource.type.text, file) {
                    report.add(
                        "nobody but Terraform changes \"\(file.text(of: item.range))\" of \(resource.key)",
                        at: item.range)
                }
            }
        }
    }

    private func isOwned(_ item: Expression, _ type: String, _ file: ConfigFile) -> Bool {
        guard case .traversal(let traversal) = item else { return false }
        return Self.owned[type]?.contains(file.root(of: traversal)) ?? false
    }
}
