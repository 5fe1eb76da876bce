import JSON
import Spec

/// One environment of the spec: its name and the completed spec that holds in it.
struct EnvironmentModel {
    var name: String
    var shortName: String

    /// The regions that are deployed, the primary first.
    var regions: [String]

    /// The completed spec with the overrides of the environment.
    var spec: JSONValue

    /// Whether what exists once per AWS account stands in this environment.
    var ownsAccount: Bool

    /// The services with their listener rules, sorted by name.
    var services: [ServiceSpec]
}

/// The whole system that a spec describes, in the form in which templates ask for it.
struct SystemModel {
    /// The completed base spec: it decides the structure.
    let spec: JSONValue
    let environments: [EnvironmentModel]

    /// The environment that the root belongs to; nil where one root serves all.
    let rootEnvironment: String?

    /// The regions whose providers the root has: also those that are being drained.
    private(set) var providerRegions: [String] = []
    private(set) var regions: [RegionModel]
    let services: [ServiceModel]

    /// The system as one root that serves all environments.
    init(_ base: InfrastructureSpec, _ environments: [EnvironmentSpec], record: SystemRecord? = nil) {
        // The root gives all environments the same priorities, so any of them knows.
        let known = record?.environments.sorted { $0.key < $1.key }.first { !$0.value.priorities.isEmpty }
        self.init(
            base, environments, owner: Self.accountOwner(of: environments), rootEnvironment: nil,
            regions: base.activeRegions.map(\.name), priorities: known?.value.priorities ?? [:])
        providerRegions = base.regions.map(\.name)
    }

    /// The system of one environment that has a root of its own.
    init(
        rootOf environment: EnvironmentSpec, among environments: [EnvironmentSpec],
        record: SystemRecord? = nil
    ) {
        self.init(
            environment.spec, [environment], owner: Self.accountOwner(of: environments),
            rootEnvironment: environment.name, regions: environment.enabledRegions.map(\.name),
            priorities: record?.environments[environment.name]?.priorities ?? [:])
        providerRegions = environment.providerRegions.map(\.name)
    }

    private init(
        _ base: InfrastructureSpec, _ environments: [EnvironmentSpec], owner: String?,
        rootEnvironment: String?, regions names: [String], priorities: [String: Int]
    ) {
        spec = base.completed.keepingRegions(names)
        self.rootEnvironment = rootEnvironment
        // By name, so that the order of the keys of the spec does not show.
        self.environments = environments.sorted { $0.name < $1.name }.map { environment in
            EnvironmentModel(
                name: environment.name, shortName: environment.shortName,
                regions: environment.enabledRegions.map(\.name).filter(names.contains),
                spec: environment.spec.completed.keepingRegions(names),
                ownsAccount: environment.name == owner, services: environment.spec.services)
        }
        let environments = self.environments
        services = ServiceModel.all(of: spec, environments: environments, priorities: priorities)
        regions = RegionModel.all(of: spec, environments: environments)
        if needsUSEast1, let edge = regions.firstIndex(where: { $0.name == "us-east-1" }) {
            regions[edge].isEdge = true
        }
    }

    /// The environment that holds what exists once per AWS account: production, else the first by name.
    static func accountOwner(of environments: [EnvironmentSpec]) -> String? {
        environments.first { $0.isProduction }?.name ?? environments.map(\.name).min()
    }

    var primary: RegionModel { regions.first { $0.isPrimary } ?? regions[0] }
    var secondaries: [RegionModel] { regions.filter { !$0.isPrimary } }
    var secondary: RegionModel? { secondaries.first }
    var hasApplication: Bool { spec.at("application") != nil }
    var hasCertificate: Bool { spec.at("certificate") != nil }
    var hasALB: Bool { services.contains { $0.isOnALB } || hasApplication }
    var defaultService: ServiceModel? { services.first { $0.isOnALB && $0.isDefault } }

    /// The service whose target group stands for the health of a region; nil where the application does.
    var healthService: ServiceModel? {
        defaultService ?? (hasApplication ? nil : services.first { $0.isOnALB })
    }

    var hasCDN: Bool { spec.at("dns") != nil && spec.isOn("cdn", "enabled") && hasALB }

    /// Whether the load balancers speak HTTPS; behind a CloudFront that speaks HTTP to them they would only
    /// redirect, for ever.
    var hasHTTPS: Bool {
        hasCertificate && hasALB && !(hasCDN && spec.at("cdn")?.text("origin_protocol") == "http-only")
    }

    /// Whether anything asks for us-east-1: CloudFront, its records and alarms, the budget, the chat.
    var needsUSEast1: Bool {
        (spec.at("dns") != nil && hasALB) || spec.at("cost", "monthly_limit_usd") != nil
            || spec.at("notifications", "slack") != nil
    }

    var isUSEast1Region: Bool { regions.contains { $0.name == "us-east-1" } }

    /// The networks of every environment: the structure must serve them all.
    var networks: [JSONValue] {
        ([spec] + environments.map(\.spec)).flatMap { spec in
            (spec["regions"]?.elements ?? []).compactMap { $0["network"] }
        }
    }

    /// Whether a switch of the networks that are created is on somewhere.
    func isOnSomewhere(_ name: String) -> Bool { createdNetworks.contains { $0.isOn(name) } }

    /// Whether a switch of the networks that are created is on somewhere and off somewhere else.
    func varies(_ name: String) -> Bool {
        isOnSomewhere(name) && createdNetworks.contains { !$0.isOn(name) }
    }

    var createdNetworks: [JSONValue] { networks.filter { $0.text("mode") != "existing" } }

    /// Whether something holds in the base spec or in any environment.
    func anySpec(_ holds: (JSONValue) -> Bool) -> Bool {
        holds(spec) || environments.contains { holds($0.spec) }
    }

    /// The regions that make a certificate of their own, by name; us-east-1 may be one without being a region
    /// of the spec.
    var certificateRegions: [String] {
        looksUpCertificate ? [] : regionsWithCertificate.filter { !hasExistingCertificate($0) }
    }

    /// The regions that use a certificate, by name.
    var regionsWithCertificate: [String] {
        guard hasCertificate else { return [] }
        let isEverywhere = hasHTTPS || services.contains { $0.isOnNLB }
        let names = (isEverywhere ? regions.map(\.name) : []) + (hasCDN ? ["us-east-1"] : [])
        return Set(names).sorted()
    }

    /// Whether certificates are found by their tags.
    var looksUpCertificate: Bool { spec.at("certificate")?.holds("existing_tags") ?? false }

    /// Whether infragen makes the image repositories.
    var createsRegistry: Bool { spec.at("registry")?.text("mode") == "create" }

    func hasExistingCertificate(_ region: String) -> Bool {
        spec.at("certificate", "existing_arns", region) != nil
    }

    /// The region whose certificate makes the validation records.
    ///
    /// The records of one certificate are the same in every region of an account, so exactly one may own them;
    /// a swap of roles must not move them.
    var validationRegion: String? {
        let names = certificateRegions
        if names.contains("us-east-1"), hasCDN { return "us-east-1" }
        let always = regions.filter { !$0.hasOptionalBase }.map(\.name)
        return names.first { always.contains($0) } ?? names.first
    }
}

extension JSONValue {
    /// A completed spec without the regions that are not named.
    fileprivate func keepingRegions(_ names: [String]) -> JSONValue {
        .object(
            (members ?? []).map { member in
                guard member.key == "regions" else { return member }
                let kept = (member.value.elements ?? []).filter { names.contains($0.text("name")) }
                return JSONMember(member.key, .array(kept))
            })
    }
}
