import JSON

/// The key that encrypts data at rest in each region.
public struct EncryptionSpec: Sendable {
    /// Whether infragen makes the keys.
    public enum Mode: String, Sendable, CaseIterable {
        /// A key of its own in each region.
        case create

        /// A key that is there already.
        case existing
    }

    /// Whether infragen makes the keys.
    public let mode: Mode

    /// The id, alias or ARN of the existing key of each region.
    public let keys: [String: String]

    /// The tags of the existing keys, for regions that `keys` does not name.
    public let keyTags: [String: String]

    init(_ object: inout ObjectReader) {
        mode = object.value(
            "mode", .choice(Mode.self), default: "create",
            help:
                "make a KMS key in each region, or use keys that exist and that CloudWatch, SNS and logs may use"
        )
        keys = object.value(
            "keys", .map(of: .string), default: [:], .perEnvironment,
            help: "region and id, alias or ARN of the existing key")
        keyTags = object.value(
            "key_tags", .map(of: .string), default: [:], .perEnvironment,
            help: "tags of the existing keys, where keys does not name one")
    }
}

/// A topic that exists already: exactly one of the fields says which.
public struct ExistingTopicSpec: Sendable {
    /// The ARN, in which `{region}` stands for the region.
    public let arn: String?

    /// The name, which is the same in every region.
    public let name: String?

    /// The tags, which no other topic of the region has.
    public let tags: [String: String]

    init(_ object: inout ObjectReader) {
        arn = object.optional(
            "arn", .string, .perEnvironment, help: "ARN, in which {region} stands for the region")
        name = object.optional("name", .string, .perEnvironment, help: "name in every region")
        tags = object.value(
            "tags", .map(of: .string), default: [:], .perEnvironment,
            help: "tags that one topic of each region has")
    }
}

/// A repository of ECR that exists already: exactly one of the fields says which.
public struct ExistingRepositorySpec: Sendable {
    /// The name.
    public let name: String?

    /// The tags, which no other repository of the region has.
    public let tags: [String: String]

    init(_ object: inout ObjectReader) {
        name = object.optional("name", .string, .perEnvironment, help: "name in every region")
        tags = object.value(
            "tags", .map(of: .string), default: [:], .perEnvironment,
            help: "tags that one repository of each region has")
    }
}
