import Diagnostics
import HCL
import Terraform

/// A resource of one scope, and one of its repetitions: what a rule about values looks at.
struct BlockInstance {
    /// The values around it.
    let values: Evaluator

    /// The scope that it stands in.
    let scope: Int

    /// The resource.
    let resource: Resource

    /// What `each` and `count` mean in it.
    let repetition: Repetition

    /// The position of the module's instance in the tree, for `RuleReport.add`.
    var instance: Int { values.scopes[scope].instance }

    /// The module that it stands in.
    var module: Module { values.module(of: scope) }

    /// The address, with the keys that are known: `module.a.aws_lb.this["x"]`.
    var address: String {
        let outer = values.address(of: scope)
        return (outer.isEmpty ? "" : outer + ".") + resource.key + repetition.suffix
    }

    /// An argument of its block; nil where it is not given.
    func attribute(_ name: String) -> Attribute? { attribute(name, in: resource.block.body) }

    /// An argument of a block within it; nil where it is not given.
    func attribute(_ name: String, in body: Body) -> Attribute? {
        let module = module
        for case .attribute(let attribute) in body.items
        where module.file(of: attribute.nameRange)?.spells(attribute.nameRange, name) == true {
            return attribute
        }
        return nil
    }

    /// The value of an argument of its block; nil where it is not given.
    func value(_ name: String) -> Value? { attribute(name).map { value(of: $0.value) } }

    /// The value of an expression that stands in it.
    func value(of expression: Expression) -> Value {
        values.value(of: expression, in: scope, repetition)
    }
}

extension Repetition {
    /// Whether it is the one of a key.
    func hasKey(_ key: String) -> Bool {
        switch self {
        case .none: return false
        case .count(let index): return index.text == key
        case .each(let own, _): return own.text == key
        }
    }

    /// The key in brackets, where there is one and it is known.
    var suffix: String {
        switch self {
        case .none: return ""
        case .count(let index): return index.integer.map { "[\($0)]" } ?? "[*]"
        case .each(let key, _): return key.text.map { "[\"\($0)\"]" } ?? "[*]"
        }
    }
}

extension Evaluator {
    /// The value of an expression in a scope; what goes wrong is not told.
    func value(of expression: Expression, in scope: Int, _ repetition: Repetition = .none) -> Value {
        silently { value(of: expression, in: frame(scope, at: expression.range, repetition)) }
    }

    /// The address of a scope with the keys that are known: `module.services["api"]`; empty for the root.
    func address(of scope: Int) -> String {
        guard let parent = scopes[scope].parent else { return "" }
        let outer = address(of: parent)
        let name = "module." + module(of: parent).calls[scopes[scope].call].key
        return (outer.isEmpty ? "" : outer + ".") + name + scopes[scope].repetition.suffix
    }

    /// The data sources that rules look at.
    private static let readTypes: Set = ["aws_iam_policy_document"]

    /// The resources of some types in all scopes, each repetition on its own; by type, then by scope.
    ///
    /// Data sources have types such as `data.aws_iam_policy_document`; only few are known here.
    func resources(ofTypes types: some Sequence<String>) -> [BlockInstance] {
        if let known = resourceInstances { return types.sorted().flatMap { known[$0] ?? [] } }
        var found: [String: [BlockInstance]] = [:]
        for scope in allScopes() {
            for resource in module(of: scope).resources {
                var type = resource.type.text
                if resource.mode != .managed {
                    guard resource.mode == .data, Self.readTypes.contains(type) else { continue }
                    type = "data.\(type)"
                }
                for repetition in repetitions(resource.count, resource.forEach, in: scope) {
                    found[type, default: []].append(
                        BlockInstance(values: self, scope: scope, resource: resource, repetition: repetition))
                }
            }
        }
        resourceInstances = found
        return types.sorted().flatMap { found[$0] ?? [] }
    }

    /// The value of an argument that a resource is given, for those who read it as an attribute.
    ///
    /// Only where the values of an environment are known: Terraform itself takes every attribute for unknown.
    func given(_ name: String, to resource: Resource, _ repetition: Repetition, in scope: Int) -> Value? {
        let module = module(of: scope)
        for case .attribute(let attribute) in resource.block.body.items
        where module.file(of: attribute.nameRange)?.spells(attribute.nameRange, name) == true {
            return deeper { value(of: attribute.value, in: scope, repetition) }
        }
        return nil
    }
}
