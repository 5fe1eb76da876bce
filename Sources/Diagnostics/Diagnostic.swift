/// Something that is wrong with a text, told to the person who wrote it.
public struct Diagnostic: Sendable, Hashable {
    /// How bad it is.
    public enum Severity: String, Sendable, Hashable, Comparable {
        /// Worth a look; the work goes on.
        case warning

        /// The work cannot be done, or Terraform would refuse its result.
        case error

        /// A warning is less than an error.
        public static func < (left: Severity, right: Severity) -> Bool { left == .warning && right == .error }
    }

    /// A second place that belongs to the diagnostic, such as "declared here".
    public struct Note: Sendable, Hashable {
        /// What the place shows, in the form of `Diagnostic.summary`.
        public var message: String

        /// The place; nil where the note is about no text.
        public var range: SourceRange?

        package init(_ message: String, at range: SourceRange? = nil) {
            self.message = message
            self.range = range
        }
    }

    /// What kind of thing is wrong, in kebab case; it names the bad thing (`unknown-field`).
    public var id: String

    /// How bad it is.
    public var severity: Severity

    /// What is wrong, in one sentence that starts in lower case and ends without a full stop.
    public var summary: String

    /// Exactly the text at fault; nil where no text is (a file that is missing).
    public var subject: SourceRange?

    /// The path that is at fault where there is no text to point at.
    public var path: String?

    /// Further places.
    public var notes: [Note]

    /// What to do about it, as a sentence in the form of `summary`; nil where `summary` says it all.
    public var help: String?

    /// Edits that cure it, where infragen knows them.
    public var fix: Fix?

    package init(
        id: String, severity: Severity = .error, summary: String, subject: SourceRange? = nil,
        path: String? = nil, notes: [Note] = [], help: String? = nil, fix: Fix? = nil
    ) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.subject = subject
        self.path = path
        self.notes = notes
        self.help = help
        self.fix = fix
    }
}

extension [Diagnostic] {
    /// Whether any of them is an error.
    public var hasErrors: Bool { contains { $0.severity == .error } }
}
