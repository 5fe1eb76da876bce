import Diagnostics
import HCL
import Terraform

/// Declarations that need each other, within a module or around several (X-CYCLE-01, X-CYCLE-02).
struct DependencyCycle: Rule {
    let id = "dependency-cycle"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "X-CYCLE-01, X-CYCLE-02"
    let summary = "resources, local values, outputs or module calls that need each other"
    let explanation = """
        Nothing of the circle can be made first. Modules alone may need each other, as long as no output needs an
        argument that needs the output: the circle goes through single arguments and outputs. A `depends_on` between
        modules makes everything in one wait for everything in the other.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        let summaries = ModuleSummaries(context)
        for graph in summaries.graphs {
            guard let graph else { continue }
            for circle in graph.circles() { add(circle, graph, &report) }
        }
    }

    private func add(_ circle: [Int], _ graph: DependencyGraph, _ report: inout RuleReport) {
        guard let first = circle.first, let range = graph.range(of: first) else { return }
        let names = circle.map { graph.name(of: $0) }
        var words: [String] = []
        for name in names + [names[0]] where words.last != name { words.append(name) }
        let notes = circle.dropFirst().compactMap { node in
            graph.range(of: node).map { Diagnostic.Note("\(graph.name(of: node)) stands here", at: $0) }
        }
        report.add(
            "these need each other: " + words.joined(separator: " -> "), at: range,
            notes: Array(notes.prefix(8)))
    }
}
