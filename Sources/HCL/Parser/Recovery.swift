extension Parser {
    /// Goes on behind an item of a body that cannot be read.
    ///
    /// The item reaches to the first end of line that stands in no bracket of the item. Where a bracket was
    /// forgotten, the layout tells: an item that starts on a line of its own, no deeper than the broken one, is a
    /// new item, and a closing brace further left closes the body.
    mutating func recover(from first: Int) {
        isBroken = false
        newlinesMatter = true
        guard diagnostics.count < Self.maximumDiagnostics else {
            index = tokens.count - 1
            return settle()
        }
        let failed = failedPosition(after: first)
        var open = OpenBrackets()
        var position = first
        while position < tokens.count - 1 {
            let token = tokens[position]
            switch token.kind {
            case .newline, .comment:
                guard token.kind == .newline || endsLine(token) else { break }
                if position >= failed, open.isEmpty || startsItem(position + 1, afterItemAt: first) {
                    index = position + 1
                    return settle()
                }
            case .closeBrace where position >= failed && !open.contains(.openBrace):
                index = position
                return settle()
            case .invalid where token.start == token.end: open.leaveLine(at: lineStart(of: Int(token.start)))
            default: open.pass(token)
            }
            position += 1
        }
        index = tokens.count - 1
        settle()
    }

    /// The token at which the item failed, with the ends of lines before it that were passed over: what was
    /// forgotten may be the bracket that closes the line before.
    private func failedPosition(after first: Int) -> Int {
        var position = index
        while position > first + 1 {
            let before = tokens[position - 1].kind
            guard before == .newline || before == .comment else { break }
            position -= 1
        }
        return position
    }

    /// Whether the token that starts a line looks like something behind the item of which `first` is the first.
    private func startsItem(_ position: Int, afterItemAt first: Int) -> Bool {
        let token = tokens[position]
        let itemColumn = Int(tokens[first].start) - lineStart(of: Int(tokens[first].start))
        let column = Int(token.start) - lineStart(of: Int(token.start))
        switch token.kind {
        case .closeBrace: return column < itemColumn
        case .identifier:
            let next = tokens[min(position + 1, tokens.count - 1)].kind
            let isHeader = next == .equal || next == .openBrace || next == .openQuote || next == .identifier
            return isHeader && column <= itemColumn
        default: return false
        }
    }

    private func lineStart(of offset: Int) -> Int {
        var start = offset
        while start > 0, text[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }
}

/// The brackets that are open while the parser looks for the end of a broken item.
private struct OpenBrackets {
    private var openers: [Token] = []

    /// How many there are of each kind, so that a crowd of closers without openers costs nothing.
    private var counts = [Int](repeating: 0, count: Int(UInt8.max) + 1)

    var isEmpty: Bool { openers.isEmpty }

    func contains(_ kind: Token.Kind) -> Bool { counts[Int(kind.rawValue)] > 0 }

    /// Notes what a token opens or closes; what was opened inside and not closed is closed with it.
    mutating func pass(_ token: Token) {
        switch token.kind {
        case .openBrace, .openBracket, .openParenthesis, .openQuote, .openHeredoc, .openInterpolation,
            .openDirective:
            openers.append(token)
            counts[Int(token.kind.rawValue)] += 1
        case .closeBrace: close(.openBrace)
        case .closeBracket: close(.openBracket)
        case .closeParenthesis: close(.openParenthesis)
        case .closeQuote: close(.openQuote)
        case .closeHeredoc: close(.openHeredoc)
        case .closeTemplate: close(.openInterpolation, .openDirective)
        default: break
        }
    }

    /// Forgets the strings that were opened on a line, with all that stands in them: the lexer has left them.
    mutating func leaveLine(at lineStart: Int) {
        var kept = openers.count
        for position in openers.indices.reversed() {
            guard Int(openers[position].start) >= lineStart else { break }
            if openers[position].kind == .openQuote { kept = position }
        }
        while openers.count > kept { drop() }
    }

    private mutating func close(_ kinds: Token.Kind...) {
        guard kinds.contains(where: contains) else { return }
        while let last = openers.last {
            drop()
            if kinds.contains(last.kind) { return }
        }
    }

    private mutating func drop() {
        guard let last = openers.popLast() else { return }
        counts[Int(last.kind.rawValue)] -= 1
    }
}
