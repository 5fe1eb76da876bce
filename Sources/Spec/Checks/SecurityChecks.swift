extension SpecRule {
    /// W-SEC-01.
    static let sharedDetectors = warning(
        "shared-detectors", "W-SEC-01", "detectors in several environments, of which an account holds one")

    /// W-SEC-02.
    static let disabledDetector = warning(
        "disabled-detector", "W-SEC-02", "CloudTrail, GuardDuty or Config off everywhere",
        inEveryEnvironment: true)

    /// W-REG-01.
    static let sharedReplication = warning(
        "shared-replication", "W-REG-01",
        "image replication, of which an account holds one configuration a region")
}

/// Rules about what watches the account, and what it holds once.
enum SecurityChecks {
    static let rules: [SpecRule] = [.sharedDetectors, .disabledDetector, .sharedReplication]
    static let once: [Check] = [detectorsOnce]
    static let all: [Check] = [detectorsOn, replication]

    private static let detectors: [(field: String, name: String, isOn: @Sendable (SecuritySpec) -> Bool)] = [
        ("cloudtrail", "CloudTrail", \.cloudTrail), ("guardduty", "GuardDuty", \.guardDuty),
        ("config", "Config", \.config),
    ]

    @Sendable private static func detectorsOnce(_ run: inout CheckRun) {
        for detector in detectors where detector.field != "cloudtrail" {
            let names = run.environments.filter { detector.isOn($0.spec.security) }.map(\.name)
            guard names.count > 1 else { continue }
            run.reportSentence(
                .sharedDetectors, .root["security"][detector.field],
                "\(detector.field) is on in \(names.joined(separator: ", ", last: " and "));"
                    + " an account holds one per region",
                help: "leave it to one environment of each account, or accept this with \"ignore\"")
        }
    }

    @Sendable private static func detectorsOn(_ run: inout CheckRun) {
        let path = SpecPath.root["security"]
        let off = detectors.filter { !$0.isOn(run.spec.security) }
        guard let first = off.first(where: { run.isWritten(path[$0.field]) }) ?? off.first else { return }
        let names = off.map(\.name).joined(separator: ", ", last: " and ")
        run.reportSentence(
            .disabledDetector, path[first.field], "security: \(names) \(off.count == 1 ? "is" : "are") off",
            help: "every account should have them; accept this with \"ignore\" where they are on elsewhere")
    }

    /// Whether another spec replicates cannot be seen here; repositories of another name than the project's hint
    /// at it.
    @Sendable private static func replication(_ run: inout CheckRun) {
        guard let registry = run.spec.registry, registry.mode == .create, run.spec.regions.count > 1 else {
            return
        }
        guard registry.namespace != run.spec.project else { return }
        run.report(
            .sharedReplication, .root["registry"]["namespace"],
            "\"\(registry.namespace)\" is not the project, and an account holds one ECR replication per region",
            help: "make sure that no other spec of the account has a registry, or accept this with \"ignore\""
        )
    }
}
