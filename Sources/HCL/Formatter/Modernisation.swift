/// What Terraform rewrites before it lays a file out.
///
/// - `"${x}"` as the whole value of an argument becomes `x`;
/// - in a `variable` block, `type = "string"`, `"list"` and `"map"` lose their quotes, and bare `list`, `map` and
///   `set` get their element type;
/// - block labels are quoted, and comments between them vanish.
///
/// Where Terraform's own rewriting yields text that no longer parses or drops a label (an interpolation that
/// breaks its line outside brackets, a label with a lone `$`), parentheses are added and the label is kept: a
/// formatter must not change what a file means.
///
/// The file is known to parse, so its structure can be read from the tokens alone.
struct Modernisation {
    /// Some tokens that others replace.
    struct Edit {
        var range: Range<Int>
        var replacement: [Token] = []
    }

    let text: UnsafeBufferPointer<UInt8>
    let tokens: UnsafeBufferPointer<Token>

    /// What changes, in order.
    var edits: [Edit] = []

    /// Text that is not in the file; tokens count it as if it stood behind the file.
    private(set) var madeText: [UInt8] = []

    private var next = 0
    private var depth = 0
    private var isInVariable = false

    init(text: UnsafeBufferPointer<UInt8>, tokens: UnsafeBufferPointer<Token>) {
        self.text = text
        self.tokens = tokens
    }

    /// Reads every token and finds the edits.
    mutating func run() {
        while next < tokens.count {
            switch tokens[next].kind {
            case .identifier: item()
            case .closeBrace:
                depth -= 1
                next += 1
            default: next += 1
            }
        }
    }

    /// The tokens with the edits made.
    func editedTokens() -> [Token] {
        var edited: [Token] = []
        edited.reserveCapacity(tokens.count + edits.count * 3)
        var copied = 0
        for edit in edits {
            edited += tokens[copied..<edit.range.lowerBound]
            edited += edit.replacement
            copied = edit.range.upperBound
        }
        edited += tokens[copied...]
        return edited
    }

    /// An argument or the head of a block, from its name.
    private mutating func item() {
        let name = tokens[next]
        next += 1
        var ahead = next
        while ahead < tokens.count, tokens[ahead].kind == .comment { ahead += 1 }
        guard ahead < tokens.count, tokens[ahead].kind == .equal else { return blockHead(name) }
        next = ahead + 1
        argumentValue(isType: depth == 1 && isInVariable && spells(name, "type"))
    }

    private mutating func blockHead(_ name: Token) {
        let labels = next
        var endOfLabels = next
        while next < tokens.count, tokens[next].kind != .openBrace {
            next += 1
            if tokens[next - 1].kind != .comment { endOfLabels = next }
        }
        next += 1
        normalizeLabels(labels..<endOfLabels)
        if depth == 0 { isInVariable = spells(name, "variable") }
        depth += 1
    }

    /// The value of an argument and the comments behind it, up to the end of the line or the block.
    private mutating func argumentValue(isType: Bool) {
        var nesting = 0
        var first = -1
        var last = -1
        loop: while next < tokens.count {
            let kind = tokens[next].kind
            switch kind {
            case .newline, .closeBrace, .endOfFile:
                if nesting == 0 { break loop }
            case .comment:
                if nesting == 0 {
                    next += 1
                    if endsLine(tokens[next - 1]) { break loop }
                    continue
                }
            default: break
            }
            nesting += kind.nesting
            if first < 0 { first = next }
            last = next
            next += 1
        }
        if first < 0 { return }
        if isType {
            modernizeType(first...last)
        } else if tokens[first].kind == .openQuote, tokens[last].kind == .closeQuote {
            unwrap(first..<last + 1)
        }
    }

    /// Whether the comment takes the end of its line along.
    func endsLine(_ comment: Token) -> Bool {
        comment.end > comment.start && text[Int(comment.end) - 1] == UInt8(ascii: "\n")
    }

    /// A token whose text is not in the file.
    mutating func made(_ kind: Token.Kind, _ content: some Sequence<UInt8>) -> Token {
        let start = text.count + madeText.count
        madeText += content
        return Token(kind: kind, start: start, end: text.count + madeText.count)
    }

    /// Whether a token is a certain word.
    func spells(_ token: Token, _ word: StaticString) -> Bool {
        guard Int(token.end - token.start) == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { text[Int(token.start)..<Int(token.end)].elementsEqual($0) }
    }
}

extension Token.Kind {
    /// 1 for what encloses the tokens up to its closer, -1 for such a closer: brackets, quotes and heredocs.
    var nesting: Int {
        switch self {
        case .openBrace, .openBracket, .openParenthesis, .openInterpolation, .openDirective, .openQuote,
            .openHeredoc:
            1
        case .closeBrace, .closeBracket, .closeParenthesis, .closeTemplate, .closeQuote, .closeHeredoc: -1
        default: 0
        }
    }
}
