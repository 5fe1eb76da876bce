import Diagnostics

/// Finds how much white space a `<<-` heredoc takes from the start of its lines.
///
/// The smallest indentation of a line counts. Lines of white space alone do not; lines that start with a
/// sequence have none. White space that `~` takes is gone before.
struct IndentationCounter {
    private var found: Int32?
    private var isAtLineStart = true

    /// The indentation that all lines have.
    var smallest: Int32 { found ?? 0 }

    /// Notes an interpolation or directive.
    mutating func passSequence() {
        guard isAtLineStart else { return }
        isAtLineStart = false
        found = 0
    }

    /// Notes a piece of text, and marks it where it starts a line.
    mutating func pass(_ part: inout TemplateText, text: UnsafeBufferPointer<UInt8>) {
        let bytes = text[part.range.bytes]
        let hasLineEnd = bytes.last == UInt8(ascii: "\n")
        let spaces = Whitespace.leading(bytes)
        let isBlank = spaces.bytes == bytes.count
        // A line that `~` has emptied no longer ends, so that what follows does not start a line.
        let losesEnd = hasLineEnd && (part.trimsEnd || (part.trimsStart && isBlank))
        if isAtLineStart {
            isAtLineStart = false
            if !(isBlank && hasLineEnd && !losesEnd) {
                part.losesIndentation = true
                let isEmptied = part.trimsStart || (part.trimsEnd && isBlank)
                found = min(found ?? Int32.max, isEmptied ? 0 : Int32(spaces.characters))
            }
        }
        if hasLineEnd, !losesEnd { isAtLineStart = true }
    }
}
