import Diagnostics

/// One lexical token of HCL's native syntax.
///
/// Spaces and tabs are not tokens: they are the gap between the end of one token and the start of the next.
/// Newlines and comments are tokens, because bodies and the formatter need them.
public struct Token: Sendable, Hashable {
    /// What the token is.
    public enum Kind: UInt8, Sendable, Hashable {
        case identifier, number

        /// The quote that opens a template, and the one that closes it.
        case openQuote, closeQuote

        /// Literal text inside quotes, as written (escapes are not decoded).
        case quotedText

        /// `<<MARK` with its newline, and the line that closes it (without its newline).
        case openHeredoc, closeHeredoc

        /// Literal text inside a heredoc, one token a line or less.
        case heredocText

        /// `${` or `${~`, `%{` or `%{~`, and the brace that closes either: `}` or `~}`.
        case openInterpolation, openDirective, closeTemplate

        case openBrace, closeBrace, openBracket, closeBracket, openParenthesis, closeParenthesis

        case star, slash, plus, minus, percent
        case equal, equalEqual, notEqual, less, lessEqual, greater, greaterEqual, and, or, not
        case question, colon, doubleColon, comma, dot, ellipsis, fatArrow

        /// `#` or `//` to the end of the line (with its newline), or `/* */`.
        case comment

        case newline, endOfFile

        /// Bytes that begin no token, and characters that HCL knows but does not allow.
        case invalid
    }

    /// What the token is.
    public var kind: Kind

    /// The first byte, in the file.
    public var start: Int32

    /// The byte after the last one.
    public var end: Int32

    package init(kind: Kind, start: Int, end: Int) {
        self.kind = kind
        self.start = Int32(start)
        self.end = Int32(end)
    }
}
