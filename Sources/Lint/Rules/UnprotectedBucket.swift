import Diagnostics
import HCL
import Terraform

/// A bucket without what makes it safe (S-S3-01).
struct UnprotectedBucket: Rule {
    let id = "unprotected-bucket"
    let severity = Diagnostic.Severity.warning
    let reach: RuleReach = .renderedTrees
    let requirement: String? = "S-S3-01"
    let summary =
        "a bucket without public access block, versioning, encryption, ownership, lifecycle or policy"
    let explanation = """
        Every bucket of infragen blocks public access, keeps old versions and lets them go in time, encrypts what it
        holds, belongs to its owner alone, and refuses plain HTTP by its policy. Each is a resource of its own beside
        the bucket.
        """

    private static let needed: [(type: String, words: String)] = [
        ("aws_s3_bucket_public_access_block", "a public access block"),
        ("aws_s3_bucket_versioning", "versioning"),
        ("aws_s3_bucket_server_side_encryption_configuration", "encryption"),
        ("aws_s3_bucket_ownership_controls", "ownership controls"),
        ("aws_s3_bucket_policy", "a policy that refuses plain HTTP"),
        ("aws_s3_bucket_lifecycle_configuration", "a lifecycle"),
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        let buckets = context.blocks("aws_s3_bucket")
        guard !buckets.isEmpty else { return }
        var missing: [String: [String]] = [:]
        for (type, words) in Self.needed {
            let covered = covered(by: type, context)
            for bucket in buckets {
                let key = "\(bucket.modulePosition) \(bucket.position)"
                if !covered.contains(key) { missing[key, default: []].append(words) }
            }
        }
        for bucket in buckets {
            guard let words = missing["\(bucket.modulePosition) \(bucket.position)"] else { continue }
            report.add(
                "\(bucket.resource.key) lacks \(words.joined(separator: ", "))", at: bucket.resource.nameRange
            )
        }
    }

    /// The buckets that resources of a type are about.
    private func covered(by type: String, _ context: LintContext) -> Set<String> {
        var covered: Set<String> = []
        for place in context.index.places(type, .managed) {
            let module = context.tree.modules[place.module]
            for entry in context.references[place.module].resources {
                guard let target = entry.target, module.resources[target].type.text == "aws_s3_bucket" else {
                    continue
                }
                let site = module.site(of: module.references[entry.reference])
                guard site.owner == .resource(place.resource),
                    site.isArgument("bucket") || site.isArgument("for_each")
                else { continue }
                covered.insert("\(place.module) \(target)")
            }
        }
        // The policy of a bucket may stand in another module, beside the distribution that reads it.
        for environment in context.environments {
            let trail = Trail(values: environment.values)
            for block in environment.values.resources(ofTypes: [type]) {
                guard let bucket = block.attribute("bucket"),
                    let origin = trail.origin(of: bucket.value, in: block)
                else { continue }
                let home = environment.values.scopes[origin.scope].module
                guard let target = context.tree.modules[home].resources.index(of: origin.resource.key) else {
                    continue
                }
                covered.insert("\(home) \(target)")
            }
        }
        return covered
    }
}
