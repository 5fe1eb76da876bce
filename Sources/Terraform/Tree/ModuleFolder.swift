public import Diagnostics

/// What whoever knows the disk tells of a folder.
public struct ModuleFolder: Sendable {
    /// One file.
    public struct File: Sendable {
        /// The name, such as `main.tf`.
        public var name: String

        /// What it holds.
        public var bytes: [UInt8]

        /// Makes a file.
        public init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// What tells the folder from all others, however it is reached: its path without links.
    public var identity: String

    /// The path as the user knows it, for messages; without a slash at its end, empty for the working folder.
    public var path: String

    /// The files of which Terraform would take notice (`isConfigFile`).
    public var files: [File]

    /// What could not be read.
    public var diagnostics: [Diagnostic]

    /// Makes a folder.
    public init(identity: String, path: String, files: [File], diagnostics: [Diagnostic] = []) {
        self.identity = identity
        self.path = path
        self.files = files
        self.diagnostics = diagnostics
    }

    /// Whether Terraform takes notice of a file: `*.tf` and `*.tf.json`, but no hidden or temporary ones.
    public static func isConfigFile(_ name: String) -> Bool {
        let isHidden =
            name.hasPrefix(".") || name.hasSuffix("~") || (name.hasPrefix("#") && name.hasSuffix("#"))
        return !isHidden && (name.hasSuffix(".tf") || name.hasSuffix(".tf.json"))
    }

    /// Whether a file overrides what the others say: `override.tf`, `*_override.tf`, and the same in JSON.
    public static func isOverride(_ name: String) -> Bool {
        let base = name.hasSuffix(".tf") ? name.dropLast(3) : name.dropLast(8)
        return base == "override" || base.hasSuffix("_override")
    }
}
