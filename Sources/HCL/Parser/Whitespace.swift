/// White space as Terraform sees it when it trims templates.
enum Whitespace {
    /// The white space with which some bytes start.
    static func leading(_ bytes: some Collection<UInt8>) -> (bytes: Int, characters: Int) {
        var count = (bytes: 0, characters: 0)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == 0x20 || (0x09...0x0d).contains(byte) {
                index = bytes.index(after: index)
                count = (count.bytes + 1, count.characters + 1)
                continue
            }
            guard byte >= 0x80 else { break }
            var decoder = UTF8()
            var rest = bytes[index...].makeIterator()
            guard case .scalarValue(let scalar) = decoder.decode(&rest), isWhitespace(scalar) else { break }
            let length = UTF8.width(scalar)
            index = bytes.index(index, offsetBy: length)
            count = (count.bytes + length, count.characters + 1)
        }
        return count
    }

    /// How many bytes of white space stand at the end of some bytes.
    static func trailing(_ bytes: [UInt8]) -> Int {
        var length = 0
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars.reversed() {
            guard isWhitespace(scalar) else { break }
            length += UTF8.width(scalar)
        }
        return min(length, bytes.count)
    }

    /// Whether a character is white space.
    static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0d, 0x20, 0x85, 0xa0: return true
        default: return scalar.properties.generalCategory.isSeparator
        }
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isSeparator: Bool {
        self == .spaceSeparator || self == .lineSeparator || self == .paragraphSeparator
    }
}
