import Diagnostics
import Files

/// The pre-commit hook in the hooks folder of a repository.
struct HookFile {
    /// The name under which an earlier hook is kept.
    static let keptName = "pre-commit.before-infragen"

    let files: any FileSystem

    /// The folder where git looks for hooks.
    let folder: String

    /// What was done, for a line of output each: a word and a path.
    typealias Deeds = [(word: String, path: String)]

    private var path: String { joinedPath(folder, "pre-commit") }
    private var keptPath: String { joinedPath(folder, Self.keptName) }

    /// What stands in the place of the hook.
    private enum Present { case nothing, own([UInt8]), other }

    /// Puts the hook in place; a hook of somebody else is kept beside it.
    func install(_ script: HookScript) -> Result<Deeds, Refusal> {
        if case .failure(let error) = files.makeFolders(folder) { return .failure(failure(error)) }
        let bytes = Array(script.text.utf8)
        switch present {
        case .failure(let error): return .failure(failure(error))
        case .success(.own(let old)):
            guard old != bytes || !isExecutable else { return .success([("unchanged", path)]) }
            return outcome(write(bytes), [("changed", path)])
        case .success(.nothing):
            return outcome(write(bytes), [("added", path)])
        case .success(.other):
            if files.exists(keptPath) { return .failure(twoEarlierHooks) }
            if let error = files.move(path, to: keptPath) { return .failure(failure(error)) }
            if let error = write(bytes) {
                _ = files.move(keptPath, to: path)
                return .failure(failure(error))
            }
            return .success([("kept", keptPath), ("added", path)])
        }
    }

    /// Takes the hook away and puts the earlier one back.
    func uninstall() -> Result<Deeds, Refusal> {
        switch present {
        case .failure(let error): return .failure(failure(error))
        case .success(.nothing), .success(.other): return .success([])
        case .success(.own):
            let error: FileError?
            var deeds: Deeds = [("removed", path)]
            if files.exists(keptPath) {
                error = files.move(keptPath, to: path)
                deeds = [("restored", path)]
            } else {
                error = files.removeFile(path)
            }
            return outcome(error, deeds)
        }
    }

    private var present: Result<Present, FileError> {
        switch files.status(of: path) {
        case .failure(let error): return error.reason == .notFound ? .success(.nothing) : .failure(error)
        // A link is somebody's own arrangement, wherever it leads.
        case .success(let status) where status.kind != .file: return .success(.other)
        case .success: return files.read(path).map { HookScript.isOwn($0) ? .own($0) : .other }
        }
    }

    private var isExecutable: Bool {
        guard case .success(let status) = files.status(of: path) else { return false }
        return status.permissions & 0o111 == 0o111
    }

    private func write(_ bytes: [UInt8]) -> FileError? {
        files.write(bytes, to: path) ?? files.setPermissions(0o755, of: path)
    }

    private func outcome(_ error: FileError?, _ deeds: Deeds) -> Result<Deeds, Refusal> {
        error.map { .failure(failure($0)) } ?? .success(deeds)
    }

    private func failure(_ error: FileError) -> Refusal {
        Refusal(id: "unwritable-hook", summary: error.summary, help: "nothing was changed")
    }

    private var twoEarlierHooks: Refusal {
        Refusal(
            id: "two-hooks", summary: "\"\(path)\" is not infragen's, and \"\(keptPath)\" is kept already",
            help: "join the two, or remove one of them")
    }
}
