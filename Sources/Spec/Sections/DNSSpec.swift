import JSON

/// The hosted zone of the public names.
public struct DNSSpec: Sendable {
    /// The name of the zone.
    public let zone: String

    /// The zone or a name in it: where the names of the environment are.
    public let domain: String

    /// The id of the zone; nil to find it by its name.
    public let zoneID: String?

    /// Tags that the zone has besides its name.
    public let zoneTags: [String: String]

    /// Whether infragen makes the zone.
    public let createZone: Bool

    /// Whether only Amazon may issue certificates for the zone.
    public let caa: Bool

    init(_ object: inout ObjectReader, _ context: SpecContext) {
        zone = object.required(
            "zone", .string, fallback: "", .perEnvironment,
            help: "name of the hosted zone, such as example.com")
        domain = object.value(
            "domain", .string, default: .string(context.domain ?? ""),
            derived: "dns.zone in production and for a lone environment, else <environment>.<dns.zone>",
            .perEnvironment,
            help: "the zone or a name in it; {domain} in hosts and names stands for it")
        zoneID = object.optional(
            "zone_id", .string, .perEnvironment, help: "id of the existing zone; null to find it by its name")
        zoneTags = object.value(
            "zone_tags", .map(of: .string), default: [:], .perEnvironment,
            help: "tags of the existing zone, where several have its name")
        createZone = object.value(
            "create_zone", .bool, default: false, help: "make the zone; false looks an existing one up")
        caa = object.value(
            "caa", .bool, default: false, help: "let only Amazon issue certificates for the zone")
    }
}
