/// The escapes of JSON, which stand around those of HCL in files of the JSON notation.
package enum JSONStrings {
    /// What some bytes of a JSON text mean; escapes that mean nothing stay as written.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard bytes.contains(UInt8(ascii: "\\")) else { return bytes }
        var result: [UInt8] = []
        forEachCharacter(of: bytes) { _, character in result += character }
        return result[...]
    }

    /// A copy of a text in which some bytes mean to HCL what they mean as a string of JSON, at the same offsets.
    ///
    /// What an escape means stands in its last bytes; spaces fill the rest. So the tokens that are cut from the
    /// copy lie where they lie in the text.
    package static func aligned(_ bytes: [UInt8], in part: Range<Int>) -> [UInt8] {
        guard bytes[part].contains(UInt8(ascii: "\\")) else { return bytes }
        var result = bytes
        forEachCharacter(of: bytes[part]) { range, character in
            let padding = range.count - character.count
            for offset in range {
                let index = offset - range.lowerBound - padding
                result[offset] = index < 0 ? UInt8(ascii: " ") : character[index]
            }
        }
        return result
    }

    /// Hands over each byte or escape with what it means, which is never longer.
    private static func forEachCharacter(of bytes: ArraySlice<UInt8>, _ body: (Range<Int>, [UInt8]) -> Void) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let start = index
            guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex else {
                index += 1
                body(start..<index, [bytes[start]])
                continue
            }
            let character: [UInt8]
            switch bytes[index + 1] {
            case UInt8(ascii: "n"): character = [UInt8(ascii: "\n")]
            case UInt8(ascii: "t"): character = [UInt8(ascii: "\t")]
            case UInt8(ascii: "r"): character = [UInt8(ascii: "\r")]
            case UInt8(ascii: "b"): character = [0x08]
            case UInt8(ascii: "f"): character = [0x0c]
            case UInt8(ascii: "u"):
                let (scalar, end) = unicodeEscape(bytes, at: index)
                body(start..<end, Array(String(scalar).utf8))
                index = end
                continue
            default: character = [bytes[index + 1]]
            }
            index += 2
            body(start..<index, character)
        }
    }

    /// The character of `\uXXXX`, or of two of them that make one, and the index behind it.
    private static func unicodeEscape(_ bytes: ArraySlice<UInt8>, at start: Int) -> (Unicode.Scalar, Int) {
        let (first, end) = hexadecimal(bytes, from: start + 2)
        if (0xd800...0xdbff).contains(first), bytes[end...].starts(with: Array("\\u".utf8)) {
            let (second, secondEnd) = hexadecimal(bytes, from: end + 2)
            let value = 0x1_0000 + (first - 0xd800) << 10 + (second &- 0xdc00)
            if (0xdc00...0xdfff).contains(second), let scalar = Unicode.Scalar(value) {
                return (scalar, secondEnd)
            }
        }
        return (Unicode.Scalar(first) ?? "\u{fffd}", end)
    }

    private static func hexadecimal(_ bytes: ArraySlice<UInt8>, from start: Int) -> (UInt32, Int) {
        let (value, end) = StringDecoder.hexadecimal(bytes[start...], from: 0, digits: 4)
        return (value, start + end)
    }
}
