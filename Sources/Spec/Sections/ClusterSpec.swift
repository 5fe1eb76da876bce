import JSON

/// The ECS cluster of each region.
public struct ClusterSpec: Sendable {
    /// The setting of Container Insights.
    public let containerInsights: String

    /// Where services without a strategy of their own run.
    public let defaultStrategy: [String: CapacityShareSpec]

    /// EC2 instances of the cluster; nil for Fargate only.
    public let ec2Capacity: EC2CapacitySpec?

    init(_ object: inout ObjectReader, _ context: SpecContext) {
        containerInsights = object.value(
            "container_insights", .choice(["enabled", "enhanced", "disabled"]), default: "enabled",
            help: "metrics of tasks and containers")
        defaultStrategy = object.value(
            "default_capacity_provider_strategy", CapacityShareSpec.strategy,
            default: Self.standardStrategy(context.preset), .perEnvironment,
            help:
                "weight and base of FARGATE, FARGATE_SPOT or EC2 for services without a strategy of their own"
        )
        ec2Capacity = object.optionalSection(
            "ec2_capacity", help: "EC2 instances of the cluster; null for none"
        ) {
            EC2CapacitySpec(&$0)
        }
    }

    /// The strategy of a cluster whose author gives none.
    static func standardStrategy(_ preset: EnvironmentPreset) -> JSONValue {
        preset.capacityProviderStrategy ?? ["FARGATE": ["weight": 1, "base": 1]]
    }
}

/// The share of the tasks that one capacity provider gets.
public struct CapacityShareSpec: Sendable {
    /// The relative share.
    public let weight: Int

    /// Tasks that run there before the weights count.
    public let base: Int

    init(_ object: inout ObjectReader) {
        weight = object.value("weight", .integer(0...1000), default: 1, help: "relative share of the tasks")
        base = object.value(
            "base", .integer(0...100_000), default: 0, help: "tasks that run here before the weights count")
    }

    /// Shares by capacity provider.
    static var strategy: FieldType<[String: CapacityShareSpec]> {
        .map(
            keys: KeyType(choices: ["FARGATE", "FARGATE_SPOT", "EC2"]), of: .object { CapacityShareSpec(&$0) }
        )
    }
}

/// The EC2 instances of a cluster.
public struct EC2CapacitySpec: Sendable {
    /// The instance type.
    public let instanceType: String

    /// The smallest number of instances.
    public let minSize: Int

    /// The largest number of instances.
    public let maxSize: Int

    init(_ object: inout ObjectReader) {
        instanceType = object.value(
            "instance_type", .string, default: "t3.medium", .perEnvironment, help: "instance type")
        minSize = object.value(
            "min_size", .integer(0...5000), default: 0, .perEnvironment, help: "smallest number of instances")
        maxSize = object.value(
            "max_size", .integer(1...5000), default: 4, .perEnvironment, help: "largest number of instances")
        _ = object.value(
            "target_capacity", .integer(1...100), default: 90, .perEnvironment,
            help: "percent of the instances that tasks should fill")
        _ = object.value(
            "volume_size", .integer(30...16384), default: 50, .perEnvironment, help: "GiB of the root volume")
    }
}
