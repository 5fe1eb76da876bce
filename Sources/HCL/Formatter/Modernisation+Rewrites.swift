extension Modernisation {
    /// Turns `"${x}"` into `x`, and does the same to what comes out of it.
    ///
    /// Only where nothing but one interpolation stands between the quotes, which is judged as Terraform does: any
    /// further template sequence outside inner quotes speaks against it. `blockCloses` tells that a `}` follows on
    /// the same line.
    mutating func unwrap(first: Int, last: Int, blockCloses: Bool) {
        var range = first..<last + 1
        while let content = interpolation(in: range).map(trimmed), !content.isEmpty {
            let isBare = !needsParentheses(content, behind: range.upperBound, blockCloses: blockCloses)
            let expression = isBare ? Array(pieces[content]) : parenthesized(content)
            pieces.replaceSubrange(range, with: expression)
            if !isBare { return }
            range = withoutComments(range.lowerBound..<range.lowerBound + expression.count)
        }
    }

    /// What stands between `"${` and `}"` where these are the ends of a range and belong to each other.
    private func interpolation(in range: Range<Int>) -> Range<Int>? {
        let (first, last) = (range.lowerBound, range.upperBound - 1)
        guard range.count >= 5, pieces[first].kind == .openQuote, pieces[last].kind == .closeQuote,
            pieces[first + 1].kind == .openInterpolation, pieces[last - 1].kind == .closeTemplate
        else { return nil }
        let content = first + 2..<last - 1
        return isOneExpression(content) ? content : nil
    }

    /// A range without the newlines at its ends.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        range.trimmed { pieces[$0].kind == .newline }
    }

    /// A range without the comments at its ends.
    private func withoutComments(_ range: Range<Int>) -> Range<Int> {
        range.trimmed { pieces[$0].kind == .comment }
    }

    private mutating func parenthesized(_ range: Range<Int>) -> [Piece] {
        var expression = [made(.openParenthesis, [UInt8(ascii: "(")])] + pieces[range]
        // The marker of a heredoc has its line to itself.
        if expression.last?.kind == .closeHeredoc { expression.append(pieces[range.upperBound]) }
        expression.append(made(.closeParenthesis, [UInt8(ascii: ")")]))
        return expression
    }

    private func isOneExpression(_ range: Range<Int>) -> Bool {
        var quotes = 0
        for index in range {
            switch pieces[index].kind {
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
    private func needsParentheses(_ range: Range<Int>, behind end: Int, blockCloses: Bool) -> Bool {
        let last = range.upperBound - 1
        let isEnclosed =
            pieces[range.lowerBound].kind == .openParenthesis && pieces[last].kind == .closeParenthesis
        var nesting = 0
        for index in range {
            let piece = pieces[index]
            nesting += piece.kind.nesting
            guard piece.endsLine else { continue }
            if piece.kind == .newline, !isEnclosed { return true }
            if nesting == 0, index < last || blockCloses { return true }
        }
        guard pieces[last].kind == .closeHeredoc else { return false }
        return end < pieces.count || next < tokens.count && tokens[next].kind != .newline
    }

    /// Rewrites the type constraints of Terraform 0.11, and the bare words that stood for a collection of anything.
    mutating func modernizeType(first: Int, last: Int) {
        if first == last, pieces[first].kind == .identifier {
            guard isWord(first, "list") || isWord(first, "map") || isWord(first, "set") else { return }
            pieces.insert(contentsOf: elementType("any"), at: first + 1)
        } else if last == first + 2, pieces[first].kind == .openQuote, pieces[last].kind == .closeQuote {
            let isCollection = isWord(first + 1, "list") || isWord(first + 1, "map")
            guard isCollection || isWord(first + 1, "string") else { return }
            pieces[first + 1].kind = .identifier
            pieces.replaceSubrange(last...last, with: isCollection ? elementType("string") : [])
            pieces.remove(at: first)
        }
    }

    private mutating func elementType(_ name: String) -> [Piece] {
        [
            made(.openParenthesis, [UInt8(ascii: "(")]), made(.identifier, Array(name.utf8)),
            made(.closeParenthesis, [UInt8(ascii: ")")]),
        ]
    }

    private func isWord(_ index: Int, _ word: StaticString) -> Bool {
        spells(start: pieces[index].start, end: pieces[index].end, word)
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
