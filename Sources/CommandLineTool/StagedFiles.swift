import Diagnostics
import Files

/// The content of git's index, seen as a file system that cannot be written: what a commit is going to hold.
///
/// The work tree can be in step while the commit is not, when somebody forgets to stage a new file; and the other
/// way round, when a change is half staged. What lies outside of the repository is read as it is.
final class StagedFiles: FileSystem {
    private let git: Git
    private let disk: any FileSystem
    private let top: String
    private let currentFolder: String
    private let staged: InMemoryFileSystem

    /// Paths whose content, and all below them, is in memory already.
    private var loaded: Set<String> = []

    /// The index of the repository that a folder belongs to; nil where git knows none.
    init?(containing folder: String, git: Git, disk: any FileSystem) {
        guard let top = git.topFolder(of: folder), case .success(let current) = disk.resolvedPath(of: ".")
        else {
            return nil
        }
        self.git = git
        self.disk = disk
        self.top = top
        currentFolder = current
        staged = InMemoryFileSystem(currentFolder: current)
        staged.putFolder(current)
        staged.putFolder(top)
    }

    /// Where a path is to be looked up, with all that git has at the path and below it.
    private func place(of path: String) -> any FileSystem {
        var names: [Substring] = []
        for name in joinedPath(currentFolder, path).split(separator: "/") where name != "." {
            if name == ".." { _ = names.popLast() } else { names.append(name) }
        }
        let absolute = "/" + names.joined(separator: "/")
        guard absolute == top || absolute.hasPrefix(top + "/") else { return disk }
        // One question for a folder answers for everything below it.
        var folder = absolute
        while !loaded.contains(folder), folder != top { folder = parentPath(of: folder) }
        if !loaded.contains(folder) {
            loaded.insert(absolute)
            git.copyIndex(below: absolute, in: top, to: staged)
        }
        return staged
    }

    func read(_ path: String, limit: Int) -> Result<[UInt8], FileError> {
        place(of: path).read(path, limit: limit)
    }

    func entries(of folder: String) -> Result<[FolderEntry], FileError> {
        place(of: folder).entries(of: folder)
    }

    func status(of path: String) -> Result<FileStatus, FileError> { place(of: path).status(of: path) }

    func resolvedPath(of path: String) -> Result<String, FileError> { place(of: path).resolvedPath(of: path) }

    func withLock<Value>(on folder: String, _ body: () -> Value) -> Result<Value, FileError> {
        .success(body())
    }

    // MARK: What would change it

    func create(_ path: String, bytes: [UInt8], permissions: UInt32?) -> FileError? { refusal(.write, path) }

    func move(_ path: String, to newPath: String) -> FileError? { refusal(.write, newPath) }

    func makeFolder(_ path: String) -> FileError? { refusal(.makeFolder, path) }

    func removeFile(_ path: String) -> FileError? { refusal(.remove, path) }

    func removeFolder(_ path: String) -> FileError? { refusal(.remove, path) }

    func setPermissions(_ permissions: UInt32, of path: String) -> FileError? { refusal(.write, path) }

    private func refusal(_ action: FileError.Action, _ path: String) -> FileError {
        FileError(action, path, .readOnly)
    }
}
