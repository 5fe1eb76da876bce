import JSON

/// The application on EC2 instances.
public struct ApplicationSpec: Sendable {
    /// The instance type.
    public let instanceType: String

    /// The port it listens on.
    public let port: Int

    /// The path patterns that CloudFront sends to it, where it serves services as well.
    public let paths: [String]

    /// The script that instances run at their start, relative to the spec; nil for none.
    public let userDataFile: String?

    /// The least number of instances.
    public let minSize: Int

    /// The largest number of instances.
    public let maxSize: Int

    /// The initial number of instances.
    public let desiredCapacity: Int

    /// The health check of the target group.
    public let healthCheck: HealthCheckSpec

    init(_ object: inout ObjectReader) {
        instanceType = object.value(
            "instance_type", .string, default: "t3.small", .perEnvironment, help: "instance type")
        _ = object.optional(
            "ami_id", .string, .perEnvironment, help: "machine image; null for the newest Amazon Linux")
        port = object.value(
            "port", .integer(1...65535, rule: .illegalPort), default: 3000,
            help: "port the application listens on")
        paths = object.value(
            "paths", .list(of: .string), default: [],
            help: "path patterns that CloudFront sends to the application when it serves services as well")
        userDataFile = object.optional(
            "user_data_file", .string, help: "script that instances run at their start, relative to the spec")
        minSize = object.value(
            "min_size", .integer(0...5000), default: 2, .perEnvironment, help: "least number of instances")
        maxSize = object.value(
            "max_size", .integer(1...5000), default: 10, .perEnvironment, help: "largest number of instances")
        desiredCapacity = object.value(
            "desired_capacity", .integer(0...5000), default: 2, .perEnvironment,
            help: "initial number of instances")
        _ = object.value(
            "cpu_target", .integer(1...100, rule: .illegalScalingTarget), default: 70, .perEnvironment,
            help: "average CPU to keep, in percent")
        _ = object.optional(
            "requests_per_target", .integer(1...Int.max), .perEnvironment,
            help: "requests per minute and instance to keep; null to leave requests out")
        _ = object.value(
            "max_instance_lifetime_days", .integer(1...365), default: 30, .perEnvironment,
            help: "days after which an instance is replaced by one of the newest image")
        healthCheck = object.section("health_check", help: "health check of the target group") {
            HealthCheckSpec(&$0)
        }
    }
}
