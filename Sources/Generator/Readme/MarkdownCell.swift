/// Text as it stands in a cell of a Markdown table.
enum MarkdownCell {
    /// Code as Markdown: between backticks, or in a fenced block when it has several lines.
    static func code(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "\n")) ? "\n\n```\n\(text)\n```\n" : "`\(text)`"
    }

    /// Markdown as a cell: on one line, with bars and underscores escaped outside of code.
    static func text(of markdown: String) -> String {
        guard !markdown.isEmpty else { return "n/a" }
        return alternating(markdown, separator: "```", text: cell) { code in
            "<pre>" + lines(trimmed(code)).joined(separator: "<br/>") + "</pre>"
        }
    }

    private static func cell(_ text: String) -> String {
        let bars = alternating(text, separator: "`") {
            $0.replacing("|", with: "\\|")
        } code: {
            "`\($0)`"
        }
        let escaped = alternating(bars, separator: "`") { piece in
            lines(piece).map(underscoresEscaped).joined(separator: "\n")
        } code: {
            "`\($0)`"
        }
        return linksRestored(broken(trimmed(escaped)))
    }

    /// The lines of a text with `<br/>` between them; two spaces before the end of a line mean the same already.
    private static func broken(_ text: String) -> String {
        var result = lines(text)
        for index in result.indices.dropLast() where result[index].hasSuffix("  ") {
            result[index] = String(result[index].dropLast(2))
        }
        return result.joined(separator: "<br/>")
    }

    /// A line with its underscores escaped, but for those that start it alone and those around an _emphasis_.
    private static func underscoresEscaped(_ line: String) -> String {
        let letters = Array(line)
        var kept = Set<Int>()
        let start = letters.firstIndex { !$0.isWhitespace } ?? letters.count
        let run = letters[start...].prefix { $0 == "_" }
        if !run.isEmpty, run.endIndex < letters.count, letters[run.endIndex].isWhitespace {
            kept.formUnion(run.indices)
        }
        kept.formUnion(emphasis(in: letters))
        return letters.enumerated().map { $1 == "_" && !kept.contains($0) ? "\\_" : String($1) }.joined()
    }

    /// The underscores around words that stand apart, from the first such opening to the last such closing.
    private static func emphasis(in letters: [Character]) -> Set<Int> {
        func isText(_ index: Int) -> Bool {
            letters.indices.contains(index) && !letters[index].isWhitespace && letters[index] != "_"
        }
        func isSpace(_ index: Int) -> Bool { letters.indices.contains(index) && letters[index].isWhitespace }
        let runs = letters.indices.filter { letters[$0] == "_" && ($0 == 0 || letters[$0 - 1] != "_") }
            .map { start in start..<(letters[start...].firstIndex { $0 != "_" } ?? letters.count) }
        guard let open = runs.first(where: { isSpace($0.lowerBound - 1) && isText($0.upperBound) }),
            let close = runs.last(where: { isText($0.lowerBound - 1) && isSpace($0.upperBound) }),
            close.lowerBound - open.upperBound >= 2
        else { return [] }
        return Set(open).union(close)
    }

    /// A text with the backslashes gone that were put into the addresses of web pages.
    private static func linksRestored(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let start = ["https://", "http://"].compactMap({ rest.firstRange(of: $0)?.lowerBound }).min() {
            let link = rest[start...].prefix { !$0.isWhitespace && !"<>\"`|".contains($0) }
            result += rest[..<start] + link.filter { $0 != "\\" }
            rest = rest[link.endIndex...]
        }
        return result + rest
    }

    /// A text whose pieces between separators are text and code by turns, each changed in its way.
    private static func alternating(
        _ whole: String, separator: String, text: (String) -> String, code: (String) -> String
    ) -> String {
        var isCode = whole.hasPrefix(separator)
        var result = ""
        for piece in whole.split(separator: separator, omittingEmptySubsequences: true) {
            result += isCode ? code(String(piece)) : text(String(piece))
            isCode.toggle()
        }
        return result
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(start.prefix(start.count - start.reversed().prefix { $0.isWhitespace }.count))
    }
}
