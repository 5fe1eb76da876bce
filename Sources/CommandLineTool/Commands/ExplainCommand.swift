import Diagnostics
import Lint
import Spec

/// `infragen explain [SUBJECT]`.
struct ExplainCommand: Command {
    let name = "explain"
    let summary = "Explain a rule by the id behind its message, or where a value of a spec comes from."
    let positionals = [subject]
    let options = [environment]
    let discussion = """
        Every message ends with the id of its rule, as in [unknown-field]. Without SUBJECT all rules are listed. A \
        warning that is meant so is accepted by its id under "ignore" in the spec.

        A field is named by its spec and the way to it:

          infragen explain spec.json#/services/api/desired_count --env production

        Its value may come from the spec, from the overrides of an environment, from the preset for environments of \
        that name, or be the default. A section shows all of its fields; without --env the spec itself and every \
        environment are shown.
        """

    private static let subject = Positional(
        name: "SUBJECT", help: "The id of a rule, or a field such as spec.json#/services/api/cpu.")
    static let environment = Option.value(
        "--env", letter: "e", "NAME", help: "Show the value of a field in this environment alone.")

    /// One rule of any room.
    private struct Entry {
        var id: String
        var severity: Diagnostic.Severity
        var meaning: String
        var remedy: String
    }

    func run(_ arguments: Arguments, in context: CommandContext) -> ExitCode {
        guard let given = arguments.value(of: Self.subject) else {
            let column = (Self.entries.map(\.id.count).max() ?? 0) + 2
            for entry in Self.entries {
                let id = entry.id + String(repeating: " ", count: column - entry.id.count)
                context.console.print(
                    "\(entry.severity == .error ? "error  " : "warning")  \(id)\(entry.meaning)")
            }
            return .done
        }
        if let field = FieldAddress(given) {
            return FieldReport(field, environment: arguments.value(of: Self.environment), context).run()
        }
        return Self.explain(given, in: context)
    }

    /// Prints what a rule means.
    static func explain(_ given: String, in context: CommandContext) -> ExitCode {
        // Copied from a message, the id stands between brackets.
        let id = given.hasPrefix("[") && given.hasSuffix("]") ? String(given.dropFirst().dropLast()) : given
        guard let entry = Self.entries.first(where: { $0.id == id }) else {
            context.console.report([unknownRule(id)])
            return .failed
        }
        context.console.print("\(entry.id) (\(entry.severity.rawValue)): \(entry.meaning)")
        if !entry.remedy.isEmpty { context.console.print(entry.remedy) }
        return .done
    }

    /// What is said of an id that no rule has.
    static func unknownRule(_ id: String) -> Diagnostic {
        let near = nearestName(to: id, among: entries.map(\.id)).map { "did you mean \"\($0)\"?" }
        return Diagnostic(
            id: "unknown-rule", summary: "there is no rule \"\(id)\"",
            help: near ?? "run `infragen explain` for all of them")
    }

    /// Every rule, sorted by id; what a spec and a tree have in common is told of the spec.
    private static var entries: [Entry] {
        let spec = SpecRule.all.map { rule in
            Entry(
                id: rule.id, severity: rule.severity, meaning: rule.meaning,
                remedy: rule.severity == .warning
                    ? "To accept it: \"ignore\": [\"\(rule.id)\"] in the spec." : "")
        }
        let output = OutputRules.all.map {
            Entry(id: $0.id, severity: $0.severity, meaning: $0.meaning, remedy: $0.remedy)
        }
        var entries = spec + output
        let known = Set(entries.map(\.id))
        for rule in AllRules.all where !known.contains(rule.id) {
            let requirement = rule.requirement.map { "\nRequirement: \($0)." } ?? ""
            let remedy =
                rule.explanation + requirement + "\nTo accept it: # infragen:ignore \(rule.id) and why."
            entries.append(Entry(id: rule.id, severity: rule.severity, meaning: rule.summary, remedy: remedy))
        }
        return entries.sorted { $0.id < $1.id }
    }
}
