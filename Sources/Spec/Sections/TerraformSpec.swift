import JSON

/// The versions of Terraform and of its provider, and the layout of the environments.
public struct TerraformSpec: Sendable {
    /// How environments share the root configuration.
    public enum Layout: String, Sendable, CaseIterable {
        /// One root, a workspace and a variable file an environment.
        case workspaces

        /// A root of its own for each environment.
        case directories
    }

    /// The constraint on Terraform itself.
    public let requiredVersion: String

    /// The constraint on the provider `hashicorp/aws`.
    public let awsProviderVersion: String

    /// How environments share the root configuration.
    public let layout: Layout

    /// Whether passwords are given as write-only arguments, so that they do not reach the state.
    public let writeOnlySecrets: Bool

    init(_ object: inout ObjectReader) {
        requiredVersion = object.value(
            "required_version", .string, default: ">= 1.10",
            help: "version constraint of Terraform, with a lower bound of at least 1.9")
        awsProviderVersion = object.value(
            "aws_provider_version", .string, default: "~> 6.0",
            help: "version constraint of the provider hashicorp/aws, which admits some 6.x")
        layout = object.value(
            "layout", .choice(Layout.self), default: "workspaces",
            help: "one root with a workspace an environment, or a root for each environment")
        writeOnlySecrets = object.value(
            "write_only_secrets", .bool, default: false,
            help:
                "give passwords as write-only arguments (Terraform 1.11), so that they do not reach the state"
        )
    }
}
