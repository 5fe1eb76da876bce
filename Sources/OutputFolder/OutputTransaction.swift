import Diagnostics
import Files

/// Carries out a plan: everything is made ready first, then put in place.
struct OutputTransaction {
    let files: any FileSystem
    let folder: String

    /// The ending of a file on its way to its place; what a killed run left of them is replaced.
    private static let suffix = ".infragen-new"

    /// A new content that waits beside the file it is for.
    private struct Staged {
        var target: RelativePath
        var temporary: String
    }

    /// Writes and removes files; nil when all is done.
    func carryOut(_ plan: OutputPlan) -> Diagnostic? {
        var changes = plan.changes.filter { $0.kind == .added || $0.kind == .changed }
        if let manifest = plan.manifestChange { changes.append(manifest) }
        var staged: [Staged] = []
        var madeFolders: [String] = []
        for change in changes {
            if let error = stage(change, &staged, &madeFolders) {
                staged.forEach { _ = files.removeFile($0.temporary) }
                madeFolders.reversed().forEach { _ = files.removeFolder($0) }
                return Diagnostic(
                    id: "unwritable-output", summary: error.summary, help: "nothing was written")
            }
        }
        return putInPlace(staged, removing: plan.changes.filter { $0.kind == .removed })
    }

    /// Writes a new content beside its place, with the permissions of the file it replaces.
    private func stage(
        _ change: OutputChange, _ staged: inout [Staged], _ madeFolders: inout [String]
    ) -> FileError? {
        let path = change.path.below(folder)
        switch files.makeFolders(parentPath(of: path)) {
        case .success(let made): madeFolders += made
        case .failure(let error): return error
        }
        var permissions: UInt32?
        if case .success(let status) = files.status(of: path), status.kind == .file {
            permissions = status.permissions
        }
        let temporary = joinedPath(parentPath(of: path), "." + change.path.name + Self.suffix)
        var error = files.create(temporary, bytes: change.new ?? [], permissions: permissions)
        if error?.reason == .exists {
            // Only a run that was killed leaves it there, for the folder is locked.
            error =
                files.removeFile(temporary)
                ?? files.create(temporary, bytes: change.new ?? [], permissions: permissions)
        }
        if let error { return FileError(.write, path, error.reason) }
        staged.append(Staged(target: change.path, temporary: temporary))
        return nil
    }

    /// Moves what waits to its place, the manifest last, after what goes is gone.
    private func putInPlace(_ staged: [Staged], removing removed: [OutputChange]) -> Diagnostic? {
        var waiting = staged[...]
        var error: FileError?
        func place(while condition: (Staged) -> Bool) {
            while error == nil, let next = waiting.first, condition(next) {
                error = files.move(next.temporary, to: next.target.below(folder))
                if error == nil { waiting.removeFirst() }
            }
        }
        place { $0.target.text != Manifest.path }
        for change in removed where error == nil {
            error = files.removeFile(change.path.below(folder))
            if error == nil { removeEmptyFolders(above: change.path) }
        }
        place { _ in true }
        guard let error else { return nil }
        waiting.forEach { _ = files.removeFile($0.temporary) }
        let done = staged.count - waiting.count
        return Diagnostic(
            id: "unwritable-output", summary: error.summary,
            notes: done == 0
                ? [] : [Diagnostic.Note("\(done) of \(staged.count) files had taken their places")],
            help: done == 0
                ? "nothing was written" : "mend that and render again; what is in place is recognised")
    }

    /// Removes the folders that held a file and hold nothing any more, innermost first.
    private func removeEmptyFolders(above path: RelativePath) {
        for parent in path.folders.reversed() {
            if files.removeFolder(parent.below(folder)) != nil { return }
        }
    }
}
