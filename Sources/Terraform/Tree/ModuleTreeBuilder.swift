public import Diagnostics
import HCL

extension ModuleTree {
    /// Reads a root module and everything that it calls through local sources.
    ///
    /// Modules that call themselves, directly or through others, are reported and left out at the call that closes
    /// the circle. Sources of registries and other places are left alone.
    ///
    /// - Parameters:
    ///   - path: The path of the root module's folder.
    ///   - sources: Where the files that are read go.
    ///   - folder: Tells what stands in a folder, by its path; nil where there is no such folder, or where it must
    ///     not be read. Paths are that of the root and the local sources behind it, joined by `/`.
    /// - Returns: The tree, and what Terraform would refuse when it loads the modules.
    public static func read(
        _ path: String, into sources: inout SourceMap, folder: (String) -> ModuleFolder?
    ) -> (ModuleTree, [Diagnostic]) {
        var builder = ModuleTreeBuilder(sources: sources)
        builder.readRoot(path, folder)
        sources = builder.sources
        let (instances, diagnostics) = InstanceBuilder.instances(
            of: builder.modules, calledModules: builder.calledModules)
        let tree = ModuleTree(
            modules: builder.modules, calledModules: builder.calledModules, instances: instances)
        return (tree, builder.diagnostics + diagnostics)
    }
}

/// Reads modules, each folder once.
private struct ModuleTreeBuilder {
    var sources: SourceMap
    var modules: [Module] = []
    var calledModules: [[Int?]] = []
    var diagnostics: [Diagnostic] = []

    private var positions: [String: Int] = [:]

    init(sources: SourceMap) { self.sources = sources }

    mutating func readRoot(_ path: String, _ folder: (String) -> ModuleFolder?) {
        guard let root = folder(path) else {
            diagnostics.append(
                Diagnostic(id: "folder-missing", summary: "there is no folder \"\(path)\"", path: path))
            modules = [Module(path: path, files: [])]
            calledModules = [[]]
            return
        }
        // Breadth first: those whom the root calls stand before those whom they call.
        var queue = [(position: add(root), path: path)]
        var next = 0
        while next < queue.count {
            let (position, path) = queue[next]
            next += 1
            for call in modules[position].calls.indices {
                guard case .local(let source) = modules[position].calls[call].source else { continue }
                let childPath = Self.joined(path, source)
                guard let child = folder(childPath) else {
                    reportMissing(modules[position].calls[call], source)
                    continue
                }
                if let known = positions[child.identity] {
                    calledModules[position][call] = known
                } else {
                    if child.files.isEmpty { reportEmpty(modules[position].calls[call], source) }
                    let added = add(child)
                    calledModules[position][call] = added
                    queue.append((added, childPath))
                }
            }
        }
    }

    private mutating func add(_ folder: ModuleFolder) -> Int {
        diagnostics += folder.diagnostics
        var files: [ConfigFile] = []
        var overriding: Set<FileID> = []
        for file in folder.files.sorted(by: { $0.name < $1.name }) {
            let path = folder.path.isEmpty ? file.name : folder.path + "/" + file.name
            let id = sources.add(path: path, bytes: file.bytes)
            let isJSON = file.name.hasSuffix(".json")
            let (config, mistakes) =
                isJSON ? JSONConfigReader.read(file.bytes, file: id) : ConfigFile.parse(file.bytes, file: id)
            diagnostics += mistakes
            files.append(config)
            if ModuleFolder.isOverride(file.name) { overriding.insert(id) }
        }
        let (module, mistakes) = ModuleDecoder.decode(path: folder.path, files: files) {
            overriding.contains($0.file)
        }
        diagnostics += mistakes
        modules.append(module)
        calledModules.append([Int?](repeating: nil, count: module.calls.count))
        positions[folder.identity] = modules.count - 1
        return modules.count - 1
    }

    private mutating func reportMissing(_ call: ModuleCall, _ source: String) {
        report(
            "module-missing", "the folder \"\(source)\" of the module cannot be read", call,
            help: "local sources are relative to the folder of the file that names them")
    }

    private mutating func reportEmpty(_ call: ModuleCall, _ source: String) {
        report("module-missing", "the folder \"\(source)\" of the module holds no .tf file", call)
    }

    /// Reports a call at its header, as Terraform does, with a note at its source.
    private mutating func report(_ id: String, _ summary: String, _ call: ModuleCall, help: String? = nil) {
        let source = call.sourceExpression.map { [Diagnostic.Note("this is its source", at: $0.range)] }
        diagnostics.append(
            Diagnostic(
                id: id, summary: summary, subject: call.block.headerRange, notes: source ?? [], help: help))
    }

    /// The path of a local source, without `.` and, where that is possible, without `..`.
    private static func joined(_ folder: String, _ source: String) -> String {
        var parts = folder.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if folder.isEmpty { parts = [] }
        for part in source.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != "..", last != "", last != "." {
                parts.removeLast()
            } else {
                parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}

/// Lists the modules of a tree as they are called.
private struct InstanceBuilder {
    /// Trees can be made that grow without end from few files; no one runs them.
    private static let maximumCount = 20_000

    private let modules: [Module]
    private var calledModules: [[Int?]]
    private var instances: [ModuleTree.Instance] = []
    private var diagnostics: [Diagnostic] = []

    static func instances(
        of modules: [Module], calledModules: [[Int?]]
    ) -> ([ModuleTree.Instance], [Diagnostic]) {
        var builder = InstanceBuilder(modules: modules, calledModules: calledModules)
        builder.build()
        return (builder.instances, builder.diagnostics)
    }

    private init(modules: [Module], calledModules: [[Int?]]) {
        self.modules = modules
        self.calledModules = calledModules
    }

    private mutating func build() {
        instances = [instance(of: 0, caller: nil, address: "")]
        var reported: Set<SourceRange> = []
        var next = 0
        while next < instances.count, instances.count < Self.maximumCount {
            let module = instances[next].module
            for (position, child) in calledModules[module].enumerated() {
                guard let child else { continue }
                let call = modules[module].calls[position]
                if isAround(next, child) {
                    if reported.insert(call.nameRange).inserted { reportCycle(call) }
                    continue
                }
                let outer = instances[next].address
                let address = (outer.isEmpty ? "" : outer + ".") + "module." + call.key
                instances[next].children[position] = instances.count
                instances.append(instance(of: child, caller: (next, position), address: address))
            }
            next += 1
        }
    }

    private func instance(
        of module: Int, caller: (instance: Int, call: Int)?, address: String
    ) -> ModuleTree.Instance {
        let children = [Int?](repeating: nil, count: calledModules[module].count)
        return ModuleTree.Instance(module: module, caller: caller, address: address, children: children)
    }

    /// Whether a module is that of an instance or of one of its callers.
    private func isAround(_ instance: Int, _ module: Int) -> Bool {
        var current: Int? = instance
        while let position = current {
            if instances[position].module == module { return true }
            current = instances[position].caller?.instance
        }
        return false
    }

    private mutating func reportCycle(_ call: ModuleCall) {
        diagnostics.append(
            Diagnostic(
                id: "module-cycle", summary: "the module calls itself, directly or through others",
                subject: call.block.headerRange,
                notes: call.sourceExpression.map { [Diagnostic.Note("this is its source", at: $0.range)] }
                    ?? []))
    }
}
