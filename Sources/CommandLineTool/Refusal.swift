import Diagnostics

/// A diagnostic as the reason why something was not done, for `Result`.
struct Refusal: Error {
    /// What is wrong, and what to do.
    var diagnostic: Diagnostic

    init(id: String, summary: String, help: String? = nil) {
        diagnostic = Diagnostic(id: id, summary: summary, help: help)
    }
}
