import Diagnostics

extension Parser {
    /// Reads a tuple constructor, or a `for` expression that makes a tuple.
    mutating func parseTuple() -> Expression {
        let start = start
        let outer = newlinesMatter
        newlinesMatter = false
        advance()
        if isAt(.for) { return parseFor(from: start, makesObject: false, newlinesMatterOutside: outer) }
        let bottom = expressions.count
        while kind != .closeBracket, !isBroken {
            if kind == .endOfFile {
                failAtEnd(openedAt: start)
                break
            }
            let item = parseExpression()
            expressions.push(item)
            if isBroken || kind == .closeBracket { break }
            if kind == .comma {
                advance()
            } else {
                failSeparator(of: start, closer: "]", "missing-comma", "\",\" or \"]\" is expected here")
            }
        }
        newlinesMatter = outer
        if !isBroken { advance() }
        let items = expressions.take(from: bottom)
        return .tuple(TupleConstructor(items: items, range: range(from: start)))
    }

    /// Reads an object constructor, or a `for` expression that makes an object.
    mutating func parseObject() -> Expression {
        let start = start
        let outer = newlinesMatter
        newlinesMatter = true
        advance()
        if kind == .newline || kind == .identifier, isForNext() {
            newlinesMatter = false
            settle()
            return parseFor(from: start, makesObject: true, newlinesMatterOutside: outer)
        }
        let bottom = objectItems.count
        while !isBroken {
            if kind == .newline {
                advance()
                continue
            }
            if kind == .closeBrace { break }
            if kind == .endOfFile {
                failAtEnd(openedAt: start)
                break
            }
            guard let item = parseObjectItem(from: start) else { break }
            objectItems.push(item)
            if isBroken || kind == .closeBrace { break }
            if kind == .comma || kind == .newline {
                advance()
            } else {
                failSeparator(
                    of: start, closer: "}", "missing-comma", "a comma, a newline or \"}\" is expected here")
            }
        }
        newlinesMatter = outer
        if !isBroken { advance() }
        let items = objectItems.take(from: bottom)
        return .object(ObjectConstructor(items: items, range: range(from: start)))
    }

    /// Whether `for` comes next, on this line or a later one.
    private func isForNext() -> Bool {
        var next = index
        while tokens[next].kind == .newline || tokens[next].kind == .comment { next += 1 }
        return tokens[next].kind == .identifier && Keyword(text, tokens[next]) == .for
    }

    private mutating func parseObjectItem(from start: Int) -> ObjectConstructor.Item? {
        let key = parseExpression()
        if isBroken { return nil }
        guard kind == .equal || kind == .colon else {
            failKeySeparator(from: start)
            return nil
        }
        let separator = currentRange
        advance()
        let value = parseExpression()
        return ObjectConstructor.Item(key: key, separatorRange: separator, value: value)
    }

    private mutating func failKeySeparator(from start: Int) {
        switch kind {
        case .newline, .comma, .closeBrace:
            fail("missing-value", "the key has no value", help: "write \"key = value\"")
        case .identifier:
            failSeparator(
                of: start, closer: "}", "missing-equals", "\"=\" is expected between key and value",
                help: "write a key with points or spaces in quotes")
        default:
            failSeparator(of: start, closer: "}", "missing-equals", "\"=\" is expected between key and value")
        }
    }

    /// Reports that the file ends where the next item, argument or closing bracket is expected.
    mutating func failAtEnd(openedAt start: Int) {
        fail(
            "unclosed-bracket", "the file ends before the closing bracket",
            notes: [Diagnostic.Note("it is opened here", at: range(start, start + 1))],
            help: "a bracket may also be wrong further up")
    }

    /// Reports what stands where a separator or the closing bracket of the constructor is expected.
    private mutating func failSeparator(
        of start: Int, closer: String, _ id: String, _ expected: String, help: String? = nil
    ) {
        guard kind == .endOfFile else { return fail(id, "\(expected), not \(found)", help: help) }
        fail(
            "unclosed-bracket", "what is opened here is not closed before the end of the file",
            at: range(start, start + 1), help: "close it with \"\(closer)\"")
    }
}

// MARK: - For expressions

extension Parser {
    /// Reads a `for` expression; `for` is the current token and newlines mean nothing.
    private mutating func parseFor(
        from start: Int, makesObject: Bool, newlinesMatterOutside outer: Bool
    ) -> Expression {
        advance()
        let names = parseForNames(of: "expression")
        var expression = ForExpression(
            keyNameRange: names.key, valueNameRange: names.value, collection: .invalid(previousPlace),
            key: nil, value: .invalid(previousPlace), ellipsisRange: nil, condition: nil,
            range: range(from: start))
        if !isBroken { parseForParts(of: &expression) }
        if !isBroken { check(expression, makesObject: makesObject) }
        if !isBroken, kind != (makesObject ? .closeBrace : .closeBracket) {
            let closer = makesObject ? "}" : "]"
            fail(
                "invalid-for", "\"\(closer)\" is expected behind the for expression, not \(found)",
                notes: [Diagnostic.Note("the for expression starts here", at: range(start, start + 1))])
        }
        newlinesMatter = outer
        if !isBroken { advance() }
        expression.range = range(from: start)
        return .forExpression(expression)
    }

    /// Reads the one or two names behind `for`, and the `in` behind them.
    mutating func parseForNames(of what: String) -> (key: SourceRange?, value: SourceRange) {
        var key: SourceRange?
        guard kind == .identifier else {
            fail("invalid-for", "a name is expected after \"for\", not \(found)")
            return (nil, previousPlace)
        }
        var value = currentRange
        advance()
        if kind == .comma {
            advance()
            guard kind == .identifier else {
                fail("invalid-for", "the name for the value is expected after \",\", not \(found)")
                return (nil, value)
            }
            key = value
            value = currentRange
            advance()
        }
        if isAt(.in) {
            advance()
        } else {
            fail("invalid-for", "\"in\" is expected behind the names of the for \(what), not \(found)")
        }
        return (key, value)
    }

    /// Reads the collection and what follows it.
    private mutating func parseForParts(of expression: inout ForExpression) {
        expression.collection = parseExpression()
        if isBroken { return }
        guard kind == .colon else {
            return fail("invalid-for", "\":\" is expected behind the collection, not \(found)")
        }
        advance()
        expression.value = parseExpression()
        if isBroken { return }
        if kind == .fatArrow {
            advance()
            expression.key = expression.value
            expression.value = parseExpression()
            if isBroken { return }
        }
        if kind == .ellipsis {
            expression.ellipsisRange = currentRange
            advance()
        }
        if isAt(.if) {
            advance()
            expression.condition = parseExpression()
        }
    }

    /// Reports what does not fit the brackets around a `for` expression.
    private mutating func check(_ expression: ForExpression, makesObject: Bool) {
        if makesObject {
            guard expression.key == nil else { return }
            return report(
                "invalid-for", "a for expression in braces needs a key", at: expression.value.range,
                help: "write \"key => value\", or use brackets to make a list")
        }
        if let key = expression.key {
            report(
                "invalid-for", "a for expression in brackets has no keys", at: key.range,
                help: "use braces to make an object")
        } else if let ellipsis = expression.ellipsisRange {
            report(
                "invalid-for", "a for expression in brackets cannot group its values", at: ellipsis,
                help: "remove the \"...\", or use braces and keys")
        }
    }
}
