import Foundation
import Testing

/// One way to break the rendered sample: an edit of one of its files.
struct Mutation: Sendable, Encodable, CustomTestStringConvertible {
    /// What is done: `misspelt-variable`, `dropped-argument`.
    var kind: String

    /// The file below the root, and the bytes of it that are replaced.
    var file: String
    var range: Range<Int>
    var replacement: String

    /// What the edit is about, such as `module.alb_us_east_1.vpc_id`.
    var anchor: String

    /// What tells it from all others, whatever else changes in the sample.
    var id: String { "\(kind) \(file) \(anchor)" }

    var testDescription: String { id }

    /// The file with the edit.
    func applied(to bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        bytes.replaceSubrange(range, with: Array(replacement.utf8))
        return bytes
    }

    /// A number that depends on nothing but the id: a fixed choice is made by it.
    var rank: UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }

    private enum CodingKeys: String, CodingKey { case id, file, start, end, replacement }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(file, forKey: .file)
        try container.encode(range.lowerBound, forKey: .start)
        try container.encode(range.upperBound, forKey: .end)
        try container.encode(replacement, forKey: .replacement)
    }
}
