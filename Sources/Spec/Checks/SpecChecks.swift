import Diagnostics

/// All rules that look at a spec as a whole.
enum SpecChecks {
    /// What the rules find in one environment.
    static func diagnostics(_ reading: EnvironmentReading, _ options: SpecOptions) -> [Diagnostic] { [] }
}

extension SpecRule {
    /// A file of a size that no spec has.
    static let oversizedSpec = error("oversized-spec", "", "a file too large to be a spec")
}
