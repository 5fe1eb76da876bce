extension SourceFile {
    /// How many characters, as a reader sees them, stand in some bytes.
    ///
    /// These are grapheme clusters by the rules of Unicode 15.0, which Terraform counts by: later rules keep an
    /// Indic conjunct together, here every consonant counts. A byte that is no part of a character counts as one.
    public static func characterCount(_ bytes: ArraySlice<UInt8>) -> Int {
        var isASCII = true
        var hasCarriageReturn = false
        for byte in bytes {
            isASCII = isASCII && byte < 0x80
            hasCarriageReturn = hasCarriageReturn || byte == UInt8(ascii: "\r")
        }
        // In ASCII only CR LF is one cluster of two bytes.
        if isASCII, !hasCarriageReturn { return bytes.count }
        if let text = String(validating: bytes, as: UTF8.self) { return clusterCount(text) }
        return characterCountOfBroken(bytes)
    }

    private static func clusterCount(_ text: String) -> Int {
        var count = 0
        for character in text { count += 1 + conjuncts(in: character) }
        return count
    }

    /// How many consonants of a cluster Unicode 15.0 counts as clusters of their own.
    private static func conjuncts(in character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard var previous = scalars.first, scalars.count > 1 else { return 0 }
        var count = 0
        for scalar in scalars.dropFirst() {
            let isExtension = previous.properties.isGraphemeExtend || previous == "\u{200d}"
            if isExtension, isConsonant(scalar) { count += 1 }
            previous = scalar
        }
        return count
    }

    /// Whether a letter starts a cluster; the vowel signs of Thai and Lao are letters that do not.
    private static func isConsonant(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .otherLetter && scalar != "\u{0e33}" && scalar != "\u{0eb3}"
    }

    /// The count where some bytes are not UTF-8: what has the shape of a character counts as one.
    private static func characterCountOfBroken(_ bytes: ArraySlice<UInt8>) -> Int {
        var count = 0
        var validStart = bytes.startIndex
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let length = lengthByShape(bytes[index...])
            let character = bytes[index..<index + max(length, 1)]
            if String(validating: character, as: UTF8.self) == nil {
                count += clusterCount(String(decoding: bytes[validStart..<index], as: UTF8.self)) + 1
                validStart = character.endIndex
            }
            index = character.endIndex
        }
        return count + clusterCount(String(decoding: bytes[validStart...], as: UTF8.self))
    }

    /// The bytes of the character at the start, going by lead and continuation bytes alone; 0 where none stands.
    private static func lengthByShape(_ bytes: ArraySlice<UInt8>) -> Int {
        guard let lead = bytes.first else { return 0 }
        let length: Int
        switch lead {
        case ..<0x80: return 1
        case 0xc0...0xdf: length = 2
        case 0xe0...0xef: length = 3
        case 0xf0...0xf7: length = 4
        default: return 0
        }
        let continuations = bytes.dropFirst().prefix(length - 1)
        return continuations.count == length - 1 && continuations.allSatisfy { $0 & 0xc0 == 0x80 }
            ? length : 0
    }
}
