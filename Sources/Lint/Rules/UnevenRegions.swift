import Diagnostics
import HCL
import Terraform

/// A module or argument that one region has and another lacks (X-PARITY-01).
struct UnevenRegions: Rule {
    let id = "uneven-regions"
    let severity = Diagnostic.Severity.warning
    let reach: RuleReach = .renderedTrees
    let requirement: String? = "X-PARITY-01"
    let summary = "a region that lacks a module or an argument that the other regions have"
    let explanation = """
        What takes over in an emergency must be like what it stands in for. Regions differ in what exists once and in
        what says which of them leads; everything else is in all of them.
        """

    /// Arguments that say which region leads, or that only one of them needs.
    private static let own: [String: Set<String>] = [
        "storage": ["replicas", "static_site_enabled"],
        "certificate": ["create_validation_records", "validation_record_fqdns"],
        "database": [
            "role", "global_name", "global_cluster_identifier", "master_password", "master_password_version",
            "source_region", "secret_replicas",
        ],
        "monitoring": [
            "copy_to_vault_arn", "dashboard", "enable_backup_copy", "origin_health", "primary_region",
            "secondary_region",
        ],
        "security": ["cloudtrail_enabled", "config_record_global_resources"],
    ]

    /// Arguments that follow the address plan of a region.
    private static let local: Set = ["enable_ipv6"]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        let module = context.tree.root
        let regions = module.providerConfigurations.compactMap(\.alias?.text)
        var byKind: [String: [(region: String, call: ModuleCall)]] = [:]
        for call in module.calls {
            guard let (kind, region) = CrossRegionReference.region(of: call.key, regions) else { continue }
            // A region may stand in a network that exists already, and have another module in its place.
            let source = call.sourceExpression.flatMap { module.constantText(of: $0) } ?? ""
            byKind["\(kind) \(source)", default: []].append((region, call))
        }
        for (key, calls) in byKind.sorted(by: { $0.key < $1.key }) where calls.count > 1 {
            let kind = String(key.prefix { $0 != " " })
            let names = calls.map { entry in Set(entry.call.arguments.map { module.name(of: $0) }) }
            let common = names.reduce(into: Set<String>()) { $0.formUnion($1) }
                .subtracting(Self.own[kind] ?? []).subtracting(Self.local)
            for (entry, own) in zip(calls, names) {
                let missing = common.subtracting(own).sorted()
                guard let first = missing.first,
                    let other = calls.first(where: { other in
                        other.call.arguments.contains { module.name(of: $0) == first }
                    })
                else { continue }
                let list = missing.map { "\"\($0)\"" }.joined(separator: ", ")
                report.add(
                    "\"\(entry.call.key)\" lacks \(list), which \"\(other.call.key)\" has",
                    at: entry.call.block.headerRange,
                    notes: [Diagnostic.Note("the other call stands here", at: other.call.block.headerRange)])
            }
        }
    }
}
