public import Diagnostics
public import HCL

/// A `moved` block.
public struct MovedBlock: Sendable {
    /// The old address; nil where it is missing or broken.
    public var from: Address?

    /// The new address; nil where it is missing or broken.
    public var to: Address?

    /// The block.
    public var block: Block
}

/// A `removed` block.
public struct RemovedBlock: Sendable {
    /// What no longer stands in the configuration; nil where it is missing or broken.
    public var from: Address?

    /// The block.
    public var block: Block
}

/// An `import` block.
public struct ImportBlock: Sendable {
    /// The resource that takes the object over; nil where it is missing or broken.
    public var to: Address?

    /// What there is an import for each of; nil where there is one.
    public var forEach: Expression?

    /// The block.
    public var block: Block
}

/// A `check` block.
public struct Check: Declaration {
    /// The name.
    public var name: Name

    /// The conditions.
    public var assertions: [Variable.Condition] = []

    /// The block.
    public var block: Block

    /// The name.
    public var key: String { name.text }

    /// The name.
    public var nameRange: SourceRange { name.range }
}

/// The address of a module or resource: `module.a["x"].aws_vpc.this[0]`.
public struct Address: Sendable {
    /// One `module.name`.
    public struct Step: Sendable {
        /// The name of the call.
        public var name: Name

        /// The key of the instance; nil without one.
        public var key: Expression?
    }

    /// The modules from the outermost in.
    public var modules: [Step]

    /// The resource; nil where the address is that of a module.
    public var resource: (mode: Resource.Mode, type: Name, name: Name, key: Expression?)?

    /// The whole address.
    public var range: SourceRange
}
