public import Diagnostics

/// What can be wrong with a spec: the id of its diagnostics and what it means.
public struct SpecRule: Sendable, Hashable {
    /// The id, in kebab case; it names the bad thing.
    public let id: String

    /// The code of the rule in part E of the requirements; empty for a rule that infragen adds.
    public let code: String

    /// How bad it is.
    public let severity: Diagnostic.Severity

    /// What the rule finds, in one line without a full stop.
    public let meaning: String

    /// Whether it is worth telling only when it is found in every environment: what one of them switches off
    /// may be what another needs.
    let inEveryEnvironment: Bool

    /// Makes an error.
    static func error(_ id: String, _ code: String, _ meaning: String) -> SpecRule {
        SpecRule(id: id, code: code, severity: .error, meaning: meaning, inEveryEnvironment: false)
    }

    /// Makes a warning.
    static func warning(
        _ id: String, _ code: String, _ meaning: String, inEveryEnvironment: Bool = false
    ) -> SpecRule {
        SpecRule(
            id: id, code: code, severity: .warning, meaning: meaning, inEveryEnvironment: inEveryEnvironment)
    }
}
