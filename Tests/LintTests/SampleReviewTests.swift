import Diagnostics
import Foundation
import Lint
import TestSupport
import Testing

/// The rendered sample, broken in ways that Terraform would not notice before it is too late, or not at all.
@Suite struct SampleReviewTests {
    /// One edit of one file, and the rule that has to notice.
    struct Slip: Sendable, CustomTestStringConvertible {
        var rule: String
        var file: String
        var old: String
        var new: String

        var testDescription: String { "\(rule): \(file): \(old) -> \(new)" }

        init(_ rule: String, _ file: String, _ old: String, _ new: String) {
            self.rule = rule
            self.file = file
            self.old = old
            self.new = new
        }
    }

    private static let production = "environments/production.tfvars"
    private static let west = "region_us_west_2.tf"

    static let slips: [Slip] = [
        Slip("duplicate-priority", production, "priority      = 100", "priority      = 200"),
        Slip("overlapping-subnets", production, "\"10.0.101.0/24\"", "\"10.0.1.0/24\""),
        Slip("overlapping-subnets", production, "\"10.0.101.0/24\"", "\"10.9.1.0/24\""),
        Slip("health-check-timeout", production, "timeout             = 5", "timeout             = 30"),
        Slip("wrong-weights", production, "percentage         = 15", "percentage         = 115"),
        Slip("name-too-long", production, "\"prod\"", "\"production-of-the-shop\""),
        Slip("literal-secret", production, "dns = {", "db_password = \"hunter2000\"\n\ndns = {"),
        Slip(
            "wrong-region", "global.tf", "module.certificate_us_east_1.certificate_arn",
            "one(module.certificate_us_west_2[*].certificate_arn)"),
        Slip("wrong-region-provider", west, "{ aws = aws.us_west_2 }", "{ aws = aws.us_east_1 }"),
        Slip(
            "cross-region-reference", west, "module.vpc_us_west_2[0].vpc_id", "module.vpc_us_east_1.vpc_id"),
        Slip("uneven-regions", west, "  idle_timeout               = var.load_balancer.idle_timeout\n", ""),
        Slip("missing-dependency", "modules/vpc/routing.tf", "depends_on = [aws_internet_gateway.this]", ""),
        Slip("weak-tls", "modules/alb/listeners.tf", "  ssl_policy        = var.ssl_policy\n", ""),
        Slip(
            "endless-logs", "modules/ecs-service/main.tf",
            "  retention_in_days = var.log_retention_in_days\n", ""),
        Slip(
            "public-resource", "modules/database/main.tf", "publicly_accessible          = false",
            "publicly_accessible          = true"),
        Slip("ignored-change", "modules/database/main.tf", "[engine_version,", "[tags, engine_version,"),
        Slip(
            "missing-tags", "modules/alb/network.tf",
            "  tags        = merge(var.tags, { Name = local.name })\n", ""),
        Slip(
            "undescribed-security-rule", "modules/alb/network.tf",
            "  description = \"Load balancer of ${var.name_prefix}\"\n", ""),
        Slip(
            "fixed-replaced-name", "modules/alb/network.tf", "name_prefix = \"${local.name}-\"",
            "name = \"balancer\""),
        Slip(
            "missing-create-before-destroy", "modules/alb/network.tf", "create_before_destroy = true",
            "create_before_destroy = false"),
        Slip("hard-coded-region", "modules/vpc/endpoints.tf", "${var.region}", "us-east-1"),
        Slip(
            "hard-coded-partition", "modules/slack/main.tf", "${data.aws_partition.current.partition}", "aws"),
        Slip(
            "missing-description", "modules/vpc/outputs.tf", "  description = \"Id of the VPC.\"\n", ""),
        Slip("unusual-name", "modules/vpc/routing.tf", "\"public_ipv4\"", "\"public-ipv4\""),
        Slip(
            "wide-policy", "modules/slack/main.tf",
            "type        = \"Service\"\n      identifiers = [\"chatbot.amazonaws.com\"]",
            "type        = \"AWS\"\n      identifiers = [\"*\"]"),
        Slip("unpinned-version", "modules/vpc/terraform.tf", "\"~> 6.0\"", "\">= 6.0\""),
        Slip("conflicting-versions", "modules/vpc/terraform.tf", "\"~> 6.0\"", "\"~> 5.0\""),
        Slip(
            "unexplained-waiver", "modules/vpc/main.tf", "#checkov:skip=CKV_AWS_130:",
            "#checkov:skip=CKV_AWS_999:"),
        Slip(
            "unprotected-bucket", "modules/state-backend/main.tf",
            "resource \"aws_s3_bucket_versioning\" \"this\" {\n  bucket = aws_s3_bucket.this.id",
            "resource \"aws_s3_bucket_versioning\" \"this\" {\n  bucket = \"another\""),
    ]

    @Test(arguments: slips)
    func isFound(_ slip: Slip) throws {
        // The bucket of the state is made by a root of its own.
        let isBootstrap = slip.file.contains("state-backend")
        let root = TreeTests.sample + (isBootstrap ? "/bootstrap" : "")
        let path = isBootstrap ? root + "/../" + slip.file : root + "/" + slip.file
        var hits = 0
        func edited(_ bytes: [UInt8]) -> [UInt8] {
            let text = String(decoding: bytes, as: UTF8.self)
            guard let range = text.range(of: slip.old) else { return bytes }
            hits += 1
            return Array(text.replacingCharacters(in: range, with: slip.new).utf8)
        }
        let values = try LintCase.variableFiles(in: root).map { file in
            root + "/" + file.path == path
                ? VariableFile(path: file.path, bytes: edited(file.bytes), environment: file.environment)
                : file
        }
        var texts: [String: [UInt8]] = [:]
        if !slip.file.hasSuffix(".tfvars") {
            let bytes = FileManager.default.contents(atPath: TreeTests.sample + "/" + slip.file) ?? Data()
            texts[path] = edited([UInt8](bytes))
        }
        let linted = LintCase(root, variableFiles: values, rendered: RenderRecord()) { file, bytes in
            texts[file] ?? bytes
        }
        #expect(hits == 1, "the sample has changed: there is no \(slip.old) in \(slip.file)")
        #expect(linted.result.diagnostics.contains { $0.id == slip.rule }, "\(linted.places)")
    }
}
