import Diagnostics
import HCL
import Terraform

/// Two resources that would have one name where AWS takes it only once (N-DUP-01, N-GLB-01).
struct DuplicateName: Rule {
    let id = "duplicate-name"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "N-DUP-01, N-GLB-01"
    let summary = "two resources with one name where AWS takes a name once"
    let explanation = """
        Most names are taken once for each account and region; those of IAM, S3 and CloudFront once for all regions.
        A module that is called for two regions therefore needs the region in the names of its roles. Names are put
        together from the values of each environment, and only those that are wholly known are compared.
        """

    /// Where a name is taken.
    private enum Reach { case region, everywhere }

    private static let names: [String: (argument: String, reach: Reach)] = [
        "aws_lb": ("name", .region), "aws_lb_target_group": ("name", .region), "aws_elb": ("name", .region),
        "aws_iam_role": ("name", .everywhere), "aws_iam_user": ("name", .everywhere),
        "aws_iam_group": ("name", .everywhere), "aws_iam_instance_profile": ("name", .everywhere),
        "aws_s3_bucket": ("bucket", .everywhere),
        "aws_cloudfront_origin_access_control": ("name", .everywhere),
        "aws_cloudfront_cache_policy": ("name", .everywhere),
        "aws_cloudfront_function": ("name", .everywhere),
        "aws_launch_template": ("name", .region), "aws_autoscaling_group": ("name", .region),
        "aws_cloudwatch_log_group": ("name", .region), "aws_lambda_function": ("function_name", .region),
        "aws_ecr_repository": ("name", .region), "aws_dynamodb_table": ("name", .region),
        "aws_db_instance": ("identifier", .region), "aws_rds_cluster": ("cluster_identifier", .region),
        "aws_rds_cluster_instance": ("identifier", .region), "aws_db_subnet_group": ("name", .region),
        "aws_db_parameter_group": ("name", .region), "aws_kms_alias": ("name", .region),
        "aws_rds_cluster_parameter_group": ("name", .region),
        "aws_elasticache_replication_group": ("replication_group_id", .region),
        "aws_secretsmanager_secret": ("name", .region), "aws_backup_vault": ("name", .region),
        "aws_codebuild_project": ("name", .region), "aws_codepipeline": ("name", .region),
        "aws_key_pair": ("key_name", .region), "aws_cloudtrail": ("name", .region),
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for environment in context.environments {
            var taken: [String: BlockInstance] = [:]
            for block in environment.values.resources(ofTypes: Self.names.keys) where block.isCertain {
                guard let (argument, reach) = Self.names[block.resource.type.text],
                    let attribute = block.attribute(argument),
                    case .string(let name) = block.value(of: attribute.value).plain, !name.isEmpty,
                    let place = place(of: block, reach)
                else { continue }
                let key = "\(block.resource.type.text) \(place) \(name)"
                guard let first = taken[key] else {
                    taken[key] = block
                    continue
                }
                tell(name, attribute, argument, block, first, reach, context, &report)
            }
        }
    }

    /// What tells the places apart in which a name can be taken once; nil where that is not known.
    private func place(of block: BlockInstance, _ reach: Reach) -> String? {
        guard let provider = block.values.provider(of: block) else {
            // Without a word about providers the whole tree works with the one of the environment.
            let key = Resource.providerName(ofType: block.resource.type.text)
            let declared = block.values.tree.root.providerConfigurations.contains { $0.provider.text == key }
            let isPlain = block.resource.provider == nil && block.attribute("region") == nil
            return !declared && isPlain && isInherited(block) ? "" : nil
        }
        switch reach {
        case .region: return provider.identity
        case .everywhere:
            // Configurations that may be of different accounts are not compared with each other.
            return provider.isOwnAccount ? "" : provider.identity
        }
    }

    /// Whether no call between the root and a resource says a word about providers.
    private func isInherited(_ block: BlockInstance) -> Bool {
        var scope = block.scope
        while let parent = block.values.scopes[scope].parent {
            let module = block.values.module(of: parent)
            if module.calls[block.values.scopes[scope].call].providers != nil { return false }
            scope = parent
        }
        return true
    }

    private func tell(
        _ name: String, _ attribute: Attribute, _ argument: String, _ block: BlockInstance,
        _ first: BlockInstance, _ reach: Reach, _ context: LintContext, _ report: inout RuleReport
    ) {
        let whole = reach == .everywhere ? ", and such names are taken once for all regions" : ""
        report.add(
            "\(block.address) has the \(argument) \"\(name)\" of \(first.address)\(whole)",
            at: attribute.value.range, instance: block.instance,
            // Elsewhere a folder may hold samples that are not meant to stand side by side.
            severity: context.isStrict(self) ? .error : .warning,
            notes: [Diagnostic.Note("the other is declared here", at: first.resource.nameRange)])
    }
}
