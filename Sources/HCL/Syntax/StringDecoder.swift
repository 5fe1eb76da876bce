/// Turns what is written in templates into the text it means.
enum StringDecoder {
    /// The text that stands in quotes as `bytes`; escapes that mean nothing stay as written.
    static func text(ofQuoted bytes: some Collection<UInt8>) -> String {
        String(decoding: decoded(Array(bytes), isQuoted: true), as: UTF8.self)
    }

    /// The bytes that some bytes of a template mean.
    static func decoded(_ bytes: [UInt8], isQuoted: Bool) -> [UInt8] {
        let special: (UInt8) -> Bool = { byte in
            byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%") || (isQuoted && byte == UInt8(ascii: "\\"))
        }
        guard bytes.contains(where: special) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if isQuoted, byte == UInt8(ascii: "\\"), let escape = escape(in: bytes, at: index) {
                result += escape.bytes
                index = escape.end
            } else if isEscapedSequence(bytes, at: index) {
                result += [byte, UInt8(ascii: "{")]
                index += 3
            } else {
                result.append(byte)
                index += 1
            }
        }
        return result
    }

    /// Whether `$${` or `%%{` stands at an index.
    static func isEscapedSequence(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index + 2 < bytes.count, bytes[index + 2] == UInt8(ascii: "{") else { return false }
        let byte = bytes[index]
        return bytes[index + 1] == byte && (byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%"))
    }

    /// The meaning of the escape at an index, and the index behind it; nil where it means nothing.
    private static func escape(in bytes: [UInt8], at index: Int) -> (bytes: [UInt8], end: Int)? {
        guard index + 1 < bytes.count else { return nil }
        switch bytes[index + 1] {
        case UInt8(ascii: "n"): return ([UInt8(ascii: "\n")], index + 2)
        case UInt8(ascii: "r"): return ([UInt8(ascii: "\r")], index + 2)
        case UInt8(ascii: "t"): return ([UInt8(ascii: "\t")], index + 2)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return ([bytes[index + 1]], index + 2)
        case UInt8(ascii: "u"): return unicodeEscape(in: bytes, at: index, digits: 4)
        case UInt8(ascii: "U"): return unicodeEscape(in: bytes, at: index, digits: 8)
        default: return nil
        }
    }

    private static func unicodeEscape(
        in bytes: [UInt8], at index: Int, digits: Int
    ) -> (bytes: [UInt8], end: Int)? {
        let (value, end) = hexadecimal(bytes, from: index + 2, digits: digits)
        guard end == index + 2 + digits, let scalar = Unicode.Scalar(value) else { return nil }
        return (Array(String(scalar).utf8), end)
    }

    /// The number that at most so many hexadecimal digits make, and the index behind them.
    static func hexadecimal(
        _ bytes: some Collection<UInt8>, from start: Int, digits: Int
    ) -> (value: UInt32, end: Int) {
        var value: UInt32 = 0
        var end = start
        for byte in bytes.dropFirst(start).prefix(digits) {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { break }
            value = value << 4 | UInt32(digit)
            end += 1
        }
        return (value, end)
    }
}
