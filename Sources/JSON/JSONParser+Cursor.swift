import Diagnostics

// The reading position, blanks, and what is said about tokens.
extension JSONParser {
    /// The byte at the reading position; 0 at the end, which no token starts with.
    var current: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    /// A range of this file.
    func range(_ range: Range<Int>) -> SourceRange {
        SourceRange(file: file, start: range.lowerBound, end: range.upperBound)
    }

    /// Moves over one byte that belongs to a token.
    mutating func advance() {
        offset += 1
        lastTokenEnd = offset
    }

    /// Says what is wrong, up to the number of mistakes that is worth saying.
    mutating func report(
        _ summary: String, at subject: Range<Int>, notes: [Diagnostic.Note] = [], help: String? = nil
    ) {
        guard mistakes < Self.maximumMistakes else { return }
        mistakes += 1
        diagnostics.append(
            Diagnostic(
                id: "invalid-json", summary: summary, subject: range(subject), notes: notes, help: help))
        if mistakes == Self.maximumMistakes {
            offset = bytes.count
        }
    }

    /// Moves over blanks and comments.
    mutating func skipBlanks() {
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): offset += 1
            case UInt8(ascii: "/") where isAt("//", offset): skipLineComment()
            case UInt8(ascii: "/") where isAt("/*", offset): skipBlockComment()
            default: return
            }
        }
    }

    private mutating func skipLineComment() {
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
    }

    private mutating func skipBlockComment() {
        let start = offset
        offset += 2
        while offset < bytes.count, !isAt("*/", offset) { offset += 1 }
        guard offset < bytes.count else {
            report("the comment is not closed", at: start..<start + 2, help: "close it with \"*/\"")
            // Whatever misses now stands in the comment.
            mistakes = Self.maximumMistakes
            return
        }
        offset += 2
    }

    /// Whether two given characters stand at an offset.
    private func isAt(_ pair: StaticString, _ offset: Int) -> Bool {
        guard offset + 1 < bytes.count else { return false }
        return pair.withUTF8Buffer { $0[0] == bytes[offset] && $0[1] == bytes[offset + 1] }
    }

    /// The bytes of the token or character at an offset, for messages.
    func tokenRange(at start: Int) -> Range<Int> {
        guard start < bytes.count else { return start..<start }
        var end = start + 1
        if Self.isWordByte(bytes[start]) {
            while end < bytes.count, Self.isWordByte(bytes[end]) { end += 1 }
        } else if bytes[start] >= 0x80 {
            while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        } else if bytes[start] == UInt8(ascii: "\"") {
            while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] >= 0x20 { end += 1 }
            if end < bytes.count, bytes[end] == UInt8(ascii: "\"") { end += 1 }
        }
        return start..<end
    }

    /// A token as messages name it: in quotes, shortened, control characters by their number.
    func described(_ token: Range<Int>) -> String {
        guard let first = token.first else { return "end of file" }
        if bytes[first] == UInt8(ascii: "\"") { return "string" }
        let text = String(decoding: bytes[token.prefix(40)], as: UTF8.self)
        if let scalar = text.unicodeScalars.first, scalar.properties.generalCategory == .control {
            return "character U+" + String(repeating: "0", count: 2) + (scalar.value < 16 ? "0" : "")
                + String(scalar.value, radix: 16, uppercase: true)
        }
        return "\"\(text)\(token.count > 40 ? "..." : "")\""
    }

    /// Whether a byte belongs to a run of letters, digits and signs: a number, a literal or a bare word.
    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "$"):
            true
        default: false
        }
    }
}
