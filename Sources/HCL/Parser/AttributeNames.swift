import Diagnostics

/// The names of the attributes of one body, to find those that are set twice.
struct AttributeNames {
    /// A bit for every hash of a name, so that most names need no comparison.
    private var bits: UInt64 = 0

    private var count = 0

    /// All names of a large body, where to compare them one by one would take long.
    private var names: [String: SourceRange]?

    /// Notes the name of an attribute that comes behind the items of a body, which lie on a pile from an index on.
    ///
    /// - Returns: The range of the same name where it was noted before.
    mutating func insert(
        _ name: SourceRange, text: UnsafeBufferPointer<UInt8>, items: borrowing Pile<Body.Item>,
        from bottom: Int
    ) -> SourceRange? {
        count += 1
        if count > 64 { return insertIntoLarge(name, text: text, items: items, from: bottom) }
        let bit = UInt64(1) << UInt64(Self.hash(text, name.bytes) & 63)
        guard bits & bit != 0 else {
            bits |= bit
            return nil
        }
        let letters = text[name.bytes]
        for index in bottom..<items.count {
            guard case .attribute(let other) = items[index] else { continue }
            if text[other.nameRange.bytes].elementsEqual(letters) { return other.nameRange }
        }
        return nil
    }

    private mutating func insertIntoLarge(
        _ name: SourceRange, text: UnsafeBufferPointer<UInt8>, items: borrowing Pile<Body.Item>,
        from bottom: Int
    ) -> SourceRange? {
        var names = self.names ?? [:]
        self.names = nil
        if names.isEmpty {
            for index in bottom..<items.count {
                guard case .attribute(let other) = items[index] else { continue }
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

    /// A number that differs for most names; it need not look at all letters.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> UInt32 {
        let first = UInt32(text[name.lowerBound])
        let middle = UInt32(text[(name.lowerBound + name.upperBound) / 2])
        let last = UInt32(text[name.upperBound - 1])
        let hash = (first &* 31 &+ middle) &* 31 &+ last &* 7 &+ UInt32(name.count)
        return hash ^ hash >> 6
    }
}

/// Texts of ranges while a file is being read.
enum ConfigText {
    static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: SourceRange) -> String {
        String(decoding: bytes[range.bytes], as: UTF8.self)
    }
}
