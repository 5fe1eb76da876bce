/// Text as it stands in a cell of a Markdown table.
enum MarkdownCell {
    /// Code as Markdown: between backticks, or in a fenced block when it has several lines.
    static func code(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "\n")) ? "\n\n```\n\(text)\n```\n" : "`\(text)`"
    }

    /// Markdown as a cell: on one line, with bars and underscores escaped outside of code.
    static func text(of markdown: String) -> String {
        guard !markdown.isEmpty else { return "n/a" }
        let bytes = Array(markdown.utf8)
        guard bytes.contains(where: { special[Int($0)] }) || bytes[...].trimmed.count < bytes.count else {
            return markdown
        }
        let result = alternating(bytes[...], fence: 3, text: cell) { code in
            Array("<pre>".utf8) + joinedLines(of: code.trimmed) + Array("</pre>".utf8)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The bytes that a cell may have to write in another way: all else stays as it is.
    private static let special: [Bool] = (UInt8.min...UInt8.max).map { "_|`/\n".utf8.contains($0) }

    private static func cell(_ text: ArraySlice<UInt8>) -> [UInt8] {
        let escaped = alternating(text, fence: 1) { piece in
            var result: [UInt8] = []
            for (index, line) in lines(of: piece).enumerated() {
                if index > 0 { result.append(lineFeed) }
                appendEscaped(line, to: &result)
            }
            return result
        } code: { code in
            [backtick] + code + [backtick]
        }
        return linksRestored(joinedLines(of: escaped[...].trimmed))
    }

    /// The lines of a text with `<br/>` between them; two spaces before the end of a line mean the same already.
    private static func joinedLines(of text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(lineFeed) else { return Array(text) }
        var result: [UInt8] = []
        for line in lines(of: text) {
            if !result.isEmpty || line.startIndex > text.startIndex {
                if result.suffix(2) == [space, space] { result.removeLast(2) }
                result += "<br/>".utf8
            }
            result += line
        }
        return result
    }

    // MARK: Escapes

    /// Adds a line with its bars escaped, and its underscores but for those that start it alone and those around an
    /// _emphasis_.
    private static func appendEscaped(_ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
        let kept = line.contains(underscore) ? keptUnderscores(of: line) : []
        for index in line.indices {
            let byte = line[index]
            if byte == bar || byte == underscore && !kept.contains(where: { $0.contains(index) }) {
                result.append(UInt8(ascii: "\\"))
            }
            result.append(byte)
        }
    }

    /// The underscores of a line that mean something: a run that starts it alone, and those around words that stand
    /// apart, from the first such opening to the last such closing.
    private static func keptUnderscores(of line: ArraySlice<UInt8>) -> [Range<Int>] {
        func isSpace(_ index: Int) -> Bool { line.indices.contains(index) && line[index].isSpace }
        func isText(_ index: Int) -> Bool {
            line.indices.contains(index) && !line[index].isSpace && line[index] != underscore
        }
        let runs = underscoreRuns(of: line)
        let start = line.firstIndex { !$0.isSpace }
        var kept = runs.filter { $0.lowerBound == start && isSpace($0.upperBound) }
        if let open = runs.first(where: { isSpace($0.lowerBound - 1) && isText($0.upperBound) }),
            let close = runs.last(where: { isText($0.lowerBound - 1) && isSpace($0.upperBound) }),
            close.lowerBound - open.upperBound >= 2
        {
            kept += [open, close]
        }
        return kept
    }

    private static func underscoreRuns(of line: ArraySlice<UInt8>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for index in line.indices where line[index] == underscore {
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }

    /// A text with the backslashes gone that were put into the addresses of web pages.
    private static func linksRestored(_ text: [UInt8]) -> [UInt8] {
        let slash = UInt8(ascii: "/")
        guard text.contains(slash), text.contains(UInt8(ascii: "\\")) else { return text }
        var result: [UInt8] = []
        var isLink = false
        for (index, byte) in text.enumerated() {
            if isLink, byte.isSpace || "<>\"`|".utf8.contains(byte) { isLink = false }
            if text[index...].starts(with: "https://".utf8) || text[index...].starts(with: "http://".utf8) {
                isLink = true
            }
            if !isLink || byte != UInt8(ascii: "\\") { result.append(byte) }
        }
        return result
    }

    // MARK: Pieces

    /// A text whose pieces between runs of `fence` backticks are text and code by turns, each changed in its way.
    private static func alternating(
        _ whole: ArraySlice<UInt8>, fence: Int, text: (ArraySlice<UInt8>) -> [UInt8],
        code: (ArraySlice<UInt8>) -> [UInt8]
    ) -> [UInt8] {
        let separator = repeatElement(backtick, count: fence)
        var isCode = whole.starts(with: separator)
        var result: [UInt8] = []
        var start = whole.startIndex
        var index = start
        while index <= whole.endIndex {
            let isEnd = index == whole.endIndex
            guard isEnd || whole[index...].starts(with: separator) else {
                index += 1
                continue
            }
            if index > start {
                result += isCode ? code(whole[start..<index]) : text(whole[start..<index])
                isCode.toggle()
            }
            index += isEnd ? 1 : fence
            start = index
        }
        return result
    }

    private static func lines(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        text.split(separator: lineFeed, omittingEmptySubsequences: false)
    }

    private static let backtick = UInt8(ascii: "`")
    private static let underscore = UInt8(ascii: "_")
    private static let bar = UInt8(ascii: "|")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")
}

extension UInt8 {
    /// Whether it is a space, a tab or the end of a line.
    fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension ArraySlice<UInt8> {
    /// The bytes without the white space at both ends.
    var trimmed: ArraySlice<UInt8> {
        let start = drop(while: \.isSpace)
        guard let last = start.lastIndex(where: { !$0.isSpace }) else { return [] }
        return start[...last]
    }
}
