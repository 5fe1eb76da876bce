import HCL
import Terraform

/// Which modules were looked at already, so that what cannot differ from call to call is looked at once.
final class CheckedModules {
    /// For each module that was looked at, and whose variables all have types, which of them were null.
    private var nulls: [Int: [Bool]] = [:]

    /// Whether arguments that only pass a value on hold nothing new in the current scope.
    ///
    /// The types of variables are those of their declarations, so a value that is passed on is of the same type in
    /// every call; only null makes a difference.
    private(set) var knowsSimpleValues = false

    /// Goes on with a scope whose variables have been evaluated.
    func enter(_ scope: Scope, _ module: Module) {
        let own = scope.variables.map { $0?.isNull ?? false }
        if let known = nulls[scope.module] {
            knowsSimpleValues = known == own
        } else {
            knowsSimpleValues = false
            if module.variables.allSatisfy({ $0.type?.isExact == true }) { nulls[scope.module] = own }
        }
    }
}

extension TypeConstraint {
    /// Whether it says everything about its values, `any` being in no part of it.
    fileprivate var isExact: Bool {
        switch self {
        case .any: return false
        case .string, .number, .bool: return true
        case .list(let element), .set(let element), .map(let element): return element.isExact
        case .tuple(let elements): return elements.allSatisfy(\.isExact)
        case .object(let attributes): return attributes.allSatisfy(\.type.isExact)
        }
    }
}

extension Expression {
    /// Whether it only passes on what is written down or read by name: it cannot fail for one value and not for another
    /// of the same type.
    var isSimple: Bool {
        switch self {
        case .literal: return true
        case .parentheses(let parentheses): return parentheses.inner.isSimple
        case .traversal(let traversal):
            guard traversal.steps.count <= 2 else { return false }
            return traversal.steps.allSatisfy { step in
                if case .attribute = step { return true }
                return false
            }
        case .tuple(let tuple): return tuple.items.allSatisfy(\.isSimple)
        case .object(let object):
            return object.items.allSatisfy { item in
                if case .traversal(let key) = item.key, key.steps.isEmpty { return item.value.isSimple }
                if case .literal = item.key { return item.value.isSimple }
                return false
            }
        default: return false
        }
    }
}
