/// How long AWS lets names be.
enum NameLimits {
    /// One argument that is a name.
    struct Limit {
        var type: String
        var argument: String
        var maximum: Int
    }

    /// The limits by resource type, from the references of the APIs.
    static let all: [String: [Limit]] = Dictionary(grouping: table, by: \.type)

    private static let table: [Limit] = [
        ("aws_alb", "name", 32), ("aws_lb", "name", 32),
        ("aws_alb_target_group", "name", 32), ("aws_lb_target_group", "name", 32),
        // What Terraform appends to a prefix takes 26 characters.
        ("aws_alb", "name_prefix", 6), ("aws_lb", "name_prefix", 6),
        ("aws_alb_target_group", "name_prefix", 6), ("aws_lb_target_group", "name_prefix", 6),
        ("aws_elb", "name", 32), ("aws_elb", "name_prefix", 6),
        ("aws_iam_role", "name", 64), ("aws_iam_role", "name_prefix", 38),
        ("aws_iam_policy", "name", 128), ("aws_iam_policy", "name_prefix", 102),
        ("aws_iam_role_policy", "name", 128), ("aws_iam_user", "name", 64), ("aws_iam_group", "name", 128),
        ("aws_iam_instance_profile", "name", 128),
        ("aws_s3_bucket", "bucket", 63), ("aws_s3_bucket", "bucket_prefix", 37),
        ("aws_security_group", "name", 255), ("aws_security_group", "name_prefix", 229),
        ("aws_launch_template", "name", 128), ("aws_launch_template", "name_prefix", 102),
        ("aws_autoscaling_group", "name", 255),
        ("aws_ecs_cluster", "name", 255), ("aws_ecs_service", "name", 255),
        ("aws_ecs_task_definition", "family", 255), ("aws_ecr_repository", "name", 256),
        ("aws_lambda_function", "function_name", 64), ("aws_lambda_layer_version", "layer_name", 140),
        ("aws_cloudwatch_event_rule", "name", 64), ("aws_scheduler_schedule", "name", 64),
        ("aws_cloudwatch_log_group", "name", 512), ("aws_cloudwatch_metric_alarm", "alarm_name", 255),
        ("aws_sqs_queue", "name", 80), ("aws_sns_topic", "name", 256), ("aws_kms_alias", "name", 256),
        ("aws_db_instance", "identifier", 63), ("aws_rds_cluster", "cluster_identifier", 63),
        ("aws_rds_cluster_instance", "identifier", 63), ("aws_db_subnet_group", "name", 255),
        ("aws_db_parameter_group", "name", 255), ("aws_rds_cluster_parameter_group", "name", 255),
        ("aws_elasticache_replication_group", "replication_group_id", 40),
        ("aws_elasticache_cluster", "cluster_id", 50), ("aws_elasticache_subnet_group", "name", 255),
        ("aws_dynamodb_table", "name", 255), ("aws_kinesis_stream", "name", 128),
        ("aws_backup_vault", "name", 50), ("aws_backup_plan", "name", 50),
        ("aws_codebuild_project", "name", 255), ("aws_codepipeline", "name", 100),
        ("aws_codedeploy_app", "name", 100), ("aws_wafv2_web_acl", "name", 128),
        ("aws_cloudfront_origin_access_control", "name", 64), ("aws_cloudtrail", "name", 128),
        ("aws_secretsmanager_secret", "name", 512), ("aws_sfn_state_machine", "name", 80),
        ("aws_eks_cluster", "name", 100), ("aws_eks_node_group", "node_group_name", 63),
        ("aws_key_pair", "key_name", 255), ("aws_budgets_budget", "name", 100),
    ].map { Limit(type: $0.0, argument: $0.1, maximum: $0.2) }
}
