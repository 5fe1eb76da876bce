/// The lines of a file, indented, spaced and aligned.
///
/// A line is cut into at most three cells: the text up to its `=`, the `=` with the value, and a comment at its
/// end. Only the white space before tokens is decided here.
struct Layout {
    let text: UnsafeBufferPointer<UInt8>

    /// The tokens; the last one is the end of the file.
    let tokens: UnsafeBufferPointer<Token>

    /// The number of spaces before each token.
    let spaces: UnsafeMutableBufferPointer<Int32>
    var lines: [Line] = []
    private let columns: Columns
    private let gaps = Gaps()
    private var indentation = Indentation()

    init(
        text: UnsafeBufferPointer<UInt8>, tokens: UnsafeBufferPointer<Token>,
        spaces: UnsafeMutableBufferPointer<Int32>
    ) {
        self.text = text
        self.tokens = tokens
        self.spaces = spaces
        columns = Columns(text: text)
        lines.reserveCapacity(tokens.count / 5)
    }

    /// Decides the spaces before every token but the last.
    mutating func run() {
        var start = 0
        while start < tokens.count - 1 { start = layLine(from: start) }
        alignAssignments()
        alignComments()
    }

    /// Spaces and indents the line that starts at `start`; the result is the start of the next one.
    private mutating func layLine(from start: Int) -> Int {
        let first = tokens[start]
        if first.kind == .newline {
            lines.append(Line(start: start, end: start + 1))
            return start + 1
        }
        var scan = LineScan(first: first.kind, width: columns.width(of: first))
        var index = start + 1
        var endsLine = endsLine(first)
        while !endsLine, index < tokens.count - 1 {
            let token = tokens[index]
            let space: Int32 = hasSpace(before: token.kind, at: index, scan) ? 1 : 0
            spaces[index] = space
            scan.take(token.kind, at: index, width: space &+ columns.width(of: token))
            endsLine = self.endsLine(token)
            index &+= 1
        }
        let margin = indentation.spaces(forLineOpening: scan.openedBrackets)
        spaces[start] = margin
        lines.append(scan.line(start: start, end: index, margin: margin))
        return index
    }

    /// Whether a token ends its line: a newline, or a comment that brings its own.
    @inline(__always)
    private func endsLine(_ token: Token) -> Bool {
        token.kind == .newline
            || token.kind == .comment && token.end > token.start
                && text[Int(token.end) - 1] == UInt8(ascii: "\n")
    }

    @inline(__always)
    private func hasSpace(before kind: Token.Kind, at index: Int, _ scan: LineScan) -> Bool {
        switch gaps.rule(scan.left, kind) {
        case .space: true
        case .none: false
        case .minus: scan.before != .newline && !scan.before.precedesNegation
        case .word: scan.before == .identifier && isIn(tokens[index - 1])
        }
    }

    /// Whether a word is the `in` of a for expression, given that it follows a name.
    private func isIn(_ word: Token) -> Bool {
        let start = Int(word.start)
        return word.end - word.start == 2 && text[start] == UInt8(ascii: "i")
            && text[start + 1] == UInt8(ascii: "n")
    }
}
