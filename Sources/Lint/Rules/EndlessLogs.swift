import Diagnostics
import HCL
import Terraform

/// Logs that are kept for ever, or that nobody manages (S-LOG-01).
struct EndlessLogs: Rule {
    let id = "endless-logs"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "S-LOG-01"
    let summary = "a log group that keeps its logs for ever"
    let explanation = """
        Without `retention_in_days` a group keeps everything, and costs more each month. What writes logs makes a group
        of that kind if Terraform makes none, so in trees of infragen whatever writes logs has a group beside it.
        """

    /// What makes a log group itself where there is none.
    private static let writers = [
        "aws_ecs_task_definition", "aws_lambda_function", "aws_wafv2_web_acl_logging_configuration",
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for group in context.blocks("aws_cloudwatch_log_group")
        where group.attribute("retention_in_days") == nil
            && group.constant("log_group_class")?.string != "DELIVERY"
        {
            report.add(
                "\(group.resource.key) keeps its logs for ever", at: group.resource.nameRange,
                help: "set retention_in_days")
        }
        guard context.isStrict(self) else { return }
        let modules = Set(context.index.places("aws_cloudwatch_log_group", .managed).map(\.module))
        var writers = context.blocks(Self.writers)
        writers += context.blocks(["aws_db_instance", "aws_rds_cluster"]).filter {
            $0.attribute("enabled_cloudwatch_logs_exports") != nil
        }
        for writer in writers where !modules.contains(writer.modulePosition) {
            report.add(
                "\(writer.resource.key) writes logs, and no log group stands beside it",
                at: writer.resource.nameRange, help: "add an aws_cloudwatch_log_group with a retention")
        }
    }
}
