import Diagnostics

extension Parser {
    /// Reads an expression and nothing else.
    mutating func parseLoneExpression() -> Expression {
        newlinesMatter = false
        settle()
        let expression = parseExpression()
        if !isBroken, kind != .endOfFile { fail("extra-text", "the expression ends before \(found)") }
        return expression
    }

    /// Reads an expression: a conditional, or what can stand in one.
    ///
    /// When something is wrong, `isBroken` is set and what could be read is returned.
    mutating func parseExpression() -> Expression {
        guard enter() else {
            depth -= 1
            return .invalid(previousPlace)
        }
        let condition = parseOperation(atLeast: 1)
        guard kind == .question, !isBroken else {
            depth -= 1
            return condition
        }
        let conditional = parseConditional(condition)
        depth -= 1
        return conditional
    }

    private mutating func parseConditional(_ condition: Expression) -> Expression {
        advance()
        let trueResult = parseExpression()
        var falseResult = Expression.invalid(previousPlace)
        if !isBroken {
            if kind == .colon {
                advance()
                falseResult = parseExpression()
            } else {
                fail(
                    "incomplete-conditional", "the conditional has no \":\" and no value for false",
                    help: "write it as \"condition ? value : other_value\"")
            }
        }
        let conditional = Conditional(
            condition: condition, trueResult: trueResult, falseResult: falseResult)
        return .conditional(conditional)
    }

    /// Reads operands and operators that bind at least so strongly.
    private mutating func parseOperation(atLeast minimum: Int) -> Expression {
        var left = parseOperand()
        let outerDepth = depth
        while !isBroken, let sign = Operation.Operator(kind), sign.precedence >= minimum {
            // Each operator of a chain makes the tree a level deeper on its left.
            guard enter() else { break }
            let operatorRange = currentRange
            advance()
            let right = parseOperation(atLeast: sign.precedence + 1)
            let operation = Operation(left: left, operator: sign, operatorRange: operatorRange, right: right)
            left = .operation(operation)
        }
        depth = outerDepth
        return left
    }

    /// Reads a term and what is read from it.
    private mutating func parseOperand() -> Expression {
        switch kind {
        case .identifier: return parseName()
        case .openQuote: return parseSteps(after: parseQuoted())
        case .number:
            checkNumber(tokens[index])
            return parseSteps(after: parseLiteral(.number))
        case .openBracket: return parseSteps(after: parseTuple())
        case .openBrace: return parseSteps(after: parseObject())
        case .openParenthesis: return parseSteps(after: parseParentheses())
        case .openHeredoc: return parseSteps(after: parseHeredoc())
        case .minus: return parseUnaryOperation(.negate)
        case .not: return parseUnaryOperation(.not)
        default:
            failOperand()
            return .invalid(previousPlace)
        }
    }

    private mutating func failOperand() {
        switch kind {
        case .endOfFile, .newline:
            fail("missing-expression", "an expression is expected here, not \(found)")
        case .less where tokens[min(index + 1, tokens.count - 1)].kind == .less:
            fail(
                "invalid-heredoc", "\"<<\" starts no heredoc here",
                help: "put the marker directly behind it, without quotes, and nothing behind the marker")
            skipHeredoc()
        case .closeTemplate:
            fail("missing-expression", "an expression is expected before \(found)")
        default: fail("invalid-expression", "an expression is expected here, not \(found)")
        }
    }

    /// Goes on at the line that was meant to close a heredoc, where there is one.
    private mutating func skipHeredoc() {
        var position = index + 2
        while tokens[position].kind == .minus || tokens[position].kind == .openQuote { position += 1 }
        let marker = text[range(of: tokens[position]).bytes]
        guard tokens[position].kind == .identifier || tokens[position].kind == .quotedText else { return }
        for line in position..<(tokens.count - 2)
        where tokens[line].kind == .newline && tokens[line + 2].kind == .newline {
            if text[range(of: tokens[line + 1]).bytes].elementsEqual(marker) {
                index = line + 2
                return settle()
            }
        }
    }

    private mutating func parseUnaryOperation(_ sign: UnaryOperation.Operator) -> Expression {
        let operatorRange = currentRange
        guard enter() else {
            depth -= 1
            return .invalid(previousPlace)
        }
        advance()
        let operand = parseOperand()
        depth -= 1
        let operation = UnaryOperation(operator: sign, operatorRange: operatorRange, operand: operand)
        return .unaryOperation(operation)
    }

    private mutating func parseParentheses() -> Expression {
        let start = start
        let outer = newlinesMatter
        newlinesMatter = false
        advance()
        let inner = parseExpression()
        if !isBroken, kind != .closeParenthesis {
            fail(
                "unbalanced-parentheses", "\")\" is expected here, not \(found)",
                notes: [Diagnostic.Note("the parenthesis is opened here", at: range(start, start + 1))])
        }
        newlinesMatter = outer
        if !isBroken { advance() }
        return .parentheses(Parentheses(inner: inner, range: range(from: start)))
    }

    private mutating func parseLiteral(_ literal: LiteralExpression.Kind) -> Expression {
        let range = currentRange
        advance()
        return .literal(LiteralExpression(kind: literal, range: range))
    }

    /// Reports a number with two points, or a point in its exponent, which the lexer lets pass.
    private mutating func checkNumber(_ token: Token) {
        var points = 0
        var hasExponent = false
        for offset in Int(token.start)..<Int(token.end) {
            let byte = text[offset]
            if byte == UInt8(ascii: ".") {
                points += hasExponent ? 2 : 1
            } else if byte | 0x20 == UInt8(ascii: "e") {
                points += hasExponent ? 2 : 0
                hasExponent = true
            }
        }
        if points > 1 {
            report(
                "invalid-number", "\(found) is not a number", at: range(of: token),
                help: "write it in quotes if it is an address or a version")
        }
    }
}

// MARK: - Names, calls

extension Parser {
    /// Reads what starts with an identifier: a call, a keyword that is a value, or a traversal.
    private mutating func parseName() -> Expression {
        let token = tokens[index]
        advance()
        if kind == .openParenthesis || kind == .doubleColon { return parseSteps(after: parseCall(token)) }
        if token.end - token.start <= 5 {
            switch Keyword(text, token) {
            case .true: return parseSteps(after: literal(.true, token))
            case .false: return parseSteps(after: literal(.false, token))
            case .null: return parseSteps(after: literal(.null, token))
            default: break
            }
        }
        let steps = kind == .dot || kind == .openBracket ? parseSteps() : []
        let range = range(Int(token.start), previousEnd)
        return .traversal(Traversal(range: range, rootEnd: token.end, steps: steps))
    }

    private func literal(_ kind: LiteralExpression.Kind, _ token: Token) -> Expression {
        .literal(LiteralExpression(kind: kind, range: range(of: token)))
    }

    /// Reads what follows the first name of a call.
    private mutating func parseCall(_ first: Token) -> Expression {
        let nameStart = Int(first.start)
        while kind == .doubleColon {
            advance()
            guard kind == .identifier else {
                fail("invalid-call", "a function name is expected after \"::\", not \(found)")
                return .invalid(range(from: nameStart))
            }
            advance()
        }
        let nameRange = range(from: nameStart)
        guard kind == .openParenthesis else {
            let name = ConfigText.text(text, nameRange)
            fail(
                "invalid-call", "the function \"\(name)\" is not called", help: "write \"(\" behind its name")
            return .invalid(nameRange)
        }
        let openParenthesis = currentRange
        let outer = newlinesMatter
        newlinesMatter = false
        advance()
        let (arguments, ellipsis) = parseArguments(of: nameRange)
        newlinesMatter = outer
        let closeParenthesis = isBroken ? previousPlace : currentRange
        if !isBroken { advance() }
        let call = FunctionCall(
            nameRange: nameRange, arguments: arguments, ellipsisRange: ellipsis,
            openParenthesisRange: openParenthesis, closeParenthesisRange: closeParenthesis)
        return .call(call)
    }

    /// Reads arguments up to the closing parenthesis, which stays the current token.
    private mutating func parseArguments(of name: SourceRange) -> ([Expression], SourceRange?) {
        let bottom = expressions.count
        var ellipsis: SourceRange?
        while kind != .closeParenthesis, !isBroken {
            if kind == .endOfFile {
                failAtEnd(openedAt: Int(name.end))
                break
            }
            let argument = parseExpression()
            expressions.push(argument)
            if isBroken { break }
            switch kind {
            case .closeParenthesis: break
            case .comma: advance()
            case .ellipsis:
                ellipsis = currentRange
                advance()
                if kind != .closeParenthesis {
                    fail(
                        "misplaced-ellipsis", "only the last argument of a call can be spread with \"...\"",
                        at: kind == .invalid ? nil : ellipsis)
                }
            case .endOfFile:
                fail("unclosed-call", "the call that starts here has no closing parenthesis", at: name)
            default:
                fail("missing-comma", "\",\" or \")\" is expected here, not \(found)")
            }
        }
        return (expressions.take(from: bottom), ellipsis)
    }
}
