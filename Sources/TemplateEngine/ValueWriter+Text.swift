import HCL

// Text inside other text.
extension ValueWriter {
    /// Writes a text at a place that takes text.
    mutating func writeText(_ text: String, at place: Place) {
        switch place {
        case .quoted:
            guardBrace(before: text.utf8.first)
            writeQuotedContent(text)
        case .heredoc(let marker, let stripped):
            writeHeredoc(text, marker: marker, stripped: stripped)
        case .lineComment, .blockComment: writeComment(text, isBlock: place == .blockComment)
        case .jsonString:
            var writer = JSONValueWriter()
            swap(&writer.bytes, &output)
            writer.write(content: text)
            swap(&writer.bytes, &output)
        case .markdown(let isLineStart): MarkdownText(text).write(to: &output, isLineStart: isLineStart)
        case .markdownCode(let inTable): MarkdownText(text).writeCode(to: &output, inTable: inTable)
        case .markdownFence: MarkdownText(text).writeFenced(to: &output)
        default: output += text.utf8
        }
    }

    /// Nothing of a value may end a comment: no end of a line, and no `*/`, be half of it in the template.
    private mutating func writeComment(_ text: String, isBlock: Bool) {
        let star = UInt8(ascii: "*")
        for byte in text.utf8 {
            let isControl = byte < 0x20 || byte == 0x7f
            if isBlock, byte == UInt8(ascii: "/"), output.last == star { output.append(UInt8(ascii: " ")) }
            output.append(isControl ? UInt8(ascii: " ") : byte)
        }
        if isBlock, output.last == star { output.append(UInt8(ascii: " ")) }
    }

    /// Writes lines so that none of them ends the heredoc, and that `<<-` takes no blanks of theirs.
    private mutating func writeHeredoc(_ text: String, marker: [UInt8], stripped: Bool) {
        let lineStart = output.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let startsLine = output[lineStart...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map(HeredocLine.init)
        // How much `<<-` takes depends on all lines, so that lines of a value stand outside of its count.
        if stripped, lines.count > 1 || (startsLine && lines[0].startsBlank) {
            return writeInterpolation(text)
        }
        for (index, line) in lines.enumerated() {
            if index > 0 { output.append(UInt8(ascii: "\n")) }
            if line.couldEnd(marker) || line.hasControls {
                writeInterpolation(line.text)
            } else {
                guardBrace(before: line.text.utf8.first)
                output += Literal.heredocContent(line.text).utf8
            }
        }
    }

    /// Writes a text as a literal in an interpolation.
    private mutating func writeInterpolation(_ text: String) {
        output += "${".utf8
        writeQuoted(text)
        output += "}".utf8
    }
}

/// One line of a value that goes into a heredoc.
private struct HeredocLine {
    let text: String

    /// The line without the white space around it.
    private let inner: [UInt8]

    init(_ bytes: Substring.UTF8View) {
        text = String(Substring(bytes))
        let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
        let start = Array(text.unicodeScalars.drop(while: isSpace).reversed().drop(while: isSpace))
        inner = start.reversed().flatMap { Array(String($0).utf8) }
    }

    /// Whether the line could be the marker, or a part of it when more stands on the line.
    func couldEnd(_ marker: [UInt8]) -> Bool {
        guard !inner.isEmpty, inner.count <= marker.count else { return false }
        return (0...marker.count - inner.count).contains { marker[$0...].starts(with: inner) }
    }

    /// Whether `<<-` could take something from the line, or take the line for one without indentation.
    var startsBlank: Bool { text.unicodeScalars.first?.properties.isWhitespace ?? true }

    /// Whether there is something in the line that can only be written as an escape.
    var hasControls: Bool { text.utf8.contains { $0 == 0x7f || ($0 < 0x20 && $0 != 0x09) } }
}
