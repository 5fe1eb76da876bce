public import Diagnostics

/// Checks templates against the shapes of their values: every branch, whatever one spec takes.
///
/// What passes renders with every value of these shapes, but for texts that stand as names and are none.
public struct Checker: Sendable {
    let templates: TemplateSet
    private(set) var placements: Placements

    /// Makes a checker; it remembers what it found out about templates from one file to the next.
    public init(_ templates: TemplateSet) {
        self.templates = templates
        placements = Placements(templates.templates)
    }

    /// What is wrong with a template and the templates that it includes, in the order of files and lines.
    ///
    /// `path` is the template of one file, `roots` has the shapes of the values that it sees, by their names.
    public mutating func check(_ path: String, roots: [String: TemplateShape]) -> [Diagnostic] {
        let known = placements.diagnostics.count
        guard let index = placements.placement(of: path) else {
            return [Diagnostic.unknownTemplate(path, among: templates.paths)]
        }
        placements.checkEnd(of: index)
        var walk = CheckWalk(placements: placements.all, roots: roots)
        walk.check(placements.all[Int(index)])
        let malformed = placements.all.parseDiagnostics(from: index)
        // A tag that could not be read lets quotes and brackets seem to be open that are not.
        let echoes: Set = malformed.isEmpty ? [] : ["unclosed-structure", "unbalanced-branches"]
        let found = malformed + placements.diagnostics[known...].filter { !echoes.contains($0.id) }
        return (found + walk.shapes.diagnostics).sorted { left, right in
            guard let left = left.subject, let right = right.subject else { return false }
            return (left.file, left.start) < (right.file, right.start)
        }
    }
}

/// One walk through all branches of a template.
struct CheckWalk {
    var shapes: ShapeEvaluator
    private let placements: [Placement]

    init(placements: [Placement], roots: [String: TemplateShape]) {
        self.placements = placements
        shapes = ShapeEvaluator(roots: roots)
    }

    /// Checks the template of a placement.
    mutating func check(_ placement: Placement) {
        check(0..<placement.template.nodes.count, placement)
    }

    private mutating func check(_ range: Range<Int>, _ placement: Placement) {
        var index = range.lowerBound
        while index < range.upperBound {
            let node = placement.template.nodes[index]
            switch node.kind {
            case .text, .branch: break
            case .output(let expression, _):
                shapes.checkWriting(expression, at: placement.places[index], in: placement.template)
            case .loop(let list, let key, let value):
                checkLoop(index, list, key: key, value: value, placement)
            case .choice: checkChoice(index, placement)
            case .include(_, let arguments, let count, _):
                checkInclude(index, arguments: arguments, count: count, placement)
            }
            index = Int(node.end)
        }
    }

    private mutating func checkLoop(
        _ index: Int, _ list: ExpressionID, key: Int32, value: Int32, _ placement: Placement
    ) {
        let template = placement.template
        // A loop that cannot run has no body to check: its names would have no shapes.
        guard key >= 0, let item = shapes.loopShapes(over: list, hasValue: value >= 0, in: template) else {
            return
        }
        var names = [(template.names[Int(key)].text, item.key)]
        if value >= 0 { names.append((template.names[Int(value)].text, item.value)) }
        let outside = shapes.scope
        shapes.scope.enterLoop(names)
        check(index + 1..<Int(template.nodes[index].end), placement)
        shapes.scope = outside
    }

    /// Each branch is checked with what its condition says, and with what the conditions before it deny.
    private mutating func checkChoice(_ index: Int, _ placement: Placement) {
        let template = placement.template
        let outside = shapes.scope
        var branch = index + 1
        while branch < Int(template.nodes[index].end) {
            let node = template.nodes[branch]
            guard case .branch(let condition) = node.kind else { break }
            let before = shapes.scope
            if condition >= 0 {
                shapes.checkCondition(condition, in: template)
                shapes.scope.assume(Narrowing.facts(of: condition, when: true, in: template))
            }
            check(branch + 1..<Int(node.end), placement)
            shapes.scope = before
            if condition >= 0 {
                shapes.scope.assume(Narrowing.facts(of: condition, when: false, in: template))
            }
            branch = Int(node.end)
        }
        shapes.scope = outside
    }

    private mutating func checkInclude(
        _ index: Int, arguments: Int32, count: Int32, _ placement: Placement
    ) {
        let template = placement.template
        var names: [(String, TemplateShape?)] = []
        for argument in 0..<count {
            let place = Int(arguments + 2 * argument)
            let shape = shapes.shape(of: template.operands[place + 1], in: template)
            names.append((template.names[Int(template.operands[place])].text, shape))
        }
        guard placement.includes[index] >= 0 else { return }
        let outside = shapes.scope
        shapes.scope.bind(names)
        shapes.includes.append(template.range(of: template.nodes[index]))
        check(placements[Int(placement.includes[index])])
        shapes.includes.removeLast()
        shapes.scope = outside
    }
}
