import Diagnostics

extension SpecRule {
    /// No region, or more than Aurora can serve.
    static let illegalRegionCount = error("illegal-region-count", "", "no region, or more than eleven")

    /// E-REG-01.
    static let unknownRegion = error("unknown-region", "E-REG-01", "a region that AWS does not have")

    /// E-REG-02.
    static let duplicateRegion = error("duplicate-region", "E-REG-02", "a region that is listed twice")

    /// E-REG-03.
    static let ambiguousPrimary = error(
        "ambiguous-primary", "E-REG-03", "no primary region, or more than one")

    /// W-REG-04.
    static let optInRegion = warning(
        "opt-in-region", "W-REG-04", "a region that an account must enable before it can use it")
}

/// Rules about regions.
enum RegionChecks {
    static let rules: [SpecRule] = [
        .illegalRegionCount, .unknownRegion, .duplicateRegion, .ambiguousPrimary, .optInRegion,
    ]
    static let once: [Check] = [knownRegions, distinctRegions, onePrimary, optInRegions, backendRegion]
    static let all: [Check] = [regionKeys]

    @Sendable private static func knownRegions(_ run: inout CheckRun) {
        for region in run.spec.regions { reportUnknown(&run, region.name, region.path["name"]) }
    }

    @Sendable private static func backendRegion(_ run: inout CheckRun) {
        let path = SpecPath.root["backend"]["region"]
        guard let backend = run.spec.backend, run.isWritten(path) else { return }
        reportUnknown(&run, backend.region, path)
    }

    private static func reportUnknown(_ run: inout CheckRun, _ name: String, _ path: SpecPath) {
        guard RegionTable.facts(of: name) == nil else { return }
        if name.hasPrefix("us-gov-") || name.hasPrefix("cn-") {
            run.report(
                .unknownRegion, path, "\"\(name)\" is in another partition of AWS",
                help: "GovCloud and China have no CloudFront in the same form; infragen does not render them")
        } else if !run.options.allowsUnknownRegions {
            let nearest = nearestName(to: name, among: RegionTable.all.map(\.name))
            run.report(
                .unknownRegion, path, "unknown region \"\(name)\"",
                help: nearest.map { "did you mean \"\($0)\"?" }
                    ?? "a region newer than this infragen is accepted with --allow-unknown-region")
        }
    }

    @Sendable private static func distinctRegions(_ run: inout CheckRun) {
        for (index, region) in run.spec.regions.enumerated() {
            guard let first = run.spec.regions.firstIndex(where: { $0.name == region.name }), first < index
            else {
                continue
            }
            run.reportSentence(
                .duplicateRegion, region.path["name"], "regions: \(region.name) appears twice",
                with: [run.spec.regions[first].path["name"]], help: "remove one of the two")
        }
    }

    @Sendable private static func onePrimary(_ run: inout CheckRun) {
        let primaries = run.spec.regions.filter { $0.role == .primary }
        guard primaries.count != 1 else { return }
        let path = primaries.count > 1 ? primaries[1].path["role"] : .root["regions"]
        run.reportSentence(
            .ambiguousPrimary, path,
            "regions: exactly one region needs role \"primary\", found \(primaries.count)",
            with: primaries.prefix(1).map { $0.path["role"] },
            help: primaries.isEmpty
                ? "give one of them the role \"primary\"" : "give the others the role \"secondary\"")
    }

    @Sendable private static func optInRegions(_ run: inout CheckRun) {
        for region in run.spec.regions where RegionTable.facts(of: region.name)?.isOptIn == true {
            run.report(
                .optInRegion, region.path["name"], "\(region.name) must be enabled in the account before use",
                help: "enable it under \"AWS Regions\" of the account, then accept this with \"ignore\"")
        }
    }

    /// Maps by region name only regions of the spec.
    @Sendable private static func regionKeys(_ run: inout CheckRun) {
        let known = run.spec.regions.map(\.name)
        let path = SpecPath.root["load_balancer"]["web_acl_arns"]
        for name in run.spec.loadBalancer.webACLARNs.keys.sorted() where !known.contains(name) {
            run.report(
                .undeclaredRegion, path[name], "\"\(name)\" is not in regions", onKey: true, help: "remove it"
            )
        }
        for service in run.spec.services {
            let counts = service.path["region_desired_count"]
            for name in service.regionDesiredCount.keys.sorted() where !known.contains(name) {
                let nearest = nearestName(to: name, among: known)
                run.report(
                    .undeclaredRegion, counts[name], "\"\(name)\" is not in regions", onKey: true,
                    help: nearest.map { "did you mean \"\($0)\"?" } ?? "remove it")
            }
        }
    }
}
