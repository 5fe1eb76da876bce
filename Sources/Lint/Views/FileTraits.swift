/// What the text of a file may hold, found in one pass, so that rules need not look at every file.
struct FileTraits: OptionSet {
    let rawValue: UInt8

    static let region = FileTraits(rawValue: 1)
    static let account = FileTraits(rawValue: 2)
    static let partition = FileTraits(rawValue: 4)
    static let identifier = FileTraits(rawValue: 8)
    static let accessKey = FileTraits(rawValue: 16)
    static let privateKey = FileTraits(rawValue: 32)
    static let waiver = FileTraits(rawValue: 64)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    private static let arn = Array("arn:aws".utf8)
    private static let key = Array("AKIA".utf8)
    private static let begin = Array("-----BEGIN ".utf8)
    private static let skip = Array("checkov:skip".utf8)

    init(_ bytes: [UInt8]) {
        var found: FileTraits = []
        bytes.withUnsafeBufferPointer { text in
            var digits = 0
            for index in text.indices {
                let byte = text[index]
                if byte >= 48, byte <= 57 {
                    digits += 1
                    if digits == 12 { found.insert(.account) }
                    continue
                }
                digits = 0
                switch byte {
                case 45: Self.look(text, at: index, &found)
                case 58: if Self.ends(text, index, with: Self.arn) { found.insert(.partition) }
                case 61: if Self.ends(text, index, with: Self.skip) { found.insert(.waiver) }
                case 65: if Self.starts(text, index, with: Self.key) { found.insert(.accessKey) }
                default: break
                }
            }
        }
        self = found
    }

    /// What a hyphen may be a part of.
    private static func look(_ text: UnsafeBufferPointer<UInt8>, at index: Int, _ found: inout FileTraits) {
        if index >= 2, index + 1 < text.count, isLetter(text[index + 1]), isLetter(text[index - 1]),
            isLetter(text[index - 2]), index < 3 || !isLetter(text[index - 3])
        {
            found.insert(.region)
        }
        if starts(text, index, with: begin) { found.insert(.privateKey) }
        guard index + 8 < text.count else { return }
        for next in (index + 1)...(index + 8) where !isHex(text[next]) { return }
        found.insert(.identifier)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 97 && byte <= 122 }

    private static func isHex(_ byte: UInt8) -> Bool {
        (byte >= 48 && byte <= 57) || (byte >= 97 && byte <= 102)
    }

    private static func starts(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, with word: [UInt8]) -> Bool {
        guard index + word.count <= text.count else { return false }
        for position in word.indices where text[index + position] != word[position] { return false }
        return true
    }

    private static func ends(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, with word: [UInt8]) -> Bool {
        index >= word.count && starts(text, index - word.count, with: word)
    }
}
