import Diagnostics
import HCL

/// The blank lines of a rendered file, as a person would set them.
///
/// A template's branches leave gaps of any size behind, and `terraform fmt` keeps them. Here at most one blank
/// line stays between two lines, and none after an opening bracket, before a closing one, at the start or at
/// the end. Heredocs are left alone, because their line ends are not newline tokens.
enum BlankLines {
    /// The text with its surplus blank lines removed, ending in one line feed unless nothing is left.
    static func tidied(_ bytes: [UInt8], file: FileID) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var lineEnds = 0
        var spacesStart = 0
        var previous: Token.Kind?
        for token in Lexer.tokens(of: bytes, file: file).tokens {
            if token.kind == .newline {
                lineEnds += 1
                spacesStart = Int(token.end)
                continue
            }
            let count = min(lineEnds, mostLineEnds(after: previous, before: token.kind))
            text.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: count))
            if token.kind == .endOfFile { break }
            text.append(contentsOf: bytes[spacesStart..<Int(token.end)])
            lineEnds = 0
            if token.kind == .comment, text.last == UInt8(ascii: "\n") {
                text.removeLast()
                lineEnds = 1
            }
            spacesStart = Int(token.end)
            previous = token.kind
        }
        if let last = text.last, last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
        return text
    }

    private static func mostLineEnds(after previous: Token.Kind?, before next: Token.Kind) -> Int {
        switch (previous, next) {
        case (nil, _): 0
        case (.openBrace, _), (.openBracket, _), (.openParenthesis, _): 1
        case (_, .closeBrace), (_, .closeBracket), (_, .closeParenthesis), (_, .endOfFile): 1
        default: 2
        }
    }
}
