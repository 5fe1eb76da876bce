/// What is open at one point of the text that a template writes.
struct Surroundings: Sendable, Hashable {
    /// Something that opened and has not closed yet.
    struct Frame: Sendable, Hashable {
        var kind: Kind
        var phase = Phase.start
    }

    enum Kind: Sendable, Hashable {
        /// The attributes and blocks of a file or block.
        case body

        /// Braces in an expression: an object, or a `for` expression.
        case object, forBraces
        case brackets, parentheses

        /// `${ }` or `%{ }`.
        case interpolation

        /// Quotes in an expression, and around a block label.
        case quoted, label
        case heredoc(stripped: Bool)
        case lineComment, blockComment
        case json, jsonString
        case markdown

        /// A code span between so many backticks, and a block between fences of such bytes.
        case codeSpan(ticks: Int), fence(byte: UInt8, count: Int)
        case plain
    }

    /// How far a line of a body or an entry of an object has come.
    enum Phase: UInt8, Sendable, Hashable {
        /// Nothing yet, or the key of an object's entry.
        case start

        /// After the first word of a line in a body: a block header, or the name left of `=`.
        case header

        /// Right of `=`.
        case value
    }

    /// What the last byte belongs to, for what is written directly after it.
    enum Glue: UInt8, Sendable, Hashable {
        case none, word, number, dot

        /// A literal that a tag wrote.
        case value

        /// Different things on different ways here.
        case unclear
    }

    var frames: [Frame]

    /// The markers of the heredocs that are open, innermost last.
    var markers: [[UInt8]] = []
    var glue = Glue.none

    /// What the current line of a heredoc or of Markdown holds, as far as it matters.
    ///
    /// In a heredoc: the bytes without the blanks before them, while they can still become the marker (blanks
    /// after them are one space), else nil. In Markdown: nothing at the start of a line, `|` in a table row, else
    /// nil.
    var line: [UInt8]?

    /// Whether a tag stands in the current line of a heredoc.
    var lineHasTag = false

    /// The start of a file.
    init(mode: Mode) {
        switch mode {
        case .hcl: frames = [Frame(kind: .body)]
        case .json: frames = [Frame(kind: .json)]
        case .markdown:
            frames = [Frame(kind: .markdown)]
            line = []
        case .plain: frames = [Frame(kind: .plain)]
        }
    }

    /// The innermost thing that is open.
    var top: Frame {
        get { frames.last ?? Frame(kind: .plain) }
        set { if !frames.isEmpty { frames[frames.count - 1] = newValue } }
    }

    mutating func push(_ kind: Kind) {
        frames.append(Frame(kind: kind))
        glue = .none
    }

    /// Closes the innermost thing; the file itself never closes.
    mutating func pop() {
        if frames.count > 1, case .heredoc = frames.removeLast().kind { markers.removeLast() }
        glue = .none
        line = nil
    }

    /// Whether the current line of a heredoc is its marker, blanks aside.
    func lineIs(_ marker: [UInt8]) -> Bool { line == marker || line == marker + [0x20] }

    /// Whether `${` would open an interpolation here.
    var isInTemplate: Bool {
        switch top.kind {
        case .quoted, .label, .heredoc: return true
        default: return false
        }
    }

    /// The marker of the innermost heredoc.
    var marker: [UInt8] { markers.last ?? [] }

    /// The surroundings after two ways that meet; nil when they do not agree.
    func merged(with other: Surroundings) -> Surroundings? {
        guard frames == other.frames, markers == other.markers else { return nil }
        var merged = self
        if glue != other.glue {
            let isHarmless = [glue, other.glue].allSatisfy { $0 == .none || $0 == .value }
            merged.glue = isHarmless ? .none : .unclear
        }
        if let line, let otherLine = other.line, line != otherLine {
            guard case .heredoc = top.kind else {
                merged.line = nil
                return merged
            }
            return nil
        }
        merged.line = line ?? other.line
        merged.lineHasTag = lineHasTag || other.lineHasTag
        return merged
    }

    /// What the end of the file would cut off; nil when nothing is open.
    var unclosedThing: String? {
        guard frames.count > 1 else { return nil }
        switch top.kind {
        case .body: return "a block"
        case .object, .forBraces: return "an object"
        case .brackets: return "brackets"
        case .parentheses: return "parentheses"
        case .interpolation: return "an interpolation"
        case .quoted, .label, .jsonString: return "a quoted text"
        case .heredoc:
            return lineIs(marker) ? nil : "the heredoc \"\(String(decoding: marker, as: UTF8.self))\""
        case .blockComment: return "a comment"
        case .fence: return "a fenced block"
        case .lineComment, .json, .markdown, .codeSpan, .plain: return nil
        }
    }
}

// What a tag that writes a value finds, and what it leaves.
extension Surroundings {
    /// The place of a value, after which the surroundings go on; `next` is the byte after the tag, 0 if unknown.
    mutating func place(next: UInt8) -> (place: Place, problem: PlaceProblem?) {
        switch top.kind {
        case .quoted: return (.quoted, nil)
        case .label: return labelPlace()
        case .lineComment: return (.lineComment, nil)
        case .blockComment: return (.blockComment, nil)
        case .json: return (.json, nil)
        case .jsonString: return (.jsonString, nil)
        case .plain: return (.plain, nil)
        case .markdown:
            let isLineStart = line == []
            if isLineStart { line = nil }
            return (.markdown(isLineStart: isLineStart), nil)
        case .codeSpan: return (.markdownCode(inTable: line == [UInt8(ascii: "|")]), nil)
        case .fence: return (.markdownFence, nil)
        case .heredoc(let stripped):
            lineHasTag = true
            let closes: PlaceProblem? = lineIs(marker) ? .afterMarker : nil
            return (.heredoc(marker: marker, stripped: stripped), closes)
        case .body, .object, .forBraces, .brackets, .parentheses, .interpolation: return codePlace(next: next)
        }
    }

    private mutating func labelPlace() -> (place: Place, problem: PlaceProblem?) {
        let left = glue
        glue = .word
        guard left != .unclear else {
            return (.unclear, .mixedLabel)
        }
        return (left == .word ? .identifierPart : .identifier, nil)
    }

    private mutating func codePlace(next: UInt8) -> (place: Place, problem: PlaceProblem?) {
        let left = glue
        let isName = top.kind == .body && top.phase != .value
        if isName { top.phase = .header }
        glue = .word
        switch left {
        case .word: return (.identifierPart, nil)
        case .dot: return (.root, nil)
        case .number: return (.unclear, .afterNumber)
        case .value: return (.unclear, .afterValue)
        case .unclear: return (.unclear, .mixedNeighbours)
        case .none: break
        }
        let goesOn = SurroundingsScanner.isWordPart(next)
        if goesOn && next == UInt8(ascii: "-") { return (isName ? .identifier : .beforeDash, nil) }
        if goesOn || isName || next == UInt8(ascii: "(") || next == UInt8(ascii: "{") {
            return (.identifier, nil)
        }
        if next == UInt8(ascii: ".") { return (.root, nil) }
        glue = .value
        return (top.kind == .object && top.phase == .start ? .key : .expression, nil)
    }
}
