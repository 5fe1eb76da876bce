/// Edits that cure a diagnostic.
public struct Fix: Sendable, Hashable {
    /// One replacement of some bytes by others.
    public struct Edit: Sendable, Hashable {
        /// The bytes that go.
        public var range: SourceRange

        /// The text that comes in their place.
        public var replacement: String

        package init(range: SourceRange, replacement: String) {
            self.range = range
            self.replacement = replacement
        }
    }

    /// Whether a tool may apply the edits without asking.
    public enum Applicability: String, Sendable, Hashable {
        /// The meaning is certainly what the writer wanted.
        case safe

        /// The edits may change what the text means.
        case unsafe
    }

    /// The edits; they do not overlap.
    public var edits: [Edit]

    /// Whether a tool may apply them without asking.
    public var applicability: Applicability

    package init(edits: [Edit], applicability: Applicability) {
        self.edits = edits
        self.applicability = applicability
    }
}
