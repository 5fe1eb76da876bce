import Diagnostics
import HCL
import Terraform

/// The pieces of text that stand in quotes or heredocs, each with the argument it belongs to.
struct TextPieces: Visitor {
    /// One piece.
    struct Piece {
        var range: SourceRange

        /// Whether it is all of its string.
        var isWhole: Bool
    }

    private let file: ConfigFile
    private(set) var pieces: [Piece] = []

    /// Arguments whose text is for people, or names somebody else's host.
    private static let others: Set = [
        "alarm_description", "comment", "description", "domain_name", "error_message", "sid",
    ]

    /// The pieces of all blocks of a file but some.
    static func all(in file: ConfigFile, except types: Set<String>) -> [Piece] {
        var visitor = TextPieces(file: file)
        for item in file.body.items {
            if case .block(let block) = item, !types.contains(file.type(of: block)) {
                block.body.walk(&visitor)
            }
        }
        return visitor.pieces
    }

    private init(file: ConfigFile) { self.file = file }

    mutating func enter(_ attribute: Attribute) -> Bool { !Self.others.contains(file.name(of: attribute)) }

    mutating func enter(_ expression: Expression) -> Bool {
        switch expression {
        case .literal(let literal):
            if literal.kind == .string { pieces.append(Piece(range: literal.range, isWhole: true)) }
            return false
        case .template(let template):
            for case .text(let text) in template.parts {
                pieces.append(Piece(range: text.range, isWhole: false))
            }
            return true
        default: return true
        }
    }
}
