import JSON

/// How the number of tasks follows the load.
public struct AutoscalingSpec: Sendable {
    /// How the number is found.
    public enum Mode: String, Sendable, CaseIterable {
        /// AWS keeps a metric near a target.
        case targetTracking = "target_tracking"

        /// One task more or less when a metric leaves its bounds.
        case step
    }

    /// Whether the number changes at all.
    public let isEnabled: Bool

    /// How the number is found.
    public let mode: Mode

    /// The least number of tasks.
    public let minCapacity: Int

    /// The largest number of tasks.
    public let maxCapacity: Int

    /// Average CPU to keep, in percent.
    public let cpuTarget: Int

    /// Average CPU below which a task goes, in percent; for mode `step`.
    public let cpuScaleIn: Int

    /// Average memory to keep, in percent; nil to leave memory out.
    public let memoryTarget: Int?

    /// Average memory below which a task goes, in percent; nil to leave memory out.
    public let memoryScaleIn: Int?

    /// Requests per minute and task to keep; nil to leave requests out.
    public let requestsPerTarget: Int?

    /// Metrics of the application by name.
    public let customMetrics: [String: CustomMetricSpec]

    init(_ object: inout ObjectReader, _ figures: EnvironmentPreset.Figures) {
        isEnabled = object.value(
            "enabled", .bool, default: true, help: "change the number of tasks with the load")
        mode = object.value(
            "mode", .choice(Mode.self), default: "target_tracking", help: "keep a target, or step up and down"
        )
        minCapacity = object.value(
            "min_capacity", .integer(1...5000), default: .int(figures.minimum), .perEnvironment,
            help: "least number of tasks")
        maxCapacity = object.value(
            "max_capacity", .integer(1...5000), default: .int(figures.maximum), .perEnvironment,
            help: "largest number of tasks")
        cpuTarget = object.value(
            "cpu_target", .integer(1...100, rule: .illegalScalingTarget), default: 70, .perEnvironment,
            help: "average CPU to keep, in percent")
        cpuScaleIn = object.value(
            "cpu_scale_in", .integer(1...100, rule: .illegalScalingTarget), default: 50, .perEnvironment,
            help: "average CPU below which a task goes (mode step)")
        memoryTarget = object.value(
            "memory_target", .nullable(.integer(1...100, rule: .illegalScalingTarget)), default: 80,
            .perEnvironment, help: "average memory to keep, in percent; null to leave memory out")
        memoryScaleIn = object.value(
            "memory_scale_in", .nullable(.integer(1...100, rule: .illegalScalingTarget)), default: 60,
            .perEnvironment,
            help: "average memory below which a task goes (mode step); null to leave memory out")
        requestsPerTarget = object.optional(
            "requests_per_target", .integer(1...Int.max), .perEnvironment,
            help: "requests per minute and task to keep; null to leave requests out")
        _ = object.value(
            "scale_in_cooldown", .integer(0...3600), default: 300, .perEnvironment,
            help: "seconds between two steps down")
        _ = object.value(
            "scale_out_cooldown", .integer(0...3600), default: 300, .perEnvironment,
            help: "seconds between two steps up")
        customMetrics = object.value(
            "custom_metrics", .map(of: .object { CustomMetricSpec(&$0) }), default: [:],
            help: "metrics of the application by name")
    }
}

/// A metric of the application that the number of tasks follows.
public struct CustomMetricSpec: Sendable {
    /// The namespace in CloudWatch.
    public let namespace: String

    /// The name in CloudWatch.
    public let metricName: String

    init(_ object: inout ObjectReader) {
        namespace = object.value(
            "namespace", .string, default: "", derived: "none: it must be given",
            help: "namespace in CloudWatch")
        metricName = object.value(
            "metric_name", .string, default: "", derived: "none: it must be given", help: "name in CloudWatch"
        )
        _ = object.value(
            "statistic", .choice(["Average", "Minimum", "Maximum", "Sum", "SampleCount"]), default: "Average",
            help: "how values are put together")
        _ = object.required("target", .number(), fallback: 0, help: "value to keep")
        _ = object.value("dimensions", .map(of: .string), default: [:], help: "dimensions of the metric")
    }
}
