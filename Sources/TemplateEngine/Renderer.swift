public import Diagnostics

/// What a template and its values give.
public struct RenderedTemplate: Sendable {
    /// The text; without meaning when `diagnostics` has errors.
    public var bytes: [UInt8]

    /// What went wrong.
    public var diagnostics: [Diagnostic]
}

/// Renders the templates of a set.
public struct Renderer: Sendable {
    private let templates: TemplateSet
    private var placements: Placements

    /// Makes a renderer; it remembers what it found out about templates from one file to the next.
    public init(_ templates: TemplateSet) {
        self.templates = templates
        placements = Placements(templates.templates)
    }

    /// Makes a renderer of a checker's templates that knows what the checker has found out about them.
    public init(_ checker: Checker) {
        templates = checker.templates
        placements = checker.placements
    }

    /// Renders one template with the values that it sees by their names.
    public mutating func render(_ path: String, values: TemplateMap) -> RenderedTemplate {
        let known = placements.diagnostics.count
        guard let index = placements.placement(of: path) else {
            let missing = Diagnostic.unknownTemplate(path, among: templates.paths)
            return RenderedTemplate(bytes: [], diagnostics: [missing])
        }
        let found = Array(placements.diagnostics[known...]) + placements.all.parseDiagnostics(from: index)
        guard !found.hasErrors else { return RenderedTemplate(bytes: [], diagnostics: found) }
        var rendering = Rendering(placements: placements.all, values: values)
        rendering.run(index)
        return RenderedTemplate(
            bytes: rendering.writer.output, diagnostics: found + rendering.evaluator.diagnostics)
    }
}

extension [Placement] {
    /// What is wrong with the text of a template and of those it includes.
    func parseDiagnostics(from index: Int32) -> [Diagnostic] {
        var seen: Set<Int32> = []
        var found: [Diagnostic] = []
        var waiting = [index]
        while let next = waiting.popLast() {
            guard next >= 0, seen.insert(next).inserted else { continue }
            let placement = self[Int(next)]
            found += placement.template.diagnostics.filter { !found.contains($0) }
            waiting += placement.includes
        }
        return found
    }
}

extension Diagnostic {
    /// A template that is asked for and is not there.
    static func unknownTemplate(_ path: String, among paths: [String]) -> Diagnostic {
        Diagnostic(
            id: "unknown-template", summary: "there is no template \"\(path)\"",
            help: nearestName(to: path, among: paths).map { "did you mean \"\($0)\"?" })
    }
}

/// One run over a template and its values.
struct Rendering {
    var writer = ValueWriter()
    var evaluator: Evaluator

    private let placements: [Placement]

    /// The width that includes around the current template add to each line.
    private var indentation = 0

    /// Whether the indentation of the current line is still to come.
    private var owesIndentation = false

    init(placements: [Placement], values: TemplateMap) {
        self.placements = placements
        evaluator = Evaluator(values: values)
        writer.output.reserveCapacity(1 << 14)
    }

    /// Renders the template of a placement.
    mutating func run(_ index: Int32) {
        render(placements[Int(index)], isInline: false)
    }

    private mutating func render(_ placement: Placement, isInline: Bool) {
        let template = placement.template
        render(0..<template.nodes.count, template, placement, isInline)
    }

    private mutating func render(
        _ range: Range<Int>, _ template: Template, _ placement: Placement, _ isInline: Bool
    ) {
        var index = range.lowerBound
        while index < range.upperBound {
            let node = template.nodes[index]
            switch node.kind {
            case .text:
                writeText(
                    Int(node.start)..<template.textEnd(of: index, isInline: isInline), index, template,
                    placement)
            case .output(let expression, _):
                writeValue(expression, at: placement.places[index], template)
            case .loop(let list, let key, let value):
                renderLoop(index, (list, key, value), template, placement, isInline)
            case .choice: renderChoice(index, template, placement, isInline)
            case .branch: break
            case .include: renderInclude(index, template, placement)
            }
            index = Int(node.end)
        }
    }

    private mutating func writeText(
        _ range: Range<Int>, _ index: Int, _ template: Template, _ placement: Placement
    ) {
        guard !range.isEmpty else { return }
        if placement.places[index] == .quoted { writer.guardBrace(before: template.bytes[range.lowerBound]) }
        guard indentation > 0 else {
            writer.output += template.bytes[range]
            return
        }
        var start = range.lowerBound
        for lineStart in placement.lineStarts[index] where Int(lineStart) <= range.upperBound {
            writeLine(template.bytes[start..<Int(lineStart)])
            owesIndentation = true
            start = Int(lineStart)
        }
        writeLine(template.bytes[start..<range.upperBound])
    }

    /// Writes a part of a line, after its indentation when it is the first part that is not empty.
    private mutating func writeLine(_ bytes: ArraySlice<UInt8>) {
        guard let first = bytes.first else { return }
        if owesIndentation, first != UInt8(ascii: "\n"), first != UInt8(ascii: "\r") { payIndentation() }
        owesIndentation = false
        writer.output += bytes
    }

    private mutating func payIndentation() {
        guard owesIndentation else { return }
        owesIndentation = false
        writer.output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation))
    }

    private mutating func writeValue(_ expression: ExpressionID, at place: Place, _ template: Template) {
        guard let value = evaluator.value(of: expression, in: template) else { return }
        payIndentation()
        guard let problem = writer.write(value, at: place) else { return }
        evaluator.report(problem, value, at: expression, in: template, place: place)
    }

    private mutating func renderLoop(
        _ index: Int, _ loop: (list: ExpressionID, key: Int32, value: Int32), _ template: Template,
        _ placement: Placement, _ isInline: Bool
    ) {
        guard let list = evaluator.value(of: loop.list, in: template),
            let count = evaluator.beginLoop(over: list, loop.list, hasValue: loop.value >= 0, in: template)
        else { return }
        let body = index + 1..<Int(template.nodes[index].end)
        for item in 0..<count {
            evaluator.setItem(item, of: list, key: loop.key, value: loop.value, in: template)
            render(body, template, placement, isInline)
            evaluator.removeItem(hasValue: loop.value >= 0)
        }
        evaluator.endLoop()
    }

    private mutating func renderChoice(
        _ index: Int, _ template: Template, _ placement: Placement, _ isInline: Bool
    ) {
        var branch = index + 1
        while branch < Int(template.nodes[index].end) {
            let node = template.nodes[branch]
            guard case .branch(let condition) = node.kind else { return }
            var isTaken = condition < 0
            if !isTaken {
                guard let value = evaluator.value(of: condition, in: template) else { return }
                isTaken = value.isTrue
            }
            if isTaken { return render(branch + 1..<Int(node.end), template, placement, isInline) }
            branch = Int(node.end)
        }
    }

    private mutating func renderInclude(_ index: Int, _ template: Template, _ placement: Placement) {
        let node = template.nodes[index]
        guard case .include(_, let arguments, let count, let width) = node.kind,
            placement.includes[index] >= 0
        else { return }
        guard evaluator.pushArguments(arguments, count: count, in: template) else { return }
        evaluator.includes.append(template.range(of: node))
        let inner = placements[Int(placement.includes[index])]
        if width < 0 {
            render(inner, isInline: true)
        } else {
            indentation += Int(width)
            owesIndentation = indentation > 0
            let start = writer.output.count
            render(inner, isInline: false)
            let isOpen = inner.template.ending == .text && writer.output.count > start
            if isOpen, writer.output.last != UInt8(ascii: "\n") { writer.output.append(UInt8(ascii: "\n")) }
            indentation -= Int(width)
            owesIndentation = indentation > 0
        }
        evaluator.includes.removeLast()
        evaluator.popArguments(count: count)
    }
}
