/// One line and its cells, as positions among the tokens.
struct Line {
    /// The first token of each cell, and the token after the last cell.
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

/// What is known of a line while its tokens are taken one by one.
struct LineScan {
    /// The last kind, and the one before it; before the first token stands a newline.
    private(set) var left: Token.Kind
    private(set) var before = Token.Kind.newline

    /// The columns so far without indentation, and those of the last token with its spaces.
    private var width: Int32
    private var lastWidth: Int32

    /// How many brackets are open, and how many of them indent the next lines.
    ///
    /// Both are the same up to the first heredoc: what follows it does not move the next line.
    private var open: Int32 = 0
    private var indenting: Int32 = 0
    private var hasHeredoc = false

    /// The first `=`, and the state there; 0 is none, for a line does not start with one.
    private var equal = 0
    private var widthAtEqual: Int32 = 0
    private var openAtEqual: Int32 = 0
    private var indentingAtEqual: Int32 = 0

    @inline(__always)
    init(first: Token.Kind, width: Int32) {
        left = first
        self.width = width
        lastWidth = width
        if first.isStructural { takeStructure(first, at: 0) }
    }

    @inline(__always)
    mutating func take(_ kind: Token.Kind, at index: Int, width tokenWidth: Int32) {
        if kind.isStructural { takeStructure(kind, at: index) }
        before = left
        left = kind
        lastWidth = tokenWidth
        width &+= tokenWidth
    }

    private mutating func takeStructure(_ kind: Token.Kind, at index: Int) {
        switch kind {
        case .equal:
            if equal > 0 { return }
            equal = index
            widthAtEqual = width
            openAtEqual = open
            indentingAtEqual = indenting
        case .openHeredoc: hasHeredoc = true
        default:
            open += kind.indentation
            if !hasHeredoc { indenting = open }
        }
    }

    /// Whether the text from the first `=` closes all that it opens: only then it is a cell.
    private var hasAssignment: Bool { equal > 0 && openAtEqual == open }

    /// How many more brackets the first cell opens than it closes, which indents the next lines.
    var openedBrackets: Int32 { hasAssignment ? indentingAtEqual : indenting }

    /// The finished line, once its indentation is known.
    @inline(__always)
    func line(start: Int, end: Int, margin: Int32) -> Line {
        var line = Line(start: start, end: end)
        let hasComment = left == .comment && end - start > 1
        if hasComment { line.comment = Int32(end - 1) }
        line.assignment = line.comment
        line.headWidth = margin + (hasComment || left == .newline ? width - lastWidth : width)
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

extension Token.Kind {
    /// Whether it says something about the cells or the brackets of its line.
    fileprivate var isStructural: Bool { self == .equal || self == .openHeredoc || indentation != 0 }

    /// 1 for what indents the lines up to its closer, -1 for such a closer.
    fileprivate var indentation: Int32 {
        switch self {
        case .openBrace, .openBracket, .openParenthesis, .openInterpolation, .openDirective: 1
        case .closeBrace, .closeBracket, .closeParenthesis, .closeTemplate: -1
        default: 0
        }
    }
}
