import Diagnostics

/// One parsed template: a flat tree of nodes and the expressions in them.
///
/// It is a class only to be passed around without copying; nothing in it ever changes.
final class Template: Sendable {
    let path: String
    let file: FileID
    let bytes: [UInt8]
    let nodes: [Node]
    let expressions: [Expression]

    /// Where each expression stands, by its index.
    let expressionRanges: [Range<Int32>]

    /// The operands of expressions that take any number of them.
    let operands: [ExpressionID]
    let names: [TemplateMap.Name]
    let literals: [TemplateValue]
    let diagnostics: [Diagnostic]

    /// What stands last in the template.
    let ending: Ending

    init(path: String, file: FileID, bytes: [UInt8]) {
        var parser = Parser(file: file, bytes: bytes)
        parser.parse()
        self.path = path
        self.file = file
        self.bytes = bytes
        nodes = parser.nodes
        expressions = parser.arena.expressions
        expressionRanges = parser.arena.ranges
        operands = parser.arena.operands
        names = parser.arena.names
        literals = parser.arena.literals
        diagnostics = parser.diagnostics
        ending = Ending(nodes: parser.nodes, bytes: bytes)
    }

    /// The range of an expression.
    func range(of expression: ExpressionID) -> SourceRange {
        let range = expressionRanges[Int(expression)]
        return SourceRange(file: file, start: Int(range.lowerBound), end: Int(range.upperBound))
    }

    /// The range of a node's tag.
    func range(of node: Node) -> SourceRange {
        SourceRange(file: file, start: Int(node.start), end: Int(node.stop))
    }

    /// The end of a text node; an inline include drops the newline that ends the template.
    func textEnd(of index: Int, isInline: Bool) -> Int {
        let node = nodes[index]
        let isDropped = isInline && ending == .newline && index == nodes.count - 1
        return Int(node.stop) - (isDropped ? 1 : 0)
    }
}

/// How the text of a template ends: decides whether an include on a line of its own adds a newline.
enum Ending: Sendable {
    case newline, text, control

    /// The ending of some nodes.
    init(nodes: [Node], bytes: [UInt8]) {
        var index = 0
        var last = -1
        while index < nodes.count {
            last = index
            index = Int(nodes[index].end)
        }
        self = .control
        guard last >= 0 else { return }
        switch nodes[last].kind {
        case .text: self = bytes[Int(nodes[last].stop) - 1] == UInt8(ascii: "\n") ? .newline : .text
        case .output: self = .text
        case .loop, .choice, .branch, .include: break
        }
    }
}

/// The index of an expression in its template.
typealias ExpressionID = Int32

/// One piece of a template.
///
/// Nodes stand in source order; what is inside a node follows it up to `end`.
struct Node: Sendable {
    enum Kind: Sendable {
        /// The bytes of the node's range, as they are.
        case text

        /// A value; the byte that follows its tag in the same branch, or 0 where a tag or nothing follows.
        case output(ExpressionID, next: UInt8)

        /// A loop; `value` is -1 where the loop has one name. Names are indices of `Template.names`.
        case loop(ExpressionID, key: Int32, value: Int32)

        /// An `if` with its branches as direct children.
        case choice

        /// A branch; the condition is -1 for `else`.
        case branch(ExpressionID)

        /// An include: the path (index of `Template.literals`), its arguments (operands: name, expression, ...),
        /// and the width of the blanks before it when it stands alone on its line, else -1.
        case include(path: Int32, arguments: Int32, count: Int32, indentation: Int32)
    }

    var kind: Kind

    /// The bytes of the text or of the tag.
    var start: Int32
    var stop: Int32

    /// The index of the node after this one and everything in it.
    var end: Int32
}

/// What an expression does; operands are other expressions of the same template.
enum Expression: Sendable {
    case name(Int32)
    case member(ExpressionID, name: Int32)
    case index(ExpressionID, ExpressionID)
    case literal(Int32)
    case list(operands: Int32, count: Int32)
    case not(ExpressionID)
    case negate(ExpressionID)
    case and(ExpressionID, ExpressionID)
    case or(ExpressionID, ExpressionID)
    case binary(BinaryOperator, ExpressionID, ExpressionID)
    case conditional(ExpressionID, then: ExpressionID, otherwise: ExpressionID)
    case filter(Int32, ExpressionID, operands: Int32, count: Int32)
    case loop(LoopField)

    /// What could not be parsed; a diagnostic says why.
    case invalid
}

/// The operators between two values.
enum BinaryOperator: String, Sendable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessEqual = "<="
    case greater = ">"
    case greaterEqual = ">="
    case contained = "in"
    case notContained = "not in"
    case add = "+"
    case subtract = "-"
}

/// What a loop tells about itself.
enum LoopField: String, Sendable, CaseIterable {
    case first, last, index, index0, length
}
