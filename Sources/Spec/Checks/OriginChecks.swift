extension SpecRule {
    /// E-CDN-01.
    static let cdnWithoutCertificate = error(
        "cdn-without-certificate", "E-CDN-01",
        "CloudFront without a hosted zone, a certificate or something to serve")

    /// E-CDN-04.
    static let ingressWithoutCDN = error(
        "ingress-without-cdn", "E-CDN-04", "a load balancer that admits CloudFront only, without CloudFront")

    /// E-CDN-05.
    static let unreachableHealthCheck = error(
        "unreachable-health-check", "E-CDN-05", "a health check that the load balancer does not admit")

    /// E-CDN-07.
    static let unreachableOrigin = error(
        "unreachable-origin", "E-CDN-07", "a load balancer that CloudFront cannot reach as it should")

    /// W-CDN-09.
    static let plainOrigin = warning(
        "plain-origin", "W-CDN-09", "traffic between CloudFront and the load balancer that is not encrypted")
}

/// Rules about what stands between CloudFront and the load balancers.
enum OriginChecks {
    static let rules: [SpecRule] = [
        .cdnWithoutCertificate, .ingressWithoutCDN, .unreachableHealthCheck, .unreachableOrigin, .plainOrigin,
    ]
    static let all: [Check] = [
        needs, ingress, healthCheck, internalLoadBalancer, originCertificate, plainOrigins,
    ]

    private static let path = SpecPath.root["cdn"]

    @Sendable private static func needs(_ run: inout CheckRun) {
        guard run.spec.cdn.isEnabled else { return }
        let enabled = path["enabled"]
        if run.spec.dns == nil {
            run.report(
                .cdnWithoutCertificate, enabled, "CloudFront needs dns.zone and a certificate",
                help: "add \"dns\": { \"zone\": ... }, with which a certificate comes")
        } else if run.spec.certificate == nil {
            run.report(
                .cdnWithoutCertificate, enabled, "CloudFront needs a certificate",
                with: [.root["certificate"]],
                help: "leave \"certificate\" out to get one for the zone")
        } else if !CertificateChecks.hasALB(run.spec) {
            run.report(
                .cdnWithoutCertificate, enabled,
                "there is no load balancer that CloudFront could stand before",
                help: "add a service with exposure \"alb\" or an application, or set cdn.enabled to false")
        }
    }

    @Sendable private static func ingress(_ run: inout CheckRun) {
        guard run.spec.loadBalancer.ingress == .cloudfront, !run.spec.cdn.isEnabled else { return }
        run.report(
            .ingressWithoutCDN, .root["load_balancer"]["ingress"], "\"cloudfront\" needs cdn.enabled",
            with: [path["enabled"]], help: "use \"cidr\", or enable the CDN")
    }

    @Sendable private static func healthCheck(_ run: inout CheckRun) {
        guard run.spec.dns != nil, run.spec.cdn.healthCheck.mode == "http" else { return }
        let mode = path["health_check"]["mode"]
        if run.spec.loadBalancer.ingress == .cloudfront {
            run.report(
                .unreachableHealthCheck, mode,
                "Route 53 cannot reach a load balancer that admits CloudFront only",
                with: [.root["load_balancer"]["ingress"]], help: "use \"alarm\"")
        } else if run.spec.cdn.isEnabled, run.spec.cdn.originVerify {
            run.report(
                .unreachableHealthCheck, mode,
                "a load balancer that admits only CloudFront's secret header refuses Route 53",
                with: [path["origin_verify"]], help: "use \"alarm\"")
        } else if run.spec.loadBalancer.isInternal, run.isWritten(mode) {
            run.report(
                .unreachableHealthCheck, mode, "Route 53 cannot reach an internal load balancer",
                with: [.root["load_balancer"]["internal"]], help: "use \"alarm\"")
        }
    }

    @Sendable private static func internalLoadBalancer(_ run: inout CheckRun) {
        guard run.spec.cdn.isEnabled, run.spec.loadBalancer.isInternal else { return }
        run.report(
            .unreachableOrigin, .root["load_balancer"]["internal"],
            "CloudFront cannot reach an internal load balancer",
            with: [path["enabled"]], help: "set cdn.enabled to false, or make the load balancer public")
    }

    /// CloudFront asks for `origin-<region>.<domain>` and the like, and checks the certificate against them.
    @Sendable private static func originCertificate(_ run: inout CheckRun) {
        let spec = run.spec
        guard spec.cdn.isEnabled, spec.cdn.originProtocol == "https-only", let domain = spec.dns?.domain
        else {
            return
        }
        guard let names = spec.certificate?.names, CertificateChecks.isCreated(run),
            DomainName.isLegal(domain)
        else { return }
        let application = spec.application?.paths.isEmpty == false ? ["origin-app.\(domain)"] : []
        let hosts = run.regions.map { "origin-\($0.name).\(domain)" } + ["origin.\(domain)"] + application
        guard let missing = hosts.first(where: { !DomainName.isCovered($0, by: names) }) else { return }
        let place = SpecPath.root["certificate"]["subject_alternative_names"]
        run.reportSentence(
            .unreachableOrigin, place,
            "the certificate does not cover \(missing), by which CloudFront reaches the load balancer",
            with: [path["origin_protocol"]], help: "add \"*.\(domain)\"")
    }

    @Sendable private static func plainOrigins(_ run: inout CheckRun) {
        guard run.spec.cdn.isEnabled, run.spec.cdn.originProtocol == "http-only" else { return }
        run.report(
            .plainOrigin, path["origin_protocol"],
            "traffic between CloudFront and the load balancer is not encrypted",
            help: "use \"https-only\"; without it the load balancers serve port 80 alone")
    }
}
