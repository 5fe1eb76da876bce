/// What the manifest of infragen says about the folder of a root module.
public struct RenderRecord: Sendable {
    /// A file that is not as infragen wrote it.
    public struct Difference: Sendable, Hashable {
        /// What happened to a file.
        public enum Kind: String, Sendable, Hashable {
            /// Infragen wrote it, and it is gone.
            case missing

            /// Somebody has edited it since.
            case changed

            /// It stands among infragen's files, and infragen did not write it.
            case surplus
        }

        /// The path as the user knows it.
        public var path: String

        /// What happened to it.
        public var kind: Kind

        /// Makes a difference.
        public init(path: String, kind: Kind) {
            self.path = path
            self.kind = kind
        }
    }

    /// The files that are not as infragen wrote them.
    public var differences: [Difference]

    /// Makes the word of a manifest.
    public init(differences: [Difference] = []) { self.differences = differences }
}
