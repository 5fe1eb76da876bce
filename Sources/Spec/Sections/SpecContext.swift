import JSON

/// What the defaults of a section depend on in other sections, taken from what was written before it is read.
///
/// Wrong values count as not written here; the section that they stand in reports them.
struct SpecContext: Sendable {
    let preset: EnvironmentPreset
    let project: String
    let regionNames: [String]
    let primaryRegion: String
    let zone: String?

    /// Where the names of the environment are; nil without a zone.
    let domain: String?
    let hasCertificate: Bool
    let isCDNEnabled: Bool

    init(_ object: ObjectReader, preset: EnvironmentPreset) {
        self.preset = preset
        project = object.written("project")?.string ?? ""
        let regions = object.written("regions")?.elements ?? []
        regionNames = regions.map { $0["name"]?.string ?? "" }
        let primary = regions.first { $0["role"]?.string == "primary" } ?? regions.first
        primaryRegion = primary?["name"]?.string ?? ""
        let zone = object.written("dns")?["zone"]?.string
        self.zone = zone
        let own = zone.map { zone in preset.subdomain.map { "\($0).\(zone)" } ?? zone }
        domain = zone == nil ? nil : object.written("dns")?["domain"]?.string ?? own
        let certificate = object.written("certificate")
        hasCertificate = certificate.map { !$0.isNull } ?? (zone != nil)
        // CloudFront comes with DNS, but not where it could not work: no certificate, nothing public to serve.
        let isInternal = object.written("load_balancer")?["internal"]?.bool == true
        let application = object.written("application")
        let services = object.written("services")?.members ?? []
        let isServed = services.contains { ($0.value["exposure"]?.string ?? "alb") == "alb" }
        let canServe =
            zone != nil && hasCertificate && !isInternal
            && (isServed || application.map { !$0.isNull } == true)
        isCDNEnabled = object.written("cdn")?["enabled"]?.bool ?? canServe
    }

    /// Whether the system stands in several regions.
    var isMultiRegion: Bool { regionNames.count > 1 }
}
