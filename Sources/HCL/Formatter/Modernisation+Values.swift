extension Modernisation {
    /// Turns `"${x}"` into `x`, and does the same to what comes out of it.
    ///
    /// Only where nothing but one interpolation stands between the quotes, which is judged as Terraform does: any
    /// further template sequence outside inner quotes speaks against it.
    mutating func unwrap(_ value: Range<Int>) {
        var value = value
        var tails: [Edit] = []
        while let content = interpolation(in: value), !content.isEmpty {
            var head = Edit(range: value.lowerBound..<content.lowerBound)
            var tail = Edit(range: content.upperBound..<value.upperBound)
            let needsParentheses = needsParentheses(content, behind: value.upperBound)
            if needsParentheses {
                head.replacement = [made(.openParenthesis, "(".utf8)]
                tail.replacement = [made(.closeParenthesis, ")".utf8)]
                // The marker of a heredoc has its line to itself.
                if tokens[content.upperBound - 1].kind == .closeHeredoc {
                    tail.replacement.insert(tokens[content.upperBound], at: 0)
                }
            }
            edits.append(head)
            tails.append(tail)
            if needsParentheses { break }
            value = content.trimmed { tokens[$0].kind == .comment }
        }
        edits += tails.reversed()
    }

    /// What stands between `"${` and `}"` where these are the ends of a value and belong to each other, without the
    /// newlines at its ends.
    private func interpolation(in value: Range<Int>) -> Range<Int>? {
        let (first, last) = (value.lowerBound, value.upperBound - 1)
        guard value.count >= 5, tokens[first].kind == .openQuote, tokens[last].kind == .closeQuote,
            tokens[first + 1].kind == .openInterpolation, tokens[last - 1].kind == .closeTemplate
        else { return nil }
        let content = first + 2..<last - 1
        return isOneExpression(content) ? content.trimmed { tokens[$0].kind == .newline } : nil
    }

    private func isOneExpression(_ content: Range<Int>) -> Bool {
        var quotes = 0
        for index in content {
            switch tokens[index].kind {
            case .openQuote: quotes += 1
            case .closeQuote: quotes -= 1
            case .openInterpolation, .closeTemplate, .quotedText:
                if quotes == 0 { return false }
            default: break
            }
        }
        return true
    }

    /// Whether an expression that stood in an interpolation must get parentheses to stand alone.
    ///
    /// Terraform adds them where a newline stands inside, unless the first and the last token are parentheses
    /// already. Beyond that they are added where the text would no longer parse: a line that ends outside brackets,
    /// a heredoc with something behind its last line.
    private func needsParentheses(_ content: Range<Int>, behind end: Int) -> Bool {
        let last = content.upperBound - 1
        let isEnclosed =
            tokens[content.lowerBound].kind == .openParenthesis && tokens[last].kind == .closeParenthesis
        var nesting = 0
        for index in content {
            let token = tokens[index]
            nesting += token.kind.nesting
            guard token.kind == .newline || token.kind == .comment && endsLine(token) else { continue }
            if token.kind == .newline, !isEnclosed { return true }
            if nesting == 0, index < last || closesBlock(behind: end) { return true }
        }
        return tokens[last].kind == .closeHeredoc && tokens[end].kind != .newline
    }

    /// Whether a `}` follows an argument on its line, given the end of its value.
    private func closesBlock(behind end: Int) -> Bool {
        var index = end
        while tokens[index].kind == .comment, !endsLine(tokens[index]) { index += 1 }
        return tokens[index].kind == .closeBrace
    }

    /// Rewrites the type constraints of Terraform 0.11, and the bare words that stood for a collection of anything.
    mutating func modernizeType(_ value: ClosedRange<Int>) {
        let (first, last) = (value.lowerBound, value.upperBound)
        if first == last, tokens[first].kind == .identifier {
            let word = tokens[first]
            guard spells(word, "list") || spells(word, "map") || spells(word, "set") else { return }
            edits.append(Edit(range: last + 1..<last + 1, replacement: elementType("any")))
        } else if last == first + 2, tokens[first].kind == .openQuote, tokens[last].kind == .closeQuote {
            var word = tokens[first + 1]
            let isCollection = spells(word, "list") || spells(word, "map")
            guard isCollection || spells(word, "string") else { return }
            word.kind = .identifier
            edits.append(Edit(range: first..<last + 1, replacement: [word]))
            if isCollection { edits[edits.count - 1].replacement += elementType("string") }
        }
    }

    private mutating func elementType(_ name: String) -> [Token] {
        [
            made(.openParenthesis, "(".utf8), made(.identifier, name.utf8), made(.closeParenthesis, ")".utf8),
        ]
    }
}

extension Range<Int> {
    /// The range without the positions at its ends that a test holds for.
    fileprivate func trimmed(while test: (Int) -> Bool) -> Range<Int> {
        var (start, end) = (lowerBound, upperBound)
        while start < end, test(start) { start += 1 }
        while end > start, test(end - 1) { end -= 1 }
        return start..<end
    }
}
