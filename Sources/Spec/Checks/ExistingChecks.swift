import Diagnostics

extension SpecRule {
    /// A look-up must name exactly one thing.
    static let vagueReference = error(
        "vague-reference", "", "something existing that nothing names, or that is named twice")

    /// A look-up without an object, or an object without a look-up.
    static let misplacedReference = error(
        "misplaced-reference", "", "an existing thing that is named, while infragen makes one of its own")

    /// An image from a repository that the registry does not name.
    static let unknownRepository = error(
        "unknown-repository", "", "an image from a repository that registry.repositories does not name")
}

/// Rules about what exists already and is only looked up.
enum ExistingChecks {
    static let rules: [SpecRule] = [.vagueReference, .misplacedReference, .unknownRepository]
    static let all: [Check] = [zone, certificate, keys, topics, repositories, images, subnets]

    /// Says what is wrong with the ways in which a thing is named.
    private static func reportVague(
        _ run: inout CheckRun, _ path: SpecPath, _ ways: [(name: String, isGiven: Bool)]
    ) {
        let given = ways.filter(\.isGiven).map(\.name)
        guard given.count != 1 else { return }
        let names = ways.map(\.name).joined(separator: ", ", last: " or ")
        run.report(
            .vagueReference, path,
            given.isEmpty ? "nothing names it" : "\(given.joined(separator: " and ")) both name it",
            with: given.map { path[$0] }, help: "give exactly one of \(names)")
    }

    private static func reportMisplaced(_ run: inout CheckRun, _ path: SpecPath, _ help: String) {
        guard run.isWritten(path) else { return }
        run.reportSentence(
            .misplacedReference, path, "\(path) is for an existing one, but a new one is made", help: help)
    }

    @Sendable private static func zone(_ run: inout CheckRun) {
        guard let dns = run.spec.dns else { return }
        let path = SpecPath.root["dns"]
        if dns.createZone {
            for name in ["zone_id", "zone_tags"] {
                reportMisplaced(&run, path[name], "set dns.create_zone to false, or remove it")
            }
        } else if dns.zoneID != nil, !dns.zoneTags.isEmpty {
            reportVague(&run, path, [("zone_id", true), ("zone_tags", true)])
        }
    }

    @Sendable private static func certificate(_ run: inout CheckRun) {
        guard let certificate = run.spec.certificate else { return }
        let path = SpecPath.root["certificate"]
        if !certificate.existingTags.isEmpty, !certificate.existingARNs.isEmpty {
            reportVague(&run, path, [("existing_arns", true), ("existing_tags", true)])
        }
        guard run.spec.terraform.layout == .workspaces, let first = run.environments.first?.spec.certificate,
            first.existingTags.isEmpty != certificate.existingTags.isEmpty
        else { return }
        run.report(
            .structuralOverride, path["existing_tags"],
            "one environment looks a certificate up, another makes one",
            help: "give tags in every environment, or in none")
    }

    @Sendable private static func keys(_ run: inout CheckRun) {
        let encryption = run.spec.encryption
        let path = SpecPath.root["encryption"]
        guard encryption.mode == .existing else {
            for name in ["keys", "key_tags"] {
                reportMisplaced(&run, path[name], "add \"mode\": \"existing\", or remove it")
            }
            return
        }
        let global = run.spec.needsUSEast1 ? ["us-east-1"] : []
        for region in Set(run.regions.map(\.name) + global).sorted() {
            if let key = encryption.keys[region] {
                reportForeign(&run, key, region, path["keys"][region])
            } else if encryption.keyTags.isEmpty {
                run.report(
                    .vagueReference, path["keys"], "nothing names the key of \(region)",
                    with: [path["mode"]], help: "add \"\(region)\": \"alias/...\", or key_tags")
            }
        }
    }

    private static func reportForeign(
        _ run: inout CheckRun, _ key: String, _ region: String, _ path: SpecPath
    ) {
        guard key.hasPrefix("arn:") else { return }
        let arn = ResourceName(key)
        guard arn?.service != "kms" || arn?.region != region else { return }
        run.report(
            .vagueReference, path, "\"\(key)\" is no ARN of a key in \(region)",
            help: "it looks like arn:aws:kms:\(region):123456789012:key/...")
    }

    @Sendable private static func topics(_ run: inout CheckRun) {
        let notifications = run.spec.notifications
        let path = SpecPath.root["notifications"]
        guard notifications.mode == .existing else {
            return reportMisplaced(&run, path["topics"], "add \"mode\": \"existing\", or remove it")
        }
        for severity in NotificationsSpec.severities {
            let place = path["topics"][severity]
            guard let topic = notifications.topics[severity] else {
                run.report(
                    .vagueReference, path["topics"], "nothing names the topic \"\(severity)\"",
                    with: [path["mode"]], help: "critical, warning and info may be one and the same topic")
                continue
            }
            reportVague(
                &run, place,
                [("arn", topic.arn != nil), ("name", topic.name != nil), ("tags", !topic.tags.isEmpty)])
            guard let arn = topic.arn, ResourceName(arn)?.service != "sns" else { continue }
            run.report(
                .vagueReference, place["arn"], "\"\(arn)\" is no ARN of a topic",
                help: "it looks like arn:aws:sns:{region}:123456789012:alerts")
        }
        for name in ["email", "pagerduty"] where run.isWritten(path[name]) {
            run.report(
                .ineffectiveField, path[name], "existing topics keep their own subscribers", help: "remove it"
            )
        }
    }

    @Sendable private static func repositories(_ run: inout CheckRun) {
        guard let registry = run.spec.registry else { return }
        let path = SpecPath.root["registry"]["repositories"]
        guard registry.mode == .existing else {
            return reportMisplaced(&run, path, "add \"mode\": \"existing\", or remove it")
        }
        for (key, repository) in registry.repositories.sorted(by: { $0.key < $1.key }) {
            reportVague(
                &run, path[key], [("name", repository.name != nil), ("tags", !repository.tags.isEmpty)])
        }
    }

    /// Images of the form `registry:api`.
    @Sendable private static func images(_ run: inout CheckRun) {
        for service in run.spec.services {
            let path = service.path["image_repository"]
            let key = service.image.registryKey
            if let key, run.spec.registry?.repositories[key] == nil {
                let known = run.spec.registry?.repositories.keys.sorted() ?? []
                run.report(
                    .unknownRepository, path, "registry.repositories has no \"\(key)\"",
                    help: nearestName(to: key, among: known).map { "did you mean \"registry:\($0)\"?" }
                        ?? "add \"registry\": { \"mode\": \"existing\", \"repositories\": { \"\(key)\": ... } }"
                )
            }
            guard run.spec.terraform.layout == .workspaces,
                let first = run.environments.first?.spec.service(service.name),
                first.image.registryKey != key
            else { continue }
            run.report(
                .structuralOverride, path,
                "the image comes from another repository than in other environments",
                help: "override the name or the tags of the repository in registry.repositories")
        }
    }

    @Sendable private static func subnets(_ run: inout CheckRun) {
        for region in run.spec.regions where region.network.mode == .existing {
            let network = region.network
            for (name, ids) in network.existing.subnetIDs where run.isWritten(network.path[name + "_ids"]) {
                let path = network.path[name + "_ids"]
                if run.isWritten(network.path[name + "_tags"]) {
                    reportVague(&run, network.path, [(name + "_ids", true), (name + "_tags", true)])
                } else if ids.count < 2 {
                    run.report(
                        .vagueReference, path, "two subnets or more are needed, found \(ids.count)",
                        help: "name one in each of two zones")
                }
            }
        }
    }
}
