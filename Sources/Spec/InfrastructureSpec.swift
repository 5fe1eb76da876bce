public import JSON

/// A whole spec, with every default filled in: the base, or what one environment makes of it.
public struct InfrastructureSpec: Sendable {
    /// The newest version of the spec's format that this infragen reads.
    static let knownSchemaVersion = 1

    /// The version of the spec's format.
    public let schemaVersion: Int

    /// The first part of every name.
    public let project: String

    /// The folder that the tree is written to, relative to the spec.
    public let output: String

    /// The warnings that the author has accepted, by rule id.
    public let ignoredRules: [String]

    /// The paths of what holds data and may go all the same.
    public let removed: [String]

    /// The tags that everything gets besides infragen's own.
    public let tags: [String: String]

    /// The versions of Terraform and of its provider.
    public let terraform: TerraformSpec

    /// Where the state is kept; nil for a local file.
    public let backend: BackendSpec?

    /// The environments in the order of the spec.
    public let environments: [EnvironmentEntry]

    /// The regions in the order of the spec.
    public let regions: [RegionSpec]

    /// The hosted zone; nil for none.
    public let dns: DNSSpec?

    /// The certificate; nil for none.
    public let certificate: CertificateSpec?

    /// The load balancer of each region.
    public let loadBalancer: LoadBalancerSpec

    /// The key of each region.
    public let encryption: EncryptionSpec

    /// The ECS cluster of each region.
    public let cluster: ClusterSpec

    /// The services, sorted by name.
    public let services: [ServiceSpec]

    /// The application on EC2 instances; nil for none.
    public let application: ApplicationSpec?

    /// The database; nil for none.
    public let database: DatabaseSpec?

    /// The cache; nil for none.
    public let cache: CacheSpec?

    /// CloudFront and the public names.
    public let cdn: CDNSpec

    /// Who hears of alarms.
    public let notifications: NotificationsSpec

    /// Alarms and the dashboard.
    public let monitoring: MonitoringSpec

    /// Backups.
    public let backup: BackupSpec

    /// The budget; nil for none.
    public let cost: CostSpec?

    /// The buckets in each region.
    public let storage: StorageSpec

    /// The Lambda functions, sorted by name.
    public let functions: [FunctionSpec]

    /// What watches the account.
    public let security: SecuritySpec

    /// The image repositories; nil for none.
    public let registry: RegistrySpec?

    /// The spec as JSON with every default filled in and the ranges of what the author wrote.
    public internal(set) var completed: JSONValue = .null

    init(_ object: inout ObjectReader, preset: EnvironmentPreset, options: SpecOptions) {
        let context = SpecContext(object, preset: preset)
        schemaVersion = object.value(
            "schema_version", .integer(1...Int.max), default: 1, help: "version of this format")
        project = object.required(
            "project", .name(Self.projectPattern, rule: .illegalProjectName), fallback: "demo",
            help: "first part of every name, such as shop")
        output = object.value(
            "output", .string, default: "modules-out", help: "folder of the tree, relative to the spec")
        ignoredRules = object.value(
            "ignore", .list(of: .string), default: [], help: "ids of warnings that are accepted")
        removed = object.value(
            "removed", .list(of: .string), default: [],
            help: "what holds data and is to be deleted, such as database or storage.buckets.files")
        tags = object.value("tags", .map(of: .string), default: [:], help: "tags that everything gets")
        terraform = object.terraform()
        backend = object.optional(
            "backend", .object { BackendSpec(&$0, context) },
            help: "where the state is kept; null for a local file")
        environments = object.environments(context)
        regions = object.regions(context)
        dns = object.optionalSection("dns", help: "hosted zone of the public names; null for none") {
            DNSSpec(&$0, context)
        }
        certificate = object.certificate(context)
        loadBalancer = object.section("load_balancer", help: "load balancer of each region") {
            LoadBalancerSpec(&$0, context)
        }
        encryption = object.section("encryption", help: "key of each region") { EncryptionSpec(&$0) }
        cluster = object.section("cluster", help: "ECS cluster of each region") { ClusterSpec(&$0, context) }
        services = object.services(context)
        application = object.application()
        database = object.optionalSection("database", help: "Aurora database; null for none") {
            DatabaseSpec(&$0, context)
        }
        cache = object.optionalSection("cache", help: "cache in each region; null for none") {
            CacheSpec(&$0)
        }
        cdn = object.section("cdn", help: "CloudFront, firewall and public names") {
            [services, loadBalancer] in
            CDNSpec(&$0, context, services: services, ingress: loadBalancer.ingress)
        }
        notifications = object.section("notifications", help: "who hears of alarms") {
            NotificationsSpec(&$0)
        }
        monitoring = object.section("monitoring", help: "alarms and dashboard") { MonitoringSpec(&$0) }
        backup = object.section("backup", help: "backups by AWS Backup") { BackupSpec(&$0, context) }
        cost = object.optionalSection("cost", help: "monthly budget; null for none") { CostSpec(&$0) }
        storage = object.section("storage", help: "buckets in each region") { StorageSpec(&$0) }
        functions = object.functions()
        security = object.section("security", help: "what watches the account") { SecuritySpec(&$0, preset) }
        registry = object.optionalSection("registry", help: "image repositories; null for none") {
            RegistrySpec(&$0, project: context.project)
        }
    }

    /// Whether anything asks for us-east-1: CloudFront, its records and alarms, the budget, the chat.
    public var needsUSEast1: Bool {
        let hasALB = services.contains(where: \.isOnALB) || application != nil
        return dns != nil && hasALB || cost != nil || notifications.slack != nil
    }

    /// The region that serves normally.
    public var primary: RegionSpec? { regions.first { $0.role == .primary } ?? regions.first }

    /// The regions that take over, in the order of the spec.
    public var secondaries: [RegionSpec] { activeRegions.filter { $0.role == .secondary } }

    /// The regions that are not being drained.
    public var activeRegions: [RegionSpec] { regions.filter { $0.state == .active } }

    /// The regions that only this variant of the spec has.
    func regionNames(notIn base: InfrastructureSpec) -> [String] {
        regions.map(\.name).filter { name in !base.regions.contains { $0.name == name } }
    }

    /// The service of a name.
    public func service(_ name: String) -> ServiceSpec? { services.first { $0.name == name } }
}

extension InfrastructureSpec {
    /// The form of a project's name.
    private static let projectPattern = NamePattern(
        first: "a-z", rest: "a-z0-9-", length: 2...16,
        words: "2-16 characters of a-z, 0-9 and hyphens, starting with a letter")
}

extension ObjectReader {
    fileprivate mutating func environments(_ context: SpecContext) -> [EnvironmentEntry] {
        let type = FieldType<[String: EnvironmentEntry]>.map(
            keys: KeyType(pattern: EnvironmentEntry.pattern, rule: .illegalEnvironmentName)
        ) { name in .object { EnvironmentEntry(&$0, name: name, context) } }
        let entries = value(
            "environments", type, default: ["dev": [:], "staging": [:], "production": [:]],
            help: "environments by name")
        let order = written("environments")?.members?.map(\.key) ?? ["dev", "staging", "production"]
        return order.compactMap { entries[$0] }
    }

    fileprivate mutating func terraform() -> TerraformSpec {
        section("terraform", .structural, help: "versions of Terraform and of its provider") {
            TerraformSpec(&$0)
        }
    }

    fileprivate mutating func application() -> ApplicationSpec? {
        optionalSection("application", help: "application on EC2 instances; null for none") {
            ApplicationSpec(&$0)
        }
    }

    fileprivate mutating func regions(_ context: SpecContext) -> [RegionSpec] {
        let type = FieldType<[RegionSpec]>(schema: {
            .list(.object(ObjectReader.fields { RegionSpec(&$0, index: 0, context) }), count: 1...11)
        }) { value, path, log in
            FieldType.list(of: .any, count: 1...11, rule: .illegalRegionCount).read(value, path, &log)
                .map { list in
                    let regions = list.value.enumerated().compactMap { index, element in
                        FieldType<RegionSpec>.object { RegionSpec(&$0, index: index, context) }
                            .read(element, path[index], &log)
                    }
                    return (
                        regions.map(\.value), JSONValue(.array(regions.map(\.completed)), at: value.range)
                    )
                }
        }
        return required(
            "regions", type, fallback: [["name": "us-east-1"]], .mixed, help: "regions of the system")
    }

    /// With a zone comes a certificate for it, unless the spec says `null`.
    fileprivate mutating func certificate(_ context: SpecContext) -> CertificateSpec? {
        value(
            "certificate", .nullable(.object { CertificateSpec(&$0, context) }),
            default: context.hasCertificate ? [:] : .null, derived: "one for dns.zone; null without dns",
            .mixed,
            help: "certificate of the load balancers and of CloudFront; null for HTTP only")
    }

    fileprivate mutating func services(_ context: SpecContext) -> [ServiceSpec] {
        let strategy = written("cluster")?["default_capacity_provider_strategy"]
        let serviceContext = ServiceContext(
            preset: context.preset,
            strategy: CapacityShareSpec.isStrategy(strategy) ?? ClusterSpec.standardStrategy(context.preset),
            domain: context.domain)
        let type = FieldType<[String: ServiceSpec]>.map(
            keys: KeyType(pattern: ServiceSpec.pattern, rule: .illegalServiceName)
        ) { name in .object { ServiceSpec(&$0, name: name, serviceContext) } }
        let services = value("services", type, default: [:], .mixed, help: "container services by name")
        return services.values.sorted { $0.name < $1.name }
    }

    fileprivate mutating func functions() -> [FunctionSpec] {
        let type = FieldType<[String: FunctionSpec]>.map(
            keys: KeyType(pattern: FunctionSpec.pattern, rule: .illegalServiceName)
        ) { name in .object { FunctionSpec(&$0, name: name) } }
        let functions = value("functions", type, default: [:], .mixed, help: "Lambda functions by name")
        return functions.values.sorted { $0.name < $1.name }
    }
}

extension CapacityShareSpec {
    /// The value when it is a strategy without mistakes; nil otherwise.
    static func isStrategy(_ value: JSONValue?) -> JSONValue? {
        var silent = ReadLog()
        guard let value, strategy.read(value, .root, &silent) != nil, silent.diagnostics.isEmpty else {
            return nil
        }
        return value.unwritten
    }
}

extension JSONValue {
    /// The value as a default: nobody wrote it where it stands.
    fileprivate var unwritten: JSONValue {
        switch kind {
        case .array(let elements): .array(elements.map(\.unwritten))
        case .object(let members): .object(members.map { JSONMember($0.key, $0.value.unwritten) })
        default: JSONValue(kind)
        }
    }
}
