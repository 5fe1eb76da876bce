import Diagnostics

/// A piece of a template as the eye sees it: text or a whole tag.
struct Segment {
    enum Kind { case text, output, control, comment }

    var kind: Kind

    /// The bytes, with the braces of a tag.
    var range: Range<Int>

    /// The bytes between the braces of a tag.
    var inner: Range<Int> { kind == .text ? range : (range.lowerBound + 2)..<(range.upperBound - 2) }

    /// The width of the blanks that start a line that holds only control tags and comments.
    ///
    /// Such a line vanishes; nil for all other segments.
    var lineIndentation: Int?
}

/// Cuts a template into segments.
struct Segmenter {
    let file: FileID
    let bytes: [UInt8]
    private(set) var segments: [Segment] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(file: FileID, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }

    /// Fills `segments`; afterwards lines that hold only tags are gone from the text.
    mutating func cut() {
        var textStart = 0
        var index = 0
        while let (start, kind) = nextTag(from: index) {
            guard let end = end(of: kind, from: start + 2) else {
                report(unclosed: kind, at: start)
                break
            }
            appendText(textStart..<start)
            segments.append(Segment(kind: kind, range: start..<end))
            textStart = end
            index = end
        }
        appendText(textStart..<bytes.count)
        removeTagLines()
    }

    private mutating func appendText(_ range: Range<Int>) {
        if !range.isEmpty { segments.append(Segment(kind: .text, range: range)) }
    }

    /// The next place where a tag opens.
    ///
    /// In `{{{` the first brace is text, so that `${{{ x }}}` is an
    /// interpolation around a tag.
    private func nextTag(from start: Int) -> (start: Int, kind: Segment.Kind)? {
        var index = start
        while index + 1 < bytes.count {
            guard bytes[index] == UInt8(ascii: "{") else {
                index += 1
                continue
            }
            switch bytes[index + 1] {
            case UInt8(ascii: "{"):
                let isTripled = index + 2 < bytes.count && bytes[index + 2] == UInt8(ascii: "{")
                return (isTripled ? index + 1 : index, .output)
            case UInt8(ascii: "%"): return (index, .control)
            case UInt8(ascii: "#"): return (index, .comment)
            default: index += 1
            }
        }
        return nil
    }

    /// The byte after a tag whose inside starts at `start`.
    private func end(of kind: Segment.Kind, from start: Int) -> Int? {
        let closer = kind == .output ? UInt8(ascii: "}") : UInt8(ascii: kind == .control ? "%" : "#")
        var index = start
        var quote: UInt8?
        while index + 1 < bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == UInt8(ascii: "\\") { index += 1 }
                if byte == open { quote = nil }
            } else if kind != .comment, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == closer, bytes[index + 1] == UInt8(ascii: "}") {
                return index + 2
            }
            index += 1
        }
        return nil
    }

    private mutating func report(unclosed kind: Segment.Kind, at start: Int) {
        let pair: (String, String)
        switch kind {
        case .comment: pair = ("{#", "#}")
        case .control: pair = ("{%", "%}")
        case .output, .text: pair = ("{{", "}}")
        }
        diagnostics.append(
            Diagnostic(
                id: "unclosed-tag", summary: "the tag that \"\(pair.0)\" opens is not closed",
                subject: SourceRange(file: file, start: start, end: start + 2),
                help: "close it with \"\(pair.1)\"; a quote in it must be closed as well"))
    }

    /// Takes the lines that hold only control tags and comments out of the text around them.
    private mutating func removeTagLines() {
        var index = 0
        while index < segments.count {
            guard segments[index].kind == .control || segments[index].kind == .comment else {
                index += 1
                continue
            }
            index = removeTagLine(startingAt: index)
        }
        segments.removeAll { $0.kind == .text && $0.range.isEmpty }
    }

    /// Handles the tags from `first` to the end of their line and returns the index after them.
    private mutating func removeTagLine(startingAt first: Int) -> Int {
        var last = first
        while last + 1 < segments.count {
            let next = segments[last + 1]
            let isTag = next.kind == .control || next.kind == .comment
            let isBlank = next.kind == .text && blankEnd(next.range) == next.range.upperBound
            let afterBlank = last + 2 < segments.count ? segments[last + 2].kind : .text
            guard isTag || (isBlank && (afterBlank == .control || afterBlank == .comment)) else { break }
            last += isTag ? 1 : 2
        }
        guard let indentation = indentation(before: first), let lineEnd = lineEnd(after: last) else {
            return last + 1
        }
        if first > 0, segments[first - 1].kind == .text {
            segments[first - 1].range = segments[first - 1].range.dropLast(indentation)
        }
        if last + 1 < segments.count, segments[last + 1].kind == .text {
            segments[last + 1].range = lineEnd..<segments[last + 1].range.upperBound
        }
        for index in first...last {
            if segments[index].kind == .text { segments[index].range = segments[index].range.prefix(0) }
            segments[index].lineIndentation = indentation
        }
        return last + 1
    }

    /// The width of the blanks between the start of the line and a segment; nil when other things stand there.
    private func indentation(before index: Int) -> Int? {
        let start = segments[index].range.lowerBound
        var lineStart = start
        while lineStart > 0, isBlank(bytes[lineStart - 1]) { lineStart -= 1 }
        guard lineStart == 0 || bytes[lineStart - 1] == UInt8(ascii: "\n") else { return nil }
        return start - lineStart
    }

    /// The byte after the newline that follows a segment; nil when other things stand before it.
    private func lineEnd(after index: Int) -> Int? {
        let end = blankEnd(segments[index].range.upperBound..<bytes.count)
        if end == bytes.count { return end }
        if bytes[end] == UInt8(ascii: "\n") { return end + 1 }
        let isCRLF =
            bytes[end] == UInt8(ascii: "\r") && end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "\n")
        return isCRLF ? end + 2 : nil
    }

    /// The first byte of a range that is no blank.
    private func blankEnd(_ range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound, isBlank(bytes[index]) { index += 1 }
        return index
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
