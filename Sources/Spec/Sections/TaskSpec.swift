import JSON

/// The image of a service.
public struct ImageSpec: Sendable {
    /// The repository without tag; `{region}` stands for the region.
    public let repository: String

    /// The name of an existing repository in `registry.repositories`, for `registry:api`.
    public var registryKey: String? {
        repository.hasPrefix("registry:") ? String(repository.dropFirst("registry:".count)) : nil
    }

    /// The tag.
    public let tag: String

    init(_ object: inout ObjectReader) {
        repository = object.required(
            "image_repository", .string, fallback: "", .perEnvironment,
            help: "image repository without tag; {region} stands for the region")
        tag = object.value("image_tag", .string, default: "v1", .perEnvironment, help: "tag of the image")
    }
}

/// The size and the container of a task.
public struct TaskSpec: Sendable {
    /// CPU units.
    public let cpu: Int

    /// MiB of memory.
    public let memory: Int

    /// The CPU architecture, `X86_64` or `ARM64`.
    public let cpuArchitecture: String

    /// GiB of disk.
    public let ephemeralStorageGiB: Int

    /// A file of container definitions that replaces infragen's; nil for none.
    public let containerDefinitionsFile: String?

    init(_ object: inout ObjectReader) {
        cpu = object.value(
            "cpu", .integer(oneOf: FargateTable.cpus, rule: .illegalFargateSize), default: 256,
            .perEnvironment,
            help: "CPU units of a task; 1024 are one vCPU")
        memory = object.value(
            "memory", .integer(512...122_880, rule: .illegalFargateSize), default: 512, .perEnvironment,
            help: "MiB of memory of a task; which are legal depends on cpu")
        cpuArchitecture = object.value(
            "cpu_architecture", .choice(["X86_64", "ARM64"]), default: "X86_64",
            help: "CPU architecture of the image")
        ephemeralStorageGiB = object.value(
            "ephemeral_storage_gib", .integer(20...200), default: 20, .perEnvironment,
            help: "GiB of disk of a task")
        _ = object.optional(
            "command", .list(of: .lines), help: "command of the container; null for the image's")
        _ = object.optional("user", .string, help: "user of the process; null for the image's")
        _ = object.value(
            "readonly_root_filesystem", .bool, default: true, help: "mount the root filesystem read-only")
        _ = object.value(
            "stop_timeout", .integer(2...120), default: 30, .perEnvironment,
            help: "seconds between the request to stop and the end")
        containerDefinitionsFile = object.optional(
            "container_definitions_file", .string,
            help: "JSON file of container definitions instead of the generated one, relative to the spec")
    }
}

/// The health check of a target group.
public struct HealthCheckSpec: Sendable {
    /// The path that is asked.
    public let path: String

    /// Seconds between two checks.
    public let interval: Int

    /// Seconds to wait for an answer.
    public let timeout: Int

    /// Good answers that make a target healthy.
    public let healthyThreshold: Int

    /// The HTTP codes of a good answer.
    public let matcher: String

    init(_ object: inout ObjectReader) {
        path = object.value("path", .string, default: "/health", help: "path that is asked")
        interval = object.value(
            "interval", .integer(5...300, rule: .illegalHealthCheck), default: 30,
            help: "seconds between two checks")
        timeout = object.value(
            "timeout", .integer(2...120, rule: .illegalHealthCheck), default: 5,
            help: "seconds to wait for an answer")
        healthyThreshold = object.value(
            "healthy_threshold", .integer(2...10, rule: .illegalHealthCheck), default: 2,
            help: "good answers that make a target healthy")
        _ = object.value(
            "unhealthy_threshold", .integer(2...10, rule: .illegalHealthCheck), default: 3,
            help: "bad answers that make a target unhealthy")
        matcher = object.value("matcher", .string, default: "200-399", help: "HTTP codes of a good answer")
    }
}

/// How tasks are replaced.
public struct DeploymentSpec: Sendable {
    /// The least share of healthy tasks, in percent of the desired count.
    public let minimumHealthyPercent: Int

    /// The largest share of tasks, in percent of the desired count.
    public let maximumPercent: Int

    /// Whether an alarm rolls a deployment back.
    public let rollbackAlarms: Bool

    init(_ object: inout ObjectReader) {
        minimumHealthyPercent = object.value(
            "minimum_healthy_percent", .integer(0...100), default: 100, .perEnvironment,
            help: "least share of healthy tasks, in percent of the desired count")
        maximumPercent = object.value(
            "maximum_percent", .integer(100...200), default: 200, .perEnvironment,
            help: "largest share of tasks, in percent of the desired count")
        rollbackAlarms = object.value(
            "rollback_alarms", .bool, default: false,
            help: "roll a deployment back when the 5XX alarm is raised")
    }
}
