import Diagnostics

extension SpecRule {
    /// E-GEN-02.
    static let unknownField = error("unknown-field", "E-GEN-02", "a field that the spec does not have")

    /// E-GEN-04.
    static let wrongType = error("wrong-type", "E-GEN-04", "a value of the wrong JSON type")

    /// E-GEN-05.
    static let missingField = error("missing-field", "E-GEN-05", "a field that must be there and is not")

    /// E-GEN-06.
    static let numberOutOfRange = error(
        "number-out-of-range", "E-GEN-06", "a number that is not whole, not finite or out of its bounds")

    /// E-GEN-07.
    static let unknownSchemaVersion = error(
        "unknown-schema-version", "E-GEN-07",
        "a version of the spec's format that this infragen does not know")

    /// E-GEN-08; `${` and `%{` need no rule, since templates escape every value.
    static let controlCharacter = error("control-character", "E-GEN-08", "a text with control characters")

    /// W-GEN-09.
    static let ineffectiveField = warning(
        "ineffective-field", "W-GEN-09", "a field that has no effect beside the others",
        inEveryEnvironment: true)

    /// A word where there are only a few to choose from.
    static let unknownChoice = error("unknown-choice", "", "a word that is none of the choices")

    /// An id in `ignore` that is no warning.
    static let unknownRule = error("unknown-rule", "", "an id to ignore that is not that of a warning")

    /// A file of a size that no spec has.
    static let oversizedSpec = error("oversized-spec", "", "a file too large to be a spec")
}

/// Rules about the spec as a whole.
enum GeneralChecks {
    static let rules: [SpecRule] = [
        .unknownField, .wrongType, .missingField, .numberOutOfRange, .unknownSchemaVersion, .controlCharacter,
        .ineffectiveField, .unknownChoice, .unknownRule, .oversizedSpec,
    ]
    static let once: [Check] = [schemaVersion, ignoredRules]
    static let all: [Check] = [
        unusedCDN, unusedIngress, unusedLockTable, unusedNetworkFields, unusedServiceFields,
        unusedLoadBalancer,
    ]

    @Sendable private static func schemaVersion(_ run: inout CheckRun) {
        guard run.spec.schemaVersion > InfrastructureSpec.knownSchemaVersion else { return }
        run.reportSentence(
            .unknownSchemaVersion, .root["schema_version"],
            "schema_version \(run.spec.schemaVersion) is newer than this infragen understands"
                + " (\(InfrastructureSpec.knownSchemaVersion))", help: "use a newer infragen")
    }

    @Sendable private static func ignoredRules(_ run: inout CheckRun) {
        let warnings = SpecRule.all.filter { $0.severity == .warning }
        for (index, id) in run.spec.ignoredRules.enumerated() where !warnings.contains(where: { $0.id == id })
        {
            let path = SpecPath.root["ignore"][index]
            if SpecRule.all.contains(where: { $0.id == id }) {
                run.report(
                    .unknownRule, path, "\"\(id)\" is an error, which cannot be ignored",
                    help: "correct what it finds; only warnings can be accepted")
                continue
            }
            let byCode = warnings.first { $0.code == id }?.id
            let nearest = byCode ?? nearestName(to: id, among: warnings.map(\.id))
            run.report(
                .unknownRule, path, "there is no warning \"\(id)\"",
                help: nearest.map { "did you mean \"\($0)\"?" }
                    ?? "the id of a warning stands in brackets behind it")
        }
    }

    /// Says that a field does nothing.
    private static func reportUnused(_ run: inout CheckRun, _ path: SpecPath, _ reason: String) {
        guard run.isWritten(path) else { return }
        run.reportSentence(.ineffectiveField, path, "\(path) has no effect \(reason)", help: "remove it")
    }

    @Sendable private static func unusedCDN(_ run: inout CheckRun) {
        guard !run.spec.cdn.isEnabled else { return }
        let names = [
            "origin_protocol", "origin_verify", "failover_status_codes", "default_methods", "dynamic_paths",
            "cache_ttl", "static_site", "extra_origins", "price_class", "geo_restriction", "waf",
        ]
        for name in names { reportUnused(&run, .root["cdn"][name], "while cdn.enabled is false") }
    }

    @Sendable private static func unusedIngress(_ run: inout CheckRun) {
        let usesNLB = run.spec.services.contains { $0.exposure == .nlb }
        guard run.spec.loadBalancer.ingress == .cloudfront, !usesNLB else { return }
        reportUnused(
            &run, .root["load_balancer"]["ingress_cidrs"], "while load_balancer.ingress is \"cloudfront\"")
    }

    @Sendable private static func unusedLockTable(_ run: inout CheckRun) {
        guard run.spec.backend?.locking == .s3 else { return }
        reportUnused(&run, .root["backend"]["lock_table"], "while backend.locking is \"s3\"")
    }

    @Sendable private static func unusedNetworkFields(_ run: inout CheckRun) {
        for region in run.spec.regions {
            let network = region.network
            if network.mode == .existing {
                let names = [
                    "preset", "vpc_cidr", "azs", "public_subnets", "private_subnets", "database_subnets",
                    "nat",
                    "single_nat_gateway", "network_acls", "flow_logs", "gateway_endpoints",
                    "interface_endpoints",
                ]
                for name in names { reportUnused(&run, network.path[name], "in an existing network") }
                continue
            }
            if !network.nat {
                reportUnused(&run, network.path["single_nat_gateway"], "while nat is false")
            }
            if !network.flowLogs {
                reportUnused(&run, network.path["flow_log_retention_days"], "while flow_logs is false")
            }
            guard !network.networkACLs else { continue }
            for name in ["public_acl_rules", "private_acl_rules"] {
                reportUnused(&run, network.path[name], "while network_acls is false")
            }
        }
    }

    @Sendable private static func unusedServiceFields(_ run: inout CheckRun) {
        for service in run.spec.services {
            if service.exposure != .alb {
                reportUnused(&run, service.path["routing"], "with exposure \"\(service.exposure.rawValue)\"")
            }
            if service.exposure != .nlb {
                for name in ["listener_port", "protocol"] {
                    reportUnused(&run, service.path[name], "with exposure \"\(service.exposure.rawValue)\"")
                }
            }
            if service.exposure == .none {
                for name in ["health_check", "health_check_grace_period"] {
                    reportUnused(&run, service.path[name], "with exposure \"none\"")
                }
            }
        }
    }

    @Sendable private static func unusedLoadBalancer(_ run: inout CheckRun) {
        let spec = run.spec
        guard spec.services.allSatisfy({ $0.exposure == .none }), spec.application == nil else { return }
        reportUnused(&run, .root["load_balancer"], "without a service on a load balancer")
    }
}
