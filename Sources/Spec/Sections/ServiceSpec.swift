import JSON

/// One container service on ECS.
public struct ServiceSpec: Sendable {
    /// What sends requests to the service.
    public enum Exposure: String, Sendable, CaseIterable {
        /// The application load balancer.
        case alb

        /// The network load balancer.
        case nlb

        /// Nothing.
        case none
    }

    /// The name.
    public let name: String

    /// The name before the last rename; nil for none.
    public let was: String?

    /// The name in AWS, which a rename does not change.
    public let awsName: String

    /// Where the service stands in the spec.
    public let path: SpecPath

    /// The image.
    public let image: ImageSpec

    /// The size of a task.
    public let task: TaskSpec

    /// The port the container listens on.
    public let port: Int

    /// Tasks in a region that is not named in `regionDesiredCount`.
    public let desiredCount: Int

    /// Tasks by region.
    public let regionDesiredCount: [String: Int]

    /// Where the tasks run.
    public let strategy: [String: CapacityShareSpec]

    /// The health check of the target group.
    public let healthCheck: HealthCheckSpec

    /// Seconds after the start of a task during which failing checks do not count.
    public let healthCheckGracePeriod: Int

    /// How tasks are replaced.
    public let deployment: DeploymentSpec

    /// Which requests the service gets.
    public let routing: RoutingSpec

    /// What sends requests to the service.
    public let exposure: Exposure

    /// The port and protocol on the network load balancer.
    public let listener: ListenerSpec

    /// A second version that gets a share of the requests; nil when the service has none.
    public let canary: CanarySpec?

    /// How the number of tasks follows the load.
    public let autoscaling: AutoscalingSpec

    /// What the tasks are told and may reach.
    public let access: ServiceAccessSpec

    /// Days the log is kept.
    public let logRetentionDays: Int

    /// Whether people may run commands in the tasks.
    public let executeCommand: Bool

    /// What builds and deploys the service; nil when something else does.
    public let pipeline: PipelineSpec?

    init(_ object: inout ObjectReader, name: String, _ context: ServiceContext) {
        self.name = name
        path = object.path
        (was, awsName) = object.formerName(name, Self.pattern)
        let figures = context.figures(of: object)
        image = ImageSpec(&object)
        task = TaskSpec(&object)
        port = object.value(
            "port", .integer(1...65535, rule: .illegalPort), default: 3000,
            help: "port the container listens on")
        desiredCount = object.value(
            "desired_count", .integer(0...5000), default: .int(figures.desired), .perEnvironment,
            help: "tasks in each region; the initial number where the service is scaled")
        regionDesiredCount = object.value(
            "region_desired_count", .map(of: .integer(0...5000)), default: [:], .perEnvironment,
            help: "tasks in the regions named here")
        strategy = object.value(
            "capacity_provider_strategy", CapacityShareSpec.strategy, default: context.strategy,
            derived: "cluster.default_capacity_provider_strategy", .perEnvironment,
            help: "weight and base of FARGATE, FARGATE_SPOT or EC2")
        healthCheck = object.section(
            "health_check", .perEnvironment, help: "health check of the target group"
        ) {
            HealthCheckSpec(&$0)
        }
        healthCheckGracePeriod = object.value(
            "health_check_grace_period", .integer(0...3600), default: 60, .perEnvironment,
            help: "seconds after the start of a task during which failing checks do not count")
        deployment = object.section("deployment", help: "how tasks are replaced") { DeploymentSpec(&$0) }
        routing = object.section("routing", help: "which requests the service gets") {
            RoutingSpec(&$0, domain: context.domain)
        }
        exposure = object.value(
            "exposure", .choice(Exposure.self), default: "alb", help: "which load balancer sends requests")
        listener = ListenerSpec(&object, port: port)
        canary = object.optionalSection(
            "canary", help: "second version that gets a share of the requests; null for none"
        ) { CanarySpec(&$0) }
        autoscaling = object.section("autoscaling", help: "how the number of tasks follows the load") {
            AutoscalingSpec(&$0, figures)
        }
        access = ServiceAccessSpec(&object)
        logRetentionDays = object.value(
            "log_retention_days", .integer(oneOf: RetentionDays.application, rule: .illegalRetention),
            default: .int(context.preset.logDays ?? 30), .perEnvironment, help: "days the log is kept")
        executeCommand = object.value("execute_command", .bool, default: false, help: "allow ECS Exec")
        pipeline = object.optionalSection(
            "pipeline", help: "what builds and deploys the service; null for none"
        ) {
            PipelineSpec(&$0)
        }
    }

    /// Plain environment variables.
    public var environment: [String: String] { access.environment }

    /// Environment variables from stores of secrets.
    public var secrets: [String: SecretSpec] { access.secrets }

    /// What the tasks may do, by the id of the statement.
    public var permissions: [String: PermissionSpec] { access.permissions }

    /// The parts of the system that the service connects to.
    public var connectsTo: [String] { access.connectsTo }

    /// The name as Terraform identifiers have it.
    public var id: String { name.replacing("-", with: "_") }

    /// Tasks that the service starts with in a region.
    public func desiredCount(in region: String) -> Int { regionDesiredCount[region] ?? desiredCount }

    /// Whether the application load balancer sends requests to it.
    public var isOnALB: Bool { exposure == .alb }

    /// Whether listener rules lead to it.
    public var isRouted: Bool { isOnALB && !(routing.paths.isEmpty && routing.hosts.isEmpty) }

    /// The form of a service's name.
    static let pattern = NamePattern(
        first: "a-z", rest: "a-z0-9-", last: "a-z0-9", length: 2...20,
        words: "2-20 characters of a-z, 0-9 and hyphens, starting with a letter and not ending in a hyphen")
}

/// What the defaults of a service depend on outside of it.
struct ServiceContext: Sendable {
    let preset: EnvironmentPreset

    /// The strategy of the cluster.
    let strategy: JSONValue

    /// What `{domain}` stands for in hosts; nil without a zone.
    let domain: String?

    /// The numbers of tasks for a service: the preset's, unless the service gives one of them itself.
    func figures(of service: ObjectReader) -> EnvironmentPreset.Figures {
        let scaling = service.written("autoscaling")
        let given = [
            service.written("desired_count"), service.written("region_desired_count"),
            scaling?["min_capacity"], scaling?["max_capacity"],
        ]
        let standard = EnvironmentPreset.Figures(desired: 2, minimum: 2, maximum: 10)
        if given.allSatisfy({ $0 == nil }) { return preset.figures ?? standard }
        // Limits that are given move the numbers that are not.
        func limit(_ name: String) -> Int? {
            scaling?[name]?.int.flatMap { (1...5000).contains($0) ? $0 : nil }
        }
        let (low, high) = (limit("min_capacity"), limit("max_capacity"))
        let minimum = low ?? min(standard.minimum, high ?? standard.maximum)
        let maximum = high ?? max(standard.maximum, minimum)
        let desired = min(max(standard.desired, minimum), max(maximum, minimum))
        return EnvironmentPreset.Figures(desired: desired, minimum: minimum, maximum: maximum)
    }
}
