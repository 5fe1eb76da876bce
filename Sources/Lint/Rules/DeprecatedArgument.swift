import Diagnostics
import HCL
import ProviderCatalogue
import Terraform

/// Something that the newest admitted version of the AWS provider calls deprecated (M-DEPR-01).
struct DeprecatedArgument: Rule {
    let id = "deprecated-argument"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "M-DEPR-01"
    let summary = "an argument, block or type that the AWS provider will drop"
    let explanation = """
        The provider still takes it, and a later major version will not; its documentation names what comes instead. \
        The newest version counts that the constraints in `required_providers` admit.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        let knowledge = context.provided
        guard knowledge.admitted?.isBetween == false else { return }
        for body in knowledge.bodies {
            if body.path.isEmpty { checkType(of: body, context, &report) }
            for item in body.items where item.traits.contains(.deprecated) {
                report.add(
                    "the \(item.words) \"\(item.name)\" of \(body.words) is deprecated", at: item.nameRange,
                    help: Self.successor(of: item.name, in: body))
            }
        }
    }

    private func checkType(of body: ProvidedBody, _ context: LintContext, _ report: inout RuleReport) {
        guard case .resource(let index) = body.owner,
            body.versions.newest == context.provided.catalogue.versions.count - 1
        else { return }
        let resource = context.tree.modules[body.module].resources[index]
        guard context.provided.usedType(of: resource)?.isDeprecated == true else { return }
        report.add("the type \"\(resource.type.text)\" is deprecated", at: resource.type.range)
    }

    /// A hint for what many modules still use.
    private static func successor(of name: String, in body: ProvidedBody) -> String? {
        guard body.typeName == "aws_s3_bucket", body.path.isEmpty else { return nil }
        let types = [
            "acl": "aws_s3_bucket_acl", "cors_rule": "aws_s3_bucket_cors_configuration",
            "lifecycle_rule": "aws_s3_bucket_lifecycle_configuration", "logging": "aws_s3_bucket_logging",
            "policy": "aws_s3_bucket_policy",
            "replication_configuration": "aws_s3_bucket_replication_configuration",
            "server_side_encryption_configuration": "aws_s3_bucket_server_side_encryption_configuration",
            "versioning": "aws_s3_bucket_versioning", "website": "aws_s3_bucket_website_configuration",
        ]
        return types[name].map { "use the resource type \"\($0)\"" }
    }
}
