import Diagnostics

/// The state of the parser within one file.
///
/// An error sets `isBroken`; every function then returns what it has, and the body goes on behind the item
/// (`recover`). So a mistake is told once, and its neighbours are read as if it were not there.
struct Parser: ~Copyable {
    /// How deeply brackets, blocks and operators may nest.
    ///
    /// Terraform itself has no limit but its memory; people need about ten.
    static let maximumDepth = 1000

    /// How many mistakes are told before the rest of the file is left alone.
    ///
    /// Whoever gives us a picture or a dump does not want to read a thousand messages.
    static let maximumDiagnostics = 100

    let text: UnsafeBufferPointer<UInt8>
    let tokens: UnsafeBufferPointer<Token>
    let file: FileID

    /// The current token.
    var index = 0

    /// What the current token means here: a comment that ends its line is a newline where newlines matter.
    var kind = Token.Kind.endOfFile

    /// Whether newlines end things; inside brackets they do not.
    var newlinesMatter = true

    /// The byte behind the last token that was consumed.
    var previousEnd = 0

    /// Whether a mistake was made in the current item, of which nothing more can be read.
    var isBroken = false

    /// How many mistakes were met that broke an item, with those that the lexer has reported.
    var mistakes = 0

    var depth = 0
    var diagnostics: [Diagnostic] = []

    // What is being collected for the lists of the tree.
    var items = Pile<Body.Item>(capacity: 16)
    var expressions = Pile<Expression>(capacity: 16)
    var objectItems = Pile<ObjectConstructor.Item>(capacity: 16)
    var steps = Pile<TraversalStep>(capacity: 16)
    var parts = Pile<TemplatePart>(capacity: 16)

    init(text: UnsafeBufferPointer<UInt8>, tokens: UnsafeBufferPointer<Token>, file: FileID) {
        self.text = text
        self.tokens = tokens
        self.file = file
        settle()
    }

    /// Consumes the current token.
    @inline(__always)
    mutating func advance() {
        previousEnd = Int(tokens[index].end)
        if index < tokens.count - 1 { index += 1 }
        settle()
    }

    /// Passes over what means nothing here, from the current token on.
    @inline(__always)
    mutating func settle() {
        kind = tokens[index].kind
        if kind == .newline || kind == .comment { settleOnLineEnd() }
    }

    private mutating func settleOnLineEnd() {
        while true {
            kind = tokens[index].kind
            switch kind {
            case .newline:
                if newlinesMatter { return }
            case .comment:
                if newlinesMatter, endsLine(tokens[index]) {
                    kind = .newline
                    return
                }
            default: return
            }
            index += 1
        }
    }

    /// Whether a comment takes the end of its line along.
    func endsLine(_ comment: Token) -> Bool { text[Int(comment.end) - 1] == UInt8(ascii: "\n") }

    /// The range of the current token.
    var currentRange: SourceRange { range(of: tokens[index]) }

    /// The place behind the last token that was consumed.
    var previousPlace: SourceRange { range(previousEnd, previousEnd) }

    @inline(__always)
    func range(of token: Token) -> SourceRange { range(Int(token.start), Int(token.end)) }

    @inline(__always)
    func range(_ start: Int, _ end: Int) -> SourceRange { SourceRange(file: file, start: start, end: end) }

    /// The range from a byte to the end of the last token that was consumed.
    @inline(__always)
    func range(from start: Int) -> SourceRange { range(start, max(start, previousEnd)) }

    /// The first byte of the current token.
    var start: Int { Int(tokens[index].start) }

    /// Whether the current token is this keyword.
    func isAt(_ keyword: Keyword) -> Bool {
        kind == .identifier && Keyword(text, tokens[index]) == keyword
    }

    /// Goes one level deeper; false, with a diagnostic, where that is too deep.
    @inline(__always)
    mutating func enter() -> Bool {
        depth += 1
        return depth <= Self.maximumDepth || failDepth()
    }

    private mutating func failDepth() -> Bool {
        // What is too deep here goes on to be too deep.
        if diagnostics.contains(where: { $0.id == "nesting-too-deep" }) {
            breakOff()
            return false
        }
        fail(
            "nesting-too-deep", "expressions and blocks are nested more than \(Self.maximumDepth) deep here",
            at: currentRange, help: "give parts of the expression names of their own as local values")
        return false
    }

    /// Reports a mistake after which nothing more of the item can be read.
    mutating func fail(
        _ id: String, _ summary: String, at range: SourceRange? = nil, notes: [Diagnostic.Note] = [],
        help: String? = nil
    ) {
        if !isBroken, range != nil || !isReported {
            report(id, summary, at: range ?? currentRange, notes: notes, help: help)
        }
        breakOff()
    }

    /// Gives the item up for a mistake that has been reported.
    mutating func breakOff() {
        mistakes += 1
        isBroken = true
    }

    /// Whether the lexer has reported what is wrong with the current token: it is invalid, or opens a string that
    /// is not closed on its line.
    var isReported: Bool {
        guard kind == .openQuote else { return kind == .invalid }
        let next = tokens[index + 1].kind == .quotedText ? tokens[index + 2] : tokens[index + 1]
        return next.kind == .invalid && next.start == next.end
    }

    /// Reports a mistake that the parser can read on after.
    mutating func report(
        _ id: String, _ summary: String, at range: SourceRange, notes: [Diagnostic.Note] = [],
        help: String? = nil
    ) {
        guard diagnostics.count < Self.maximumDiagnostics else { return }
        diagnostics.append(Diagnostic(id: id, summary: summary, subject: range, notes: notes, help: help))
    }

    /// The current token in words, for messages.
    var found: String {
        switch kind {
        case .endOfFile: return "the end of the file"
        case .newline: return "the end of the line"
        case .openQuote, .closeQuote: return "a quote"
        case .openHeredoc: return "a heredoc"
        default: return "\"\(String(decoding: text[start..<Int(tokens[index].end)], as: UTF8.self))\""
        }
    }
}

/// A word that means something in an expression, as the number that its letters make.
struct Keyword: Equatable {
    static let `for` = Keyword("for")
    static let `in` = Keyword("in")
    static let `if` = Keyword("if")
    static let `else` = Keyword("else")
    static let endif = Keyword("endif")
    static let endfor = Keyword("endfor")
    static let `true` = Keyword("true")
    static let `false` = Keyword("false")
    static let null = Keyword("null")

    private let letters: UInt64

    private init(_ word: StaticString) {
        var letters: UInt64 = 0
        for index in 0..<word.utf8CodeUnitCount {
            letters = letters << 8 | UInt64(word.utf8Start[index])
        }
        self.letters = letters
    }

    /// The word that a token holds; no keyword where it is too long for one.
    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>, _ token: Token) {
        var letters: UInt64 = 0
        if token.end - token.start <= 6 {
            for index in Int(token.start)..<Int(token.end) { letters = letters << 8 | UInt64(text[index]) }
        }
        self.letters = letters
    }
}
