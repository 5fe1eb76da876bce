import JSON

/// The cache in each region.
public struct CacheSpec: Sendable {
    /// The number of nodes, the primary included.
    public let nodes: Int

    /// Whether clients need a password.
    public let auth: Bool

    init(_ object: inout ObjectReader) {
        _ = object.value(
            "engine", .choice(["valkey", "redis"]), default: "valkey", help: "engine of the cache")
        _ = object.value(
            "node_type", .string, default: "cache.t4g.small", .perEnvironment, help: "size of the nodes")
        nodes = object.value(
            "nodes", .integer(1...6), default: 2, .perEnvironment,
            help: "number of nodes, the primary included")
        auth = object.value(
            "auth", .bool, default: true, help: "ask clients for the password of TF_VAR_cache_auth_token")
    }
}
