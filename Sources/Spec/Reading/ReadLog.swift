import Diagnostics

/// What went wrong while a spec was read.
struct ReadLog: Sendable {
    /// Whether only the kind of a value counts: a default that is derived from a wrong value may be out of
    /// bounds like it, and the wrong value itself is reported.
    let isLenient: Bool

    private(set) var diagnostics: [Diagnostic] = []

    init(isLenient: Bool = false) { self.isLenient = isLenient }

    /// The values that could not be read: rules about them would talk about a default that nobody wrote.
    private(set) var unreadable: [SpecPath] = []

    /// Says what is wrong with the value of a path.
    mutating func report(
        _ rule: SpecRule, _ path: SpecPath, at range: SourceRange?, _ what: String,
        notes: [Diagnostic.Note] = [], help: String? = nil
    ) {
        unreadable.append(path)
        diagnostics.append(
            Diagnostic(
                id: rule.id, severity: rule.severity, summary: "\(path): \(what)", subject: range,
                notes: notes,
                help: help))
    }

    /// Says that a field must be there.
    mutating func reportMissing(_ path: SpecPath, at range: SourceRange?, help: String) {
        unreadable.append(path)
        diagnostics.append(
            Diagnostic(
                id: SpecRule.missingField.id, summary: "\(path) is required", subject: range, help: help))
    }
}
