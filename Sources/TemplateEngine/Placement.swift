import Diagnostics

/// The places of one template's values, for one way to get into it.
struct Placement: Sendable {
    /// The place of each node that writes a value, and `quoted` for text that starts in quotes or a heredoc.
    var places: [Place]

    /// The placement of each included template, by node; -1 where there is none.
    var includes: [Int32]

    /// For each text the places where a line starts that an indented include moves.
    var lineStarts: [[Int32]]

    /// What is open after the template.
    var exit: Surroundings
    let template: Template
}

/// Finds and keeps the placements of all templates of a set.
struct Placements: Sendable {
    /// One way into a template.
    private struct Entry: Hashable {
        var path: String
        var surroundings: Surroundings
        var isInline: Bool
    }

    /// Nesting that no sensible set of templates has, and that every stack can hold.
    private static let maximumDepth = 30

    private(set) var all: [Placement] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let templates: [String: Template]
    private var indexes: [Entry: Int32] = [:]

    /// The includes that are being followed.
    private var chain: [(path: String, include: SourceRange)] = []

    init(_ templates: [String: Template]) { self.templates = templates }

    /// The placement of a template that is a file of its own; nil when there is no such template.
    mutating func placement(of path: String) -> Int32? {
        let start = Surroundings(mode: Mode(path: path))
        guard let index = placement(of: path, from: start, isInline: false) else { return nil }
        return index
    }

    /// Reports what a template leaves open that is a file of its own.
    mutating func checkEnd(of index: Int32) {
        let placement = all[Int(index)]
        guard let thing = placement.exit.unclosedThing else { return }
        let end = placement.template.bytes.count
        diagnostics.append(
            Diagnostic(
                id: "unclosed-structure", summary: "the template ends inside \(thing)",
                subject: SourceRange(file: placement.template.file, start: end, end: end)))
    }

    private mutating func placement(of path: String, from start: Surroundings, isInline: Bool) -> Int32? {
        let entry = Entry(path: path, surroundings: start, isInline: isInline)
        if let index = indexes[entry] { return index }
        guard let template = templates[path] else { return nil }
        var walk = PlacementWalk(template: template, start: start, isInline: isInline)
        walk.run(&self)
        all.append(walk.placement)
        indexes[entry] = Int32(all.count - 1)
        return Int32(all.count - 1)
    }

    /// The placement of a template that another includes.
    mutating func included(
        _ path: String, at include: SourceRange, in template: Template, from start: Surroundings,
        isInline: Bool
    ) -> Int32? {
        guard templates[path] != nil else {
            let near = nearestName(to: path, among: templates.keys.sorted())
            report(
                "unknown-template", "there is no template \"\(path)\"", at: include,
                help: near.map { "did you mean \"\($0)\"?" } ?? "paths start at the templates' folder")
            return nil
        }
        guard path != template.path, !chain.contains(where: { $0.path == path }) else {
            report("recursive-include", "the template \"\(path)\" includes itself", at: include)
            return nil
        }
        guard chain.count < Self.maximumDepth else {
            report("too-deep", "the includes are nested more than \(Self.maximumDepth) deep", at: include)
            return nil
        }
        chain.append((template.path, include))
        defer { chain.removeLast() }
        return placement(of: path, from: start, isInline: isInline)
    }

    /// Reports a place where nobody can tell what a value would be.
    mutating func report(_ problem: PlaceProblem, at range: SourceRange) {
        report("unclear-place", problem.summary, at: range, help: problem.help)
    }

    /// Adds a diagnostic with the includes that lead to it.
    mutating func report(
        _ id: String, _ summary: String, at range: SourceRange, help: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        let path = chain.reversed().map { Diagnostic.Note("included from here", at: $0.include) }
        let diagnostic = Diagnostic(id: id, summary: summary, subject: range, notes: notes + path, help: help)
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }
}

/// Follows one template from one start, through all branches.
struct PlacementWalk {
    private(set) var placement: Placement
    private var scanner: SurroundingsScanner
    private let isInline: Bool

    init(template: Template, start: Surroundings, isInline: Bool) {
        let count = template.nodes.count
        placement = Placement(
            places: Array(repeating: .plain, count: count), includes: Array(repeating: -1, count: count),
            lineStarts: Array(repeating: [], count: count), exit: start, template: template)
        scanner = SurroundingsScanner(start)
        self.isInline = isInline
    }

    /// Fills the placement.
    mutating func run(_ placements: inout Placements) {
        walk(0..<placement.template.nodes.count, &placements)
        placement.exit = scanner.surroundings
    }

    private var template: Template { placement.template }

    private mutating func walk(_ range: Range<Int>, _ placements: inout Placements) {
        var index = range.lowerBound
        while index < range.upperBound {
            let node = template.nodes[index]
            switch node.kind {
            case .text: walkText(index, node, &placements)
            case .output(_, let next):
                let (place, problem) = scanner.surroundings.place(next: next)
                placement.places[index] = place
                let wanted = problem ?? dollarProblem(node, place)
                if let wanted { placements.report(wanted, at: template.range(of: node)) }
            case .loop: walkLoop(index, node, &placements)
            case .choice: walkChoice(index, node, &placements)
            case .branch: break
            case .include(let path, _, _, let indentation):
                include(index, path: path, isInline: indentation < 0, &placements)
            }
            index = Int(node.end)
        }
    }

    /// In quotes `${{` is neither an interpolation nor a plain dollar sign to the eye.
    private func dollarProblem(_ node: Node, _ place: Place) -> PlaceProblem? {
        let isAfterDollar = node.start > 0 && template.bytes[Int(node.start) - 1] == UInt8(ascii: "$")
        switch place {
        case .quoted, .heredoc: return isAfterDollar ? .dollar : nil
        default: return nil
        }
    }

    private mutating func walkText(_ index: Int, _ node: Node, _ placements: inout Placements) {
        if scanner.surroundings.isInTemplate { placement.places[index] = .quoted }
        scanner.scan(template.bytes, Int(node.start)..<template.textEnd(of: index, isInline: isInline))
        placement.lineStarts[index] = scanner.lineStarts
        for problem in scanner.problems {
            let range = SourceRange(
                file: template.file, start: problem.range.lowerBound, end: problem.range.upperBound)
            placements.report(problem.problem, at: range)
        }
        scanner.problems.removeAll()
    }

    /// A loop may run never or often, so its end must be like its start.
    private mutating func walkLoop(_ index: Int, _ node: Node, _ placements: inout Placements) {
        let start = scanner.surroundings
        walk(index + 1..<Int(node.end), &placements)
        guard let merged = start.merged(with: scanner.surroundings) else {
            scanner.surroundings = start
            return reportMismatch("the body of this loop does not end where it started", node, &placements)
        }
        guard merged != start else { return }
        scanner.surroundings = merged
        walk(index + 1..<Int(node.end), &placements)
        scanner.surroundings = merged.merged(with: scanner.surroundings) ?? merged
    }

    private mutating func walkChoice(_ index: Int, _ node: Node, _ placements: inout Placements) {
        let start = scanner.surroundings
        var merged: Surroundings?
        var hasElse = false
        var branch = index + 1
        while branch < Int(node.end) {
            let inner = template.nodes[branch]
            if case .branch(-1) = inner.kind { hasElse = true }
            scanner.surroundings = start
            walk(branch + 1..<Int(inner.end), &placements)
            merge(&merged, scanner.surroundings, inner, &placements)
            branch = Int(inner.end)
        }
        if !hasElse { merge(&merged, start, node, &placements) }
        scanner.surroundings = merged ?? start
    }

    private mutating func merge(
        _ merged: inout Surroundings?, _ other: Surroundings, _ node: Node, _ placements: inout Placements
    ) {
        guard let before = merged else {
            merged = other
            return
        }
        merged = before.merged(with: other)
        guard merged == nil else { return }
        merged = before
        reportMismatch("the branches of this \"if\" do not end in the same place", node, &placements)
    }

    private func reportMismatch(_ summary: String, _ node: Node, _ placements: inout Placements) {
        placements.report(
            "unbalanced-branches", summary, at: template.range(of: node),
            help: "open and close quotes, brackets, blocks and heredocs in the same branch")
    }

    private mutating func include(_ index: Int, path: Int32, isInline: Bool, _ placements: inout Placements) {
        guard case .string(let path) = template.literals[Int(path)] else { return }
        let range = template.range(of: template.nodes[index])
        let found = placements.included(
            path, at: range, in: template, from: scanner.surroundings, isInline: isInline)
        guard let found else { return }
        placement.includes[index] = found
        let inner = placements.all[Int(found)]
        scanner.surroundings = inner.exit
        if !isInline, inner.template.ending == .text { scanner.scan([UInt8(ascii: "\n")], 0..<1) }
    }
}
