/// The lines of a file, indented, spaced and aligned.
///
/// A line is cut into at most three cells: the text up to its `=`, the `=` with the value, and a comment at its
/// end. Only the white space before tokens is decided here.
struct Layout {
    let text: UnsafeBufferPointer<UInt8>
    let pieces: UnsafeMutableBufferPointer<Piece>
    var lines: [Line] = []
    private let columns: Columns
    private let gaps = Gaps()
    private var indentation = Indentation()

    init(text: UnsafeBufferPointer<UInt8>, pieces: UnsafeMutableBufferPointer<Piece>) {
        self.text = text
        self.pieces = pieces
        columns = Columns(text: text)
        lines.reserveCapacity(pieces.count / 5)
    }

    /// Decides the spaces before every piece.
    mutating func run() {
        var start = 0
        while start < pieces.count, pieces[start].kind != .endOfFile { start = layLine(from: start) }
        alignAssignments()
        alignComments()
    }

    /// Spaces and indents the line that starts at `start`; the result is the start of the next one.
    private mutating func layLine(from start: Int) -> Int {
        if pieces[start].kind == .newline {
            lines.append(Line(start: start, end: start + 1))
            return start + 1
        }
        var scan = LineScan(first: pieces[start].kind, width: columns.width(of: pieces[start]))
        var index = start + 1
        var endsLine = pieces[start].endsLine
        while !endsLine, index < pieces.count {
            let piece = pieces[index]
            if piece.kind == .endOfFile { break }
            let spaces: Int32 = hasSpace(before: piece.kind, at: index, scan) ? 1 : 0
            pieces[index].spaces = spaces
            scan.take(piece.kind, at: index, spaces: spaces, width: columns.width(of: piece))
            endsLine = piece.endsLine
            index += 1
        }
        let margin = indentation.spaces(forLineOpening: scan.openedBrackets)
        pieces[start].spaces = margin
        lines.append(scan.line(start: start, end: index, margin: margin))
        return index
    }

    @inline(__always)
    private func hasSpace(before kind: Token.Kind, at index: Int, _ scan: LineScan) -> Bool {
        switch gaps.rule(scan.left, kind) {
        case .space: true
        case .none: false
        case .minus: scan.hasBefore && !scan.before.precedesNegation
        case .word: scan.hasBefore && scan.before == .identifier && isIn(pieces[index - 1])
        }
    }

    /// Whether a word is the `in` of a for expression, given that it follows a name.
    private func isIn(_ word: Piece) -> Bool {
        let start = Int(word.start)
        return word.end - word.start == 2 && text[start] == UInt8(ascii: "i")
            && text[start + 1] == UInt8(ascii: "n")
    }
}
