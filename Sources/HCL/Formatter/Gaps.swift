/// Which neighbours on a line have a space between them.
///
/// The rules look at kinds of tokens only, one before and two around the gap; where they look odd (`if(x)`,
/// `"a" [0]`, `b.* -1`), that is how Terraform writes it.
struct Gaps {
    /// What two kinds of neighbours say about the gap between them.
    enum Rule: UInt8 {
        case space, none

        /// No space where the token before the left one makes its `-` a negation.
        case minus

        /// No space but behind the word `in` of a for expression.
        case word
    }

    /// The rule of every pair of kinds, by `left * 64 + right`.
    private static let table: [Rule] = (0..<64 * 64).map { index in
        let left = Token.Kind(rawValue: UInt8(index / 64))
        let right = Token.Kind(rawValue: UInt8(index % 64))
        guard let left, let right else { return .none }
        return rule(between: left, and: right)
    }

    private let rules = Gaps.table

    /// What the kinds alone say about the gap between two neighbours on a line.
    @inline(__always)
    func rule(_ left: Token.Kind, _ right: Token.Kind) -> Rule {
        rules[Int(left.rawValue) << 6 | Int(right.rawValue)]
    }

    private static func rule(between left: Token.Kind, and right: Token.Kind) -> Rule {
        switch (left, right) {
        // Nothing stands before the end of a line, and punctuation clings to what it follows.
        case (_, .newline), (_, .endOfFile), (_, .comma), (_, .ellipsis), (_, .dot), (_, .doubleColon):
            return .none
        // Literal text stands as it is, and so does what encloses it.
        case (_, .quotedText), (_, .closeQuote), (_, .heredocText), (_, .closeHeredoc): return .none
        case (.comma, _): return .space
        case (.openQuote, _), (.quotedText, _), (.openHeredoc, _), (.heredocText, _): return .none
        case (.dot, _), (.doubleColon, _), (.not, _): return .none
        case (.identifier, .openParenthesis): return .none
        case (.identifier, .openBracket): return .word
        case (.number, .openBracket), (.closeParenthesis, .openBracket), (.closeBracket, .openBracket),
            (.closeBrace, .openBracket):
            return .none
        case (.closeTemplate, .openInterpolation), (.closeTemplate, .openDirective): return .none
        case (.minus, _): return .minus
        default: return bracketRule(left, right)
        }
    }

    /// Braces have space inside unless they are empty, other brackets have not.
    private static func bracketRule(_ left: Token.Kind, _ right: Token.Kind) -> Rule {
        switch (left, right) {
        case (.openBrace, .closeBrace): .none
        case (.openBrace, _), (_, .closeBrace), (.closeBrace, .closeTemplate): .space
        case (.openInterpolation, .openBrace), (.openDirective, .openBrace): .space
        case (.openInterpolation, _), (.openDirective, _), (.openParenthesis, _), (.openBracket, _): .none
        case (.identifier, .closeParenthesis), (.identifier, .closeBracket), (.identifier, .closeTemplate):
            .word
        case (_, .closeParenthesis), (_, .closeBracket), (_, .closeTemplate): .none
        default: .space
        }
    }
}

extension Token.Kind {
    /// Whether a `-` that follows is a negation.
    var precedesNegation: Bool {
        switch self {
        case .openParenthesis, .openBracket, .openBrace, .comma, .equal, .equalEqual, .notEqual, .less,
            .lessEqual,
            .greater, .greaterEqual, .and, .or, .not, .question, .colon, .plus, .minus, .star, .slash,
            .percent:
            true
        default: false
        }
    }
}
