extension Diagnostic {
    /// The diagnostic as a person reads it: `path:line:column: error: summary [id]`, the source line with a
    /// caret under every character at fault, the notes in the same form, and the help.
    ///
    /// The text ends with a line feed.
    public func text(in sources: SourceMap) -> String {
        var text = ""
        if let subject {
            text += Self.place(of: subject, in: sources) + ": "
        } else if let path {
            text += path + ": "
        }
        text += "\(severity.rawValue): \(summary) [\(id)]\n"
        if let subject { text += Self.snippet(of: subject, in: sources) }
        for note in notes {
            if let range = note.range {
                text += Self.place(of: range, in: sources) + ": note: \(note.message)\n"
                text += Self.snippet(of: range, in: sources)
            } else {
                text += "  note: \(note.message)\n"
            }
        }
        if let help { text += "  help: \(help)\n" }
        return text
    }

    /// The start of a range as `path:line:column`.
    private static func place(of range: SourceRange, in sources: SourceMap) -> String {
        let file = sources[range.file]
        let (line, column) = file.position(at: Int(range.start))
        return "\(file.path):\(line):\(column)"
    }

    /// The first source line of a range and the carets below it.
    private static func snippet(of range: SourceRange, in sources: SourceMap) -> String {
        let file = sources[range.file]
        let line = file.line(at: Int(range.start))
        let start = min(max(Int(range.start), line.lowerBound), line.upperBound)
        let end = min(max(Int(range.end), start), line.upperBound)
        // A line of minified JSON can be a megabyte long: show what stands around the subject.
        let window = max(line.lowerBound, start - 120)..<min(line.upperBound, max(end, start) + 80)
        let shownEnd = min(end, start + 160)
        let gutter = "  "
        var text = gutter + printable(file.bytes[window]) + "\n" + gutter
        // A tab stays a tab, so that the caret stands under its character however wide tabs are shown.
        for character in String(decoding: file.bytes[window.lowerBound..<start], as: UTF8.self) {
            text += character == "\t" ? "\t" : " "
        }
        let width = SourceFile.characterCount(file.bytes[start..<max(shownEnd, start)])
        return text + String(repeating: "^", count: max(width, 1)) + "\n"
    }

    /// The bytes as text that cannot steer a terminal.
    private static func printable(_ bytes: ArraySlice<UInt8>) -> String {
        var text = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let isControl = (scalar.value < 0x20 && scalar != "\t") || (0x7f...0x9f).contains(scalar.value)
            text.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
        }
        return text
    }
}
