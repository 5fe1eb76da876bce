public import JSON

/// One environment as the spec declares it.
public struct EnvironmentEntry: Sendable {
    /// The name, which is also that of the Terraform workspace.
    public let name: String

    /// The part of resource names.
    public let shortName: String

    /// The regions that are deployed, in the order of the spec's regions where nobody wrote another.
    public let regions: [String]

    /// What is different here, as a merge patch of the base spec.
    public let overrides: JSONValue

    init(_ object: inout ObjectReader, name: String, _ context: SpecContext) {
        self.name = name
        shortName = object.value(
            "short_name", .string, default: .string(Self.shortName(of: name)),
            derived: "the first four letters of the name; prod for production",
            help: "2-4 characters, part of every resource name")
        let isPrimaryOnly = EnvironmentPreset.named(name).isPrimaryOnly
        let all = isPrimaryOnly ? [context.primaryRegion] : context.regionNames
        regions = object.value(
            "regions", .list(of: .string), default: .array(all.map { .string($0) }),
            derived: "all regions; the primary one alone for dev", help: "regions that are deployed")
        overrides = object.value(
            "overrides", .any, default: [:],
            help:
                "what is different here (JSON merge patch): services.\"*\" is every service, network every region, "
                + "regions merge by name; with layout directories structure too"
        )
    }

    /// The defaults of the environment.
    ///
    /// A name can lead to one environment only. So those that share the zone of production have a domain of
    /// their own in it, unless they name another zone.
    func preset(in spec: InfrastructureSpec) -> EnvironmentPreset {
        var preset = EnvironmentPreset.named(name)
        let isAlone = spec.environments.count < 2
        if !isAlone, !EnvironmentPreset.isProduction(name), overrides["dns"]?["zone"] == nil {
            preset.subdomain = name
        }
        return preset
    }

    /// The short name of an environment that has none.
    static func shortName(of name: String) -> String {
        if name == "production" { return "prod" }
        var short = String(name.prefix(4))
        while short.hasSuffix("-") { short.removeLast() }
        return short
    }

    /// The form of an environment's name.
    static let pattern = NamePattern(
        first: "a-z", rest: "a-z0-9-", length: 2...15,
        words: "2-15 characters of a-z, 0-9 and hyphens, starting with a letter")
}
