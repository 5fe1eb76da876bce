import JSON

/// Where Terraform keeps its state.
public struct BackendSpec: Sendable {
    /// What keeps two runs from changing the state at once.
    public enum Locking: String, Sendable, CaseIterable {
        /// A DynamoDB table.
        case dynamodb

        /// A lock file in the bucket.
        case s3

        /// Both, while one is replaced by the other.
        case both
    }

    /// The bucket.
    public let bucket: String

    /// The region of the bucket.
    public let region: String

    /// The key of the state in the bucket.
    public let key: String

    /// The folder of the workspaces in the bucket.
    public let workspaceKeyPrefix: String

    /// What keeps two runs from changing the state at once.
    public let locking: Locking

    /// The DynamoDB table, for the two lockings that use one.
    public let lockTable: String

    /// Whether the state is encrypted with a key of its own.
    public let kms: Bool

    init(_ object: inout ObjectReader, _ context: SpecContext) {
        bucket = object.required(
            "bucket", .string, fallback: "",
            help: "S3 bucket of the state: 3-63 characters of a-z, 0-9 and hyphens")
        region = object.value(
            "region", .string, default: .string(context.primaryRegion), derived: "the primary region",
            help: "region of the bucket")
        key = object.value(
            "key", .string, default: "infrastructure.tfstate", help: "key of the state in the bucket")
        workspaceKeyPrefix = object.value(
            "workspace_key_prefix", .string, default: "env", help: "folder of the workspaces in the bucket")
        locking = object.value(
            "locking", .choice(Locking.self), default: "s3",
            help: "what keeps two runs apart: a lock file in the bucket, a DynamoDB table, or both")
        lockTable = object.value(
            "lock_table", .string, default: .string(context.project + "-terraform-lock"),
            derived: "<project>-terraform-lock", help: "DynamoDB table of the locks")
        kms = object.value("kms", .bool, default: true, help: "encrypt the state with a KMS key of its own")
    }
}
