import Diagnostics

extension Parser {
    /// Reports escapes in a token of quoted text that mean nothing.
    @inline(__always)
    mutating func checkEscapes(_ token: Token) {
        var offset = Int(token.start)
        let end = Int(token.end)
        while offset < end {
            if text[offset] == UInt8(ascii: "\\") {
                offset = checkEscape(at: offset, end: end)
            } else {
                offset += 1
            }
        }
    }

    /// Checks the escape whose backslash stands at `start`.
    ///
    /// - Returns: The byte behind it.
    private mutating func checkEscape(at start: Int, end: Int) -> Int {
        guard start + 1 < end else { return end }
        switch text[start + 1] {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "\""), UInt8(ascii: "\\"):
            return start + 2
        case UInt8(ascii: "u"): return checkUnicodeEscape(at: start, digits: 4, end: end)
        case UInt8(ascii: "U"): return checkUnicodeEscape(at: start, digits: 8, end: end)
        default:
            var next = start + 2
            while next < end, text[next] & 0xc0 == 0x80 { next += 1 }
            let escape = String(decoding: text[start..<next], as: UTF8.self)
            report(
                "invalid-escape", "\"\(escape)\" is no escape sequence", at: range(start, next),
                help: "write \"\\\\\" for a backslash")
            return next
        }
    }

    private mutating func checkUnicodeEscape(at start: Int, digits: Int, end: Int) -> Int {
        let (value, next) = StringDecoder.hexadecimal(text[..<end], from: start + 2, digits: digits)
        let letter = digits == 4 ? "u" : "U"
        if next < start + 2 + digits {
            let number = digits == 4 ? "four" : "eight"
            report(
                "invalid-escape", "\"\\\(letter)\" needs \(number) hexadecimal digits", at: range(start, next)
            )
        } else if Unicode.Scalar(value) == nil {
            let escape = String(decoding: text[start..<next], as: UTF8.self)
            report("invalid-escape", "\"\(escape)\" is no Unicode character", at: range(start, next))
        }
        return next
    }
}
