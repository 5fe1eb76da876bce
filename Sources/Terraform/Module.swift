public import Diagnostics
public import HCL

/// All config files of one folder, as one thing.
public struct Module: Sendable {
    /// The path of the folder, with `/` between names and without `.` and `..` where that is possible; empty for
    /// the folder that the run is about.
    public let path: String

    /// The files, by name.
    public let files: [ConfigFile]

    /// The index of the first file in the source map; the others follow it.
    private let firstFile: Int32

    /// `terraform { required_version = ... }`, one for each that is given.
    public internal(set) var requiredVersions: [(constraint: VersionConstraint, range: SourceRange)] = []

    /// The `backend` or `cloud` block; nil where there is none.
    public internal(set) var backend: Block?

    /// The input variables.
    public internal(set) var variables = Declarations<Variable>()

    /// The output values.
    public internal(set) var outputs = Declarations<Output>()

    /// The local values.
    public internal(set) var locals = Declarations<Local>()

    /// The managed, data and ephemeral resources; their keys are their addresses within the module.
    public internal(set) var resources = Declarations<Resource>()

    /// The module calls.
    public internal(set) var calls = Declarations<ModuleCall>()

    /// The provider configurations; their keys are `aws` and `aws.us_east_1`.
    public internal(set) var providerConfigurations = Declarations<ProviderConfiguration>()

    /// The provider requirements.
    public internal(set) var providerRequirements = Declarations<ProviderRequirement>()

    /// The `check` blocks.
    public internal(set) var checks = Declarations<Check>()

    /// The `moved` blocks.
    public internal(set) var moves: [MovedBlock] = []

    /// The `removed` blocks.
    public internal(set) var removals: [RemovedBlock] = []

    /// The `import` blocks.
    public internal(set) var imports: [ImportBlock] = []

    /// Every reference in every expression, in the order of files and of their text.
    public internal(set) var references: [Reference] = []

    /// The arguments in which references stand.
    public internal(set) var sites: [Site] = []

    init(path: String, files: [ConfigFile]) {
        self.path = path
        self.files = files
        firstFile = files.first?.file.index ?? 0
    }

    /// The file that a range of this module lies in; nil for a range of another module.
    public func file(of range: SourceRange) -> ConfigFile? {
        // The files of a module follow each other in the source map.
        let position = Int(range.file.index - firstFile)
        guard files.indices.contains(position), files[position].file == range.file else {
            return files.first { $0.file == range.file }
        }
        return files[position]
    }

    /// The text of a range of this module; empty for a range of another module.
    public func text(of range: SourceRange) -> String { file(of: range)?.text(of: range) ?? "" }

    /// Whether a range of this module holds exactly this word; quicker than to make its text.
    public func spells(_ range: SourceRange, _ word: String) -> Bool {
        // Most words differ in length, which needs no look at the text.
        let position = Int(range.file.index - firstFile)
        guard files.indices.contains(position), files[position].file == range.file else {
            return file(of: range)?.spells(range, word) ?? false
        }
        if Int(range.end - range.start) != word.utf8.count, files[position].notation == .native {
            return false
        }
        return files.withUnsafeBufferPointer { $0[position].spells(range, word) }
    }

    /// The text of an expression that is a constant string; nil for all others.
    public func constantText(of expression: Expression) -> String? {
        file(of: expression.range)?.constantText(of: expression)
    }

    /// The argument in which a reference stands.
    public func site(of reference: Reference) -> Site { sites[reference.site] }

    /// The name of a declaration's attribute.
    public func name(of attribute: Attribute) -> String { text(of: attribute.nameRange) }
}
