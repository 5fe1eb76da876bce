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
    /// The file, and behind it the text that was made up.
    var text: [UInt8]

    /// The tokens that remain, in order.
    var pieces: [Piece] = []

    let tokens: [Token]
    var next = 0
    private var depth = 0
    private var isInVariable = false

    init(bytes: [UInt8], tokens: [Token]) {
        self.text = bytes
        self.tokens = tokens
        pieces.reserveCapacity(tokens.count + tokens.count / 8)
    }

    /// Reads every token and fills `pieces`.
    mutating func run() {
        while next < tokens.count {
            let kind = tokens[next].kind
            if kind == .identifier {
                item()
            } else {
                if kind == .closeBrace { depth -= 1 }
                if kind == .endOfFile { appendEndOfFile() } else { appendNext() }
            }
        }
    }

    /// An argument or the head of a block, from its name.
    private mutating func item() {
        let name = tokens[next]
        var ahead = next + 1
        while ahead < tokens.count, tokens[ahead].kind == .comment { ahead += 1 }
        guard ahead < tokens.count, tokens[ahead].kind == .equal else { return blockHead(name) }
        while next <= ahead { appendNext() }
        argumentValue(isType: depth == 1 && isInVariable && spells(name, "type"))
    }

    private mutating func blockHead(_ name: Token) {
        appendNext()
        var brace = next
        var firstAfterLabels = next
        while brace < tokens.count, tokens[brace].kind != .openBrace {
            if tokens[brace].kind != .comment { firstAfterLabels = brace + 1 }
            brace += 1
        }
        while next < firstAfterLabels { label() }
        while next <= brace, next < tokens.count { appendNext() }
        if depth == 0 { isInVariable = spells(name, "variable") }
        depth += 1
    }

    /// The value of an argument and the comments behind it, up to the end of the line or the block.
    private mutating func argumentValue(isType: Bool) {
        var nesting = 0
        var first = pieces.count
        var last = first - 1
        var hasFirst = false
        var blockCloses = false
        while next < tokens.count {
            let kind = tokens[next].kind
            blockCloses = nesting == 0 && kind == .closeBrace
            if nesting == 0, kind == .newline || kind == .endOfFile || blockCloses { break }
            nesting += kind.nesting
            appendNext()
            if kind == .comment, nesting == 0 {
                if pieces[pieces.count - 1].endsLine { break }
                continue
            }
            if !hasFirst { first = pieces.count - 1 }
            hasFirst = true
            last = pieces.count - 1
        }
        guard hasFirst else { return }
        if isType {
            modernizeType(first: first, last: last)
        } else {
            unwrap(first: first, last: last, blockCloses: blockCloses)
        }
    }

    // MARK: Pieces

    mutating func appendNext() {
        let token = tokens[next]
        next += 1
        let endsLine =
            token.kind == .newline
            || token.kind == .comment && token.end > token.start
                && text[Int(token.end) - 1] == UInt8(ascii: "\n")
        pieces.append(
            Piece(start: token.start, end: token.end, spaces: 0, kind: token.kind, endsLine: endsLine))
    }

    /// Spaces behind the last token of a file without a final line feed stay; a tab there becomes a space.
    private mutating func appendEndOfFile() {
        let token = tokens[next]
        let previousEnd = next > 0 ? tokens[next - 1].end : 0
        next += 1
        let spaces = token.start - previousEnd
        pieces.append(
            Piece(start: token.start, end: token.start, spaces: spaces, kind: .endOfFile, endsLine: true))
    }

    /// A piece of text that is not in the file.
    mutating func made(_ kind: Token.Kind, _ content: [UInt8]) -> Piece {
        let start = Int32(text.count)
        text.append(contentsOf: content)
        return Piece(start: start, end: Int32(text.count), spaces: 0, kind: kind, endsLine: false)
    }

    private func spells(_ token: Token, _ word: StaticString) -> Bool {
        spells(start: token.start, end: token.end, word)
    }

    func spells(start: Int32, end: Int32, _ word: StaticString) -> Bool {
        guard Int(end - start) == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { text[Int(start)..<Int(end)].elementsEqual($0) }
    }
}
