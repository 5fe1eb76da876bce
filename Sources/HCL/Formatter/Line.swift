/// One line and its cells, as positions among the pieces.
struct Line {
    /// The first piece of each cell, and the piece after the last cell.
    ///
    /// A cell that is not there starts where the next one does.
    var start: Int32, assignment: Int32, comment: Int32, end: Int32

    /// The columns of the first cell, its indentation included.
    var headWidth: Int32 = 0

    /// The columns of the second cell without the spaces before its `=`.
    var assignmentWidth: Int32 = 0

    var hasAssignment: Bool { assignment < comment }
    var hasComment: Bool { comment < end }

    /// A line without cells.
    init(start: Int, end: Int) {
        self.start = Int32(start)
        assignment = Int32(end)
        comment = Int32(end)
        self.end = Int32(end)
    }
}

/// What is known of a line while its pieces are taken one by one.
struct LineScan {
    /// The last kind, and the one before it if there is one.
    private(set) var left: Token.Kind
    private(set) var before = Token.Kind.newline
    private(set) var hasBefore = false

    /// The columns so far, without indentation, and without the last piece.
    private var width: Int32
    private var widthBefore: Int32 = 0

    /// How many brackets are open.
    private var open: Int32

    /// The same at the first heredoc: what follows it does not move the next line.
    private var openAtHeredoc: Int32?

    /// The first `=`, and the state there; 0 is none, for a line does not start with one.
    private var equal = 0
    private var widthAtEqual: Int32 = 0
    private var openAtEqual: Int32 = 0
    private var hasHeredocBeforeEqual = false

    init(first: Token.Kind, width: Int32) {
        left = first
        open = first.indentation
        self.width = width
        if first == .openHeredoc { openAtHeredoc = 0 }
    }

    @inline(__always)
    mutating func take(_ kind: Token.Kind, at index: Int, spaces: Int32, width pieceWidth: Int32) {
        if kind == .equal, equal == 0 {
            equal = index
            widthAtEqual = width
            openAtEqual = open
            hasHeredocBeforeEqual = openAtHeredoc != nil
        } else if kind == .openHeredoc, openAtHeredoc == nil {
            openAtHeredoc = open
        }
        before = left
        hasBefore = true
        left = kind
        widthBefore = width
        width += spaces + pieceWidth
        open += kind.indentation
    }

    /// Whether the text from the first `=` closes all that it opens: only then it is a cell.
    private var hasAssignment: Bool { equal > 0 && openAtEqual == open }

    /// How many more brackets the first cell opens than it closes, which indents the next lines.
    var openedBrackets: Int32 {
        hasAssignment && !hasHeredocBeforeEqual ? openAtEqual : openAtHeredoc ?? open
    }

    /// The finished line, once its indentation is known.
    func line(start: Int, end: Int, margin: Int32) -> Line {
        var line = Line(start: start, end: end)
        let hasComment = left == .comment && hasBefore
        if hasComment { line.comment = Int32(end - 1) }
        line.assignment = line.comment
        line.headWidth = margin + (hasComment || left == .newline ? widthBefore : width)
        if hasAssignment {
            line.assignment = Int32(equal)
            line.assignmentWidth = line.headWidth - margin - widthAtEqual - 1
            line.headWidth = margin + widthAtEqual
        }
        return line
    }
}

/// The level of indentation, from line to line.
///
/// A line that opens brackets indents the next ones by one level, however many it opens; the level ends with the
/// line that closes as many, and that line stands outside already.
struct Indentation {
    /// For every level, how many brackets are still to be closed.
    private var open: [Int32] = []

    /// The spaces before a line that opens (or, below zero, closes) so many brackets.
    mutating func spaces(forLineOpening opened: Int32) -> Int32 {
        if opened > 0 {
            defer { open.append(opened) }
            return Int32(2 * open.count)
        }
        var closed = -opened
        while closed > 0, let innermost = open.last {
            if innermost > closed {
                open[open.count - 1] -= closed
                break
            }
            open.removeLast()
            closed -= innermost
        }
        return Int32(2 * open.count)
    }
}
