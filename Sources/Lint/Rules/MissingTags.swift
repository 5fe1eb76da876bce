import Diagnostics
import HCL
import Terraform

/// A resource that could carry tags and does not (M-TAG-01).
struct MissingTags: Rule {
    let id = "missing-tags"
    let severity = Diagnostic.Severity.warning
    let reach: RuleReach = .renderedTrees
    let requirement: String? = "M-TAG-01"
    let summary = "a resource without tags, or an Auto Scaling group without tag blocks"
    let explanation = """
        The default tags of the provider say whose a resource is; `tags = merge(var.tags, ...)` lets callers add their
        own and gives it a name in the console. Default tags do not reach the instances of an Auto Scaling group, so
        it needs `tag` blocks.
        """

    /// Types that take tags; what is not listed is not spoken of.
    private static let types = [
        "aws_acm_certificate", "aws_backup_plan", "aws_backup_vault", "aws_budgets_budget",
        "aws_ce_anomaly_monitor", "aws_ce_anomaly_subscription", "aws_cloudfront_distribution",
        "aws_cloudtrail",
        "aws_cloudwatch_composite_alarm", "aws_cloudwatch_event_rule", "aws_cloudwatch_log_group",
        "aws_cloudwatch_metric_alarm", "aws_codebuild_project", "aws_codedeploy_app",
        "aws_codedeploy_deployment_group", "aws_codepipeline", "aws_config_config_rule",
        "aws_customer_gateway", "aws_db_instance", "aws_db_parameter_group", "aws_db_subnet_group",
        "aws_default_security_group", "aws_dynamodb_table", "aws_ecr_repository", "aws_ecs_capacity_provider",
        "aws_ecs_cluster", "aws_ecs_service", "aws_ecs_task_definition", "aws_efs_file_system", "aws_eip",
        "aws_elasticache_parameter_group", "aws_elasticache_replication_group",
        "aws_elasticache_subnet_group",
        "aws_flow_log", "aws_guardduty_detector", "aws_iam_instance_profile", "aws_iam_policy",
        "aws_iam_role",
        "aws_instance", "aws_internet_gateway", "aws_kms_key", "aws_lambda_function", "aws_launch_template",
        "aws_lb", "aws_lb_target_group", "aws_nat_gateway", "aws_network_acl", "aws_rds_cluster",
        "aws_rds_cluster_instance", "aws_rds_cluster_parameter_group", "aws_route53_health_check",
        "aws_route53_zone", "aws_route_table", "aws_s3_bucket", "aws_secretsmanager_secret",
        "aws_security_group", "aws_sns_topic", "aws_sqs_queue", "aws_ssm_parameter", "aws_subnet", "aws_vpc",
        "aws_vpc_endpoint", "aws_wafv2_ip_set", "aws_wafv2_web_acl",
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for view in context.blocks(Self.types) where view.attribute("tags") == nil {
            report.add(
                "\(view.resource.key) has no tags", at: view.resource.nameRange,
                help: "add tags = merge(var.tags, { Name = ... })")
        }
        for view in context.blocks("aws_autoscaling_group") where !view.hasBlock("tag") {
            report.add(
                "\(view.resource.key) has no tag blocks, so its instances have no tags",
                at: view.resource.nameRange, help: "add tag blocks that propagate at launch")
        }
    }
}
