import JSON

extension SpecRule {
    /// A name in DNS leads to one environment.
    static let sharedDomain = error(
        "shared-domain", "", "environments that would write the same records into one hosted zone")

    /// CloudFront gives an alias to one distribution in the world.
    static let sharedAlias = error(
        "shared-alias", "", "an alias of several environments, which CloudFront admits once")
}

/// Rules about public names that several environments would have.
enum SharedNameChecks {
    static let rules: [SpecRule] = [.sharedDomain, .sharedAlias]
    static let once: [Check] = [domains, aliases]

    /// The environments whose distribution would answer to an alias.
    static func owners(of alias: String, _ environments: [EnvironmentSpec]) -> [String] {
        environments.filter { environment in
            guard let zone = environment.spec.dns?.zone, CertificateChecks.hasALB(environment.spec) else {
                return false
            }
            return DomainName.isInside(alias.hasPrefix("*.") ? String(alias.dropFirst(2)) : alias, zone: zone)
                && environment.spec.cdn.aliases.contains { $0.lowercased() == alias.lowercased() }
        }.map(\.name)
    }

    /// Every environment has the records `origin.<domain>` and the like.
    @Sendable private static func domains(_ run: inout CheckRun) {
        let domains = run.environments.compactMap { environment in
            environment.spec.dns.flatMap { dns in
                CertificateChecks.hasALB(environment.spec) && DomainName.isInside(dns.domain, zone: dns.zone)
                    ? (name: environment.name, domain: dns.domain.lowercased()) : nil
            }
        }
        for (index, entry) in domains.enumerated()
        where domains.firstIndex(where: { $0.domain == entry.domain }) == index {
            let names = domains.filter { $0.domain == entry.domain }.map(\.name)
            guard names.count > 1 else { continue }
            let place = SpecPath.root["dns"]
            run.reportSentence(
                .sharedDomain, place["domain"],
                "environments \(list(names)) would write the same records for \(entry.domain)",
                with: [place["zone"]],
                help: "give \(names[0]) a domain of its own: \"overrides\": "
                    + "{ \"dns\": { \"domain\": \"\(names[0]).\(entry.domain)\" } }")
        }
    }

    @Sendable private static func aliases(_ run: inout CheckRun) {
        var told: Set<String> = []
        for alias in run.environments.flatMap(\.spec.cdn.aliases)
        where told.insert(alias.lowercased()).inserted {
            let names = owners(of: alias, run.environments)
            let place = place(of: alias, names, run)
            // An alias that nobody wrote comes from a domain that is shared, of which another rule tells.
            guard names.count > 1, DomainName.isLegal(alias, wildcard: true), run.isWritten(place) else {
                continue
            }
            run.reportSentence(
                .sharedAlias, place,
                "environments \(list(names)) share the alias \"\(alias)\", which CloudFront admits once",
                help: help(alias, names, run))
        }
    }

    private static func help(_ alias: String, _ names: [String], _ run: CheckRun) -> String {
        let zones = run.environments.compactMap(\.spec.dns?.zone)
        let zone = zones.first { DomainName.isInside(alias.lowercased(), zone: $0.lowercased()) }
        guard let zone, Set(run.environments.compactMap(\.spec.dns?.domain)).count == run.environments.count
        else {
            return "override cdn.aliases in \(names[0])"
        }
        return "write \"\(alias.dropLast(zone.count)){domain}\", which is another name in each environment, "
            + "or override cdn.aliases"
    }

    /// Where the alias is written: in the spec itself, or in the overrides of one of its environments.
    private static func place(of alias: String, _ names: [String], _ run: CheckRun) -> SpecPath {
        let base = SpecPath.root["cdn"]["aliases"]
        let overrides = names.map { SpecPath.root["environments"][$0]["overrides"]["cdn"]["aliases"] }
        for list in [base] + overrides {
            let elements = run.spec.value(at: list)?.elements ?? []
            if let index = elements.firstIndex(where: { $0.string == alias }) { return list[index] }
        }
        return base
    }

    private static func list(_ names: [String]) -> String { names.joined(separator: ", ", last: " and ") }
}
