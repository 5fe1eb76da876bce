import Diagnostics
import HCL
import Terraform

/// What needs what within one module; calls stand for what their modules need.
struct DependencyGraph {
    /// Something that others may need.
    enum Node: Hashable {
        case variable(Int)
        case local(Int)
        case resource(Int)
        case output(Int)
        case provider(Int)

        /// The beginning of a call: its `count`, `for_each` and `depends_on`.
        case call(Int)

        /// An argument of a call, by its position.
        case argument(call: Int, position: Int)

        /// An output of a call.
        case result(call: Int, output: Int)

        /// The end of a call, when everything in it is there.
        case end(Int)
    }

    private let module: Module
    private let position: Int
    private let tree: ModuleTree
    private(set) var nodes: [Node] = []
    private var indices: [Node: Int] = [:]
    private(set) var edges: [[Int]] = []

    init(_ context: LintContext, _ position: Int, _ summaries: ModuleSummaries) {
        self.position = position
        tree = context.tree
        module = context.tree.modules[position]
        for call in module.calls.indices { addCall(call, summaries) }
        for resource in module.resources.indices { addProvider(of: resource) }
        let table = context.references[position]
        for entry in table.variables { add(entry, Node.variable) }
        for entry in table.locals { add(entry, Node.local) }
        for entry in table.resources { add(entry, Node.resource) }
        for entry in table.calls { addReference(toCall: entry) }
    }

    // MARK: - Building

    private mutating func index(of node: Node) -> Int {
        if let index = indices[node] { return index }
        indices[node] = nodes.count
        nodes.append(node)
        edges.append([])
        return nodes.count - 1
    }

    private mutating func connect(_ node: Node, to other: Node) {
        let from = index(of: node)
        let to = index(of: other)
        if from != to { edges[from].append(to) }
    }

    /// What an argument belongs to, as something that others may need; nil where nothing can need it.
    private func node(of site: Site) -> Node? {
        switch site.owner {
        case .local(let position): return .local(position)
        case .output(let position): return .output(position)
        case .resource(let position): return .resource(position)
        case .provider(let position): return .provider(position)
        case .call(let position):
            let found = module.calls[position].arguments.firstIndex {
                $0.nameRange == site.attribute.nameRange
            }
            return found.map { .argument(call: position, position: $0) } ?? .call(position)
        // The rules for a variable's values are looked at behind all others.
        default: return nil
        }
    }

    private mutating func add(_ entry: ReferenceTable.Entry, _ make: (Int) -> Node) {
        guard let target = entry.target,
            let node = node(of: module.site(of: module.references[entry.reference]))
        else { return }
        connect(node, to: make(target))
    }

    private mutating func addReference(toCall entry: ReferenceTable.Entry) {
        let reference = module.references[entry.reference]
        guard let target = entry.target, let node = node(of: module.site(of: reference)),
            case .module(_, _, let output) = reference.subject
        else { return }
        if module.site(of: reference).argument == "depends_on" { return connect(node, to: .end(target)) }
        // Nobody knows which arguments the outputs of a module from elsewhere need.
        guard let child = tree.module(calledBy: target, of: position) else {
            return connect(node, to: .call(target))
        }
        if let output, let result = tree.modules[child].outputs.index(of: output.text) {
            return connect(node, to: .result(call: target, output: result))
        }
        for result in tree.modules[child].outputs.indices {
            connect(node, to: .result(call: target, output: result))
        }
    }

    /// The arguments and outputs of a call, and how they need each other.
    private mutating func addCall(_ call: Int, _ summaries: ModuleSummaries) {
        let arguments = module.calls[call].arguments
        for argument in arguments.indices {
            let node = Node.argument(call: call, position: argument)
            connect(node, to: .call(call))
            connect(.end(call), to: node)
        }
        connect(.end(call), to: .call(call))
        guard let child = tree.module(calledBy: call, of: position) else { return }
        var places = [Int?](repeating: nil, count: tree.modules[child].variables.count)
        for (place, argument) in arguments.enumerated() {
            if let variable = tree.modules[child].variables.index(of: module.name(of: argument)) {
                places[variable] = place
            }
        }
        for (output, needed) in summaries.needed[child].enumerated() {
            connect(.result(call: call, output: output), to: .call(call))
            for variable in needed {
                guard let argument = places[variable] else { continue }
                connect(.result(call: call, output: output), to: .argument(call: call, position: argument))
            }
        }
    }

    private mutating func addProvider(of resource: Int) {
        let declared = module.resources[resource]
        let key = declared.provider?.key ?? Resource.providerName(ofType: declared.type.text)
        if let provider = module.providerConfigurations.index(of: key) {
            connect(.resource(resource), to: .provider(provider))
        }
    }

    // MARK: - Asking

    /// The positions of the variables that each output of the module needs.
    func variablesByOutput() -> [[Int]] {
        module.outputs.indices.map { output in
            guard let start = indices[.output(output)] else { return [] }
            var found: [Int] = []
            var seen = [Bool](repeating: false, count: nodes.count)
            var stack = [start]
            seen[start] = true
            while let node = stack.popLast() {
                if case .variable(let variable) = nodes[node] { found.append(variable) }
                for next in edges[node] where !seen[next] {
                    seen[next] = true
                    stack.append(next)
                }
            }
            return found
        }
    }

    /// Where a node is declared.
    func range(of node: Int) -> SourceRange? {
        switch nodes[node] {
        case .variable(let position): return module.variables[position].nameRange
        case .local(let position): return module.locals[position].nameRange
        case .resource(let position): return module.resources[position].nameRange
        case .output(let position): return module.outputs[position].nameRange
        case .provider(let position): return module.providerConfigurations[position].nameRange
        case .call(let call), .end(let call), .result(let call, _): return module.calls[call].nameRange
        case .argument(let call, let argument): return module.calls[call].arguments[argument].nameRange
        }
    }

    /// A node in words.
    func name(of node: Int) -> String {
        switch nodes[node] {
        case .variable(let position): return "var.\(module.variables[position].key)"
        case .local(let position): return "local.\(module.locals[position].key)"
        case .resource(let position): return module.resources[position].key
        case .output(let position): return "output.\(module.outputs[position].key)"
        case .provider(let position): return "provider.\(module.providerConfigurations[position].key)"
        case .call(let call), .end(let call): return "module.\(module.calls[call].key)"
        case .argument(let call, let argument):
            let name = module.name(of: module.calls[call].arguments[argument])
            return "argument \"\(name)\" of module.\(module.calls[call].key)"
        case .result(let call, let output):
            let child = tree.module(calledBy: call, of: position)
            let name = child.map { tree.modules[$0].outputs[output].key } ?? ""
            return "module.\(module.calls[call].key).\(name)"
        }
    }

    /// The shortest circle of each group of nodes that need each other, in a fixed order.
    func circles() -> [[Int]] {
        var components = StrongComponents(edges: edges)
        return components.find().compactMap { shortestCircle(within: Set($0)) }
    }

    private func shortestCircle(within group: Set<Int>) -> [Int]? {
        guard let start = group.min(by: { order($0) < order($1) }) else { return nil }
        var previous: [Int: Int] = [:]
        var queue = [start]
        var next = 0
        while next < queue.count {
            let node = queue[next]
            next += 1
            for target in edges[node] where group.contains(target) {
                if target == start {
                    var path = [node]
                    while let before = previous[path[path.count - 1]] { path.append(before) }
                    return path.reversed()
                }
                if previous[target] == nil, target != start {
                    previous[target] = node
                    queue.append(target)
                }
            }
        }
        return nil
    }

    /// What stands nearest to what is wrong comes first: an argument before the call that it belongs to.
    private func order(_ node: Int) -> (Int, Int32, Int32, Int) {
        let range = range(of: node)
        var rank = 0
        switch nodes[node] {
        case .call, .end, .result: rank = 1
        default: break
        }
        return (rank, range?.file.index ?? .max, range?.start ?? 0, node)
    }
}

/// What the outputs of each module need of its variables.
struct ModuleSummaries {
    /// For each module, for each output, the positions of the variables that it needs.
    private(set) var needed: [[[Int]]]

    /// What needs what within each module.
    private(set) var graphs: [DependencyGraph?]

    init(_ context: LintContext) {
        needed = context.tree.modules.map { $0.outputs.map { _ in [] } }
        graphs = [DependencyGraph?](repeating: nil, count: needed.count)
        var isDone = [Bool](repeating: false, count: needed.count)
        for module in needed.indices { finish(module, context, &isDone) }
    }

    private mutating func finish(_ module: Int, _ context: LintContext, _ isDone: inout [Bool]) {
        if isDone[module] { return }
        isDone[module] = true
        // Modules that call themselves are cut off at the call, so this ends.
        for child in context.tree.calledModules[module] { if let child { finish(child, context, &isDone) } }
        let graph = DependencyGraph(context, module, self)
        needed[module] = graph.variablesByOutput()
        graphs[module] = graph
    }
}

/// Tarjan's way to find the groups of nodes that can all reach each other; groups of one are left out.
struct StrongComponents {
    private let edges: [[Int]]
    private var order: [Int]
    private var low: [Int]
    private var isOnStack: [Bool]
    private var stack: [Int] = []
    private var count = 0

    init(edges: [[Int]]) {
        self.edges = edges
        order = [Int](repeating: -1, count: edges.count)
        low = order
        isOnStack = [Bool](repeating: false, count: edges.count)
    }

    mutating func find() -> [[Int]] {
        var groups: [[Int]] = []
        for start in edges.indices where order[start] < 0 {
            // The path from the start, each with the next edge to follow: no recursion, for paths may be long.
            var path = [(node: start, edge: 0)]
            open(start)
            while let (node, edge) = path.last {
                if edge < edges[node].count {
                    path[path.count - 1].edge += 1
                    let next = edges[node][edge]
                    if order[next] < 0 {
                        open(next)
                        path.append((next, 0))
                    } else if isOnStack[next] {
                        low[node] = min(low[node], order[next])
                    }
                } else {
                    path.removeLast()
                    if let last = path.last { low[last.node] = min(low[last.node], low[node]) }
                    if low[node] == order[node] { groups.append(close(node)) }
                }
            }
        }
        return groups.filter { $0.count > 1 }
    }

    private mutating func open(_ node: Int) {
        order[node] = count
        low[node] = count
        count += 1
        stack.append(node)
        isOnStack[node] = true
    }

    private mutating func close(_ node: Int) -> [Int] {
        var group: [Int] = []
        while let last = stack.popLast() {
            isOnStack[last] = false
            group.append(last)
            if last == node { break }
        }
        return group
    }
}
