import Diagnostics

extension JSONParser {
    /// Whether the bytes are UTF-8 text of a size that ranges can name; says what is wrong where they are not.
    mutating func checkEncoding() -> Bool {
        guard bytes.count < Int(Int32.max) else {
            diagnostics.append(Diagnostic(id: "invalid-json", summary: "the file is larger than 2 GiB"))
            return false
        }
        if let name = foreignEncoding {
            diagnostics.append(
                Diagnostic(
                    id: "invalid-utf-8", summary: "the file is encoded as \(name)", subject: range(0..<2),
                    help: "save it as UTF-8"))
            return false
        }
        guard let mistake = firstInvalidUTF8 else { return true }
        diagnostics.append(
            Diagnostic(
                id: "invalid-utf-8", summary: "the file holds bytes that are not UTF-8",
                subject: range(mistake),
                help: "save it as UTF-8"))
        return false
    }

    /// The encoding that the first bytes give away; nil for UTF-8.
    private var foreignEncoding: String? {
        guard bytes.count >= 2 else { return nil }
        switch (bytes[0], bytes[1]) {
        case (0xFF, 0xFE), (UInt8(1)..., 0): return "UTF-16 (little-endian)"
        case (0xFE, 0xFF), (0, UInt8(1)...): return "UTF-16 (big-endian)"
        default: return nil
        }
    }

    /// The first bytes that are not UTF-8; nil when all are.
    private var firstInvalidUTF8: Range<Int>? {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
                continue
            }
            let length = sequenceLength(at: index)
            guard length > 0 else { return index..<index + 1 }
            index += length
        }
        return nil
    }

    /// The length of the well-formed sequence at an index; 0 when it is not (Unicode 15, table 3-7).
    private func sequenceLength(at index: Int) -> Int {
        let first = bytes[index]
        let (length, second): (Int, ClosedRange<UInt8>) =
            switch first {
            case 0xC2...0xDF: (2, 0x80...0xBF)
            case 0xE0: (3, 0xA0...0xBF)
            case 0xED: (3, 0x80...0x9F)
            case 0xE1...0xEF: (3, 0x80...0xBF)
            case 0xF0: (4, 0x90...0xBF)
            case 0xF1...0xF3: (4, 0x80...0xBF)
            case 0xF4: (4, 0x80...0x8F)
            default: (0, 0x80...0xBF)
            }
        guard length > 0, index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
        return bytes[index + 2..<max(index + length, index + 2)].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
    }
}
