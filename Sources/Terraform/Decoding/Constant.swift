import Diagnostics
public import HCL

/// Values that are known without looking anything up.
extension ConfigFile {
    /// The value of an expression that refers to nothing and calls nothing; nil for all others.
    public func constant(of expression: Expression) -> Literal? {
        switch expression {
        case .literal(let literal): return constant(of: literal)
        case .template:
            if let text = constantText(of: expression) { return .string(text) }
            return nil
        case .parentheses(let parentheses): return constant(of: parentheses.inner)
        case .unaryOperation(let operation):
            guard operation.operator == .negate, case .number(let digits) = constant(of: operation.operand)
            else {
                return nil
            }
            return .number(digits.hasPrefix("-") ? String(digits.dropFirst()) : "-" + digits)
        case .tuple(let tuple):
            var items: [Literal] = []
            for item in tuple.items {
                guard let value = constant(of: item) else { return nil }
                items.append(value)
            }
            return .list(items)
        case .object(let object):
            var entries: [(key: String, value: Literal)] = []
            for item in object.items {
                guard let key = constantKey(of: item), let value = constant(of: item.value) else {
                    return nil
                }
                entries.append((key, value))
            }
            return .object(entries)
        default: return nil
        }
    }

    private func constant(of literal: LiteralExpression) -> Literal {
        switch literal.kind {
        case .number: return .number(text(of: literal))
        case .true: return .bool(true)
        case .false: return .bool(false)
        case .null: return .null
        case .string: return .string(text(of: literal))
        }
    }

    /// The truth value that a constant expression is or converts to; nil for all others.
    func constantBool(of expression: Expression) -> Bool? {
        switch constant(of: expression) {
        case .bool(let value): return value
        case .string("true"): return true
        case .string("false"): return false
        default: return nil
        }
    }
}
