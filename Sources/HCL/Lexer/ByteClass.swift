/// What a byte can be for the lexer, as bits that are tested in its inner loops.
enum ByteClass {
    /// ASCII letters, digits, `_` and `-`.
    static let identifierPart: UInt8 = 1

    /// Inside quotes: ASCII that is neither an end of line nor `"`, `\`, `$` or `%`.
    static let plainInQuotes: UInt8 = 2

    /// Inside a heredoc: ASCII that is neither an end of line nor `$` or `%`.
    static let plainInHeredoc: UInt8 = 4

    /// Everything but a line feed.
    static let insideLine: UInt8 = 8

    /// The space.
    static let space: UInt8 = 16

    /// The classes of all 256 bytes.
    static let table: [UInt8] = (0..<256).map { classes(of: UInt8($0)) }

    private static func classes(of byte: UInt8) -> UInt8 {
        var classes: UInt8 = 0
        if Literal.isIdentifierPart(byte) { classes |= identifierPart }
        if byte != UInt8(ascii: "\n") { classes |= insideLine }
        if byte == UInt8(ascii: " ") { classes |= space }
        guard byte < 0x80 else { return classes }
        switch byte {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "$"), UInt8(ascii: "%"): break
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): classes |= plainInHeredoc
        default: classes |= plainInHeredoc | plainInQuotes
        }
        return classes
    }
}
