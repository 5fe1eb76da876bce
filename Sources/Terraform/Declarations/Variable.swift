public import Diagnostics
public import HCL

/// An input variable: `variable "name" { }`.
public struct Variable: Declaration {
    /// A `validation` block of a variable, or a `precondition`, `postcondition` or `assert` block elsewhere.
    public struct Condition: Sendable {
        /// What has to be true; nil where it is missing.
        public var condition: Expression?

        /// What the user is told when it is not; nil where it is missing.
        public var errorMessage: Expression?

        /// The block.
        public var block: Block
    }

    /// The name.
    public var name: Name

    /// The block that declares it.
    public var block: Block

    /// The type constraint; nil where none is given, which means any type.
    public var type: TypeConstraint?

    /// The type constraint as written.
    public var typeExpression: Expression?

    /// The value of callers that give none; nil where callers must give one.
    public var defaultValue: Expression?

    /// What the variable is for, where it is a constant text.
    public var description: String?

    /// Whether its values are kept out of sight.
    public var isSensitive = false

    /// Whether its values are kept out of state and plan.
    public var isEphemeral = false

    /// Whether callers may give `null`; without it `null` means the default.
    public var isNullable = true

    /// The rules for its values.
    public var validations: [Condition] = []

    /// Whether a caller has to give a value.
    public var isRequired: Bool { defaultValue == nil }

    /// The name.
    public var key: String { name.text }

    /// The name.
    public var nameRange: SourceRange { name.range }
}

/// An output value: `output "name" { }`.
public struct Output: Declaration {
    /// The name.
    public var name: Name

    /// The block that declares it.
    public var block: Block

    /// The value; nil where it is missing.
    public var value: Expression?

    /// What the output is, where it is a constant text.
    public var description: String?

    /// Whether the value is kept out of sight.
    public var isSensitive = false

    /// Whether the value is kept out of state and plan.
    public var isEphemeral = false

    /// What has to be ready before the output is.
    public var dependencies: Expression?

    /// What has to be true of the value.
    public var preconditions: [Variable.Condition] = []

    /// The name.
    public var key: String { name.text }

    /// The name.
    public var nameRange: SourceRange { name.range }
}

/// A local value: one argument of a `locals` block.
public struct Local: Declaration {
    /// The name.
    public var name: Name

    /// The value.
    public var value: Expression

    /// The name.
    public var key: String { name.text }

    /// The name.
    public var nameRange: SourceRange { name.range }
}
