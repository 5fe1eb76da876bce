import Diagnostics

extension SpecRule {
    /// E-CDN-02.
    static let illegalAlias = error(
        "illegal-alias", "E-CDN-02",
        "a public name that is given twice, outside of the zone or not in the certificate")

    /// E-CDN-03.
    static let illegalFailoverCode = error(
        "illegal-failover-code", "E-CDN-03", "a status code on which CloudFront cannot fail over")

    /// E-CDN-06.
    static let reversedCacheTTL = error(
        "reversed-cache-ttl", "E-CDN-06", "cache lifetimes that are not in the order min, default, max")

    /// W-CDN-08.
    static let costlyWebACL = warning(
        "costly-web-acl", "W-CDN-08", "firewall rules beyond the capacity that is included in the price")

    /// W-CDN-10.
    static let failoverOnMissingPage = warning(
        "failover-on-missing-page", "W-CDN-10", "failover on answers that missing pages get")

    /// E-CDN-11.
    static let excessiveBehaviors = error(
        "excessive-behaviors", "E-CDN-11",
        "more path patterns than a distribution has behaviors, or one twice")

    /// A list of countries that is empty, or that nothing uses; CloudFront refuses both.
    static let illegalGeoRestriction = error(
        "illegal-geo-restriction", "", "a restriction to no countries, or countries without a restriction")

    /// A rule group that AWS does not have, or two with one priority.
    static let illegalRuleGroup = error(
        "illegal-rule-group", "", "a managed rule group that AWS does not have, or two with one priority")
}

/// Rules about what CloudFront serves.
enum CDNChecks {
    static let rules: [SpecRule] = [
        .illegalAlias, .illegalFailoverCode, .reversedCacheTTL, .costlyWebACL, .failoverOnMissingPage,
        .excessiveBehaviors, .illegalRuleGroup, .illegalGeoRestriction,
    ]
    static let all: [Check] = [
        aliases, cacheTTL, ruleGroups, webACLCapacity, missingPages, behaviors, originNames, geoRestriction,
    ]

    private static let path = SpecPath.root["cdn"]

    @Sendable private static func aliases(_ run: inout CheckRun) {
        guard let zone = run.spec.dns?.zone else { return }
        let aliases = run.spec.cdn.aliases
        for (index, alias) in aliases.enumerated() {
            let place = path["aliases"][index]
            guard DNSChecks.isWorthJudging(run, place),
                DNSChecks.reportIllegal(&run, alias, place, wildcard: true)
            else { continue }
            if aliases.firstIndex(of: alias) != index {
                run.report(.illegalAlias, place, "\"\(alias)\" is there twice", help: "remove one of the two")
            } else if !DomainName.isInside(
                alias.hasPrefix("*.") ? String(alias.dropFirst(2)) : alias, zone: zone)
            {
                run.report(
                    .illegalAlias, place, "\"\(alias)\" is not in the zone \(zone)",
                    with: [.root["dns"]["zone"]],
                    help: "use a name that ends in .\(zone)")
            } else if let names = run.spec.certificate?.names, CertificateChecks.isCreated(run),
                SharedNameChecks.owners(of: alias, run.environments).count < 2
            {
                CertificateChecks.reportUncovered(&run, alias, names, place)
            }
        }
    }

    @Sendable private static func cacheTTL(_ run: inout CheckRun) {
        let ttl = run.spec.cdn.cacheTTL
        let place = path["cache_ttl"]
        let pairs = [("min", ttl.min, "default", ttl.standard), ("default", ttl.standard, "max", ttl.max)]
        for (low, lowValue, high, highValue) in pairs where lowValue > highValue {
            run.reportSentence(
                .reversedCacheTTL, place[low], "\(place): \(low) \(lowValue) is above \(high) \(highValue)",
                with: [place[high]], help: "order them: min, default, max")
        }
    }

    @Sendable private static func geoRestriction(_ run: inout CheckRun) {
        let restriction = run.spec.cdn.geoRestriction
        let place = path["geo_restriction"]
        if restriction.type != "none", restriction.locations.isEmpty {
            run.report(
                .illegalGeoRestriction, place["type"], "\(restriction.type) of no countries",
                help: "add \"locations\": [\"DE\", ...]")
        } else if restriction.type == "none", !restriction.locations.isEmpty {
            run.report(
                .illegalGeoRestriction, place["locations"],
                "nothing is restricted, so the countries do nothing",
                help: "add \"type\": \"whitelist\" or \"blacklist\"")
        }
    }

    @Sendable private static func ruleGroups(_ run: inout CheckRun) {
        let groups = run.spec.cdn.waf.extraRuleGroups.sorted { $0.key < $1.key }
        var owners: [Int: String] = [:]
        for (name, priority) in groups {
            let place = path["waf"]["extra_rule_groups"][name]
            if WebACLTable.standard.contains(name) {
                run.report(
                    .illegalRuleGroup, place, "the group is in use already", onKey: true, help: "remove it")
            } else if WebACLTable.capacity(of: name) == nil {
                let nearest = nearestName(to: name, among: WebACLTable.names)
                run.report(
                    .illegalRuleGroup, place, "AWS has no managed rule group of this name", onKey: true,
                    help: nearest.map { "did you mean \"\($0)\"?" }
                        ?? "use \(WebACLTable.names.joined(separator: ", "))")
            }
            if let other = owners[priority] {
                run.reportSentence(
                    .illegalRuleGroup, place,
                    "\(path["waf"]): \(other) and \(name) share the priority \(priority)",
                    with: [path["waf"]["extra_rule_groups"][other]], help: "give one of them another priority"
                )
            }
            owners[priority] = owners[priority] ?? name
        }
    }

    @Sendable private static func webACLCapacity(_ run: inout CheckRun) {
        guard run.spec.cdn.isEnabled else { return }
        let groups = run.spec.cdn.waf.extraRuleGroups.keys
        let capacity = groups.reduce(WebACLTable.standardCapacity) {
            $0 + (WebACLTable.capacity(of: $1) ?? 0)
        }
        guard capacity > WebACLTable.includedCapacity else { return }
        run.report(
            .costlyWebACL, path["waf"]["extra_rule_groups"],
            "the web ACL needs about \(capacity) capacity units, \(WebACLTable.includedCapacity) are included",
            help: "AWS charges more for every request beyond; use fewer groups")
    }

    @Sendable private static func missingPages(_ run: inout CheckRun) {
        guard run.spec.cdn.isEnabled, !run.spec.secondaries.isEmpty else { return }
        for (index, code) in run.spec.cdn.failoverStatusCodes.enumerated() where [403, 404].contains(code) {
            run.report(
                .failoverOnMissingPage, path["failover_status_codes"][index],
                "every request that gets \(code) is asked twice", help: "leave 403 and 404 out")
        }
    }

    /// The path patterns of the distribution, in the order of its behaviors.
    private static func patterns(_ spec: InfrastructureSpec) -> [(pattern: String, path: SpecPath)] {
        let cdn = spec.cdn
        let site = cdn.staticSite.isEnabled ? [(cdn.staticSite.path, path["static_site"]["path"])] : []
        let origins = cdn.extraOrigins.sorted { $0.key < $1.key }.flatMap { name, origin in
            origin.pathPatterns.enumerated().map { ($1, path["extra_origins"][name]["path_patterns"][$0]) }
        }
        // Beside services the application gets the paths that it names, else everything.
        let names = spec.services.contains(where: \.isOnALB) ? spec.application?.paths ?? [] : []
        let application = names.enumerated().map { ($1, SpecPath.root["application"]["paths"][$0]) }
        return site + origins + application
            + cdn.dynamicPaths.enumerated().map { ($1, path["dynamic_paths"][$0]) }
    }

    @Sendable private static func behaviors(_ run: inout CheckRun) {
        guard run.spec.cdn.isEnabled else { return }
        let patterns = patterns(run.spec)
        if patterns.count > 75 {
            run.reportSentence(
                .excessiveBehaviors, path["dynamic_paths"],
                "cdn: \(patterns.count) path patterns, the default quota of a distribution is 75 behaviors",
                help: "merge them with wildcards, or set default_methods to \"all\"")
        }
        var places: [String: SpecPath] = [:]
        for (pattern, place) in patterns {
            if let problem = RoutingChecks.problem(withPath: pattern) {
                guard run.isWritten(place) else { continue }
                run.report(.illegalCondition, place, "\"\(pattern)\" \(problem.0)", help: problem.help)
            } else if let other = places[pattern] {
                run.report(
                    .excessiveBehaviors, place, "\"\(pattern)\" has a behavior already", with: [other],
                    help: "remove one of the two")
            }
            places[pattern] = places[pattern] ?? place
        }
    }

    @Sendable private static func originNames(_ run: inout CheckRun) {
        for (name, origin) in run.spec.cdn.extraOrigins.sorted(by: { $0.key < $1.key }) {
            DNSChecks.reportIllegal(&run, origin.domainName, path["extra_origins"][name]["domain_name"])
        }
    }
}
