public import Diagnostics

/// One kind of thing that is wrong with a tree of modules.
///
/// A rule is one file in `Rules/`, one line in `AllRules` and one folder in `Tests/LintTests/Fixtures`.
public protocol Rule: Sendable {
    /// The id, in kebab case; it names the bad thing.
    var id: String { get }

    /// How bad it is: an error is what Terraform or AWS would refuse, a warning what reviewers would.
    var severity: Diagnostic.Severity { get }

    /// What the rule finds, in one line without a full stop, starting in lower case.
    var summary: String { get }

    /// Why that is wrong and what to do, in a few sentences, with an example where that helps.
    var explanation: String { get }

    /// In which trees it speaks without being asked for by its id.
    var reach: RuleReach { get }

    /// The code in part F of the requirements, such as `X-IN-01`; nil for a rule that infragen adds.
    var requirement: String? { get }

    /// Reports all that is wrong in a tree.
    func check(_ context: LintContext, _ report: inout RuleReport)
}

/// Collects what one rule finds.
public struct RuleReport {
    private let rule: any Rule
    private let context: LintContext
    private(set) var diagnostics: [Diagnostic] = []
    private var seen: Set<Diagnostic> = []

    init(rule: any Rule, context: LintContext) {
        self.rule = rule
        self.context = context
    }

    /// Adds a diagnostic of the rule, and the chain of calls that leads to the module it lies in.
    ///
    /// What has been told in the same words before, such as for another instance of the module, is left out.
    ///
    /// - Parameters:
    ///   - summary: What is wrong, in one sentence that starts in lower case and ends without a full stop.
    ///   - range: Exactly the text at fault.
    ///   - instance: The instance of the module that it is about; nil where it is wrong in all of them.
    ///   - severity: How bad it is; nil for the severity of the rule.
    ///   - notes: Further places, such as "declared here".
    ///   - help: What to do.
    ///   - fix: Edits that cure it.
    public mutating func add(
        _ summary: String, at range: SourceRange, instance: Int? = nil, severity: Diagnostic.Severity? = nil,
        notes: [Diagnostic.Note] = [], help: String? = nil, fix: Fix? = nil
    ) {
        var diagnostic = Diagnostic(
            id: rule.id, severity: severity ?? rule.severity, summary: summary, subject: range, notes: notes,
            help: help, fix: fix)
        guard seen.insert(diagnostic).inserted else { return }
        diagnostic.notes += context.chain(to: range, instance: instance)
        diagnostics.append(diagnostic)
    }

    /// Adds a diagnostic that is about no text, such as a file that is missing.
    public mutating func add(_ summary: String, path: String, help: String? = nil) {
        let diagnostic = Diagnostic(
            id: rule.id, severity: rule.severity, summary: summary, path: path, help: help)
        if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }
}

/// The help for a name that is not known; nil where no known name is close.
func didYouMean(_ name: String, among known: some Sequence<String>) -> String? {
    nearestName(to: name, among: known).map { "did you mean \"\($0)\"?" }
}
