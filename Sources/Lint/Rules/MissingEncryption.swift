import Diagnostics
import HCL
import Terraform

/// Storage that AWS does not encrypt unless it is told to (S-ENC-01).
struct MissingEncryption: Rule {
    let id = "missing-encryption"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "S-ENC-01"
    let summary = "a database, volume or file system that is not encrypted"
    let explanation = """
        These are not encrypted by default, and mostly cannot be encrypted later without a copy. In trees of infragen
        topics, queues, log groups, secrets, trails and repositories have a key of their own as well.
        """

    /// An argument or block without which a type is not encrypted, and those whose source decides instead.
    private struct Need {
        var name: String
        var sources: [String] = []
    }

    private static let always: [String: Need] = [
        "aws_db_instance": Need(
            name: "storage_encrypted",
            sources: ["replicate_source_db", "restore_to_point_in_time", "snapshot_identifier"]),
        "aws_rds_cluster": Need(
            name: "storage_encrypted",
            sources: [
                "engine_mode", "global_cluster_identifier", "replication_source_identifier",
                "restore_to_point_in_time", "snapshot_identifier",
            ]),
        "aws_docdb_cluster": Need(
            name: "storage_encrypted", sources: ["global_cluster_identifier", "snapshot_identifier"]),
        "aws_neptune_cluster": Need(
            name: "storage_encrypted", sources: ["global_cluster_identifier", "snapshot_identifier"]),
        "aws_ebs_volume": Need(name: "encrypted", sources: ["snapshot_id"]),
        "aws_efs_file_system": Need(name: "encrypted"),
        "aws_elasticache_replication_group": Need(
            name: "at_rest_encryption_enabled", sources: ["engine", "global_replication_group_id"]),
    ]

    private static let strict: [String: Need] = [
        "aws_backup_vault": Need(name: "kms_key_arn"), "aws_cloudtrail": Need(name: "kms_key_id"),
        "aws_cloudwatch_log_group": Need(name: "kms_key_id"),
        "aws_dynamodb_table": Need(name: "server_side_encryption"),
        "aws_ecr_repository": Need(name: "encryption_configuration"),
        "aws_secretsmanager_secret": Need(name: "kms_key_id"),
        "aws_sns_topic": Need(name: "kms_master_key_id"),
        "aws_sqs_queue": Need(name: "kms_master_key_id"),
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (type, need) in Self.always { check(type, need, context, isSwitch: true, &report) }
        guard context.isStrict(self) else { return }
        for (type, need) in Self.strict { check(type, need, context, isSwitch: false, &report) }
    }

    private func check(
        _ type: String, _ need: Need, _ context: LintContext, isSwitch: Bool, _ report: inout RuleReport
    ) {
        for view in context.blocks(type) {
            let given = view.attribute(need.name)
            if let given {
                guard isSwitch, view.module.constant(of: given.value)?.bool == false else { continue }
            } else if view.hasBlock(need.name) {
                continue
            }
            // A copy is as encrypted as what it is a copy of; some engines encrypt by themselves.
            if given == nil, need.sources.contains(where: { view.attribute($0) != nil || view.hasBlock($0) })
            {
                continue
            }
            report.add(
                isSwitch
                    ? "\(view.resource.key) is not encrypted" : "\(view.resource.key) has no key of its own",
                at: given?.range ?? view.resource.nameRange,
                help: isSwitch ? "set \(need.name) = true" : "set \(need.name)")
        }
    }
}
