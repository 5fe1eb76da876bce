import JSON

/// The load balancer of each region.
public struct LoadBalancerSpec: Sendable {
    /// Who may connect.
    public enum Ingress: String, Sendable, CaseIterable {
        /// Some address ranges.
        case cidr

        /// CloudFront alone.
        case cloudfront
    }

    /// Who may connect.
    public let ingress: Ingress

    /// The ranges that may connect, for ingress `cidr`.
    public let ingressCIDRs: [String]

    /// Whether the load balancer is internal.
    public let isInternal: Bool

    /// The TLS policy of the HTTPS listener.
    public let sslPolicy: String

    /// Seconds after which an idle connection is closed.
    public let idleTimeout: Int

    /// Whether access logs are written.
    public let accessLogs: Bool

    /// Whether the load balancer is protected from deletion.
    public let deletionProtection: Bool

    /// Regional web ACLs that exist already, by region.
    public let webACLARNs: [String: String]

    init(_ object: inout ObjectReader, _ context: SpecContext) {
        ingress = object.value(
            "ingress", .choice(Ingress.self), default: context.isCDNEnabled ? "cloudfront" : "cidr",
            derived: "cloudfront with the CDN, else cidr",
            help: "who may connect: some ranges, or CloudFront alone")
        ingressCIDRs = object.value(
            "ingress_cidrs", .list(of: .string), default: ["0.0.0.0/0"], .perEnvironment,
            help: "IPv4 ranges that may connect, for ingress cidr")
        isInternal = object.value(
            "internal", .bool, default: false, help: "a load balancer in the private subnets, without CDN")
        sslPolicy = object.value(
            "ssl_policy", .string, default: "ELBSecurityPolicy-TLS13-1-2-2021-06",
            help: "TLS policy of the HTTPS listener, TLS 1.2 or newer")
        idleTimeout = object.value(
            "idle_timeout", .integer(1...4000), default: 60, .perEnvironment,
            help: "seconds after which an idle connection is closed")
        accessLogs = object.value(
            "access_logs", .bool, default: true, help: "write access logs to the logs bucket")
        deletionProtection = object.value(
            "deletion_protection", .bool, default: .bool(context.preset.loadBalancerProtection ?? true),
            .perEnvironment, help: "protect the load balancer from deletion")
        webACLARNs = object.value(
            "web_acl_arns", .map(of: .string), default: [:],
            help: "region and ARN of an existing regional web ACL")
    }
}
