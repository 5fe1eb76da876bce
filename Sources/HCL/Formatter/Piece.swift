/// A token on its way to the output: its text and the number of spaces before it.
struct Piece {
    /// The first byte, in the text of the pass.
    var start: Int32

    /// The byte after the last one.
    var end: Int32

    /// How many spaces stand before it.
    var spaces: Int32

    /// What the token is.
    var kind: Token.Kind

    /// Whether the token ends its line: a newline, or a comment that brings its own.
    var endsLine: Bool
}

extension Token.Kind {
    /// 1 for what indents the lines up to its closer, -1 for such a closer.
    var indentation: Int32 {
        switch self {
        case .openBrace, .openBracket, .openParenthesis, .openInterpolation, .openDirective: 1
        case .closeBrace, .closeBracket, .closeParenthesis, .closeTemplate: -1
        default: 0
        }
    }

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
