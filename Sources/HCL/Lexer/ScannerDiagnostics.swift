import Diagnostics

/// Characters that HCL does not use, and strings and comments that do not end.
extension Scanner {
    /// Mistakes that tend to come in crowds, so that only the first few are told.
    enum Told: Hashable { case encoding, character, semicolon, backtick, apostrophe, bitwise }

    /// Passes over the rest of the character that starts at `start`, adds it as invalid and reports it.
    mutating func addInvalid(from start: Int) {
        let first = text[start]
        if first >= 0x80 {
            guard let length = characterLength(at: start) else {
                add(.invalid, from: start)
                return reportEncoding(from: start)
            }
            position = start + length
        }
        add(.invalid, from: start)
        reportCharacter(from: start)
    }

    /// Reports a comment without `*/`, which reaches to the end of the file.
    mutating func addUnterminatedComment(from start: Int) {
        add(.invalid, from: start)
        report(
            "unterminated-comment", "the comment that starts here has no end", from: start, to: start + 2,
            help: "close it with \"*/\"")
    }

    /// Reports a string that its line ends in, and goes on behind it as if it had been closed.
    ///
    /// Every frame that was opened on this line is left, for whoever forgot a brace or a quote forgot it here:
    /// the next line then reads as what it most likely is.
    mutating func leaveQuotesAtLineEnd() {
        var lineStart = position
        while lineStart > 0, text[lineStart - 1] != UInt8(ascii: "\n") { lineStart -= 1 }
        var opening = frames[frames.count - 1].start
        frames.removeLast()
        while frames.count > 1, frames[frames.count - 1].start >= lineStart {
            if frames[frames.count - 1].kind == .quotes { opening = frames[frames.count - 1].start }
            frames.removeLast()
        }
        add(.invalid, from: position)
        report(
            "multi-line-string", "the string is not closed on its line", from: max(opening, lineStart),
            to: position,
            help: "close it with a quote, write \"\\n\" for an end of line, or use a heredoc (\"<<EOT\")")
    }

    private mutating func reportEncoding(from start: Int) {
        guard tell(.encoding, atMost: 1) else { return }
        report(
            "invalid-encoding", "the file is not UTF-8", from: start, to: start + 1,
            help: "save it with the encoding UTF-8")
    }

    private mutating func reportCharacter(from start: Int) {
        let character = String(decoding: text[start..<position], as: UTF8.self)
        switch character {
        case "&", "|", "^", "~":
            guard tell(.bitwise, atMost: 4) else { return }
            let help = ["&": "did you mean \"&&\"?", "|": "did you mean \"||\"?", "~": "did you mean \"!\"?"]
            report(
                "unsupported-operator", "HCL has no bitwise operator \"\(character)\"", from: start,
                to: position, help: help[character])
        case ";":
            guard tell(.semicolon, atMost: 1) else { return }
            reportUnused(
                character, from: start, help: "separate arguments by newlines, and items of a list by commas")
        case "'":
            guard tell(.apostrophe, atMost: 1) else { return }
            reportUnused(character, from: start, help: "enclose strings in double quotes")
        case "`":
            guard tell(.backtick, atMost: 1) else { return }
            reportUnused(
                character, from: start, help: "write a string of several lines as a heredoc (\"<<EOT\")")
        case "\u{201c}", "\u{201d}":
            guard tell(.character, atMost: 20) else { return }
            reportUnused(character, from: start, help: "replace the curly quote by a straight one")
        default:
            guard tell(.character, atMost: 20) else { return }
            reportUnused(character, from: start, help: nil)
        }
    }

    private mutating func reportUnused(_ character: String, from start: Int, help: String?) {
        let scalar = character.unicodeScalars.first ?? "\u{fffd}"
        let isShown = scalar.properties.isGraphemeBase && scalar != "\u{a0}" && scalar != "\""
        let name = isShown ? "\"\(character)\"" : "U+" + Self.hexadecimal(scalar.value)
        report(
            "invalid-character", "the character \(name) means nothing here", from: start, to: position,
            help: help)
    }

    private mutating func tell(_ mistake: Told, atMost limit: Int) -> Bool {
        let times = told[mistake, default: 0]
        told[mistake] = times + 1
        return times < limit
    }

    private mutating func report(_ id: String, _ summary: String, from start: Int, to end: Int, help: String?)
    {
        guard diagnostics.count < Parser.maximumDiagnostics else { return }
        let range = SourceRange(file: file, start: start, end: min(end, text.count))
        diagnostics.append(Diagnostic(id: id, summary: summary, subject: range, help: help))
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
