/// A word, literal or sign inside a tag.
struct ExpressionToken: Equatable {
    enum Kind: Equatable {
        case word, int, number

        /// A text between quotes; `ExpressionLexer.text(of:)` decodes it.
        case string

        /// An operator or bracket, by its text.
        case sign(String)
        case end, invalid
    }

    var kind: Kind
    var range: Range<Int>
}

/// Cuts the inside of a tag into tokens.
struct ExpressionLexer {
    let bytes: [UInt8]
    private var index: Int
    private let end: Int

    init(bytes: [UInt8], range: Range<Int>) {
        self.bytes = bytes
        index = range.lowerBound
        end = range.upperBound
    }

    /// The next token; `end` again and again after the last one.
    mutating func next() -> ExpressionToken {
        while index < end, bytes[index] == 0x20 || (0x09...0x0d).contains(bytes[index]) { index += 1 }
        let start = index
        guard index < end else { return ExpressionToken(kind: .end, range: end..<end) }
        let byte = bytes[index]
        let kind: ExpressionToken.Kind
        if Self.isWordStart(byte) {
            skip { Self.isWordStart($0) || Self.isDigit($0) }
            kind = .word
        } else if Self.isDigit(byte) {
            kind = number()
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            kind = string(quote: byte)
        } else if let sign = sign(byte) {
            index += sign.utf8.count
            kind = .sign(sign)
        } else {
            index += 1
            skip { $0 & 0xc0 == 0x80 }
            kind = .invalid
        }
        return ExpressionToken(kind: kind, range: start..<index)
    }

    /// The text of a string token with its escapes decoded.
    func text(of token: ExpressionToken) -> String {
        var decoded: [UInt8] = []
        var place = token.range.lowerBound + 1
        while place < token.range.upperBound - 1 {
            var byte = bytes[place]
            if byte == UInt8(ascii: "\\"), place + 1 < token.range.upperBound - 1 {
                place += 1
                byte = bytes[place]
                if byte == UInt8(ascii: "n") { byte = UInt8(ascii: "\n") }
                if byte == UInt8(ascii: "t") { byte = UInt8(ascii: "\t") }
            }
            decoded.append(byte)
            place += 1
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// The sign that starts with a byte.
    private func sign(_ byte: UInt8) -> String? {
        if index + 1 < end, bytes[index + 1] == UInt8(ascii: "="), let first = Self.comparisons[byte] {
            return first + "="
        }
        return Self.signs[byte]
    }

    private static let comparisons: [UInt8: String] = [0x3d: "=", 0x21: "!", 0x3c: "<", 0x3e: ">"]

    private static let signs = Dictionary(
        uniqueKeysWithValues: "<>=+-|.,()[]".utf8.map { ($0, String(UnicodeScalar($0))) })

    private mutating func number() -> ExpressionToken.Kind {
        skip(while: Self.isDigit)
        guard index + 1 < end, bytes[index] == UInt8(ascii: "."), Self.isDigit(bytes[index + 1]) else {
            return .int
        }
        index += 1
        skip(while: Self.isDigit)
        return .number
    }

    private mutating func string(quote: UInt8) -> ExpressionToken.Kind {
        index += 1
        while index < end {
            let byte = bytes[index]
            index += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == quote { return .string }
        }
        index = end
        return .invalid
    }

    private mutating func skip(while belongs: (UInt8) -> Bool) {
        while index < end, belongs(bytes[index]) { index += 1 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isWordStart(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (0x61...0x7a).contains(byte | 0x20)
    }
}
