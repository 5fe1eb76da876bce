import Diagnostics

extension SpecRule {
    /// A region whose resources Terraform could not remove, for want of a provider.
    static let undrainedRegion = error(
        "undrained-region", "", "a region that leaves the spec before its resources are removed")

    /// The region that everything else leans on.
    static let drainingPrimary = error("draining-primary", "", "a primary region that is drained")

    /// AWS refuses to delete what is protected.
    static let protectedRegion = warning(
        "protected-region", "", "a region that is drained while its load balancers or databases are protected"
    )

    /// Data that a change of the spec would destroy.
    static let removedData = error(
        "removed-data", "",
        "a database, bucket or the like that leaves the spec without a word in \"removed\"")

    /// Data that a change of the spec would destroy.
    static let replacedData = error(
        "replaced-data", "", "a database that a change would make anew, without a word in \"removed\"")

    /// An environment whose resources nobody would look after.
    static let abandonedEnvironment = error(
        "abandoned-environment", "", "an environment whose resources would stay behind in AWS")

    /// A word about something that is not removed.
    static let illegalRemoval = error(
        "illegal-removal", "", "a word in \"removed\" for something that stays, or that there is not")
}

/// Rules about what would be gone, by comparison with the last render.
enum ChangeChecks {
    static let rules: [SpecRule] = [
        .undrainedRegion, .drainingPrimary, .protectedRegion, .removedData, .replacedData,
        .abandonedEnvironment, .illegalRemoval,
    ]
    static let once: [Check] = [environments, words]
    static let all: [Check] = [regions, data, drainingPrimary, protection]

    /// What to do where nothing of the tree is in AWS yet.
    static let wayOut =
        "if nothing of this was ever applied, remove \(SystemRecord.path) from the output folder"

    @Sendable private static func regions(_ run: inout CheckRun) {
        guard let environment = run.environment, let before = run.recorded else { return }
        let now = Set(environment.providerRegions.map(\.name))
        for (name, state) in before.regions.sorted(by: { $0.key < $1.key })
        where !now.contains(name) && state != RegionSpec.State.draining.rawValue {
            run.reportSentence(
                .undrainedRegion, .root["regions"],
                "\(name) leaves the spec, but Terraform still needs its provider to remove what stands there",
                help:
                    "give it \"state\": \"draining\", render and apply in every environment, and delete it then; "
                    + wayOut)
        }
    }

    @Sendable private static func drainingPrimary(_ run: inout CheckRun) {
        guard let primary = run.spec.primary, primary.state == .draining else { return }
        run.report(
            .drainingPrimary, primary.path["state"], "\(primary.name) is the primary region",
            help: "give another region the role \"primary\" first, and move visitors and data there")
    }

    @Sendable private static func protection(_ run: inout CheckRun) {
        guard let environment = run.environment else { return }
        let protected = [
            (run.spec.database?.deletionProtection ?? false, "database.deletion_protection"),
            (
                CertificateChecks.hasALB(run.spec) && run.spec.loadBalancer.deletionProtection,
                "load_balancer.deletion_protection"
            ),
        ].filter(\.0).map(\.1)
        guard !protected.isEmpty else { return }
        // Once drained, the region has nothing left that AWS could refuse to delete.
        for region in environment.providerRegions
        where region.state == .draining && run.recorded?.regions[region.name] != "draining" {
            run.report(
                .protectedRegion, region.path["state"], "AWS refuses to delete what is protected there",
                help: "set \(protected.joined(separator: " and ")) to false and apply, then drain")
        }
    }

    @Sendable private static func data(_ run: inout CheckRun) {
        guard let before = run.recorded else { return }
        let now = run.spec.dataParts
        for (part, identity) in before.data.sorted(by: { $0.key < $1.key })
        where now[part] != identity && !run.spec.removed.contains(part) {
            let words = "\"removed\": [\"\(part)\"]"
            if let changed = now[part] {
                run.reportSentence(
                    .replacedData, SpecPath(part),
                    "\(part): AWS would make another one without the data: \"\(identity)\" becomes \"\(changed)\"",
                    help: "take the change back, or say \(words); \(wayOut)")
            } else {
                run.reportSentence(
                    .removedData, SpecPath(part), "\(part) is gone, and its data would be deleted",
                    help: "put it back, or say \(words); \(wayOut)")
            }
        }
    }

    @Sendable private static func environments(_ run: inout CheckRun) {
        guard let record = run.options.record else { return }
        for (name, before) in record.environments.sorted(by: { $0.key < $1.key })
        where !run.spec.removed.contains("environments.\(name)") {
            let entry = run.spec.environments.first { $0.name == name }
            let prefix = entry.map { "\(run.spec.project)-\($0.shortName)" }
            guard prefix != before.prefix else { continue }
            let what =
                prefix.map { "has the names \($0)-..., and all of \(before.prefix)-... would be deleted" }
                ?? "is gone, and all of \(before.prefix)-... would stay behind without anybody to look after it"
            run.reportSentence(
                .abandonedEnvironment, .root["environments"][name], "environments.\(name) \(what)",
                with: [.root["environments"], .root["project"]],
                help: "put it back; or destroy it with Terraform first, and say "
                    + "\"removed\": [\"environments.\(name)\"]; \(wayOut)")
        }
    }

    /// Whether the words in `removed` are about something that is gone.
    @Sendable private static func words(_ run: inout CheckRun) {
        let parts = [
            "backup", "cache", "cdn.static_site", "database", "dns.create_zone", "registry",
            "storage.buckets.backups", "storage.buckets.files",
        ]
        for (index, word) in run.spec.removed.enumerated() {
            let path = SpecPath.root["removed"][index]
            if word.hasPrefix("environments.") { continue }
            if !parts.contains(word) {
                let nearest = nearestName(to: word, among: parts)
                run.report(
                    .illegalRemoval, path, "\"\(word)\" is nothing that holds data",
                    help: nearest.map { "did you mean \"\($0)\"?" }
                        ?? "the words are \(parts.joined(separator: ", ")) and environments.<name>")
            } else if run.environments.allSatisfy({ stays(word, in: $0, run) }) {
                run.report(
                    .illegalRemoval, path, "\(word) is still in the spec",
                    help: "remove it there, or here; a removal that is done needs the word no longer")
            }
        }
    }

    private static func stays(_ part: String, in environment: EnvironmentSpec, _ run: CheckRun) -> Bool {
        guard let now = environment.spec.dataParts[part] else { return false }
        guard let before = run.options.record?.environments[environment.name]?.data[part] else { return true }
        return before == now
    }
}

extension CheckRun {
    /// What the last render left of the environment; nil where it had none.
    var recorded: SystemRecord.Environment? {
        environment.flatMap { options.record?.environments[$0.name] }
    }
}

extension SpecPath {
    /// The path of names with dots between them.
    init(_ dotted: String) { self = dotted.split(separator: ".").reduce(.root) { $0[String($1)] } }
}
