public import Diagnostics

/// Two operands and the operator between them.
public struct Operation: Sendable {
    /// The operators that take two operands.
    public enum Operator: UInt8, Sendable, Hashable {
        case or, and, equal, notEqual, less, lessEqual, greater, greaterEqual
        case add, subtract, multiply, divide, remainder
    }

    /// What stands left of the operator.
    public var left: Expression

    /// The operator.
    public var `operator`: Operator

    /// Where the operator stands.
    public var operatorRange: SourceRange

    /// What stands right of the operator.
    public var right: Expression

    package init(left: Expression, operator: Operator, operatorRange: SourceRange, right: Expression) {
        self.left = left
        self.operator = `operator`
        self.operatorRange = operatorRange
        self.right = right
    }

    /// From the left operand to the right one.
    public var range: SourceRange { left.range.union(right.range) }
}

/// `-a` or `!a`.
public struct UnaryOperation: Sendable {
    /// The operators that take one operand.
    public enum Operator: UInt8, Sendable, Hashable { case negate, not }

    /// The operator.
    public var `operator`: Operator

    /// Where the operator stands.
    public var operatorRange: SourceRange

    /// What stands right of the operator.
    public var operand: Expression

    package init(operator: Operator, operatorRange: SourceRange, operand: Expression) {
        self.operator = `operator`
        self.operatorRange = operatorRange
        self.operand = operand
    }

    /// From the operator to the end of the operand.
    public var range: SourceRange { operatorRange.union(operand.range) }
}

extension Operation.Operator {
    /// The operator as written.
    public var symbol: String {
        switch self {
        case .or: return "||"
        case .and: return "&&"
        case .equal: return "=="
        case .notEqual: return "!="
        case .less: return "<"
        case .lessEqual: return "<="
        case .greater: return ">"
        case .greaterEqual: return ">="
        case .add: return "+"
        case .subtract: return "-"
        case .multiply: return "*"
        case .divide: return "/"
        case .remainder: return "%"
        }
    }

    /// How strongly the operator binds, from 1; operators of equal strength are read from the left.
    var precedence: Int {
        switch self {
        case .or: return 1
        case .and: return 2
        case .equal, .notEqual: return 3
        case .less, .lessEqual, .greater, .greaterEqual: return 4
        case .add, .subtract: return 5
        case .multiply, .divide, .remainder: return 6
        }
    }

    /// The operator of a token; nil where the token is none.
    init?(_ kind: Token.Kind) {
        switch kind {
        case .or: self = .or
        case .and: self = .and
        case .equalEqual: self = .equal
        case .notEqual: self = .notEqual
        case .less: self = .less
        case .lessEqual: self = .lessEqual
        case .greater: self = .greater
        case .greaterEqual: self = .greaterEqual
        case .plus: self = .add
        case .minus: self = .subtract
        case .star: self = .multiply
        case .slash: self = .divide
        case .percent: self = .remainder
        default: return nil
        }
    }
}
