/// The text of a catalogue and where its sections are; `Sources/Build/provider-catalogue/encoding.py` describes it.
///
/// A class, for every attribute and block that is read refers to it.
final class CatalogueData: Sendable {
    /// The parts of the text, in their order.
    enum Section: Int, CaseIterable {
        case versions, words, wordEnds, types, typeEnds, lives, attributes, blocks, bodies, bodyEnds
        case resource, data, ephemeral, provider
    }

    private let bytes: [UInt8]

    /// The source address of the provider.
    let provider: String

    private let parts: [(start: Int, count: Int, length: Int)]

    convenience init(text: StaticString) {
        self.init(bytes: text.withUTF8Buffer { Array($0) })
    }

    init(bytes: [UInt8]) {
        self.bytes = bytes
        var at = 0
        func line() -> [Substring] {
            let end = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            defer { at = min(end + 1, bytes.endIndex) }
            return String(decoding: bytes[at..<end], as: UTF8.self).split(separator: " ")
        }
        provider = line().last.map(String.init) ?? ""
        var parts = Section.allCases.map { _ in
            let words = line()
            return (start: 0, count: Int(words[1]) ?? 0, length: Int(words[2]) ?? 0)
        }
        // The empty line after the head.
        at += 1
        for index in parts.indices {
            parts[index].start = at
            at += parts[index].length + 1
        }
        self.parts = parts
    }

    /// The number of records in a section.
    func count(of section: Section) -> Int { parts[section.rawValue].count }

    /// The whole section as text.
    func text(of section: Section) -> String {
        let part = parts[section.rawValue]
        return String(decoding: bytes[part.start..<part.start + part.length], as: UTF8.self)
    }

    /// A number with a known count of digits, the most significant first.
    func number(in section: Section, at offset: Int, digits: Int) -> Int {
        let start = parts[section.rawValue].start + offset
        var number = 0
        for index in start..<start + digits { number = number << 6 | Int(bytes[index] &- 0x30) }
        return number
    }

    /// The versions of a lifetime.
    func lifetime(_ number: Int) -> ClosedRange<Int> {
        let first = self.number(in: .lives, at: number * 4, digits: 2)
        return first...max(first, self.number(in: .lives, at: number * 4 + 2, digits: 2))
    }

    /// Where a record of a section without fixed width is in the text.
    private func range(_ section: Section, _ ends: Section, _ number: Int) -> Range<Int> {
        let start = parts[section.rawValue].start
        let from = number == 0 ? 0 : self.number(in: ends, at: (number - 1) * 4, digits: 4)
        return start + from..<start + self.number(in: ends, at: number * 4, digits: 4)
    }

    func word(_ number: Int) -> String {
        String(decoding: bytes[range(.words, .wordEnds, number)], as: UTF8.self)
    }

    /// Below zero when a word comes before some bytes, zero when it is them.
    func order(ofWord number: Int, comparedTo other: UnsafeBufferPointer<UInt8>) -> Int {
        Self.order(of: bytes[range(.words, .wordEnds, number)], comparedTo: other)
    }

    static func order(of word: ArraySlice<UInt8>, comparedTo other: UnsafeBufferPointer<UInt8>) -> Int {
        for (left, right) in zip(word, other) where left != right { return left < right ? -1 : 1 }
        return word.count - other.count
    }

    /// The numbers of a body.
    func body(_ number: Int) -> ShortNumbers {
        ShortNumbers(bytes: bytes, at: range(.bodies, .bodyEnds, number).lowerBound)
    }

    /// The letter and numbers of a type of values.
    func type(_ number: Int) -> ShortNumbers {
        ShortNumbers(bytes: bytes, at: range(.types, .typeEnds, number).lowerBound)
    }
}

/// Reads numbers of five bits a digit, the least significant first.
struct ShortNumbers {
    let bytes: [UInt8]
    var at: Int

    mutating func letter() -> UInt8 {
        defer { at += 1 }
        return at < bytes.count ? bytes[at] : 0
    }

    mutating func number() -> Int {
        var number = 0
        var shift = 0
        while at < bytes.count {
            let digit = Int(bytes[at] &- 0x30)
            at += 1
            number |= (digit & 31) << shift
            if digit < 32 { break }
            shift += 5
        }
        return number
    }
}
