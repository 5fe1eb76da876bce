public import Diagnostics
public import HCL

/// A managed resource, a data resource or an ephemeral resource.
public struct Resource: Declaration {
    /// Which of the three it is.
    public enum Mode: String, Sendable, Hashable {
        /// `resource`: Terraform makes, changes and destroys it.
        case managed

        /// `data`: Terraform reads it.
        case data

        /// `ephemeral`: Terraform opens it for a run.
        case ephemeral

        /// The type of the block that declares it.
        public var blockType: String { self == .managed ? "resource" : rawValue }
    }

    /// Which of the three it is.
    public var mode: Mode

    /// The type, such as `aws_vpc`.
    public var type: Name

    /// The name within the module.
    public var name: Name

    /// The block that declares it, with its arguments and nested blocks.
    public var block: Block

    /// How many instances there are; nil where the argument is not given.
    public var count: Expression?

    /// What there is an instance for each of; nil where the argument is not given.
    public var forEach: Expression?

    /// The provider configuration; nil for the default one of the type's provider.
    public var provider: ProviderReference?

    /// What has to be ready first.
    public var dependencies: Expression?

    /// How it is made, changed and destroyed; nil where nothing is said.
    public var lifecycle: Lifecycle?

    /// Whether it has instances, so that a reference needs an index.
    public var isRepeated: Bool { count != nil || forEach != nil }

    /// The address within the module, such as `aws_vpc.this` or `data.aws_region.current`.
    public var key: String { Self.key(mode, type.text, name.text) }

    /// Type and name; in the JSON notation, where they may stand far apart, the name.
    public var nameRange: SourceRange {
        block.labels.first?.isQuoted == true ? type.range.union(name.range) : name.range
    }

    /// The address of a resource within its module.
    public static func key(_ mode: Mode, _ type: String, _ name: String) -> String {
        mode == .managed ? "\(type).\(name)" : "\(mode.rawValue).\(type).\(name)"
    }

    /// The local name of the provider that a resource type belongs to: all before the first underscore.
    public static func providerName(ofType type: String) -> String {
        type.firstIndex(of: "_").map { String(type[..<$0]) } ?? type
    }
}

/// The `lifecycle` block of a resource.
public struct Lifecycle: Sendable {
    /// The block.
    public var block: Block

    /// `create_before_destroy`; nil where it is not given or no constant.
    public var createsBeforeDestroying: Bool?

    /// `prevent_destroy`; nil where it is not given or no constant.
    public var preventsDestroying: Bool?

    /// `ignore_changes` as written.
    public var ignoredChanges: Expression?

    /// `replace_triggered_by` as written.
    public var replacementTriggers: Expression?

    /// `precondition` blocks.
    public var preconditions: [Variable.Condition] = []

    /// `postcondition` blocks.
    public var postconditions: [Variable.Condition] = []
}
