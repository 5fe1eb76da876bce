import Diagnostics

extension SpecRule {
    /// W-TLS-01.
    static let missingCertificate = warning(
        "missing-certificate", "W-TLS-01", "load balancers that speak HTTP only, for want of a certificate")

    /// E-TLS-02.
    static let uncoveredName = error(
        "uncovered-name", "E-TLS-02", "a host or alias that no name of the certificate covers")

    /// E-TLS-03.
    static let foreignCertificate = error(
        "foreign-certificate", "E-TLS-03", "an ARN that is not that of a certificate in its region")

    /// E-TLS-04.
    static let missingCDNCertificate = error(
        "missing-cdn-certificate", "E-TLS-04",
        "existing certificates without one in us-east-1, where CloudFront looks")

    /// E-TLS-05.
    static let weakTLSPolicy = error(
        "weak-tls-policy", "E-TLS-05", "a TLS policy that allows TLS 1.0 or 1.1, or that does not exist")

    /// E-TLS-06.
    static let excessiveCertificateNames = error(
        "excessive-certificate-names", "E-TLS-06", "a certificate with more names than ACM's default quota")
}

/// Rules about certificates and TLS.
enum CertificateChecks {
    static let rules: [SpecRule] = [
        .missingCertificate, .uncoveredName, .foreignCertificate, .missingCDNCertificate, .weakTLSPolicy,
        .excessiveCertificateNames,
    ]
    static let all: [Check] = [
        certificateGiven, zoneGiven, tlsListeners, hostsCovered, existingARNs, cdnCertificate, tlsPolicy,
        nameCount,
    ]

    /// Whether an application load balancer serves anything.
    static func hasALB(_ spec: InfrastructureSpec) -> Bool {
        spec.services.contains(where: \.isOnALB) || spec.application != nil
    }

    /// Whether infragen makes the certificate, so that its names are known.
    static func isCreated(_ run: CheckRun) -> Bool {
        guard let certificate = run.spec.certificate, certificate.existingTags.isEmpty else { return false }
        return run.regions.contains { certificate.existingARNs[$0.name] == nil }
    }

    @Sendable private static func certificateGiven(_ run: inout CheckRun) {
        guard hasALB(run.spec), run.spec.certificate == nil else { return }
        run.reportSentence(
            .missingCertificate, .root["certificate"],
            "no certificate: the load balancer listens on port 80 without TLS",
            help: run.spec.dns == nil
                ? "add \"dns\": { \"zone\": ... }, with which a certificate comes"
                : "leave \"certificate\" out to get one for the zone")
    }

    @Sendable private static func zoneGiven(_ run: inout CheckRun) {
        guard run.spec.certificate != nil, run.spec.dns == nil, isCreated(run) else { return }
        run.report(
            .missingField, .root["certificate"],
            "a certificate is validated in a hosted zone, and dns is not given",
            help: "add \"dns\": { \"zone\": ... }, or existing_arns for every region")
    }

    @Sendable private static func tlsListeners(_ run: inout CheckRun) {
        guard run.spec.certificate == nil else { return }
        for service in run.spec.services
        where service.exposure == .nlb && service.listener.networkProtocol == "TLS" {
            run.report(
                .missingField, service.path["protocol"], "\"TLS\" needs a certificate",
                help: "add \"dns\": { \"zone\": ... }, with which a certificate comes")
        }
    }

    @Sendable private static func hostsCovered(_ run: inout CheckRun) {
        guard let names = run.spec.certificate?.names, isCreated(run) else { return }
        for service in run.spec.services where service.isOnALB {
            for (index, host) in service.routing.hosts.enumerated() {
                let path = service.path["routing"]["hosts"][index]
                reportUncovered(&run, host, names, path)
            }
        }
    }

    /// Says that no name of the certificate covers a host.
    static func reportUncovered(_ run: inout CheckRun, _ host: String, _ names: [String], _ path: SpecPath) {
        let isPattern =
            host.contains("?") || host.dropFirst(2).contains("*")
            || host.hasPrefix("*") && !host.hasPrefix("*.")
        guard !isPattern, DomainName.isLegal(host, wildcard: true), !DomainName.isCovered(host, by: names)
        else { return }
        // A name outside of the zone cannot be in the certificate either; another rule says so.
        guard run.spec.dns.map({ DomainName.isInside(host, zone: $0.zone) }) ?? true else { return }
        run.reportSentence(
            .uncoveredName, path, "\(path): \"\(host)\" is not covered by \(names.joined(separator: ", "))",
            with: [.root["certificate"]["domain_name"], .root["certificate"]["subject_alternative_names"]],
            help: help(host, run))
    }

    /// What to do about a name that is not covered; often it is that of production, given for all.
    private static func help(_ host: String, _ run: CheckRun) -> String {
        guard let dns = run.spec.dns, dns.domain != dns.zone, !DomainName.isInside(host, zone: dns.domain)
        else { return "add it to certificate.subject_alternative_names; a wildcard covers one label" }
        let end = host.lowercased() == dns.zone.lowercased() ? "" : String(host.dropLast(dns.zone.count))
        return "write \"\(end){domain}\", which ends in \(dns.domain) here, or override it in the environment"
    }

    @Sendable private static func existingARNs(_ run: inout CheckRun) {
        guard let certificate = run.spec.certificate else { return }
        let known = run.spec.regions.map(\.name) + ["us-east-1"]
        for (region, text) in certificate.existingARNs.sorted(by: { $0.key < $1.key }) {
            let path = SpecPath.root["certificate"]["existing_arns"][region]
            guard let arn = ResourceName(text), arn.service == "acm", arn.resource.hasPrefix("certificate/")
            else {
                run.report(
                    .foreignCertificate, path, "\"\(text)\" is no ARN of a certificate",
                    help: "it looks like arn:aws:acm:\(region):123456789012:certificate/...")
                continue
            }
            if arn.region != region {
                run.reportSentence(
                    .foreignCertificate, path, "\(path) is an ARN of \(arn.region)",
                    help: "load balancers take certificates of their own region only")
            } else if !known.contains(region) {
                run.report(
                    .undeclaredRegion, path, "\"\(region)\" is not in regions", onKey: true, help: "remove it"
                )
            }
        }
    }

    @Sendable private static func cdnCertificate(_ run: inout CheckRun) {
        guard run.spec.cdn.isEnabled, let arns = run.spec.certificate?.existingARNs else { return }
        guard !arns.isEmpty, arns["us-east-1"] == nil else { return }
        run.report(
            .missingCDNCertificate, .root["certificate"]["existing_arns"],
            "CloudFront needs a certificate in us-east-1, and there is none here",
            help: "add the ARN of one in us-east-1")
    }

    @Sendable private static func tlsPolicy(_ run: inout CheckRun) {
        let policy = run.spec.loadBalancer.sslPolicy
        let path = SpecPath.root["load_balancer"]["ssl_policy"]
        switch TLSPolicy.weakness(of: policy) {
        case .none: return
        case .some(.old(let version)):
            run.report(
                .weakTLSPolicy, path, "\"\(policy)\" allows \(version)",
                help: "use \"ELBSecurityPolicy-TLS13-1-2-2021-06\"")
        case .some(.unknown):
            let nearest = nearestName(to: policy, among: TLSPolicy.recommended)
            run.report(
                .weakTLSPolicy, path, "\"\(policy)\" is no TLS policy of load balancers",
                help: nearest.map { "did you mean \"\($0)\"?" }
                    ?? "use \"ELBSecurityPolicy-TLS13-1-2-2021-06\"")
        }
    }

    @Sendable private static func nameCount(_ run: inout CheckRun) {
        guard let certificate = run.spec.certificate, isCreated(run), certificate.names.count > 10 else {
            return
        }
        run.reportSentence(
            .excessiveCertificateNames, .root["certificate"]["subject_alternative_names"],
            "certificate: \(certificate.names.count) names, the default quota is 10",
            help: "cover several hosts with a wildcard such as *.example.com")
    }
}

/// The TLS policies of load balancers, as far as their names tell.
enum TLSPolicy {
    /// What is wrong with a policy.
    enum Weakness: Sendable {
        /// It allows an old version of TLS.
        case old(String)

        /// No policy has such a name.
        case unknown
    }

    /// Policies without TLS 1.0 and 1.1, for suggestions.
    static let recommended = [
        "ELBSecurityPolicy-TLS13-1-2-2021-06", "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
        "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06", "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06",
        "ELBSecurityPolicy-TLS13-1-3-2021-06", "ELBSecurityPolicy-TLS-1-2-2017-01",
        "ELBSecurityPolicy-TLS-1-2-Ext-2018-06", "ELBSecurityPolicy-FS-1-2-2019-08",
        "ELBSecurityPolicy-FS-1-2-Res-2019-08", "ELBSecurityPolicy-FS-1-2-Res-2020-10",
    ]

    /// What is wrong with a policy; nil when nothing is.
    ///
    /// The names say the lowest version (`TLS13-1-2`, `FS-1-1`); the oldest ones say nothing and allow all.
    static func weakness(of policy: String) -> Weakness? {
        let start = "ELBSecurityPolicy-"
        guard policy.hasPrefix(start) else { return .unknown }
        let name = policy.dropFirst(start.count)
        if ["2016-08", "2015-05", "FS-2018-06"].contains(String(name)) { return .old("TLS 1.0") }
        for family in ["TLS13-1-", "TLS-1-", "FS-1-"] where name.hasPrefix(family) {
            let rest = name.dropFirst(family.count)
            guard isPlausible(rest) else { return .unknown }
            switch rest.first {
            case "0": return .old("TLS 1.0")
            case "1": return .old("TLS 1.1")
            case "2", "3": return nil
            default: return .unknown
            }
        }
        return .unknown
    }

    /// Whether the end of a name is made as AWS makes them: `2-Ext1-2021-06`.
    private static func isPlausible(_ rest: Substring) -> Bool {
        let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0].count == 1 else { return false }
        let year = parts[parts.count - 2]
        let month = parts[parts.count - 1]
        let words: Set<Substring> = ["Res", "Ext", "Ext0", "Ext1", "Ext2", "FIPS", "PQ"]
        guard parts[1..<(parts.count - 2)].allSatisfy(words.contains) else { return false }
        return year.count == 4 && Int(year) != nil && month.count == 2 && Int(month) != nil
    }
}
