public import Diagnostics

/// A root module, the modules that it calls, and those that they call.
public struct ModuleTree: Sendable {
    /// A module as called in one place: the same folder may be called many times.
    public struct Instance: Sendable {
        /// The position of the module among the modules of the tree.
        public var module: Int

        /// The position of the calling instance, and that of the call among its module's calls; nil for the root.
        public var caller: (instance: Int, call: Int)?

        /// The address: `module.network.module.subnets`, empty for the root.
        public var address: String

        /// The position of the instance that each call of the module leads to, by the position of the call; nil
        /// where the called module is not in the tree.
        public var children: [Int?]
    }

    /// The modules, the root first, then in the order in which they are called.
    public internal(set) var modules: [Module]

    /// For each module, the module that each of its calls leads to; nil where that is not in the tree.
    public internal(set) var calledModules: [[Int?]]

    /// The modules as called, callers before those whom they call; the root first.
    public internal(set) var instances: [Instance]

    /// The root module.
    public var root: Module { modules[0] }

    /// The module that a call leads to; nil where it comes from elsewhere, or could not be read.
    public func module(calledBy call: Int, of module: Int) -> Int? {
        let calls = calledModules[module]
        return call < calls.count ? calls[call] : nil
    }

    /// The calls that lead to an instance, outermost first, each with the module it stands in.
    public func calls(to instance: Int) -> [(module: Module, call: ModuleCall)] {
        var chain: [(module: Module, call: ModuleCall)] = []
        var current = instance
        while let caller = instances[current].caller {
            let module = modules[instances[caller.instance].module]
            chain.append((module, module.calls[caller.call]))
            current = caller.instance
        }
        return chain.reversed()
    }

    /// The instances of a module.
    public func instances(of module: Int) -> [Int] {
        instances.indices.filter { instances[$0].module == module }
    }

    /// The module that a range lies in; nil where it lies in no module of the tree.
    public func module(at range: SourceRange) -> Module? { modules.first { $0.file(of: range) != nil } }
}
