import Diagnostics
import HCL
import Terraform

/// A module that many look at, and nobody copies.
final class ModuleBox {
    let module: Module

    /// The files in the order of the module.
    let files: [FileBox]

    init(_ module: Module) {
        self.module = module
        files = module.files.map { FileBox($0) }
    }

    /// The file that a range lies in.
    func file(of range: SourceRange) -> FileBox {
        let position = Int(range.file.index - files[0].file.file.index)
        if files.indices.contains(position), files[position].file.file == range.file {
            return files[position]
        }
        return files.first { $0.file.file == range.file } ?? files[0]
    }
}

/// Follows values through a tree of modules, as far as they are written down.
///
/// What is not known stays unknown, with its type where that is known. All work is bounded: behind the bound
/// everything is unknown.
final class Evaluator {
    /// How many expressions are evaluated at most; a tree of a thousand files takes about a tenth of it.
    private let maximumSteps: Int

    /// How deep evaluation goes at most, through locals, calls and brackets.
    private static let maximumDepth = 400

    /// How long texts, and how large collections, get at most.
    static let maximumLength = 1 << 16
    static let maximumCount = 4096

    /// How many scopes there are at most, and how many for one call.
    private static let maximumScopes = 4000
    private static let maximumRepetitions = 40

    let tree: ModuleTree
    private let modules: [ModuleBox]
    private(set) var scopes: [Scope] = []

    /// What is wrong, in the order in which it was found.
    private(set) var problems: [Problem] = []

    /// The values of the root module's variables, by name; nil where they are not known.
    let rootValues: [String: Value]?

    /// The type of a resource's values, by the positions of its module and of the resource, where it is known.
    private let resourceType: (_ module: Int, _ resource: Int) -> ValueType?

    /// Whether there is anything ephemeral in the tree.
    lazy var hasEphemeralValues = tree.modules.contains { module in
        module.variables.contains(where: \.isEphemeral) || module.outputs.contains(where: \.isEphemeral)
            || module.resources.contains { $0.mode == .ephemeral }
    }

    /// The calls for which values are not followed, since their modules are not wholly known.
    let isComplete: [Bool]

    /// The managed resources of all scopes by their type, once somebody asks.
    var resourceInstances: [String: [BlockInstance]]?

    private var steps = 0
    private var depth = 0
    private var silence = 0

    /// Whether what is looked at may not be there at all.
    var isInDoubt = false

    init(
        _ tree: ModuleTree, isComplete: [Bool], rootValues: [String: Value]? = nil,
        resourceType: @escaping (_ module: Int, _ resource: Int) -> ValueType? = { _, _ in nil }
    ) {
        self.tree = tree
        modules = tree.modules.map { ModuleBox($0) }
        self.isComplete = isComplete
        self.rootValues = rootValues
        self.resourceType = resourceType
        maximumSteps = 200_000 + 300 * tree.modules.reduce(0) { $0 + $1.references.count }
        scopes.append(makeScope(instance: 0, parent: nil, call: 0, .none))
    }

    // MARK: - Scopes

    private func makeScope(instance: Int, parent: Int?, call: Int, _ repetition: Repetition) -> Scope {
        let position = tree.instances[instance].module
        let module = modules[position].module
        var arguments = [Int?](repeating: nil, count: module.variables.count)
        if let parent {
            let caller = box(of: parent).module
            for (place, argument) in caller.calls[call].arguments.enumerated() {
                if let variable = module.variables.index(of: caller.name(of: argument)) {
                    arguments[variable] = place
                }
            }
        }
        return Scope(
            instance: instance, module: position, parent: parent, call: call, repetition: repetition,
            arguments: arguments,
            variables: [Value?](repeating: nil, count: module.variables.count),
            locals: [Value?](repeating: nil, count: module.locals.count),
            outputs: [Value?](repeating: nil, count: module.outputs.count))
    }

    /// The module of a scope.
    func module(of scope: Int) -> Module { modules[scopes[scope].module].module }

    /// The module of a scope where it lies, for those who look at one part of it only.
    func box(of scope: Int) -> ModuleBox { modules[scopes[scope].module] }

    /// The scopes that a call leads to: one for each repetition where these are known, one for all of them
    /// otherwise; none where the called module is not in the tree.
    func children(of scope: Int, call: Int) -> [Int] {
        if let known = scopes[scope].children[call] { return known }
        let instance = scopes[scope].instance
        let children = tree.instances[instance].children
        guard children.indices.contains(call), let child = children[call] else { return [] }
        scopes[scope].children[call] = []
        let block = module(of: scope).calls[call]
        let repetitions = repetitions(block.count, block.forEach, in: scope)
        var result: [Int] = []
        for repetition in repetitions where scopes.count < Self.maximumScopes {
            scopes.append(makeScope(instance: child, parent: scope, call: call, repetition))
            result.append(scopes.count - 1)
        }
        scopes[scope].children[call] = result
        return result
    }

    /// Every scope that is known of a module's instances, all calls followed.
    func allScopes() -> Range<Int> {
        var next = 0
        while next < scopes.count {
            for call in module(of: next).calls.indices { _ = children(of: next, call: call) }
            next += 1
        }
        return scopes.indices
    }

    /// What `each` and `count` are in the repetitions of a block; one with unknown values where nobody can tell.
    func repetitions(_ count: Expression?, _ forEach: Expression?, in scope: Int) -> [Repetition] {
        if let count {
            let value = silently { self.value(of: count, in: frame(scope, at: count)) }
            guard let number = value.integer, number <= Self.maximumRepetitions, number >= 0 else {
                return [.count(.unknown(.number))]
            }
            return (0..<number).map { .count(.number(Double($0))) }
        }
        guard let forEach else { return [.none] }
        let value = silently { self.value(of: forEach, in: frame(scope, at: forEach)) }
        if let entries = value.entries, entries.count <= Self.maximumRepetitions {
            return entries.pairs.map { .each(key: .string($0), value: $1) }
        }
        if case .set(let items, _) = value.plain, items.count <= Self.maximumRepetitions,
            items.allSatisfy({ $0.text != nil })
        {
            return items.map { .each(key: $0, value: $0) }
        }
        if case .set = value.type { return [.each(key: .unknown(.string), value: .unknown(.string))] }
        return [.each(key: .unknown(.string), value: .unknown(value.type.element ?? .any))]
    }

    /// The frame of an expression that stands in a module's block without repetitions of its own.
    func frame(_ scope: Int, at expression: Expression) -> Frame {
        frame(scope, at: expression.range, .none)
    }

    func frame(_ scope: Int, at range: SourceRange, _ repetition: Repetition) -> Frame {
        Frame(scope: scope, box: box(of: scope).file(of: range), repetition: repetition)
    }

    // MARK: - Declarations

    /// The value of a variable.
    func variable(_ position: Int, in scope: Int) -> Value {
        if let known = scopes[scope].variables[position] { return known }
        guard scopes[scope].busyVariables.insert(position).inserted else { return .anything }
        let value = loudly { findVariable(position, in: scope) }
        scopes[scope].busyVariables.remove(position)
        scopes[scope].variables[position] = value
        return value
    }

    private func findVariable(_ position: Int, in scope: Int) -> Value {
        let variable = box(of: scope).module.variables[position]
        var marks: Value.Marks = []
        if variable.isSensitive { marks.insert(.sensitive) }
        if variable.isEphemeral { marks.insert(.ephemeral) }
        let type = variable.type ?? .any
        let unknown = Value.unknown(ValueType(type))
        guard let parent = scopes[scope].parent else {
            guard let rootValues else { return unknown.marked(marks) }
            let given = rootValues[variable.key] ?? self.defaultValue(of: variable, in: scope) ?? unknown
            return ((try? conversion(scope).convert(given, to: type).get()) ?? unknown).marked(marks)
        }
        guard let place = scopes[scope].arguments[position] else {
            return (self.defaultValue(of: variable, in: scope) ?? unknown).marked(marks)
        }
        let argument = box(of: parent).module.calls[scopes[scope].call].arguments[place]
        var frame = frame(parent, at: argument.value)
        frame.repetition = scopes[scope].repetition
        let given = self.value(of: argument.value, in: frame)
        if given.allMarks.contains(.ephemeral), !variable.isEphemeral {
            report(
                .ephemeralValue, "the variable \"\(variable.key)\" would keep an ephemeral value",
                at: argument.value.range, parent,
                notes: [Diagnostic.Note("declared here, without ephemeral = true", at: variable.nameRange)])
            return unknown.marked(marks)
        }
        let value = converted(given, for: variable, argument, scope)
        return value.marked(marks)
    }

    /// The value of an argument as the variable takes it.
    private func converted(
        _ given: Value, for variable: Variable, _ argument: Attribute, _ scope: Int
    ) -> Value {
        if given.isNull, !variable.isNullable {
            if let value = defaultValue(of: variable, in: scope) { return value }
            report(
                .wrongArgumentType, "the variable \"\(variable.key)\" cannot be null",
                at: argument.value.range,
                scopes[scope].parent ?? 0,
                notes: [Diagnostic.Note("declared here with nullable = false", at: variable.nameRange)])
        }
        guard let type = variable.type else { return given }
        switch conversion(scope).convert(given, to: type) {
        case .success(let value): return value
        case .failure(let error):
            report(
                .wrongArgumentType,
                "the value does not suit the variable \"\(variable.key)\": \(error.mismatch.words)",
                at: argument.value.range, scopes[scope].parent ?? 0,
                notes: [
                    Diagnostic.Note("declared here as \(type.description)", at: variable.nameRange)
                ])
            return .unknown(ValueType(type))
        }
    }

    /// The default of a variable with its type; nil where there is none.
    private func defaultValue(of variable: Variable, in scope: Int) -> Value? {
        guard let expression = variable.defaultValue else { return nil }
        let value = silently { self.value(of: expression, in: frame(scope, at: expression)) }
        guard let type = variable.type else { return value }
        let unknown = Value.unknown(ValueType(type))
        return (try? conversion(scope).convert(value, to: type).get()) ?? unknown
    }

    func conversion(_ scope: Int) -> Conversion {
        Conversion { [unowned self] expression in
            silently { self.value(of: expression, in: frame(scope, at: expression)) }
        }
    }

    /// The value of a local value.
    func local(_ position: Int, in scope: Int) -> Value {
        if let known = scopes[scope].locals[position] { return known }
        guard scopes[scope].busyLocals.insert(position).inserted else { return .anything }
        let expression = box(of: scope).module.locals[position].value
        let value = loudly { self.value(of: expression, in: frame(scope, at: expression)) }
        scopes[scope].busyLocals.remove(position)
        scopes[scope].locals[position] = value
        return value
    }

    /// The value of an output value, as callers see it.
    func output(_ position: Int, in scope: Int) -> Value {
        if let known = scopes[scope].outputs[position] { return known }
        guard scopes[scope].busyOutputs.insert(position).inserted else { return .anything }
        let output = box(of: scope).module.outputs[position]
        var value = Value.anything
        if let expression = output.value {
            value = loudly { self.value(of: expression, in: frame(scope, at: expression)) }
        }
        if output.isSensitive { value = value.marked(.sensitive) }
        if output.isEphemeral { value = value.marked(.ephemeral) }
        scopes[scope].busyOutputs.remove(position)
        scopes[scope].outputs[position] = value
        return value
    }

    /// The type of a resource, and how instances of it are kept together; nil where it is not known.
    func type(ofResource position: Int, in scope: Int) -> ValueType? {
        let resource = box(of: scope).module.resources[position]
        let builtin = BuiltinTypes.attributes(of: resource).map { ValueType.object($0) }
        guard let type = builtin ?? resourceType(scopes[scope].module, position) else { return nil }
        if resource.count != nil { return .list(type) }
        return resource.forEach != nil ? .map(type) : type
    }

    // MARK: - Bounds and problems

    /// Runs a piece of work one level deeper; everything is unknown where that is too deep or too much.
    func deeper(_ work: () -> Value) -> Value {
        guard depth < Self.maximumDepth, steps < maximumSteps else { return .anything }
        depth += 1
        steps += 1
        defer { depth -= 1 }
        return work()
    }

    /// Runs a piece of work of which problems are told elsewhere, or do not count.
    func silently<Result>(_ work: () -> Result) -> Result {
        silence += 1
        defer { silence -= 1 }
        return work()
    }

    /// Runs a piece of work whose problems count whoever asks for its result.
    private func loudly(_ work: () -> Value) -> Value {
        let outer = (silence, isInDoubt)
        (silence, isInDoubt) = (0, false)
        defer { (silence, isInDoubt) = outer }
        return work()
    }

    /// Runs a piece of work and says whether it met problems, which are not told.
    func attempt(_ work: () -> Value) -> (value: Value, hasFailed: Bool) {
        let outer = failures
        failures = 0
        let value = silently(work)
        defer { failures = outer }
        return (value, failures > 0)
    }

    /// How many problems were met by the current attempt.
    private var failures = 0

    /// Notes that something is wrong that others tell.
    func failed() { failures += 1 }

    func report(
        _ kind: Problem.Kind, _ summary: String, at range: SourceRange, _ scope: Int,
        severity: Diagnostic.Severity? = nil, notes: [Diagnostic.Note] = [], help: String? = nil
    ) {
        failures += 1
        guard silence == 0, !isInDoubt || !kind.dependsOnValues else { return }
        problems.append(
            Problem(
                kind: kind, summary: summary, range: range, instance: scopes[scope].instance, notes: notes,
                help: help, severity: severity))
    }
}
