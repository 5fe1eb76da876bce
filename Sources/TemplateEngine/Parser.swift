import Diagnostics

/// Turns the segments of a template into nodes.
struct Parser {
    private(set) var nodes: [Node] = []
    private(set) var arena = ExpressionArena()
    private(set) var diagnostics: [Diagnostic] = []

    private let file: FileID
    private let bytes: [UInt8]
    private var segments: [Segment] = []

    /// The constructs that wait for their end.
    private var open: [Construct] = []

    /// A loop or choice whose end has not come yet.
    private struct Construct {
        var isLoop: Bool
        var node: Int

        /// The branch that is being filled, of a choice.
        var branch = -1
        var hasElse = false
        var tag: Range<Int>
    }

    /// Nesting of tags that no sensible template has, and that every stack can hold.
    private static let maximumDepth = 60

    init(file: FileID, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }

    /// Parses the whole template; what cannot be parsed is reported and left out.
    mutating func parse() {
        var segmenter = Segmenter(file: file, bytes: bytes)
        segmenter.cut()
        segments = segmenter.segments
        diagnostics = segmenter.diagnostics
        for index in segments.indices where open.count < Self.maximumDepth {
            let segment = segments[index]
            switch segment.kind {
            case .text: append(.text, segment.range)
            case .comment: break
            case .output: parseOutput(segment, next: byteAfter(index))
            case .control: parseControl(segment)
            }
        }
        for construct in open where open.count < Self.maximumDepth {
            let word = construct.isLoop ? "for" : "if"
            report(
                "unclosed-block", "this \"\(word)\" has no \"end\(word)\"", construct.tag,
                help: "add {% end\(word) %}")
        }
        while let construct = open.popLast() { close(construct) }
    }

    /// The byte after a tag, when text follows in the same branch.
    private func byteAfter(_ index: Int) -> UInt8 {
        guard index + 1 < segments.count else { return 0 }
        switch segments[index + 1].kind {
        case .text: return bytes[segments[index + 1].range.lowerBound]
        case .output: return UInt8(ascii: "{")
        case .control, .comment: return 0
        }
    }

    private mutating func parseOutput(_ segment: Segment, next: UInt8) {
        let expression = withExpressions(in: segment.inner) { parser in
            let expression = parser.expression()
            parser.expectEnd()
            return expression
        }
        append(.output(expression, next: next), segment.range)
    }

    private mutating func parseControl(_ segment: Segment) {
        var lexer = ExpressionLexer(bytes: bytes, range: segment.inner)
        let first = lexer.next()
        let word = String(decoding: bytes[first.range], as: UTF8.self)
        let rest = first.range.upperBound..<segment.inner.upperBound
        switch word {
        case "for": parseFor(segment, rest)
        case "if": parseIf(segment, rest)
        case "elif": parseBranch(segment, rest, hasCondition: true)
        case "else": parseBranch(segment, rest, hasCondition: false)
        case "endfor": parseEnd(segment, rest, ofLoop: true)
        case "endif": parseEnd(segment, rest, ofLoop: false)
        case "include": parseInclude(segment, rest)
        default:
            let known = ["for", "endfor", "if", "elif", "else", "endif", "include"]
            report(
                "unknown-tag", "there is no tag \"\(word)\"", segment.range,
                help: nearestName(to: word, among: known).map { "did you mean \"\($0)\"?" }
                    ?? "the tags are " + known.joined(separator: ", "))
        }
    }

    private mutating func parseFor(_ segment: Segment, _ rest: Range<Int>) {
        var names: [String] = []
        let list = withExpressions(in: rest) { parser in
            repeat {
                guard let name = parser.takeName(for: "the name of the loop's variable") else { break }
                names.append(name)
            } while names.count < 2 && parser.takeSign(",")
            guard parser.takeWord("in") else { return parser.failure("\"in\" is expected here") }
            let list = parser.expression()
            parser.expectEnd()
            return list
        }
        let key = names.first.map { arena.name($0) } ?? -1
        let value = names.count > 1 ? arena.name(names[1]) : -1
        begin(Construct(isLoop: true, node: nodes.count, tag: segment.range))
        append(.loop(list, key: key, value: value), segment.range)
    }

    private mutating func parseIf(_ segment: Segment, _ rest: Range<Int>) {
        let condition = condition(rest)
        begin(Construct(isLoop: false, node: nodes.count, branch: nodes.count + 1, tag: segment.range))
        append(.choice, segment.range)
        append(.branch(condition), segment.range)
    }

    private mutating func parseBranch(_ segment: Segment, _ rest: Range<Int>, hasCondition: Bool) {
        let word = hasCondition ? "elif" : "else"
        guard let top = open.last, !top.isLoop else {
            return report("misplaced-tag", "\"\(word)\" stands outside of an \"if\"", segment.range)
        }
        guard !top.hasElse else {
            return report(
                "misplaced-tag", "\"\(word)\" follows the \"else\" of its \"if\"", segment.range,
                help: "the \"else\" is the last branch")
        }
        var condition = ExpressionID(-1)
        if hasCondition { condition = self.condition(rest) } else { expectNothing(rest) }
        nodes[top.branch].end = Int32(nodes.count)
        open[open.count - 1].branch = nodes.count
        open[open.count - 1].hasElse = !hasCondition
        append(.branch(condition), segment.range)
    }

    private mutating func parseEnd(_ segment: Segment, _ rest: Range<Int>, ofLoop isLoop: Bool) {
        expectNothing(rest)
        let word = isLoop ? "for" : "if"
        guard let top = open.last else {
            return report("misplaced-tag", "\"end\(word)\" ends no \"\(word)\"", segment.range)
        }
        guard top.isLoop == isLoop else {
            let other = isLoop ? "if" : "for"
            report(
                "misplaced-tag", "\"end\(word)\" stands where \"end\(other)\" is expected", segment.range,
                notes: [Diagnostic.Note("the \"\(other)\" starts here", at: range(top.tag))])
            return
        }
        open.removeLast()
        close(top)
    }

    private mutating func parseInclude(_ segment: Segment, _ rest: Range<Int>) {
        var path: String?
        var arguments: [(name: String, value: ExpressionID)] = []
        _ = withExpressions(in: rest) { parser in
            path = parser.takeString(for: "the path of a template")
            if parser.takeWord("with") {
                repeat {
                    guard let name = parser.takeName(for: "the name of an argument") else { break }
                    guard parser.takeSign("=") else { return parser.failure("\"=\" is expected here") }
                    arguments.append((name, parser.expression()))
                } while parser.takeSign(",")
            }
            parser.expectEnd()
            return -1
        }
        guard let path else { return }
        let operands = arena.operands(arguments.flatMap { [arena.name($0.name), $0.value] })
        append(
            .include(
                path: arena.literal(.string(path)), arguments: operands, count: Int32(arguments.count),
                indentation: Int32(segment.lineIndentation ?? -1)),
            segment.range)
    }

    private mutating func condition(_ rest: Range<Int>) -> ExpressionID {
        withExpressions(in: rest) { parser in
            let condition = parser.expression()
            parser.expectEnd()
            return condition
        }
    }

    private mutating func expectNothing(_ rest: Range<Int>) {
        _ = withExpressions(in: rest) { parser in
            parser.expectEnd()
            return -1
        }
    }

    /// Parses inside a tag with a parser that fills this one's arena.
    private mutating func withExpressions(
        in range: Range<Int>, _ parse: (inout ExpressionParser) -> ExpressionID
    ) -> ExpressionID {
        var parser = ExpressionParser(file: file, bytes: bytes, range: range)
        // Swapped, not assigned, so that no tag copies what the tags before it left.
        swap(&parser.arena, &arena)
        let result = parse(&parser)
        swap(&parser.arena, &arena)
        diagnostics += parser.diagnostics
        return result
    }

    private mutating func begin(_ construct: Construct) {
        open.append(construct)
        guard open.count == Self.maximumDepth else { return }
        report("too-deep", "the tags are nested more than \(Self.maximumDepth) deep", construct.tag)
    }

    private mutating func close(_ construct: Construct) {
        nodes[construct.node].end = Int32(nodes.count)
        if construct.branch >= 0 { nodes[construct.branch].end = Int32(nodes.count) }
    }

    private mutating func append(_ kind: Node.Kind, _ range: Range<Int>) {
        nodes.append(
            Node(
                kind: kind, start: Int32(range.lowerBound), stop: Int32(range.upperBound),
                end: Int32(nodes.count + 1)))
    }

    private func range(_ range: Range<Int>) -> SourceRange {
        SourceRange(file: file, start: range.lowerBound, end: range.upperBound)
    }

    private mutating func report(
        _ id: String, _ summary: String, _ subject: Range<Int>, help: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        diagnostics.append(
            Diagnostic(id: id, summary: summary, subject: range(subject), notes: notes, help: help))
    }
}
