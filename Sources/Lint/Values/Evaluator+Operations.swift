import Diagnostics
import HCL

extension Evaluator {
    func operation(_ operation: Operation, _ frame: Frame) -> Value {
        let (left, leftMarks) = self.value(of: operation.left, in: frame).unmarked
        switch (operation.operator, left.bool) {
        case (.and, false?), (.or, true?):
            // The result is certain; Terraform of late does not look at the other side.
            let right = silently { self.value(of: operation.right, in: frame) }
            return Value.bool(operation.operator == .or).marked(leftMarks.union(right.unmarked.marks))
        default: break
        }
        let (right, rightMarks) = self.value(of: operation.right, in: frame).unmarked
        let marks = leftMarks.union(rightMarks)
        switch operation.operator {
        case .equal, .notEqual:
            guard let isEqual = Value.areEqual(left, right) else { return Value.unknown(.bool).marked(marks) }
            return Value.bool(isEqual == (operation.operator == .equal)).marked(marks)
        case .and, .or:
            let isFine =
                check(left, is: .bool, operation.left, frame)
                && check(right, is: .bool, operation.right, frame)
            guard isFine, let first = left.bool, let second = right.bool else {
                // One side may decide alone.
                if isFine, right.bool == (operation.operator == .or) {
                    return Value.bool(operation.operator == .or).marked(marks)
                }
                return Value.unknown(.bool).marked(marks)
            }
            return Value.bool(operation.operator == .and ? first && second : first || second).marked(marks)
        default:
            let isFine =
                check(left, is: .number, operation.left, frame)
                && check(right, is: .number, operation.right, frame)
            guard isFine, let first = left.number, let second = right.number else {
                return Value.unknown(operation.operator.isComparison ? .bool : .number).marked(marks)
            }
            return calculated(first, second, operation, frame).marked(marks)
        }
    }

    private func calculated(_ left: Double, _ right: Double, _ operation: Operation, _ frame: Frame) -> Value
    {
        switch operation.operator {
        case .less: return .bool(left < right)
        case .lessEqual: return .bool(left <= right)
        case .greater: return .bool(left > right)
        case .greaterEqual: return .bool(left >= right)
        case .add: return .number(left + right)
        case .subtract: return .number(left - right)
        case .multiply: return .number(left * right)
        case .divide:
            if right == 0 { return .unknown(.number) }
            return .number(left / right)
        default:
            if right == 0 { return .unknown(.number) }
            return .number(left.truncatingRemainder(dividingBy: right))
        }
    }

    func unaryOperation(_ operation: UnaryOperation, _ frame: Frame) -> Value {
        let (operand, marks) = self.value(of: operation.operand, in: frame).unmarked
        if operation.operator == .negate {
            guard check(operand, is: .number, operation.operand, frame), let number = operand.number else {
                return Value.unknown(.number).marked(marks)
            }
            return Value.number(-number).marked(marks)
        }
        guard check(operand, is: .bool, operation.operand, frame), let bool = operand.bool else {
            return Value.unknown(.bool).marked(marks)
        }
        return Value.bool(!bool).marked(marks)
    }

    /// Whether an operand has a type, or may have it; reports it otherwise.
    private func check(_ value: Value, is type: ValueType, _ expression: Expression, _ frame: Frame) -> Bool {
        if value.isNull {
            report(.nullValue, "the operand is null", at: expression.range, frame.scope)
            return false
        }
        let isFine: Bool
        switch (value, value.type) {
        case (_, .any): isFine = true
        case (.string, _): isFine = type == .number ? value.number != nil : value.bool != nil
        case (_, .string): isFine = true
        case (_, let other): isFine = other == type
        }
        if !isFine {
            report(
                .invalidOperand, "\(type.words) is needed here, this is \(value.type.words)",
                at: expression.range, frame.scope)
        }
        return isFine
    }
}

extension Operation.Operator {
    /// Whether the result is a truth value.
    fileprivate var isComparison: Bool {
        switch self {
        case .less, .lessEqual, .greater, .greaterEqual, .equal, .notEqual, .and, .or: return true
        default: return false
        }
    }
}
