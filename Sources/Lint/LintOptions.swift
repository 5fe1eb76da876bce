/// What of a tree is looked at.
public struct LintOptions: Sendable {
    /// The ids of the rules that are wanted; nil for all of them.
    public var wanted: Set<String>?

    /// The ids of the rules that are not wanted.
    public var disabled: Set<String>

    /// Makes options; without arguments every rule is wanted.
    public init(wanted: Set<String>? = nil, disabled: Set<String> = []) {
        self.wanted = wanted
        self.disabled = disabled
    }

    /// Whether what a rule finds is wanted.
    public func includes(_ id: String) -> Bool { wanted?.contains(id) != false && !disabled.contains(id) }
}

/// Values for the variables of a root module: a `*.tfvars` or `*.tfvars.json` file.
public struct VariableFile: Sendable {
    /// The path as the user knows it.
    public var path: String

    /// What it holds.
    public var bytes: [UInt8]

    /// The environment that it is for; nil for files that Terraform reads in every one, such as
    /// `terraform.tfvars`.
    public var environment: String?

    /// Makes a file.
    public init(path: String, bytes: [UInt8], environment: String? = nil) {
        self.path = path
        self.bytes = bytes
        self.environment = environment
    }
}
