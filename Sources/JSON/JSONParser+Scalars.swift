import Diagnostics

// Numbers, `true`, `false`, `null`, and what people write in their place.
extension JSONParser {
    /// Reads a number or literal; nil when none starts here (reported).
    mutating func parseScalar() -> JSONValue? {
        let token = tokenRange(at: offset)
        guard Self.isWordByte(current) else { return parseUnexpected(token) }
        offset = token.upperBound
        lastTokenEnd = offset
        let place = range(token)
        switch bytes[token.lowerBound] {
        case UInt8(ascii: "t") where isWord("true", token): return JSONValue(.bool(true), at: place)
        case UInt8(ascii: "f") where isWord("false", token): return JSONValue(.bool(false), at: place)
        case UInt8(ascii: "n") where isWord("null", token): return JSONValue(.null, at: place)
        default: break
        }
        if Digits(bytes[token]).isNumber {
            return JSONValue(
                .number(JSONNumber(text: String(decoding: bytes[token], as: UTF8.self))), at: place)
        }
        let problem = numberProblem(token)
        report(problem.summary, at: token, help: problem.help)
        return JSONValue(.null, at: place)
    }

    private func isWord(_ word: StaticString, _ token: Range<Int>) -> Bool {
        guard token.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { letters in
            letters.indices.allSatisfy { bytes[token.lowerBound + $0] == letters[$0] }
        }
    }

    /// Reports a character that no value starts with; a string in single quotes is read all the same.
    private mutating func parseUnexpected(_ token: Range<Int>) -> JSONValue? {
        if current == UInt8(ascii: "'") {
            let start = offset
            let text = parseSingleQuoted()
            return JSONValue(.string(text), at: range(start..<lastTokenEnd))
        }
        // At the end of the file the collection that is not closed is the better thing to say.
        guard offset < bytes.count else { return nil }
        report("expected a value, found \(described(token))", at: token)
        return nil
    }

    /// Reads `'text'`, which JSON does not know.
    mutating func parseSingleQuoted() -> String {
        let start = offset
        offset += 1
        while offset < bytes.count, current != UInt8(ascii: "'"), current != UInt8(ascii: "\n") {
            offset += 1
        }
        let text = String(decoding: bytes[start + 1..<offset], as: UTF8.self)
        if current == UInt8(ascii: "'") { offset += 1 }
        lastTokenEnd = offset
        report("strings and keys stand in double quotes", at: start..<offset, help: "write \"\(text)\"")
        return text
    }

    /// What is wrong with a word that should be a number.
    private func numberProblem(_ token: Range<Int>) -> (summary: String, help: String?) {
        let word = String(decoding: bytes[token], as: UTF8.self)
        let digits = Digits(bytes[token])
        if let literal = Self.literals[word.lowercased()] {
            return ("\"\(word)\" is not JSON", "write \(literal)")
        }
        switch word.lowercased() {
        case "nan", "infinity", "-infinity", "inf", "-inf", "+infinity":
            return ("\"\(word)\" is not a JSON number", "leave the field out, or write a finite number")
        default: break
        }
        guard digits.startsLikeNumber else {
            return (
                "\(described(token)) is neither a literal nor in quotes", "strings stand in double quotes"
            )
        }
        return ("\(described(token)) is not a JSON number", digits.advice)
    }

    /// What people write for the three literals.
    private static let literals = [
        "true": "true", "false": "false", "null": "null", "none": "null", "nil": "null", "undefined": "null",
        "yes": "true", "no": "false", "on": "true", "off": "false",
    ]
}

/// A word looked at as a number of RFC 8259: `-? int frac? exp?`.
private struct Digits {
    private let bytes: ArraySlice<UInt8>
    let isNumber: Bool

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        isNumber = Self.numberEnd(bytes) == bytes.endIndex
    }

    /// Whether somebody certainly meant a number.
    var startsLikeNumber: Bool {
        let unsigned = bytes.drop {
            $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: ".")
        }
        return unsigned.first.map(Self.isDigit) ?? true
    }

    /// What to write instead.
    var advice: String? {
        let unsigned = bytes.drop { $0 == UInt8(ascii: "-") }
        if bytes.first == UInt8(ascii: "+") { return "leave the plus sign out" }
        if unsigned.first == UInt8(ascii: "0"), unsigned.count > 1,
            Self.isDigit(unsigned[unsigned.startIndex + 1])
        {
            return "leave the leading zeros out, or put the text in quotes"
        }
        if bytes.contains(UInt8(ascii: "_")) { return "leave the underscores out" }
        if unsigned.first == UInt8(ascii: ".") { return "write a digit before the decimal point" }
        if let point = bytes.firstIndex(of: UInt8(ascii: ".")) {
            let next = bytes.index(after: point)
            if next == bytes.endIndex || !Self.isDigit(bytes[next]) {
                return "write a digit after the decimal point"
            }
        }
        return "text that is not a number stands in double quotes"
    }

    /// The end of the longest number at the start; the start itself when there is none.
    private static func numberEnd(_ bytes: ArraySlice<UInt8>) -> Int {
        var index = bytes.startIndex
        if index < bytes.endIndex, bytes[index] == UInt8(ascii: "-") { index += 1 }
        let whole = index
        index = digitsEnd(bytes, from: index)
        guard index > whole, bytes[whole] != UInt8(ascii: "0") || index == whole + 1 else {
            return bytes.startIndex
        }
        if index < bytes.endIndex, bytes[index] == UInt8(ascii: ".") {
            let end = digitsEnd(bytes, from: index + 1)
            guard end > index + 1 else { return index }
            index = end
        }
        guard index < bytes.endIndex, bytes[index] | 0x20 == UInt8(ascii: "e") else { return index }
        var exponent = index + 1
        if exponent < bytes.endIndex,
            bytes[exponent] == UInt8(ascii: "+") || bytes[exponent] == UInt8(ascii: "-")
        {
            exponent += 1
        }
        let end = digitsEnd(bytes, from: exponent)
        return end > exponent ? end : index
    }

    private static func digitsEnd(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.endIndex, isDigit(bytes[index]) { index += 1 }
        return index
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
