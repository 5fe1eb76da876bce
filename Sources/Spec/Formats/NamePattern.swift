/// A set of ASCII characters, written as in a regular expression: `a-z0-9-`.
struct CharacterClass: Sendable {
    /// The text between the brackets of a regular expression.
    let text: String
    /// A bit for each character, of the first and of the second 64.
    private var bits: (UInt64, UInt64) = (0, 0)

    /// Makes a set of characters and ranges of characters; a hyphen stands first or last.
    init(_ text: String) {
        self.text = text
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            if index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "-"), bytes[index] < bytes[index + 2]
            {
                for byte in bytes[index]...bytes[index + 2] { insert(byte) }
                index += 3
            } else {
                insert(bytes[index])
                index += 1
            }
        }
    }

    private mutating func insert(_ byte: UInt8) {
        if byte < 64 { bits.0 |= 1 << UInt64(byte) } else if byte < 128 { bits.1 |= 1 << UInt64(byte - 64) }
    }

    /// Whether a byte of a text is one of the characters.
    func contains(_ byte: UInt8) -> Bool {
        byte < 64 ? bits.0 >> UInt64(byte) & 1 == 1 : byte < 128 && bits.1 >> UInt64(byte - 64) & 1 == 1
    }

    /// Letters, digits, hyphen and underscore.
    static let word = CharacterClass("A-Za-z0-9_-")
}

/// The form of a name: its first, inner and last characters and its length.
struct NamePattern: Sendable {
    let first: CharacterClass
    let rest: CharacterClass
    let last: CharacterClass
    let length: ClosedRange<Int>

    /// What the form is, in words that follow "use".
    let words: String

    init(
        first: String, rest: String, last: String? = nil, length: ClosedRange<Int>, words: String
    ) {
        self.first = CharacterClass(first)
        self.rest = CharacterClass(rest)
        self.last = CharacterClass(last ?? rest)
        self.length = length
        self.words = words
    }

    /// Whether a name has the form.
    func matches(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard length.contains(bytes.count), let start = bytes.first, let end = bytes.last else {
            return false
        }
        guard first.contains(start), bytes.dropFirst().allSatisfy(rest.contains) else { return false }
        return bytes.count == 1 || last.contains(end)
    }

    /// The form as a regular expression.
    var regularExpression: String {
        let low = length.lowerBound
        let high = length.upperBound
        guard last.text != rest.text else { return "^[\(first.text)][\(rest.text)]{\(low - 1),\(high - 1)}$" }
        guard low > 1 else { return "^[\(first.text)]([\(rest.text)]{0,\(high - 2)}[\(last.text)])?$" }
        return "^[\(first.text)][\(rest.text)]{\(low - 2),\(high - 2)}[\(last.text)]$"
    }
}
