import JSON

/// One Lambda function.
public struct FunctionSpec: Sendable {
    /// The name.
    public let name: String

    /// The name before the last rename; nil for none.
    public let was: String?

    /// The name in AWS, which a rename does not change.
    public let awsName: String

    /// Where the function stands in the spec.
    public let path: SpecPath

    /// The bucket of the code.
    public let s3Bucket: String?

    /// The key of the code in its bucket.
    public let s3Key: String?

    /// The image of the code.
    public let imageURI: String?

    /// When the function runs by itself; nil for never.
    public let schedule: String?

    /// Invocations that may run at once.
    public let reservedConcurrency: Int

    /// Plain environment variables.
    public let environment: [String: String]

    /// What the function may do, by the id of the statement.
    public let permissions: [String: PermissionSpec]

    init(_ object: inout ObjectReader, name: String) {
        self.name = name
        path = object.path
        (was, awsName) = object.formerName(name, Self.pattern)
        _ = object.value("runtime", .string, default: "python3.12", help: "runtime of code from S3")
        _ = object.value("handler", .string, default: "main.handler", help: "entry point of code from S3")
        s3Bucket = object.optional("s3_bucket", .string, help: "bucket of the code")
        s3Key = object.optional("s3_key", .string, .perEnvironment, help: "key of the code in its bucket")
        imageURI = object.optional("image_uri", .string, .perEnvironment, help: "image of the code")
        _ = object.value(
            "memory", .integer(128...10240, rule: .illegalFunction), default: 128, .perEnvironment,
            help: "MB of memory")
        _ = object.value(
            "timeout", .integer(1...900, rule: .illegalFunction), default: 30, .perEnvironment,
            help: "seconds that one run may take")
        schedule = object.optional(
            "schedule", .string, .perEnvironment, help: "rate or cron expression; null for none")
        _ = object.value("in_vpc", .bool, default: false, help: "run in the private subnets")
        reservedConcurrency = object.value(
            "reserved_concurrency", .integer(0...1000), default: 10, .perEnvironment,
            help: "invocations that may run at once")
        environment = object.value(
            "environment", .map(of: .lines), default: [:], .perEnvironment,
            help: "environment variables; no secrets")
        permissions = object.value(
            "permissions", .map(of: .object { PermissionSpec(&$0) }), default: [:],
            help: "IAM statements of the function by their id")
    }

    /// The form of a function's name.
    static let pattern = NamePattern(
        first: "a-z", rest: "a-z0-9-", last: "a-z0-9", length: 2...20,
        words: "2-20 characters of a-z, 0-9 and hyphens, starting with a letter and not ending in a hyphen")
}

extension ObjectReader {
    /// What a service or function was called before, and what AWS calls it.
    mutating func formerName(_ name: String, _ pattern: NamePattern) -> (was: String?, awsName: String) {
        let was = optional(
            "was", .name(pattern, rule: .illegalServiceName),
            help: "name before it was renamed; what stands in AWS is kept under its name there")
        let awsName = value(
            "aws_name", .name(pattern, rule: .illegalServiceName), default: .string(was ?? name),
            derived: "was, else the name", help: "name in AWS; another one makes everything anew")
        return (was, awsName)
    }
}
