public import Diagnostics
public import HCL

/// A provider configuration named in an argument: `aws` or `aws.us_east_1`.
public struct ProviderReference: Sendable, Hashable {
    /// The local name of the provider.
    public var provider: Name

    /// The alias; nil for the default configuration.
    public var alias: Name?

    /// The whole reference.
    public var range: SourceRange { alias.map { provider.range.union($0.range) } ?? provider.range }

    /// The reference as written: `aws.us_east_1`.
    public var key: String { alias.map { "\(provider.text).\($0.text)" } ?? provider.text }
}

/// A provider configuration: `provider "aws" { }`.
public struct ProviderConfiguration: Declaration {
    /// The local name of the provider.
    public var provider: Name

    /// The alias; nil for the default configuration.
    public var alias: Name?

    /// The block, with its arguments.
    public var block: Block

    /// The reference that names it: `aws.us_east_1`.
    public var key: String { alias.map { "\(provider.text).\($0.text)" } ?? provider.text }

    /// The local name of the provider.
    public var nameRange: SourceRange { provider.range }
}

/// A provider requirement: one entry of `required_providers`.
public struct ProviderRequirement: Declaration {
    /// The local name.
    public var name: Name

    /// Where the provider comes from, such as `hashicorp/aws`; nil where nothing is said.
    public var source: String?

    /// Which versions may be taken; nil where nothing is said.
    public var version: VersionConstraint?

    /// Where the version constraint stands.
    public var versionRange: SourceRange?

    /// The configurations that callers must hand over.
    public var aliases: [ProviderReference] = []

    /// The entry as written.
    public var value: Expression

    /// The local name.
    public var key: String { name.text }

    /// The local name.
    public var nameRange: SourceRange { name.range }
}
