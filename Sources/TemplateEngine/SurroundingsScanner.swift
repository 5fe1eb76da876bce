/// Follows static text through the rules of its file.
struct SurroundingsScanner {
    var surroundings: Surroundings

    /// The line starts that an indented include moves, as offsets of the bytes that were scanned.
    var lineStarts: [Int32] = []

    /// What is wrong with the text, and where.
    var problems: [(range: Range<Int>, problem: PlaceProblem)] = []

    /// Heredocs that were open at the start of the template; lines of deeper ones are not moved.
    let outerHeredocs: Int

    var bytes: [UInt8] = []
    var index = 0
    var end = 0

    init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
        outerHeredocs = surroundings.markers.count
    }

    /// Goes over some bytes.
    mutating func scan(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        index = range.lowerBound
        end = range.upperBound
        lineStarts.removeAll(keepingCapacity: true)
        while index < end {
            switch surroundings.top.kind {
            case .quoted, .label: scanQuoted()
            case .heredoc: scanHeredoc(surroundings.marker)
            case .lineComment: scanLineComment()
            case .blockComment: scanBlockComment()
            case .json: scanJSON()
            case .jsonString: scanJSONString()
            case .markdown, .codeSpan, .fence: scanMarkdown()
            case .plain: scanPlain()
            case .body, .object, .forBraces, .brackets, .parentheses, .interpolation: scanCode()
            }
        }
    }

    /// Whether a byte can belong to an identifier of HCL.
    static func isWordPart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte)
            || (0x61...0x7a).contains(byte | 0x20)
    }

    /// The byte some places ahead, 0 after the end.
    func peek(_ distance: Int = 1) -> UInt8 { index + distance < end ? bytes[index + distance] : 0 }

    /// Notes that a line ends at the current byte and steps over it.
    mutating func passNewline() {
        index += 1
        if surroundings.markers.count <= outerHeredocs { lineStarts.append(Int32(index)) }
    }

    mutating func report(_ problem: PlaceProblem, _ range: Range<Int>) { problems.append((range, problem)) }

    // MARK: Code

    private mutating func scanCode() {
        let byte = bytes[index]
        if surroundings.glue == .value, Self.isWordPart(byte) || [0x2e, 0x22, 0x28].contains(byte) {
            report(.continuedValue, index..<index + 1)
            surroundings.glue = .none
        }
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
            var place = index + 1
            while place < end, bytes[place] == byte { place += 1 }
            index = place
            surroundings.glue = .none
        case UInt8(ascii: "\n"): endLine()
        case UInt8(ascii: "\""): openQuote()
        case UInt8(ascii: "#"): open(.lineComment, width: 1)
        case UInt8(ascii: "/") where peek() == byte: open(.lineComment, width: 2)
        case UInt8(ascii: "/") where peek() == UInt8(ascii: "*"): open(.blockComment, width: 2)
        case UInt8(ascii: "<") where peek() == byte && openHeredoc(): break
        case UInt8(ascii: "{"): openBrace()
        case UInt8(ascii: "["): open(.brackets, width: 1)
        case UInt8(ascii: "("): open(.parentheses, width: 1)
        case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"): close()
        case UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ":"),
            UInt8(ascii: ","):
            scanSign(byte)
        case UInt8(ascii: "."):
            index += 1
            surroundings.glue = .dot
        case _ where Self.isWordPart(byte) && (byte != UInt8(ascii: "-") || surroundings.glue == .word):
            scanWord()
        default:
            index += 1
            surroundings.glue = .none
        }
    }

    private mutating func endLine() {
        passNewline()
        surroundings.glue = .none
        if surroundings.top.kind == .body || surroundings.top.kind == .object {
            surroundings.top.phase = .start
        }
    }

    private mutating func open(_ kind: Surroundings.Kind, width: Int) {
        index += width
        surroundings.push(kind)
    }

    private mutating func openQuote() {
        let isLabel = surroundings.top.kind == .body && surroundings.top.phase != .value
        open(isLabel ? .label : .quoted, width: 1)
    }

    private mutating func openBrace() {
        guard surroundings.top.kind == .body, surroundings.top.phase != .value else {
            return open(.object, width: 1)
        }
        surroundings.top.phase = .start
        open(.body, width: 1)
    }

    private mutating func close() {
        let byte = bytes[index]
        index += 1
        surroundings.glue = .none
        switch surroundings.top.kind {
        case .brackets: if byte == UInt8(ascii: "]") { surroundings.pop() }
        case .parentheses: if byte == UInt8(ascii: ")") { surroundings.pop() }
        default: if byte == UInt8(ascii: "}") { surroundings.pop() }
        }
    }

    private mutating func scanSign(_ byte: UInt8) {
        let isLong = byte != UInt8(ascii: ":") && byte != UInt8(ascii: ",") && peek() == UInt8(ascii: "=")
        let isArrow = byte == UInt8(ascii: "=") && peek() == UInt8(ascii: ">")
        index += isLong || isArrow ? 2 : 1
        surroundings.glue = .none
        guard !isLong, !isArrow else { return }
        let kind = surroundings.top.kind
        if byte == UInt8(ascii: "="), kind == .body || kind == .object { surroundings.top.phase = .value }
        if byte == UInt8(ascii: ":"), kind == .object { surroundings.top.phase = .value }
        if byte == UInt8(ascii: ","), kind == .object { surroundings.top.phase = .start }
    }

    private mutating func scanWord() {
        let start = index
        let isFresh = surroundings.glue != .word && surroundings.glue != .dot
        let isNumber = isFresh && (0x30...0x39).contains(bytes[index])
        var place = index
        while place < end, Self.isWordPart(bytes[place]), !isNumber || bytes[place] != UInt8(ascii: "-") {
            place += 1
        }
        index = place
        surroundings.glue = isNumber ? .number : .word
        if surroundings.top.kind == .body, surroundings.top.phase == .start {
            surroundings.top.phase = .header
        }
        if isFresh, index < end, surroundings.top == Surroundings.Frame(kind: .object),
            bytes[start..<index].elementsEqual("for".utf8)
        {
            surroundings.top.kind = .forBraces
        }
    }

    // MARK: Quotes, heredocs, comments

    private mutating func scanQuoted() {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "\""):
            index += 1
            surroundings.pop()
        case UInt8(ascii: "\\"):
            if index + 1 >= end { report(.backslash, index..<end) }
            index += 2
            surroundings.glue = .none
        case UInt8(ascii: "\n"):
            passNewline()
        default:
            if !openTemplate(byte) { skipQuotedText() }
        }
    }

    /// Steps over the byte here, and over those after it that mean nothing inside quotes.
    private mutating func skipQuotedText() {
        var place = index + 1
        while place < end, !Self.isSpecialInQuotes(bytes[place]) { place += 1 }
        index = place
        let isPart = surroundings.top.kind == .label && Self.isWordPart(bytes[index - 1])
        surroundings.glue = isPart ? .word : .none
    }

    private static func isSpecialInQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "\n"), UInt8(ascii: "$"), UInt8(ascii: "%"):
            return true
        default: return false
        }
    }

    /// Handles `${` and `%{` and their escapes; false when the byte is none of them.
    private mutating func openTemplate(_ byte: UInt8) -> Bool {
        guard byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%") else { return false }
        if peek() == UInt8(ascii: "{") {
            open(.interpolation, width: 2)
            surroundings.line = nil
            return true
        }
        guard peek() == byte, peek(2) == UInt8(ascii: "{") else { return false }
        index += 3
        surroundings.line = nil
        surroundings.glue = .none
        return true
    }

    /// Opens a heredoc at `<<`; false when it is none.
    private mutating func openHeredoc() -> Bool {
        var place = index + 2
        let stripped = place < end && bytes[place] == UInt8(ascii: "-")
        if stripped { place += 1 }
        let start = place
        while place < end, Self.isWordPart(bytes[place]) { place += 1 }
        let marker = Array(bytes[start..<place])
        if place < end, bytes[place] == UInt8(ascii: "\r") { place += 1 }
        guard !marker.isEmpty, place < end, bytes[place] == UInt8(ascii: "\n") else { return false }
        index = place
        surroundings.push(.heredoc(stripped: stripped))
        surroundings.markers.append(marker)
        passNewline()
        surroundings.line = []
        surroundings.lineHasTag = false
        return true
    }

    /// Goes over one line of a heredoc, or a part of it up to an interpolation.
    private mutating func scanHeredoc(_ marker: [UInt8]) {
        let start = index
        while index < end, bytes[index] != UInt8(ascii: "\n") {
            if openTemplate(bytes[index]) {
                if surroundings.top.kind == .interpolation { return }
                continue
            }
            note(bytes[index], marker: marker)
            index += 1
        }
        guard index < end else { return }
        if surroundings.lineIs(marker) {
            if surroundings.lineHasTag {
                report(.heredocEnd, start..<index)
            }
            return surroundings.pop()
        }
        surroundings.line = []
        surroundings.lineHasTag = false
        passNewline()
    }

    /// Adds a byte to what the current line of a heredoc holds.
    private mutating func note(_ byte: UInt8, marker: [UInt8]) {
        guard var line = surroundings.line else { return }
        let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0d
        if isBlank, line.isEmpty || line.last == 0x20 { return }
        guard isBlank || line.last != 0x20 else {
            surroundings.line = nil
            return
        }
        line.append(isBlank ? 0x20 : byte)
        surroundings.line = isBlank || marker.starts(with: line) ? line : nil
    }

    private mutating func scanLineComment() {
        var place = index
        while place < end, bytes[place] != UInt8(ascii: "\n") { place += 1 }
        index = place
        if index < end { surroundings.pop() }
    }

    private mutating func scanBlockComment() {
        if bytes[index] == UInt8(ascii: "*"), peek() == UInt8(ascii: "/") {
            index += 2
            surroundings.pop()
        } else if bytes[index] == UInt8(ascii: "\n") {
            passNewline()
        } else {
            index += 1
        }
    }

    private mutating func scanPlain() {
        while index < end, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        if index < end { passNewline() }
    }
}
