import JSON

/// The hosted zone of the public names.
public struct DNSSpec: Sendable {
    /// The name of the zone.
    public let zone: String

    /// Whether infragen makes the zone.
    public let createZone: Bool

    /// Whether only Amazon may issue certificates for the zone.
    public let caa: Bool

    init(_ object: inout ObjectReader) {
        zone = object.required(
            "zone", .string, fallback: "", .perEnvironment,
            help: "name of the hosted zone, such as example.com")
        createZone = object.value(
            "create_zone", .bool, default: false, help: "make the zone; false looks an existing one up")
        caa = object.value(
            "caa", .bool, default: false, help: "let only Amazon issue certificates for the zone")
    }
}
