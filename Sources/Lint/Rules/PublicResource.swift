import Diagnostics
import HCL
import Terraform

/// Something that stands in the open and should not (S-PUB-01).
struct PublicResource: Rule {
    let id = "public-resource"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "S-PUB-01"
    let summary = "a database or bucket that everybody can reach, or a public address in a private subnet"
    let explanation = """
        Databases are reached from inside of the network; buckets are public by mistake more often than on purpose; a
        public address of a task in a private subnet is of no use, since no route leads there.
        """

    private static let databases = [
        "aws_db_instance", "aws_dms_replication_instance", "aws_docdb_cluster_instance",
        "aws_neptune_cluster_instance", "aws_rds_cluster", "aws_rds_cluster_instance", "aws_redshift_cluster",
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for environment in context.environments {
            let values = environment.values
            for block in values.resources(ofTypes: Self.databases) {
                guard let attribute = block.attribute("publicly_accessible"),
                    block.value(of: attribute.value).bool == true
                else { continue }
                tell("\(block.address) can be reached from the internet", attribute, block, &report)
            }
            for block in values.resources(ofTypes: ["aws_s3_bucket", "aws_s3_bucket_acl"]) {
                guard let attribute = block.attribute("acl"), let acl = block.value(of: attribute.value).text,
                    acl.hasPrefix("public-read")
                else { continue }
                let verb = acl == "public-read" ? "read" : "read and write"
                tell("everybody can \(verb) what \(block.address) holds", attribute, block, &report)
            }
            for block in values.resources(ofTypes: ["aws_ecs_service"]) {
                for network in block.blocks("network_configuration") { check(network, block, &report) }
            }
        }
    }

    private func check(_ network: NestedBlock, _ block: BlockInstance, _ report: inout RuleReport) {
        guard let attribute = network.attribute("assign_public_ip"),
            network.value("assign_public_ip")?.bool == true, let subnets = network.attribute("subnets"),
            block.module.text(of: subnets.value.range).contains("private")
        else { return }
        tell("\(block.address) gives public addresses to tasks in private subnets", attribute, block, &report)
    }

    private func tell(
        _ summary: String, _ attribute: Attribute, _ block: BlockInstance, _ report: inout RuleReport
    ) {
        report.add(summary, at: attribute.range, instance: block.instance)
    }
}
