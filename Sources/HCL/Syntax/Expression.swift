public import Diagnostics

/// Anything that can stand right of an equals sign.
public enum Expression: Sendable {
    /// A number, a truth value, `null`, or a string in quotes without sequences.
    case literal(LiteralExpression)

    /// A string with interpolations or directives, or a heredoc.
    case template(Template)

    /// A name and what is read from it: `var.a[0].b`.
    case traversal(Traversal)

    /// Something else and what is read from it: `f(x).a`.
    indirect case relativeTraversal(RelativeTraversal)

    /// An expression in parentheses.
    indirect case parentheses(Parentheses)

    /// Two operands and the operator between them.
    indirect case operation(Operation)

    /// `-a` or `!a`.
    indirect case unaryOperation(UnaryOperation)

    /// `a ? b : c`.
    indirect case conditional(Conditional)

    /// `f(a, b...)`.
    indirect case call(FunctionCall)

    /// `[a, b]`.
    case tuple(TupleConstructor)

    /// `{ a = b }`.
    case object(ObjectConstructor)

    /// `[for ...]` or `{for ...}`.
    indirect case forExpression(ForExpression)

    /// What could not be read; a diagnostic says why.
    case invalid(SourceRange)

    /// The whole expression.
    public var range: SourceRange {
        switch self {
        case .literal(let literal): return literal.range
        case .template(let template): return template.range
        case .traversal(let traversal): return traversal.range
        case .relativeTraversal(let traversal): return traversal.range
        case .parentheses(let parentheses): return parentheses.range
        case .operation(let operation): return operation.range
        case .unaryOperation(let operation): return operation.range
        case .conditional(let conditional): return conditional.range
        case .call(let call): return call.range
        case .tuple(let tuple): return tuple.range
        case .object(let object): return object.range
        case .forExpression(let expression): return expression.range
        case .invalid(let range): return range
        }
    }
}

/// A value that is written down without looking anything up.
public struct LiteralExpression: Sendable {
    /// What kind of value it is.
    public enum Kind: UInt8, Sendable, Hashable {
        case number, `true`, `false`, null

        /// A string in quotes without interpolations or directives.
        case string
    }

    /// What kind of value it is.
    public var kind: Kind

    /// The whole literal, with the quotes of a string.
    public var range: SourceRange

    package init(kind: Kind, range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

/// An expression in parentheses.
public struct Parentheses: Sendable {
    /// What stands between the parentheses.
    public var inner: Expression

    /// From the opening to the closing parenthesis.
    public var range: SourceRange

    package init(inner: Expression, range: SourceRange) {
        self.inner = inner
        self.range = range
    }
}

/// `a ? b : c`.
public struct Conditional: Sendable {
    /// What decides.
    public var condition: Expression

    /// The value where the condition is true.
    public var trueResult: Expression

    /// The value where the condition is false.
    public var falseResult: Expression

    package init(condition: Expression, trueResult: Expression, falseResult: Expression) {
        self.condition = condition
        self.trueResult = trueResult
        self.falseResult = falseResult
    }

    /// From the condition to the last result.
    public var range: SourceRange { condition.range.union(falseResult.range) }
}

/// `name(a, b...)`, `provider::name::function(a)`.
public struct FunctionCall: Sendable {
    /// The name with its namespaces.
    public var nameRange: SourceRange

    /// The arguments in order.
    public var arguments: [Expression]

    /// The `...` behind the last argument, which spreads it; nil where there is none.
    public var ellipsisRange: SourceRange?

    /// The opening parenthesis.
    public var openParenthesisRange: SourceRange

    /// The closing parenthesis; empty, behind the last argument, where it is missing.
    public var closeParenthesisRange: SourceRange

    package init(
        nameRange: SourceRange, arguments: [Expression], ellipsisRange: SourceRange?,
        openParenthesisRange: SourceRange, closeParenthesisRange: SourceRange
    ) {
        self.nameRange = nameRange
        self.arguments = arguments
        self.ellipsisRange = ellipsisRange
        self.openParenthesisRange = openParenthesisRange
        self.closeParenthesisRange = closeParenthesisRange
    }

    /// From the name to the closing parenthesis.
    public var range: SourceRange { nameRange.union(closeParenthesisRange) }
}
