extension SpecRule {
    /// E-DNS-01.
    static let illegalDomainName = error("illegal-domain-name", "E-DNS-01", "a text that is no domain name")

    /// E-DNS-02.
    static let nameOutsideZone = error(
        "name-outside-zone", "E-DNS-02", "a host or certificate name that is not in the hosted zone")
}

/// Rules about names in DNS.
enum DNSChecks {
    static let rules: [SpecRule] = [.illegalDomainName, .nameOutsideZone]
    static let all: [Check] = [zone, certificateNames, hosts]

    @Sendable private static func zone(_ run: inout CheckRun) {
        guard let zone = run.spec.dns?.zone else { return }
        let path = SpecPath.root["dns"]
        guard reportIllegal(&run, zone, path["zone"]) else { return }
        guard let domain = run.spec.dns?.domain, domain != zone, run.isWritten(path["domain"]) else { return }
        if reportIllegal(&run, domain, path["domain"]) { reportOutside(&run, domain, path["domain"]) }
    }

    /// Says that a text is no domain name; whether it is one.
    @discardableResult
    static func reportIllegal(
        _ run: inout CheckRun, _ name: String, _ path: SpecPath, wildcard: Bool = false
    ) -> Bool {
        guard !DomainName.isLegal(name, wildcard: wildcard) else { return true }
        run.report(
            .illegalDomainName, path, "\"\(name)\" is not a domain name",
            help: "use labels of letters, digits and hyphens, such as www.example.com")
        return false
    }

    @Sendable private static func certificateNames(_ run: inout CheckRun) {
        guard let certificate = run.spec.certificate else { return }
        let path = SpecPath.root["certificate"]
        let places =
            [path["domain_name"]]
            + certificate.subjectAlternativeNames.indices.map { path["subject_alternative_names"][$0] }
        for (name, place) in zip(certificate.names, places) {
            // A name that is derived from a zone that is none says nothing new.
            guard isWorthJudging(run, place), reportIllegal(&run, name, place, wildcard: true) else {
                continue
            }
            reportOutside(&run, name, place)
        }
    }

    /// Whether a name was written, or derived from a zone that can be one.
    static func isWorthJudging(_ run: CheckRun, _ path: SpecPath) -> Bool {
        run.isWritten(path)
            || run.spec.dns.map {
                DomainName.isLegal($0.zone) && DomainName.isInside($0.domain, zone: $0.zone)
            } ?? false
    }

    private static func reportOutside(_ run: inout CheckRun, _ name: String, _ path: SpecPath) {
        guard let zone = run.spec.dns?.zone, DomainName.isLegal(zone) else { return }
        let bare = name.hasPrefix("*.") ? String(name.dropFirst(2)) : name
        guard !DomainName.isInside(bare, zone: zone) else { return }
        run.report(
            .nameOutsideZone, path, "\"\(name)\" is not in the zone \(zone)", with: [.root["dns"]["zone"]],
            help: "use a name that ends in .\(zone)")
    }

    @Sendable private static func hosts(_ run: inout CheckRun) {
        for service in run.spec.services where service.isOnALB {
            for (index, host) in service.routing.hosts.enumerated() {
                let path = service.path["routing"]["hosts"][index]
                let isPattern = host.contains("*") || host.contains("?")
                guard isPattern || reportIllegal(&run, host, path) else { continue }
                // A wildcard may stand for a name in the zone; only its plain end can be judged.
                if !isPattern
                    || host.hasPrefix("*.") && !host.dropFirst(2).contains("*") && !host.contains("?")
                {
                    reportOutside(&run, host, path)
                }
            }
        }
    }
}
