public import Files

/// What becomes of one file of an output folder.
public struct OutputChange: Sendable, Hashable {
    /// What rendering does to the file.
    public enum Kind: String, Sendable, Hashable {
        /// It is not there yet.
        case added

        /// It has another content.
        case changed

        /// It is not rendered any more.
        case removed

        /// It is as it is rendered.
        case unchanged
    }

    /// The path in the output folder.
    public var path: RelativePath

    /// What rendering does to the file.
    public var kind: Kind

    /// What stands there now; nil when no file does.
    public var old: [UInt8]?

    /// What is rendered; nil when nothing is.
    public var new: [UInt8]?

    /// Why the file is not to be touched; nil when it is infragen's own.
    public var protection: Protection?

    package init(
        path: RelativePath, kind: Kind, old: [UInt8]? = nil, new: [UInt8]? = nil,
        protection: Protection? = nil
    ) {
        self.path = path
        self.kind = kind
        self.old = old
        self.new = new
        self.protection = protection
    }
}

/// Why infragen does not touch what stands at a path.
public enum Protection: Sendable, Hashable {
    /// Infragen wrote the file, and somebody changed it since.
    case editedByHand

    /// Infragen did not write the file.
    case foreignFile

    /// A link stands in the place of the file.
    case link

    /// A folder, pipe or device stands in the place of the file.
    case notAFile(FileKind)

    /// A folder on the way to the file is none, or a link: it might lead out of the output folder.
    case blockedFolder(RelativePath, FileKind)

    /// The file cannot be read.
    case unreadable(FileError)

    /// Whether `--force` may go on all the same.
    public var yieldsToForce: Bool {
        switch self {
        case .editedByHand, .foreignFile, .link: true
        case .notAFile, .blockedFolder, .unreadable: false
        }
    }
}
