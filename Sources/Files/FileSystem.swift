/// The files and folders that a run may see and change.
///
/// Paths are text with `/` between names, absolute or relative to the folder the run was started in. Nothing
/// throws: what reads gives a `Result`, what changes gives the error or nil when it is done.
public protocol FileSystem {
    /// The bytes of a file, following links; `limit` is the most that is read before it gives up.
    func read(_ path: String, limit: Int) -> Result<[UInt8], FileError>

    /// What stands in a folder, sorted by name, without `.` and `..`.
    func entries(of folder: String) -> Result<[FolderEntry], FileError>

    /// What stands at a path; a link is not followed.
    func status(of path: String) -> Result<FileStatus, FileError>

    /// The absolute path without links, `.` and `..` of something that exists.
    func resolvedPath(of path: String) -> Result<String, FileError>

    /// Makes a file that must not exist yet, whole or not at all.
    ///
    /// - Parameters:
    ///   - path: Where; its folder exists.
    ///   - bytes: What the file holds.
    ///   - permissions: The permission bits; nil for those that the user's mask gives to new files.
    /// - Returns: What went wrong, or nil.
    func create(_ path: String, bytes: [UInt8], permissions: UInt32?) -> FileError?

    /// Moves a file within its file system; what stood at the new path is replaced in the same instant.
    func move(_ path: String, to newPath: String) -> FileError?

    /// Makes one folder, which must not exist yet.
    func makeFolder(_ path: String) -> FileError?

    /// Removes a file, or a link (not what it points at).
    func removeFile(_ path: String) -> FileError?

    /// Removes a folder, which must be empty.
    func removeFolder(_ path: String) -> FileError?

    /// Sets the permission bits of a file, such as 0o755.
    func setPermissions(_ permissions: UInt32, of path: String) -> FileError?

    /// Runs `body` while no other process holds the lock of the same folder.
    ///
    /// Waits a moment for a lock that is held, then gives up with `FileError.Reason.locked`. The lock is the
    /// process's own: it leaves no file behind and ends with the process, however that ends.
    func withLock<Value>(on folder: String, _ body: () -> Value) -> Result<Value, FileError>
}

/// What stands at a path.
public struct FileStatus: Sendable, Hashable {
    /// What kind of thing it is.
    public var kind: FileKind

    /// Its length in bytes; meaningful for files.
    public var size: Int

    /// The permission bits, such as 0o644.
    public var permissions: UInt32

    package init(kind: FileKind, size: Int, permissions: UInt32) {
        self.kind = kind
        self.size = size
        self.permissions = permissions
    }
}

/// What kind of thing stands at a path.
public enum FileKind: String, Sendable, Hashable {
    /// A regular file.
    case file

    /// A folder.
    case folder

    /// A symbolic link, whatever it points at.
    case link

    /// A pipe, socket or device.
    case special
}

/// One name in a folder.
public struct FolderEntry: Sendable, Hashable {
    /// The name, without its folder.
    public var name: String

    /// What it is; a link is not followed.
    public var kind: FileKind

    package init(name: String, kind: FileKind) {
        self.name = name
        self.kind = kind
    }
}
