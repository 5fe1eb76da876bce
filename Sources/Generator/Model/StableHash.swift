/// A hash that is the same in every run and on every machine.
enum StableHash {
    /// The 32-bit FNV-1a hash of a text.
    static func of(_ text: String) -> UInt32 {
        var hash: UInt32 = 0x811c_9dc5
        for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return hash
    }
}
