/// A type of resource, data source or ephemeral resource.
public struct TypeSchema: Sendable {
    /// Such as `aws_vpc`.
    public var name: String

    /// The versions that have the type, as indices into `Catalogue.versions`.
    public var lifetime: ClosedRange<Int>

    /// The versions that may have more attributes and blocks than are known, or other ones; nil for most types.
    public var doubt: ClosedRange<Int>?

    /// Whether the newest version calls the type deprecated.
    public var isDeprecated: Bool

    /// What a block of the type can hold, besides Terraform's own meta-arguments.
    public var body: BlockSchema
}
