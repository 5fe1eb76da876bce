/// How far bytes of a class reach, found sixteen at a time.
///
/// Each function gives the first offset from `start` on where a byte is not of the class, or the end of the text.
/// Constants are spread by hand: operators between a vector and a number come out as loops over the lanes.
struct ByteRun {
    typealias Bytes = SIMD16<UInt8>
    typealias Mask = SIMDMask<SIMD16<Int8>>

    let text: UnsafeBufferPointer<UInt8>
    let classes: UnsafeBufferPointer<UInt8>

    /// ASCII letters, digits, `_` and `-`.
    @inline(__always)
    func endOfIdentifier(from start: Int) -> Int {
        end(from: start, class: ByteClass.identifierPart) { bytes in
            let lowerCase = bytes | Bytes(repeating: 0x20)
            let letters = lowerCase &- Bytes(repeating: UInt8(ascii: "a")) .< Bytes(repeating: 26)
            let digits = bytes &- Bytes(repeating: UInt8(ascii: "0")) .< Bytes(repeating: 10)
            return letters .| digits .| equal(bytes, UInt8(ascii: "_")) .| equal(bytes, UInt8(ascii: "-"))
        }
    }

    /// What stands for itself inside quotes; other control characters than ends of line may end the run too.
    @inline(__always)
    func endOfPlainQuotedText(from start: Int) -> Int {
        end(from: start, class: ByteClass.plainInQuotes) { bytes in
            let ends = equal(bytes, UInt8(ascii: "\"")) .| equal(bytes, UInt8(ascii: "\\"))
            return isPlain(bytes) .& .!ends
        }
    }

    /// What stands for itself inside a heredoc; other control characters than ends of line may end the run too.
    @inline(__always)
    func endOfPlainHeredocText(from start: Int) -> Int {
        end(from: start, class: ByteClass.plainInHeredoc) { isPlain($0) }
    }

    /// Everything but a line feed.
    @inline(__always)
    func endOfLine(from start: Int) -> Int {
        end(from: start, class: ByteClass.insideLine) { .!equal($0, UInt8(ascii: "\n")) }
    }

    /// Spaces.
    @inline(__always)
    func endOfSpaces(from start: Int) -> Int {
        end(from: start, class: ByteClass.space) { equal($0, UInt8(ascii: " ")) }
    }

    @inline(__always)
    private func equal(_ bytes: Bytes, _ byte: UInt8) -> Mask { bytes .== Bytes(repeating: byte) }

    /// Neither control characters nor beyond ASCII nor `$` nor `%`.
    @inline(__always)
    private func isPlain(_ bytes: Bytes) -> Mask {
        // The two signs differ in their lowest bit only.
        let isSign = equal(bytes | Bytes(repeating: 1), UInt8(ascii: "%"))
        return (bytes &- Bytes(repeating: 0x20) .< Bytes(repeating: 0x60)) .& .!isSign
    }

    @inline(__always)
    private func end(from start: Int, class bit: UInt8, _ matches: (Bytes) -> Mask) -> Int {
        var offset = start
        while offset + 16 <= text.count {
            let bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: offset, as: Bytes.self)
            // A lane of a mask is 0 or -1: the lowest zero bit tells the first byte that does not match.
            let halves = unsafeBitCast(matches(bytes), to: SIMD2<UInt64>.self)
            let lower = UInt64(littleEndian: halves[0])
            if lower != UInt64.max { return offset + (~lower).trailingZeroBitCount / 8 }
            let upper = UInt64(littleEndian: halves[1])
            if upper != UInt64.max { return offset + 8 + (~upper).trailingZeroBitCount / 8 }
            offset += 16
        }
        while offset < text.count, classes[Int(text[offset])] & bit != 0 { offset += 1 }
        return offset
    }
}
