import JSON

/// CloudFront, the firewall before it, and the public names.
public struct CDNSpec: Sendable {
    /// Whether CloudFront stands before the load balancers.
    public let isEnabled: Bool

    /// The public names.
    public let aliases: [String]

    /// What CloudFront speaks to the load balancers, `https-only` or `http-only`.
    public let originProtocol: String

    /// Whether CloudFront proves itself to the load balancers with a secret header.
    public let originVerify: Bool

    /// The answers of the primary region that send a request to the secondary one.
    public let failoverStatusCodes: [Int]

    /// The path patterns with all methods and without caching.
    public let dynamicPaths: [String]

    /// How long answers are cached.
    public let cacheTTL: CacheTTLSpec

    /// What is served from a bucket.
    public let staticSite: StaticSiteSpec

    /// Further origins by name.
    public let extraOrigins: [String: OriginSpec]

    /// Which countries are served.
    public let geoRestriction: GeoRestrictionSpec

    /// The firewall.
    public let waf: WAFSpec

    /// How the health of a region is found.
    public let healthCheck: CDNHealthCheckSpec

    init(
        _ object: inout ObjectReader, _ context: SpecContext, services: [ServiceSpec],
        ingress: LoadBalancerSpec.Ingress
    ) {
        isEnabled = object.value(
            "enabled", .bool, default: .bool(context.isCDNEnabled),
            derived: "true with dns, a certificate and a public load balancer",
            help: "put CloudFront and a firewall before the load balancers")
        aliases = object.value(
            "aliases", .list(of: .host(in: context.domain)),
            default: context.domain.map { [.string($0)] } ?? [], derived: "dns.domain",
            .perEnvironment, help: "public names, in the zone and in the certificate")
        originProtocol = object.value(
            "origin_protocol", .choice(["https-only", "http-only"]), default: "https-only",
            help: "what CloudFront speaks to the load balancers")
        originVerify = object.value(
            "origin_verify", .bool, default: true,
            help: "prove CloudFront to the load balancers with the secret of TF_VAR_origin_verify_secrets")
        failoverStatusCodes = object.value(
            "failover_status_codes",
            .list(
                of: .integer(
                    oneOf: [400, 403, 404, 416, 429, 500, 502, 503, 504], rule: .illegalFailoverCode)),
            default: [500, 502, 503, 504], help: "answers that send a request to the secondary region")
        _ = object.value(
            "default_methods", .choice(["read", "all"]), default: "read",
            help: "methods outside of dynamic_paths: reading ones with failover, or all")
        let dynamic = Self.distinct(services.filter(\.isOnALB).flatMap(\.routing.pathPatterns))
        dynamicPaths = object.value(
            "dynamic_paths", .list(of: .string), default: .array(dynamic.map { .string($0) }),
            derived: "the paths of the services", help: "path patterns with all methods and without caching")
        cacheTTL = object.section("cache_ttl", .perEnvironment, help: "how long answers are cached") {
            CacheTTLSpec(&$0)
        }
        staticSite = object.section("static_site", help: "what is served from a bucket") {
            StaticSiteSpec(&$0)
        }
        extraOrigins = object.value(
            "extra_origins", .map(of: .object { OriginSpec(&$0) }), default: [:],
            help: "further origins by name")
        _ = object.value(
            "price_class", .choice(["PriceClass_100", "PriceClass_200", "PriceClass_All"]),
            default: "PriceClass_100", .perEnvironment, help: "which edge locations are used")
        geoRestriction = object.section("geo_restriction", .structural, help: "which countries are served") {
            GeoRestrictionSpec(&$0)
        }
        waf = object.section("waf", help: "firewall before CloudFront") { WAFSpec(&$0) }
        healthCheck = object.section("health_check", help: "how the health of a region is found") {
            [isEnabled, originVerify] in
            CDNHealthCheckSpec(&$0, isClosed: ingress == .cloudfront || isEnabled && originVerify)
        }
    }
}

extension CDNSpec {
    /// The values in their order, each once.
    private static func distinct(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }
    }
}

/// How long CloudFront keeps answers, in seconds.
public struct CacheTTLSpec: Sendable {
    /// At least so long.
    public let min: Int

    /// So long when the answer does not say.
    public let standard: Int

    /// At most so long.
    public let max: Int

    init(_ object: inout ObjectReader) {
        min = object.value("min", .integer(0...Int.max), default: 0, help: "least seconds")
        standard = object.value(
            "default", .integer(0...Int.max), default: 3600, help: "seconds when the answer does not say")
        max = object.value("max", .integer(0...Int.max), default: 86400, help: "most seconds")
    }
}

/// What CloudFront serves from a bucket.
public struct StaticSiteSpec: Sendable {
    /// Whether there is such a bucket.
    public let isEnabled: Bool

    /// The path pattern it serves.
    public let path: String

    init(_ object: inout ObjectReader) {
        isEnabled = object.value("enabled", .bool, default: false, help: "serve some paths from a bucket")
        path = object.value(
            "path", .string, default: "/static/*", help: "path pattern that the bucket serves")
    }
}

/// A further origin of CloudFront, such as an API Gateway.
public struct OriginSpec: Sendable {
    /// The host.
    public let domainName: String

    /// The path patterns it serves.
    public let pathPatterns: [String]

    init(_ object: inout ObjectReader) {
        domainName = object.required(
            "domain_name", .string, fallback: "", help: "host of the origin, reached by HTTPS")
        _ = object.optional("origin_path", .string, help: "path that is put before every request's")
        pathPatterns = object.required(
            "path_patterns", .list(of: .string), fallback: [], help: "path patterns that the origin serves")
    }
}

/// Which countries CloudFront serves.
public struct GeoRestrictionSpec: Sendable {
    /// The kind of list: `none`, `whitelist` or `blacklist`.
    public let type: String

    /// The countries on the list (ISO 3166, two letters).
    public let locations: [String]

    init(_ object: inout ObjectReader) {
        type = object.value(
            "type", .choice(["none", "whitelist", "blacklist"]), default: "none",
            help: "serve all countries, only the listed ones, or all but them")
        locations = object.value(
            "locations",
            .list(
                of: .name(
                    NamePattern(
                        first: "A-Z", rest: "A-Z", length: 2...2, words: "two capital letters (ISO 3166)"),
                    rule: .unknownChoice)),
            default: [], help: "countries as two capital letters")
    }
}

/// The firewall before CloudFront.
public struct WAFSpec: Sendable {
    /// Further AWS managed rule groups and their priorities.
    public let extraRuleGroups: [String: Int]

    init(_ object: inout ObjectReader) {
        _ = object.value(
            "rate_limit", .integer(10...2_000_000_000), default: 2000, .perEnvironment,
            help: "requests per five minutes and address before the firewall blocks")
        extraRuleGroups = object.value(
            "extra_rule_groups", .map(of: .integer(41...99)), default: [:],
            help: "further AWS managed rule groups and their priorities (41-99)")
    }
}

/// How the health of a region is found.
public struct CDNHealthCheckSpec: Sendable {
    /// By requests (`http`) or by an alarm of the region (`alarm`).
    public let mode: String

    /// The path that is asked.
    public let path: String

    init(_ object: inout ObjectReader, isClosed: Bool) {
        mode = object.value(
            "mode", .choice(["alarm", "http"]), default: isClosed ? "alarm" : "http",
            derived: "alarm with origin_verify or ingress cloudfront, else http",
            help: "follow an alarm of the region, or ask the load balancer")
        path = object.value("path", .string, default: "/health", help: "path that is asked")
        _ = object.value(
            "interval", .integer(oneOf: [10, 30]), default: 30, help: "seconds between two checks")
        _ = object.value(
            "failure_threshold", .integer(1...10), default: 3,
            help: "bad answers that make a region unhealthy")
    }
}
