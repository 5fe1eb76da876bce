import Diagnostics
import Files

/// The content of git's index, seen as a file system: what a commit is going to hold.
///
/// The work tree can be in step while the commit is not, when somebody forgets to stage a new file; and the other
/// way round, when a change is half staged.
struct StagedFiles {
    private let git: Git
    private let files: any FileSystem
    private var top = ""
    private var currentFolder = ""

    /// What was loaded so far.
    private(set) var staged = InMemoryFileSystem()

    init(git: Git, files: any FileSystem) {
        self.git = git
        self.files = files
    }

    /// Finds the repository; nil when it is there.
    mutating func open(containing folder: String) -> Diagnostic? {
        guard let top = git.topFolder(of: folder), case .success(let current) = files.resolvedPath(of: ".")
        else {
            return Diagnostic(
                id: "no-repository", summary: "git knows no repository at \"\(folder)\"",
                help: "--staged works in a git repository only; `git -C \(folder) status` may say more")
        }
        self.top = top
        currentFolder = current
        staged = InMemoryFileSystem(currentFolder: current)
        staged.putFolder(current)
        return nil
    }

    /// Loads a file, or all files below a folder; nil when git could tell, be it that nothing is there.
    func load(_ path: String) -> Diagnostic? {
        if git.copyIndex(below: joinedPath(currentFolder, path), in: top, to: staged) { return nil }
        return Diagnostic(
            id: "no-repository", summary: "git cannot tell what is staged at \"\(path)\"",
            help: "it has to stand in the repository \"\(top)\"")
    }
}
