import JSON

/// Which requests a service gets.
public struct RoutingSpec: Sendable {
    /// The place of the rule among all; the lowest number that matches decides.
    public let priority: Int?

    /// The path patterns.
    public let paths: [String]

    /// The host names.
    public let hosts: [String]

    /// Whether paths stand for themselves only, without what lies below them.
    public let exact: Bool

    /// Whether the service gets what no rule matches.
    public let isDefault: Bool

    init(_ object: inout ObjectReader, domain: String?) {
        priority = object.optional(
            "priority", .integer(1...48999, rule: .illegalPriority), .perEnvironment,
            help: "1-48999; the lowest number that matches decides; needed with paths or hosts")
        paths = object.value(
            "paths", .list(of: .string), default: [], .perEnvironment,
            help: "path patterns; /api also stands for /api/*, unless exact is true")
        hosts = object.value(
            "hosts", .list(of: .host(in: domain)), default: [], .perEnvironment,
            help: "host names, such as www.{domain}; * and ? are wildcards")
        exact = object.value(
            "exact", .bool, default: false, .perEnvironment, help: "paths stand for themselves only")
        isDefault = object.value(
            "default", .bool, default: false, help: "gets the requests that no rule matches")
    }

    /// The patterns that a listener rule checks: each path, and what lies below it unless it is meant exactly.
    public var pathPatterns: [String] {
        paths.flatMap { path -> [String] in
            if exact || path.contains("*") || path.contains("?") { return [path] }
            let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
            return folder.isEmpty ? ["/*"] : [folder, folder + "/*"]
        }
    }
}

/// A service's place on the network load balancer.
public struct ListenerSpec: Sendable {
    /// The port of the listener.
    public let port: Int

    /// The protocol of the listener.
    public let networkProtocol: String

    init(_ object: inout ObjectReader, port: Int) {
        self.port = object.value(
            "listener_port", .integer(1...65535, rule: .illegalPort), default: .int(port), derived: "port",
            help: "port on the network load balancer")
        networkProtocol = object.value(
            "protocol", .choice(["TCP", "TLS", "UDP", "TCP_UDP"]), default: "TCP",
            help: "protocol on the network load balancer")
    }
}

/// A second version of a service that gets a share of the requests.
public struct CanarySpec: Sendable {
    /// Whether it gets requests.
    public let isEnabled: Bool

    /// The share of the requests, in percent.
    public let percentage: Int

    /// The tag of its image.
    public let imageTag: String

    /// Its tasks in each region.
    public let desiredCount: Int

    /// Seconds a client stays with the version it got; 0 for none.
    public let stickinessSeconds: Int

    init(_ object: inout ObjectReader) {
        isEnabled = object.value(
            "enabled", .bool, default: false, .perEnvironment,
            help: "whether the second version gets requests")
        percentage = object.value(
            "percentage", .integer(0...100, rule: .illegalPercentage), default: 0, .perEnvironment,
            help: "share of the requests, in percent")
        imageTag = object.value(
            "image_tag", .string, default: "v2", .perEnvironment, help: "tag of the second version's image")
        desiredCount = object.value(
            "desired_count", .integer(1...5000), default: 1, .perEnvironment,
            help: "tasks of the second version in each region")
        stickinessSeconds = object.value(
            "stickiness_seconds", .integer(0...604_800), default: 0, .perEnvironment,
            help: "seconds a client stays with the version it got; 0 for none")
    }
}
