public import Diagnostics
import HCL
public import Terraform

/// All that rules may know of the tree that is looked at.
public struct LintContext {
    /// The modules and how they call each other.
    public let tree: ModuleTree

    /// The texts of all files.
    public let sources: SourceMap

    /// The references of each module and what they lead to, by the position of the module.
    public let references: [ReferenceTable]

    /// For each module whether all that it declares is known, so that what is not found is not there.
    ///
    /// A syntax error or a block that could not be read may hide declarations.
    public let isComplete: [Bool]

    /// The calls of each module, in the order of the calling modules; empty for the root.
    public let callers: [[Caller]]

    /// Values, as far as Terraform itself follows them without those of an environment.
    let values: Evaluator

    /// The environments of the root module, with values as they give them; one with the defaults where there are no
    /// variable files.
    let environments: [LintEnvironment]

    /// What Terraform would refuse when it evaluates the tree.
    let problems: [Problem]

    /// What the catalogue of the AWS provider says of the tree.
    let provided: ProviderKnowledge

    /// The resources by type.
    let index: ResourceIndex

    /// What infragen's manifest says of the tree; nil where infragen did not render it.
    let rendered: RenderRecord?

    /// What several rules want to know.
    let cache = LintCache()

    /// The rules that were asked for by their ids.
    let requested: Set<String>

    /// The module of each file, by the index of its `FileID`.
    private let modulesByFile: [Int?]

    /// Where a module is called.
    public struct Caller: Sendable, Hashable {
        /// The position of the calling module.
        public var module: Int

        /// The position of the call among the calls of that module.
        public var call: Int
    }

    init(
        tree: ModuleTree, sources: SourceMap, hidden: Set<FileID>, rendered: RenderRecord? = nil,
        requested: Set<String> = [], environments: (ModuleTree, [Bool]) -> [LintEnvironment]
    ) {
        self.tree = tree
        self.sources = sources
        self.rendered = rendered
        self.requested = requested
        index = ResourceIndex(tree)
        var modulesByFile = [Int?](repeating: nil, count: sources.files.count)
        for (position, module) in tree.modules.enumerated() {
            for file in module.files { modulesByFile[Int(file.file.index)] = position }
        }
        self.modulesByFile = modulesByFile
        provided = ProviderKnowledge(tree)
        references = tree.modules.map { ReferenceTable(of: $0) }
        isComplete = tree.modules.map { module in !module.files.contains { hidden.contains($0.file) } }
        var callers = [[Caller]](repeating: [], count: tree.modules.count)
        for (module, called) in tree.calledModules.enumerated() {
            for (call, child) in called.enumerated() {
                if let child { callers[child].append(Caller(module: module, call: call)) }
            }
        }
        self.callers = callers
        let knowledge = provided
        values = Evaluator(tree, isComplete: isComplete) { knowledge.valueType(module: $0, resource: $1) }
        TreeCheck.run(values, types: ArgumentTypes(provided.bodies))
        problems = values.problems
        self.environments = environments(tree, isComplete)
    }

    /// The position of the module that a range lies in; nil for a range of no module.
    public func module(at range: SourceRange) -> Int? {
        let index = Int(range.file.index)
        return modulesByFile.indices.contains(index) ? modulesByFile[index] : nil
    }

    /// The module calls that lead to a place, innermost first, as notes; empty for places in the root module.
    ///
    /// Without an instance the calls that lead to the first instance of the module stand for all of them.
    func chain(to range: SourceRange, instance: Int?) -> [Diagnostic.Note] {
        guard let module = module(at: range), module != 0 else { return [] }
        guard let instance = instance ?? tree.instances.firstIndex(where: { $0.module == module }) else {
            return []
        }
        var notes: [Diagnostic.Note] = []
        for (_, call) in tree.calls(to: instance).reversed() {
            notes.append(Diagnostic.Note("called from here", at: call.block.headerRange))
        }
        return notes
    }
}
