/// Finds pieces of texts.
enum ByteSearch {
    /// The places where a word stands, in order.
    static func all(_ word: [UInt8], in bytes: [UInt8]) -> [Int] {
        guard let first = word.first, bytes.count >= word.count else { return [] }
        var found: [Int] = []
        bytes.withUnsafeBufferPointer { text in
            var index = 0
            let last = text.count - word.count
            while index <= last {
                if text[index] == first, word.indices.allSatisfy({ text[index + $0] == word[$0] }) {
                    found.append(index)
                }
                index += 1
            }
        }
        return found
    }
}
