import Diagnostics

extension Parser {
    /// Reads a whole file.
    mutating func parseFile() -> Body {
        let items = parseItems(until: .endOfFile, opening: range(0, 0))
        return Body(items: items, range: range(0, text.count))
    }

    /// Reads attributes and blocks up to the token that ends the body, which stays the current one.
    private mutating func parseItems(until end: Token.Kind, opening: SourceRange) -> [Body.Item] {
        let bottom = items.count
        var names = AttributeNames()
        let mistakesBefore = mistakes
        while kind != end {
            switch kind {
            case .newline: advance()
            case .identifier:
                let first = index
                if let item = parseItem() {
                    if case .attribute(let attribute) = item {
                        checkName(of: attribute, from: bottom, &names)
                    }
                    items.push(item)
                }
                if isBroken { recover(from: first) }
            case .endOfFile:
                if mistakes == mistakesBefore {
                    mistakes += 1
                    report(
                        "unclosed-block", "the block that is opened here is not closed", at: opening,
                        help: "close it with \"}\"; a brace may also be wrong further down")
                }
                return items.take(from: bottom)
            default: skipStrayToken()
            }
        }
        return items.take(from: bottom)
    }

    /// Reports a token that starts no item, and goes on behind the line.
    private mutating func skipStrayToken() {
        let first = index
        switch kind {
        case .openQuote:
            fail(
                "quoted-argument-name", "the name of an argument must not be quoted",
                help: "remove the quotes")
        case .closeBrace where mistakes > 0:
            // Most likely it belongs to something that was skipped.
            advance()
            return
        case .openBrace where mistakes > 0: breakOff()
        case .less, .greater, .equalEqual:
            let line = text[start..<min(start + 7, text.count)]
            let isConflict = line.count == 7 && line.allSatisfy { $0 == line.first }
            fail(
                "missing-definition", "an argument or block is expected here, not \(found)",
                help: isConflict ? "resolve the merge conflict" : nil)
        default:
            fail("missing-definition", "an argument or block is expected here, not \(found)")
        }
        advance()
        recover(from: first)
    }

    /// Reads an attribute or block, which starts with the current identifier.
    private mutating func parseItem() -> Body.Item? {
        let nameRange = currentRange
        advance()
        switch kind {
        case .equal:
            let attribute = parseAttribute(nameRange)
            if !isBroken { expectNewline(after: "an argument") }
            return .attribute(attribute)
        case .openQuote, .openBrace, .identifier:
            return .block(parseBlock(nameRange))
        default:
            let name = ConfigText.text(text, nameRange)
            fail(
                "missing-definition", "\"\(name)\" is neither an argument nor a block",
                at: kind == .invalid ? nil : nameRange,
                help: "write \"\(name) = ...\" for an argument, or \"\(name) { ... }\" for a block")
            return nil
        }
    }

    /// Reads what follows the name of an attribute, up to the end of its value.
    private mutating func parseAttribute(_ nameRange: SourceRange) -> Attribute {
        let equalsRange = currentRange
        advance()
        return Attribute(nameRange: nameRange, equalsRange: equalsRange, value: parseExpression())
    }

    private mutating func expectNewline(after subject: String) {
        switch kind {
        case .newline: advance()
        case .endOfFile: break
        case .comma:
            fail(
                "missing-newline", "arguments are separated by newlines, not by commas",
                help: "put the next argument on a line of its own")
        default:
            fail("missing-newline", "\(subject) ends with a newline, but \(found) follows")
        }
    }

    private mutating func checkName(
        of attribute: Attribute, from bottom: Int, _ names: inout AttributeNames
    ) {
        guard let earlier = names.insert(attribute.nameRange, text: text, items: items, from: bottom) else {
            return
        }
        let name = ConfigText.text(text, attribute.nameRange)
        report(
            "duplicate-argument", "the argument \"\(name)\" is set more than once", at: attribute.nameRange,
            notes: [Diagnostic.Note("it is set here first", at: earlier)], help: "remove one of them")
    }
}

// MARK: - Blocks

extension Parser {
    /// Reads what follows the type of a block, with the newline behind it.
    private mutating func parseBlock(_ typeRange: SourceRange) -> Block {
        let labels = parseLabels(typeRange)
        guard !isBroken, kind == .openBrace else {
            let body = Body(items: [], range: previousPlace)
            return Block(
                typeRange: typeRange, labels: labels, openBraceRange: previousPlace, body: body,
                closeBraceRange: previousPlace)
        }
        let openBrace = currentRange
        var items: [Body.Item] = []
        if enter() {
            advance()
            switch kind {
            case .newline, .closeBrace, .endOfFile:
                items = parseItems(until: .closeBrace, opening: openBrace)
            default: items = parseOneLineItem(openBrace)
            }
        }
        depth -= 1
        let body = Body(items: items, range: range(Int(openBrace.end), max(Int(openBrace.end), bodyEnd)))
        let closeBrace = kind == .closeBrace ? currentRange : previousPlace
        if !isBroken, kind == .closeBrace {
            advance()
            expectNewline(after: "a block")
        }
        return Block(
            typeRange: typeRange, labels: labels, openBraceRange: openBrace, body: body,
            closeBraceRange: closeBrace)
    }

    /// Where a body ends of which the closing brace may be the current token.
    private var bodyEnd: Int { kind == .closeBrace ? start : previousEnd }

    /// Reads labels up to the opening brace.
    private mutating func parseLabels(_ typeRange: SourceRange) -> [Block.Label] {
        var labels: [Block.Label] = []
        while true {
            switch kind {
            case .openBrace: return labels
            case .identifier:
                labels.append(Block.Label(range: currentRange, isQuoted: false))
                advance()
            case .openQuote:
                guard let label = parseQuotedLabel() else { return labels }
                labels.append(label)
            default:
                failHeader(typeRange)
                return labels
            }
        }
    }

    private mutating func failHeader(_ typeRange: SourceRange) {
        let type = ConfigText.text(text, typeRange)
        switch kind {
        case .newline, .endOfFile:
            let line = currentRange
            var next = index
            while tokens[next].kind == .newline || tokens[next].kind == .comment { next += 1 }
            let isBraceNext = tokens[next].kind == .openBrace
            report(
                "invalid-block-header", "the block \"\(type)\" is not opened on the line of its header",
                at: line,
                help: isBraceNext ? "move the \"{\" to the end of this line" : "end the line with \"{\"")
            isBroken = !isBraceNext
            if isBraceNext {
                index = next
                settle()
            }
        case .equal:
            fail(
                "invalid-block-header", "\"=\" does not belong into the header of a block",
                help: "write \"\(type) = ...\" for an argument, or remove the \"=\"")
        default:
            fail("invalid-block-header", "a label in quotes or \"{\" is expected here, not \(found)")
        }
    }

    /// Reads a label in quotes; nil where the string is broken.
    private mutating func parseQuotedLabel() -> Block.Label? {
        let start = start
        advance()
        while true {
            switch kind {
            case .quotedText:
                checkEscapes(tokens[index])
                advance()
            case .closeQuote:
                advance()
                return Block.Label(range: range(from: start), isQuoted: true)
            case .openInterpolation, .openDirective:
                fail(
                    "invalid-label", "a label cannot hold interpolations or directives",
                    help: "write \"$${\" or \"%%{\" for the mere characters")
                return nil
            case .invalid where tokens[index].end > tokens[index].start: advance()
            case .invalid:
                breakOff()
                return nil
            default:
                fail(
                    "unterminated-string", "the string that starts here is not closed",
                    at: range(start, start + 1))
                return nil
            }
        }
    }

    /// Reads the only attribute of a block that stands on one line.
    private mutating func parseOneLineItem(_ openBrace: SourceRange) -> [Body.Item] {
        guard kind == .identifier else {
            fail("missing-definition", "an argument or block is expected here, not \(found)")
            return []
        }
        let nameRange = currentRange
        advance()
        guard kind == .equal else {
            let isBlock = kind == .openQuote || kind == .openBrace || kind == .identifier
            fail(
                "invalid-one-line-block",
                isBlock ? "a block on one line cannot hold another block" : "an argument is expected here",
                at: kind == .invalid ? nil : nameRange, help: "put what the block holds on lines of its own")
            return []
        }
        let attribute = parseAttribute(nameRange)
        if !isBroken, kind != .closeBrace { failOneLineBlock(openBrace) }
        return [.attribute(attribute)]
    }

    private mutating func failOneLineBlock(_ openBrace: SourceRange) {
        let help = "put what the block holds on lines of its own"
        switch kind {
        case .comma:
            fail("invalid-one-line-block", "a block on one line can hold only one argument", help: help)
        case .newline:
            fail("invalid-one-line-block", "a block on one line must be closed on that line", help: help)
        case .endOfFile:
            fail(
                "unclosed-block", "the block that is opened here is not closed", at: openBrace,
                help: "close it with \"}\"")
        default:
            fail("invalid-one-line-block", "\"}\" is expected here, not \(found)", help: help)
        }
    }
}
