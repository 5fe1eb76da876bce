/// A random number generator that gives the same numbers for the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }
}

/// Breaks texts in the ways in which people and programs break them.
struct Mutator {
    /// What is put between and in place of the pieces of a text.
    private static let insertions: [String] = [
        "\"", "${", "%{", "}", "{", "[", "]", "(", ")", ".", ",", ":", "?", "=", "==", "=>", "...", "::", "*",
        "[*]",
        ".*", ".0", "-", "!", "&&", "|", "<<EOT\n", "<<-EOT\n", "EOT\n", "for ", " in ", " if ", "%{ if x }",
        "%{ endif }", "%{ else }", "%{ for a, b in c }", "%{ endfor }", "~}", "${~", "\n", "\r", "\r\n", " ",
        "\t", "#",
        "//", "/*", "*/", "1", "1.5", "1.", "e5", "\\", "\\n", "\\u00", "\\q", "$$", "$${", "%%{", "$", "%",
        "é",
        "\u{201c}", "\0", "null", "true", "a", "a = 1", "a {", "b \"c\" {", "'", "`", ";", "&", "~", "^", "@",
        "\u{feff}", "\u{a0}", "<", ">=", "/", "0x1f", "{ a = 1 }", "b { c = 1 }", "e\u{301}",
        "\u{1f469}\u{200d}",
    ]

    var generator: SeededGenerator

    /// A text that differs from the given one in one to four places.
    mutating func mutated(_ text: [UInt8]) -> [UInt8] {
        var pieces = Self.pieces(of: text)
        for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&pieces) }
        return Array(pieces.joined())
    }

    private mutating func mutate(_ pieces: inout [[UInt8]]) {
        let insertion = Array((Self.insertions.randomElement(using: &generator) ?? "").utf8)
        guard let index = pieces.indices.randomElement(using: &generator),
            let other = pieces.indices.randomElement(using: &generator)
        else {
            pieces.append(insertion)
            return
        }
        switch Int.random(in: 0..<9, using: &generator) {
        case 0: pieces.remove(at: index)
        case 1: pieces.insert(insertion, at: index)
        case 2: pieces[index] = insertion
        case 3: pieces.insert(pieces[index], at: index)
        case 4: pieces.swapAt(index, other)
        case 5:
            pieces.removeSubrange(index..<min(pieces.count, index + Int.random(in: 1...6, using: &generator)))
        case 6: pieces.insert(contentsOf: pieces[other..<min(pieces.count, other + 10)], at: index)
        case 7: pieces[index] = [UInt8.random(in: 0...255, using: &generator)]
        default: pieces.removeSubrange(max(index, pieces.count * 3 / 4)...)
        }
    }

    /// Words, runs of blanks, and single bytes of everything else.
    private static func pieces(of text: [UInt8]) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var last = 0
        for byte in text {
            let kind = kind(of: byte)
            if kind != 0, kind == last {
                pieces[pieces.count - 1].append(byte)
            } else {
                pieces.append([byte])
            }
            last = kind
        }
        return pieces
    }

    private static func kind(of byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): return 1
        case UInt8(ascii: " "), UInt8(ascii: "\n"): return 2
        default: return 0
        }
    }
}
