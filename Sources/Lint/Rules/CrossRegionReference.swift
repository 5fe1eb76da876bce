import Diagnostics
import HCL
import Terraform

/// A module of one region that reads from one of another (X-REG-01).
struct CrossRegionReference: Rule {
    let id = "cross-region-reference"
    let severity = Diagnostic.Severity.warning
    let reach: RuleReach = .renderedTrees
    let requirement: String? = "X-REG-01"
    let summary = "a module call of one region that reads an output of another region"
    let explanation = """
        Regions stand alone, so that one can fail without the other. Only a few outputs cross the border, all in one
        direction: the validation records of the certificate, the global database, keys and buckets for copies, backup
        vaults, and what the dashboard shows.
        """

    /// What may be read across regions, by module.
    private static let allowed: [String: Set<String>] = [
        "certificate": ["validation_record_fqdns"],
        "database": ["global_cluster_identifier", "secret_replica_arns"],
        "kms": ["key_arn"],
        "storage": ["bucket_arns"],
        "monitoring": ["backup_vault_arn"],
        "backup": ["backup_vault_arn"],
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        let module = context.tree.root
        let regions = module.providerConfigurations.compactMap(\.alias?.text)
        for entry in context.references[0].calls {
            guard let target = entry.target else { continue }
            let reference = module.references[entry.reference]
            guard case .call(let reader) = module.site(of: reference).owner,
                let here = Self.region(of: module.calls[reader].key, regions),
                let there = Self.region(of: module.calls[target].key, regions), here.region != there.region,
                case .module(_, _, let output) = reference.subject,
                Self.allowed[there.kind]?.contains(output?.text ?? "") != true
            else { continue }
            report.add(
                "\"\(module.calls[reader].key)\" reads from \"\(module.calls[target].key)\" of another region",
                at: reference.range, help: "did you mean \"module.\(there.kind)_\(here.region)\"?")
        }
    }

    /// What a call is and for which region: `vpc_us_west_2`; nil for a call that is of no region.
    static func region(of call: String, _ regions: [String]) -> (kind: String, region: String)? {
        for region in regions where call.hasSuffix("_" + region) {
            return (String(call.dropLast(region.utf8.count + 1)), region)
        }
        return nil
    }
}
