// The operators, weakest first.
extension ExpressionParser {
    mutating func disjunction() -> ExpressionID {
        var left = conjunction()
        while takeWord("or") {
            let right = conjunction()
            left = add(.or(left, right), from: left, to: right)
        }
        return left
    }

    private mutating func conjunction() -> ExpressionID {
        var left = negation()
        while takeWord("and") {
            let right = negation()
            left = add(.and(left, right), from: left, to: right)
        }
        return left
    }

    private mutating func negation() -> ExpressionID {
        let start = token.range.lowerBound
        guard takeWord("not") else { return comparison() }
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.maximumDepth else { return fail("the expression is nested too deeply") }
        let operand = negation()
        return arena.add(.not(operand), start..<end(of: operand))
    }

    private mutating func comparison() -> ExpressionID {
        let left = sum()
        guard let symbol = takeComparison() else { return left }
        let right = sum()
        return add(.binary(symbol, left, right), from: left, to: right)
    }

    private mutating func takeComparison() -> BinaryOperator? {
        for symbol in [BinaryOperator.equal, .notEqual, .lessEqual, .greaterEqual, .less, .greater]
        where takeSign(symbol.rawValue) {
            return symbol
        }
        if takeWord("in") { return .contained }
        guard takeWord("not") else { return nil }
        if takeWord("in") { return .notContained }
        report("\"in\" is expected here", at: token.range)
        return .notContained
    }

    private mutating func sum() -> ExpressionID {
        var left = signed()
        while true {
            let symbol: BinaryOperator
            if takeSign("+") {
                symbol = .add
            } else if takeSign("-") {
                symbol = .subtract
            } else {
                return left
            }
            let right = signed()
            left = add(.binary(symbol, left, right), from: left, to: right)
        }
    }

    private mutating func signed() -> ExpressionID {
        let start = token.range.lowerBound
        guard takeSign("-") else { return postfix() }
        let operand = postfix()
        return arena.add(.negate(operand), start..<end(of: operand))
    }
}
