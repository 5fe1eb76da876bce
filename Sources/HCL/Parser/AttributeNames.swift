import Diagnostics

/// The names of the attributes of one body, to find those that are set twice.
struct AttributeNames {
    /// A bit for every hash of a name, so that most names need no comparison.
    private var bits: UInt64 = 0

    private var count = 0

    /// All names of a large body, where to compare them one by one would take long.
    private var names: [String: SourceRange]?

    /// Notes a name, of which the attribute is the last of `items`.
    ///
    /// - Returns: The range of the same name where it was noted before.
    mutating func insert(
        _ name: SourceRange, text: UnsafeBufferPointer<UInt8>, items: [Body.Item]
    ) -> SourceRange? {
        count += 1
        if count > 64 { return insertIntoLarge(name, text: text, items: items) }
        let bit = UInt64(1) << UInt64(Self.hash(text[name.bytes]) & 63)
        guard bits & bit != 0 else {
            bits |= bit
            return nil
        }
        let letters = text[name.bytes]
        for case .attribute(let other) in items.dropLast()
        where text[other.nameRange.bytes].elementsEqual(letters) { return other.nameRange }
        return nil
    }

    private mutating func insertIntoLarge(
        _ name: SourceRange, text: UnsafeBufferPointer<UInt8>, items: [Body.Item]
    ) -> SourceRange? {
        var names = self.names ?? [:]
        self.names = nil
        if names.isEmpty {
            for case .attribute(let other) in items.dropLast() {
                let word = ConfigText.text(text, other.nameRange)
                if names[word] == nil { names[word] = other.nameRange }
            }
        }
        let word = ConfigText.text(text, name)
        let earlier = names[word]
        if earlier == nil { names[word] = name }
        self.names = names
        return earlier
    }

    private static func hash(_ letters: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for letter in letters { hash = (hash ^ UInt32(letter)) &* 16_777_619 }
        return hash ^ hash >> 15
    }
}

/// Texts of ranges while a file is being read.
enum ConfigText {
    static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: SourceRange) -> String {
        String(decoding: bytes[range.bytes], as: UTF8.self)
    }
}
