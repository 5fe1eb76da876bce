import Diagnostics

/// Parses what stands in one tag.
///
/// Weakest first: `a if c else b`, `or`, `and`, `not`, comparisons, `+ -`, unary
/// `-`, and then members, indexes and filters.
struct ExpressionParser {
    let file: FileID
    var arena = ExpressionArena()
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var token: ExpressionToken
    private var lexer: ExpressionLexer
    /// How many expressions are open.
    var depth = 0

    /// Nesting that no sensible tag has, and that every stack can hold.
    static let maximumDepth = 100

    /// The number of tokens in one tag that the same holds for.
    private static let maximumLength = 2000
    private var length = 0

    init(file: FileID, bytes: [UInt8], range: Range<Int>) {
        self.file = file
        lexer = ExpressionLexer(bytes: bytes, range: range)
        token = lexer.next()
    }

    /// Parses an expression as far as it goes.
    mutating func expression() -> ExpressionID {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.maximumDepth else { return fail("the expression is nested too deeply") }
        let value = disjunction()
        guard takeWord("if") else { return value }
        let condition = disjunction()
        guard takeWord("else") else {
            return fail("\"else\" is expected here", help: "write: VALUE if CONDITION else OTHER")
        }
        let other = expression()
        return add(.conditional(condition, then: value, otherwise: other), from: value, to: other)
    }

    /// Steps over a word when it is the next token.
    mutating func takeWord(_ word: String) -> Bool {
        guard token.kind == .word, text(of: token) == word else { return false }
        advance()
        return true
    }

    /// Steps over a sign when it is the next token.
    mutating func takeSign(_ sign: String) -> Bool {
        guard token.kind == .sign(sign) else { return false }
        advance()
        return true
    }

    /// Steps over a name, which must come next, and returns it.
    mutating func takeName(for purpose: String) -> String? {
        guard token.kind == .word, !Self.reserved.contains(text(of: token)) else {
            report("\(purpose) is expected here", at: token.range)
            return nil
        }
        defer { advance() }
        return text(of: token)
    }

    /// Steps over a text in quotes, which must come next, and returns it.
    mutating func takeString(for purpose: String) -> String? {
        guard token.kind == .string else {
            report("\(purpose) in quotes is expected here", at: token.range)
            return nil
        }
        defer { advance() }
        return lexer.text(of: token)
    }

    /// Reports what is wrong with the current token and stands for the expression that is missing.
    mutating func failure(_ summary: String) -> ExpressionID { fail(summary) }

    /// Reports what is left when the tag should be over.
    mutating func expectEnd() {
        guard token.kind != .end, diagnostics.isEmpty else { return }
        let shown = token.kind == .invalid ? "this" : "\"\(text(of: token))\""
        report("\(shown) is not expected here", at: token.range)
    }

    private static let reserved: Set<String> = [
        "and", "or", "not", "in", "if", "else", "true", "false", "null", "with",
    ]

    mutating func postfix() -> ExpressionID {
        var value = primary()
        while true {
            if takeSign(".") {
                value = member(of: value)
            } else if takeSign("[") {
                let index = expression()
                let close = token.range.upperBound
                guard takeSign("]") else { return fail("\"]\" is expected here") }
                value = arena.add(.index(value, index), start(of: value)..<close)
            } else if takeSign("|") {
                value = filter(on: value)
            } else {
                return value
            }
        }
    }

    private mutating func member(of base: ExpressionID) -> ExpressionID {
        let nameToken = token
        guard token.kind == .word else { return fail("a name is expected after the dot") }
        advance()
        let name = text(of: nameToken)
        let range = start(of: base)..<nameToken.range.upperBound
        guard case .name(let root) = arena.expressions[Int(base)], arena.names[Int(root)].text == "loop"
        else {
            return arena.add(.member(base, name: arena.name(name)), range)
        }
        if let field = LoopField(rawValue: name) { return arena.add(.loop(field), range) }
        let known = LoopField.allCases.map(\.rawValue)
        return fail(
            "a loop has no \"\(name)\"", at: nameToken.range,
            help: "it has " + known.map { "loop.\($0)" }.joined(separator: ", "))
    }

    private mutating func filter(on base: ExpressionID) -> ExpressionID {
        let nameToken = token
        guard token.kind == .word else { return fail("the name of a filter is expected here") }
        advance()
        let name = text(of: nameToken)
        var arguments: [ExpressionID] = []
        var end = nameToken.range.upperBound
        if takeSign("(") {
            arguments = list(closedBy: ")")
            end = previousEnd
        }
        guard let index = Filter.indexes[name] else {
            let near = nearestName(to: name, among: Filter.table.map(\.name))
            return fail(
                "there is no filter \"\(name)\"", id: "unknown-filter", at: nameToken.range,
                help: near.map { "did you mean \"\($0)\"?" }
                    ?? "the filters are " + Filter.table.map(\.name).joined(separator: ", "))
        }
        let filter = Filter.table[index]
        guard filter.arguments.contains(arguments.count) else {
            return fail(
                "the filter \"\(name)\" takes \(filter.argumentsText), not \(arguments.count)",
                id: "wrong-argument-count", at: nameToken.range.lowerBound..<end)
        }
        let operands = arena.operands(arguments)
        return arena.add(
            .filter(Int32(index), base, operands: operands, count: Int32(arguments.count)),
            start(of: base)..<end)
    }

    private mutating func primary() -> ExpressionID {
        let first = token
        switch first.kind {
        case .string: return literal(.string(lexer.text(of: first)))
        case .int:
            let digits = text(of: first)
            return literal(Int(digits).map { .int($0) } ?? .number(digits))
        case .number: return literal(.number(text(of: first)))
        case .word: return word(first)
        case .sign("("):
            advance()
            let value = expression()
            return takeSign(")") ? value : fail("\")\" is expected here")
        case .sign("["):
            advance()
            let items = list(closedBy: "]")
            let operands = arena.operands(items)
            return arena.add(
                .list(operands: operands, count: Int32(items.count)), first.range.lowerBound..<previousEnd)
        case .sign, .end, .invalid: return fail("a value is expected here")
        }
    }

    private mutating func word(_ first: ExpressionToken) -> ExpressionID {
        switch text(of: first) {
        case "true": return literal(.bool(true))
        case "false": return literal(.bool(false))
        case "null": return literal(.null)
        case let name where Self.reserved.contains(name): return fail("a value is expected here")
        case let name:
            advance()
            return arena.add(.name(arena.name(name)), first.range)
        }
    }

    /// The expressions up to a closing sign; the opening one is gone already.
    private mutating func list(closedBy close: String) -> [ExpressionID] {
        var items: [ExpressionID] = []
        while diagnostics.isEmpty, !takeSign(close) {
            items.append(expression())
            if takeSign(",") { continue }
            if token.kind != .sign(close) { _ = fail("\",\" or \"\(close)\" is expected here") }
        }
        return items
    }

    private mutating func literal(_ value: TemplateValue) -> ExpressionID {
        defer { advance() }
        return arena.add(.literal(arena.literal(value)), token.range)
    }

    /// The end of the token before the current one.
    private var previousEnd = 0

    mutating func advance() {
        previousEnd = token.range.upperBound
        token = lexer.next()
        length += 1
        guard length > Self.maximumLength else { return }
        report("the tag is too long", at: token.range)
        token = ExpressionToken(kind: .end, range: token.range)
    }

    private func text(of token: ExpressionToken) -> String {
        String(decoding: lexer.bytes[token.range], as: UTF8.self)
    }

    func start(of id: ExpressionID) -> Int { Int(arena.ranges[Int(id)].lowerBound) }

    func end(of id: ExpressionID) -> Int { Int(arena.ranges[Int(id)].upperBound) }

    mutating func add(
        _ expression: Expression, from first: ExpressionID, to last: ExpressionID
    ) -> ExpressionID {
        arena.add(expression, start(of: first)..<max(start(of: first), end(of: last)))
    }

    mutating func report(
        _ summary: String, id: String = "malformed-expression", at range: Range<Int>, help: String? = nil
    ) {
        // What follows the first mistake in a tag is mostly its echo.
        guard diagnostics.isEmpty else { return }
        diagnostics.append(
            Diagnostic(
                id: id, summary: summary,
                subject: SourceRange(file: file, start: range.lowerBound, end: range.upperBound), help: help))
    }

    mutating func fail(
        _ summary: String, id: String = "malformed-expression", at range: Range<Int>? = nil,
        help: String? = nil
    ) -> ExpressionID {
        report(summary, id: id, at: range ?? token.range, help: help)
        return arena.add(.invalid, range ?? token.range)
    }
}
