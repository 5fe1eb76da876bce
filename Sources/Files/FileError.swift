/// Something that the file system would not do, and why.
public struct FileError: Error, Sendable, Hashable {
    /// What was asked for, as the word after "cannot".
    public enum Action: String, Sendable, Hashable {
        /// Reading a file, a folder or a status.
        case read

        /// Making, replacing or moving a file, or its permissions.
        case write

        /// Making a folder.
        case makeFolder = "make the folder"

        /// Removing a file or a folder.
        case remove

        /// Locking a folder.
        case lock
    }

    /// Why not.
    public enum Reason: Sendable, Hashable {
        /// Nothing stands at the path.
        case notFound

        /// Something stands there already.
        case exists

        /// A folder stands where a file is meant.
        case isFolder

        /// A part of the path that has to be a folder is none.
        case notFolder

        /// The folder still holds something.
        case notEmpty

        /// The user may not.
        case noPermission

        /// The file system is mounted read-only.
        case readOnly

        /// The disk, or the user's share of it, is full.
        case noSpace

        /// Links point at each other in a circle.
        case linkLoop

        /// The file is longer than the reader accepts, in bytes.
        case tooLarge(limit: Int)

        /// Another process holds the lock.
        case locked

        /// Anything else, in the words of the operating system.
        case other(String)

        /// The reason in words, as they follow a colon.
        public var words: String {
            switch self {
            case .notFound: "no such file or folder"
            case .exists: "something stands there already"
            case .isFolder: "it is a folder"
            case .notFolder: "a part of the path is not a folder"
            case .notEmpty: "the folder is not empty"
            case .noPermission: "permission denied"
            case .readOnly: "the file system is read-only"
            case .noSpace: "no space left on the disk"
            case .linkLoop: "its links go round in a circle"
            case .tooLarge(let limit): "it is longer than \(Self.size(limit))"
            case .locked: "another infragen is at work in it"
            case .other(let words): words
            }
        }

        /// A number of bytes as people say it.
        private static func size(_ bytes: Int) -> String {
            bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes) bytes"
        }
    }

    /// What was asked for.
    public var action: Action

    /// The path it was asked for.
    public var path: String

    /// Why it was not done.
    public var reason: Reason

    package init(_ action: Action, _ path: String, _ reason: Reason) {
        self.action = action
        self.path = path
        self.reason = reason
    }

    /// What went wrong, in one sentence that starts in lower case and ends without a full stop.
    public var summary: String { "cannot \(action.rawValue) \"\(path)\": \(reason.words)" }
}
