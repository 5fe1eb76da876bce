import Diagnostics

extension JSONParser {
    /// Reads the string that starts here and decodes it.
    mutating func parseString() -> String {
        let start = offset
        offset += 1
        // Nearly all strings hold no escape: they are one run of bytes.
        let end = plainEnd(from: offset)
        if end < bytes.count, bytes[end] == UInt8(ascii: "\"") {
            let text = String(decoding: bytes[offset..<end], as: UTF8.self)
            offset = end + 1
            lastTokenEnd = offset
            return text
        }
        return parseEscapedString(start: start)
    }

    /// The first byte from `start` that is not plain text of a string.
    private func plainEnd(from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
            index += 1
        }
        return index
    }

    /// Reads the rest of a string, escapes and mistakes included.
    private mutating func parseEscapedString(start: Int) -> String {
        var text: [UInt8] = []
        while true {
            let end = plainEnd(from: offset)
            text += bytes[offset..<end]
            offset = end
            guard end < bytes.count else {
                reportUnclosed(start: start, end: end, atEndOfFile: true)
                break
            }
            switch bytes[end] {
            case UInt8(ascii: "\""):
                offset += 1
                lastTokenEnd = offset
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): parseEscape(into: &text)
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                reportUnclosed(start: start, end: end, atEndOfFile: false)
                lastTokenEnd = offset
                return String(decoding: text, as: UTF8.self)
            default: reportControlCharacter(&text)
            }
        }
        lastTokenEnd = offset
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func reportUnclosed(start: Int, end: Int, atEndOfFile: Bool) {
        report(
            "the string is not closed on its line", at: start..<end,
            help: atEndOfFile ? "add the missing quote" : "add the missing quote; a line break is written \\n"
        )
    }

    private mutating func reportControlCharacter(_ text: inout [UInt8]) {
        let byte = bytes[offset]
        let code = String(byte, radix: 16, uppercase: true)
        let escape = byte == 0x09 ? "\\t" : "\\u00" + (code.count == 1 ? "0" : "") + code
        report(
            "a string holds \(described(offset..<offset + 1)) as it is", at: offset..<offset + 1,
            help: "write \(escape)")
        text.append(byte)
        // A report may have moved to the end of the text.
        offset = min(offset + 1, bytes.count)
    }

    /// Decodes the escape that starts here.
    private mutating func parseEscape(into text: inout [UInt8]) {
        let start = offset
        let letter = offset + 1 < bytes.count ? bytes[offset + 1] : 0
        offset = min(offset + 2, bytes.count)
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): parseUnicodeEscape(start: start, into: &text)
        default: reportEscape(start: start)
        }
    }

    /// Reports an escape that JSON does not know and stays before a quote or line end behind it.
    private mutating func reportEscape(start: Int) {
        let next = tokenRange(at: min(start + 1, bytes.count))
        var end = min(next.upperBound, start + 2)
        if start + 1 < bytes.count, bytes[start + 1] >= 0x80 { end = next.upperBound }
        if start + 1 < bytes.count, bytes[start + 1] < 0x20 { end = start + 1 }
        offset = end
        report(
            "the string holds an unknown escape", at: start..<end,
            help: #"the escapes are \" \\ \/ \b \f \n \r \t and \u0000; a backslash is written \\"#)
    }

    /// Decodes `\uXXXX`, with its second half where it is the first of a pair.
    private mutating func parseUnicodeEscape(start: Int, into text: inout [UInt8]) {
        guard let first = hexDigits(at: offset) else {
            while offset < min(start + 6, bytes.count), isHexDigit(bytes[offset]) { offset += 1 }
            let end = offset
            report(#"an escape with \u has four hexadecimal digits"#, at: start..<end)
            return
        }
        offset += 4
        var code = UInt32(first)
        if (0xD800..<0xDC00).contains(first), current == UInt8(ascii: "\\"), offset + 1 < bytes.count,
            bytes[offset + 1] == UInt8(ascii: "u"), let second = hexDigits(at: offset + 2),
            (0xDC00..<0xE000).contains(second)
        {
            offset += 6
            code = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else {
            let end = offset
            report(
                "the escape is one half of a surrogate pair, which is no character", at: start..<end,
                help: "write the character itself, or both halves")
            return
        }
        text += Array(String(scalar).utf8)
    }

    /// The value of four hexadecimal digits at an offset; nil when there are fewer.
    private func hexDigits(at start: Int) -> UInt16? {
        guard start + 4 <= bytes.count, bytes[start..<start + 4].allSatisfy(isHexDigit) else { return nil }
        return UInt16(String(decoding: bytes[start..<start + 4], as: UTF8.self), radix: 16)
    }

    private func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
        case UInt8(ascii: "A")...UInt8(ascii: "F"): true
        default: false
        }
    }
}
