public import Diagnostics
public import HCL

/// A traversal read as what it refers to.
public struct Reference: Sendable {
    /// What a reference refers to.
    public enum Subject: Sendable {
        /// `var.name`.
        case variable(Name)

        /// `local.name`.
        case local(Name)

        /// `module.name`, and the output where one is read.
        case module(Name, key: InstanceKey, output: Name?)

        /// A resource, such as `aws_vpc.this`, and the attribute where one is read.
        case resource(Resource.Mode, type: Name, name: Name, key: InstanceKey, attribute: Name?)

        /// `each.key` or `each.value`; the name is whatever stands behind the point.
        case each(Name)

        /// `count.index`.
        case count(Name)

        /// `path.module`, `path.root` or `path.cwd`.
        case path(Name)

        /// `terraform.workspace`.
        case terraform(Name)

        /// `self`, and the attribute where one is read.
        case itself(attribute: Name?)

        /// No reference that Terraform knows, with the reason in a sentence of the form of a summary.
        case invalid(reason: String)
    }

    /// How one instance of a module or resource is picked.
    public enum InstanceKey: Sendable {
        /// Not at all.
        case none

        /// By `[key]`.
        case index(Expression)

        /// All of them, by `[*]` or `.*`.
        case splat
    }

    /// What is referred to.
    public var subject: Subject

    /// The whole traversal, with all that is read from the subject.
    public var traversal: Traversal

    /// The steps behind the subject (behind the attribute or output, where there is one).
    public var remainingSteps: ArraySlice<TraversalStep>

    /// The position of the argument in which it stands, among the sites of its module.
    public var site: Int

    /// Whether it stands in `try()` or `can()`, which take what does not work.
    public var isTried = false

    /// The whole traversal.
    public var range: SourceRange { traversal.range }
}

/// An argument in which references stand.
public struct Site: Sendable {
    /// What the argument belongs to.
    public var owner: Owner

    /// The types of the blocks around it within the owner, outermost first, such as `["lifecycle"]`.
    public var blocks: [String]

    /// The name of the argument.
    public var argument: String

    /// The argument.
    public var attribute: Attribute

    /// Whether it is the argument of this name that stands in the owner's block itself.
    public func isArgument(_ name: String) -> Bool { blocks.isEmpty && argument == name }
}

/// What an argument belongs to: a declaration, by its position among those of its kind.
public enum Owner: Sendable, Hashable {
    case variable(Int)
    case output(Int)
    case local(Int)
    case resource(Int)
    case call(Int)
    case provider(Int)
    case check(Int)
    case moved(Int)
    case removed(Int)
    case `import`(Int)

    /// The `terraform` block, or a block that belongs to no declaration.
    case settings
}
