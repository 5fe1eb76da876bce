import JSON

/// One environment: what it is called, where it stands, and the spec with its overrides and presets.
public struct EnvironmentSpec: Sendable {
    /// The name, which is also that of the Terraform workspace.
    public let name: String

    /// The part of resource names.
    public let shortName: String

    /// The names of the regions that are deployed.
    public let regions: [String]

    /// The whole spec of the environment.
    public let spec: InfrastructureSpec

    /// What was written for it: the spec with its overrides.
    let written: JSONValue

    /// The label of its own domain in a zone that it shares; nil where the zone is its own.
    let subdomain: String?

    /// The completed spec as it would be under another name, without what is usual for this one.
    var withoutPreset: JSONValue {
        var preset = EnvironmentPreset.none
        preset.subdomain = subdomain
        return SpecReader.specification(written, preset: preset, options: SpecOptions()).0?.completed ?? .null
    }

    /// Whether people depend on it.
    public var isProduction: Bool { EnvironmentPreset.isProduction(name) }

    /// The regions that are deployed, in the order of the spec.
    public var enabledRegions: [RegionSpec] {
        spec.activeRegions.filter { regions.contains($0.name) }
    }

    /// The regions whose providers the root of the environment has.
    ///
    /// A root that serves all environments has those of every region of the spec.
    public var providerRegions: [RegionSpec] {
        spec.terraform.layout == .workspaces
            ? spec.regions : spec.regions.filter { regions.contains($0.name) }
    }
}
