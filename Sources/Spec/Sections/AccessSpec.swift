import JSON

/// What the tasks of a service are told and may reach.
public struct ServiceAccessSpec: Sendable {
    /// Plain environment variables.
    public let environment: [String: String]

    /// Environment variables from stores of secrets.
    public let secrets: [String: SecretSpec]

    /// What the tasks may do, by the id of the statement.
    public let permissions: [String: PermissionSpec]

    /// The parts of the system that the service connects to.
    public let connectsTo: [String]

    init(_ object: inout ObjectReader) {
        environment = object.value(
            "environment", .map(of: .lines), default: [:], .perEnvironment,
            help: "environment variables; no secrets")
        secrets = object.value(
            "secrets", .map(of: .object { SecretSpec(&$0) }), default: [:],
            help: "environment variables from Secrets Manager, Parameter Store or the database")
        permissions = object.value(
            "permissions", .map(of: .object { PermissionSpec(&$0) }), default: [:],
            help: "IAM statements of the tasks by their id")
        connectsTo = object.value(
            "connects_to", .list(of: .choice(["database", "cache"])), default: [],
            help: "parts of the system that the security groups open for the service")
    }
}

/// Where the value of an environment variable comes from.
public struct SecretSpec: Sendable {
    /// A secret of Secrets Manager by name.
    public let secret: String?

    /// A key of the secret's JSON.
    public let key: String?

    /// A parameter of Parameter Store by name.
    public let parameter: String?

    /// What of the database: its connection secret.
    public let database: String?

    init(_ object: inout ObjectReader) {
        secret = object.optional("secret", .string, help: "name in Secrets Manager")
        key = object.optional("key", .string, help: "key of the secret's JSON; null for the whole secret")
        parameter = object.optional("parameter", .string, help: "name in Parameter Store")
        database = object.optional(
            "database", .choice(["secret"]), help: "secret with the database's credentials")
    }
}

/// One IAM statement.
public struct PermissionSpec: Sendable {
    /// What is allowed.
    public let actions: [String]

    /// On what: ARNs with `{region}` and `{account}`, `bucket:files/*` or `table:<name>`.
    public let resources: [String]

    init(_ object: inout ObjectReader) {
        actions = object.required(
            "actions", .list(of: .string), fallback: [],
            help: "actions that are allowed, such as s3:GetObject")
        resources = object.required(
            "resources", .list(of: .string), fallback: [],
            help: "ARNs with {region} and {account}, bucket:files/* or table:<name>")
    }
}

/// What builds and deploys a service.
public struct PipelineSpec: Sendable {
    /// How new versions come.
    public enum Deployment: String, Sendable, CaseIterable {
        /// ECS replaces task by task.
        case rolling

        /// CodeDeploy shifts the requests to a second set of tasks.
        case blueGreen = "blue_green"
    }

    /// Where the source comes from, `connection` or `codecommit`.
    public let sourceType: String

    /// The connection to the host of the repository.
    public let connectionARN: String?

    /// How new versions come.
    public let deployment: Deployment

    init(_ object: inout ObjectReader) {
        let source = object.value(
            "source", .object { SourceSpec(&$0) }, default: ["repository": ""], .structural,
            help: "where the source comes from")
        sourceType = source.type
        connectionARN = source.connectionARN
        deployment = object.value(
            "deployment", .choice(Deployment.self), default: "rolling", help: "how new versions come")
        _ = object.value(
            "manual_approval", .bool, default: false, help: "ask for approval before the deployment")
        _ = object.optional(
            "buildspec", .string,
            help: "build file in the repository, instead of a Docker build of its root folder")
    }

    private struct SourceSpec: Sendable {
        let type: String
        let connectionARN: String?

        init(_ object: inout ObjectReader) {
            type = object.value(
                "type", .choice(["connection", "codecommit"]), default: "connection",
                help: "a code connection (GitHub and others) or CodeCommit")
            connectionARN = object.optional(
                "connection_arn", .string, help: "connection to the repository's host")
            _ = object.required(
                "repository", .string, fallback: "", help: "name of the repository, such as shop/api")
            _ = object.value("branch", .string, default: "main", help: "branch that is deployed")
        }
    }
}
