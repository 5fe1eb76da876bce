import Diagnostics

/// What is known of a template while its parts are read.
struct TemplateContext {
    let isHeredoc: Bool

    /// The opening quote, or `<<MARK`.
    let opening: SourceRange

    /// What closes the template.
    let closer: Token.Kind

    /// Whether the last sequence ended with `~}`, so that white space behind it goes.
    var trimsNext = false

    /// The indentation of the lines of a `<<-` heredoc; nil where it is kept.
    var indentation: IndentationCounter?
}

extension Parser {
    /// Reads a string in quotes.
    mutating func parseQuoted() -> Expression {
        let first = tokens[index]
        // Nearly every string is one piece of text or empty.
        let next = tokens[index + 1]
        if next.kind == .closeQuote { return literalString(from: first, closedBy: index + 1) }
        if next.kind == .quotedText, tokens[index + 2].kind == .closeQuote {
            checkEscapes(next)
            return literalString(from: first, closedBy: index + 2)
        }
        return parseTemplate(TemplateContext(isHeredoc: false, opening: currentRange, closer: .closeQuote))
    }

    private mutating func literalString(from first: Token, closedBy closer: Int) -> Expression {
        index = closer
        kind = .closeQuote
        advance()
        return .literal(LiteralExpression(kind: .string, range: range(from: Int(first.start))))
    }

    /// Reads a heredoc.
    mutating func parseHeredoc() -> Expression {
        let isFlush = text[start + 2] == UInt8(ascii: "-")
        var context = TemplateContext(isHeredoc: true, opening: currentRange, closer: .closeHeredoc)
        if isFlush { context.indentation = IndentationCounter() }
        return parseTemplate(context)
    }

    /// Reads a template without quotes, which ends where the tokens end.
    mutating func parseLoneTemplate(_ part: Range<Int>) -> Template {
        let opening = range(part.lowerBound, part.lowerBound)
        var context = TemplateContext(isHeredoc: true, opening: opening, closer: .endOfFile)
        let parts = parseParts(in: nil, &context).parts
        let whole = range(part.lowerBound, part.upperBound)
        return Template(range: whole, parts: parts, isHeredoc: false, indentation: 0)
    }

    private mutating func parseTemplate(_ context: TemplateContext) -> Expression {
        var context = context
        let opening = start
        guard enter() else {
            depth -= 1
            return .invalid(previousPlace)
        }
        advance()
        let parts = parseParts(in: nil, &context)
        depth -= 1
        if !isBroken { advance() }
        let template = Template(
            range: range(from: opening), parts: parts.parts, isHeredoc: context.isHeredoc,
            indentation: context.indentation?.smallest ?? 0)
        return .template(template)
    }

    /// Reads parts up to the end of the template, which stays the current token, or, inside of a directive, up
    /// to the first directive that ends or divides one.
    mutating func parseParts(
        in directive: OpenDirective?, _ context: inout TemplateContext
    ) -> (parts: [TemplatePart], end: Directive?) {
        let bottom = parts.count
        while !isBroken {
            switch kind {
            case .quotedText, .heredocText: parseText(&context)
            case .openInterpolation:
                let interpolation = parseInterpolation(&context)
                parts.push(interpolation)
                context.indentation?.passSequence()
            case .openDirective:
                let opening = parseDirective(&context)
                if isBroken { break }
                context.indentation?.passSequence()
                if let end = parseDirectiveContent(opening, in: directive, &context) {
                    return (parts.take(from: bottom), end)
                }
            case .invalid where tokens[index].end > tokens[index].start: advance()
            case context.closer:
                if let directive { failUnclosed(directive) }
                return (parts.take(from: bottom), nil)
            default:
                failUnterminated(context)
            }
        }
        return (parts.take(from: bottom), nil)
    }

    private mutating func failUnclosed(_ directive: OpenDirective) {
        fail(
            "unclosed-directive", "the \"\(directive.name)\" directive has no \"\(directive.closer)\"",
            notes: [Diagnostic.Note("it starts here", at: directive.range)],
            help: "write \"%{ \(directive.closer) }\" where it ends")
    }

    private mutating func failUnterminated(_ context: TemplateContext) {
        if kind == .invalid {
            breakOff()
        } else if context.isHeredoc {
            let marker = ConfigText.text(text, context.opening).filter { $0 != "\n" && $0 != "\r\n" }
            let name = marker.drop { $0 == "<" || $0 == "-" }
            fail(
                "unterminated-heredoc", "the heredoc has no line \"\(name)\" that ends it",
                notes: [Diagnostic.Note("it starts here", at: context.opening)],
                help: "a line must hold the marker alone and end with a newline")
        } else {
            fail(
                "unterminated-string", "the string that starts here is not closed", at: context.opening,
                help: "close it with a quote")
        }
    }

    /// Reads a token of text.
    private mutating func parseText(_ context: inout TemplateContext) {
        let token = tokens[index]
        if !context.isHeredoc { checkEscapes(token) }
        var part = TemplateText(range: range(of: token), isQuoted: !context.isHeredoc)
        part.trimsStart = context.trimsNext
        context.trimsNext = false
        advance()
        if kind == .openInterpolation || kind == .openDirective { part.trimsEnd = tokens[index].trims }
        for var piece in pieces(of: part) {
            context.indentation?.pass(&piece, text: text)
            parts.push(.text(piece))
        }
    }

    /// The pieces of a text of which white space is taken.
    ///
    /// Terraform trims no further than the next `$` or `%`, for these are texts of their own to it.
    private func pieces(of part: TemplateText) -> [TemplateText] {
        guard part.trimsStart || part.trimsEnd else { return [part] }
        let bytes = text[part.range.bytes]
        let isSign: (UInt8) -> Bool = { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "%") }
        guard let first = bytes.firstIndex(where: isSign), let last = bytes.lastIndex(where: isSign) else {
            return [part]
        }
        // The last sign may be the second one of an escape (`$${`), which is one text.
        let isEscape = last + 1 < bytes.endIndex && bytes[last + 1] == UInt8(ascii: "{")
        var pieces: [TemplateText] = []
        for (start, end) in [
            (bytes.startIndex, first), (first, isEscape ? last + 2 : last + 1),
            (isEscape ? last + 2 : last + 1, bytes.endIndex),
        ] where start < end {
            var piece = TemplateText(range: range(start, end), isQuoted: part.isQuoted)
            piece.trimsStart = part.trimsStart && start == bytes.startIndex && end <= first
            piece.trimsEnd = part.trimsEnd && end == bytes.endIndex && start > last
            pieces.append(piece)
        }
        return pieces
    }

    private mutating func parseInterpolation(_ context: inout TemplateContext) -> TemplatePart {
        let opening = tokens[index]
        let outer = newlinesMatter
        newlinesMatter = false
        advance()
        let expression = parseExpression()
        if !isBroken, kind != .closeTemplate { failInterpolation(opening, context) }
        newlinesMatter = outer
        if !isBroken {
            context.trimsNext = tokens[index].trims
            advance()
        }
        let range = range(from: Int(opening.start))
        return .interpolation(Interpolation(expression: expression, range: range))
    }

    private mutating func failInterpolation(_ opening: Token, _ context: TemplateContext) {
        let literal = "write \"$${\" if it is no interpolation but text for another language"
        switch kind {
        case .openQuote where isReported: breakOff()
        case .endOfFile, .openQuote, .closeQuote:
            fail(
                "unclosed-interpolation", "the interpolation that starts here is not closed",
                at: range(of: opening), help: "close it with \"}\"")
        default:
            fail(
                "unclosed-interpolation", "\"}\" is expected behind the expression, not \(found)",
                help: literal)
        }
    }
}

extension Token {
    /// Whether the start or end of a sequence has a `~`, which takes white space from its neighbour.
    var trims: Bool { end - start == (kind == .closeTemplate ? 2 : 3) }
}
