import Diagnostics
public import Files

/// The folder that a rendered tree is written to.
///
/// Named so because a type with the name of its module cannot be reached from outside.
public struct OutputWriter {
    private let files: any FileSystem

    /// The folder as the user knows it.
    public let folder: String

    /// Makes a writer for a folder, which need not exist.
    public init(files: any FileSystem, folder: String) {
        self.files = files
        self.folder = folder
    }

    /// What writing the tree would do; changes nothing.
    public func check(_ tree: [OutputFile]) -> OutputPlan {
        if let blocked { return blocked }
        var plan = OutputPlan(changes: [], surplus: [], diagnostics: [], manifest: Manifest())
        let look = { plan = OutputPlanner.plan(for: tree, in: folder, of: files) }
        if files.exists(folder) {
            // Another infragen may be writing: look when it is done.
            if case .failure(let error) = files.withLock(on: folder, look) { return failed(error) }
        } else {
            look()
        }
        // What cannot be read can be neither in step nor out of it.
        let unreadable = plan.changes.filter { if case .unreadable? = $0.protection { true } else { false } }
        plan.diagnostics += ProtectionReport.diagnostics(for: unreadable, in: folder, isForced: false)
        return plan
    }

    /// Writes the tree: all of it, or nothing when its diagnostics hold an error.
    ///
    /// New contents are first written beside the files they replace, so that a full disk shows itself before any
    /// file has changed; then they take their places, and what is no longer rendered goes. The manifest comes
    /// last: a run that is cut short leaves files that the next one recognises as rendered.
    /// - Parameters:
    ///   - tree: Every file.
    ///   - force: Whether hand edits, foreign files and links in the way are given up.
    /// - Returns: What was done; its diagnostics say what stood in the way.
    public func write(_ tree: [OutputFile], force: Bool) -> OutputPlan {
        if let blocked { return blocked }
        switch files.makeFolders(folder) {
        case .failure(let error): return failed(error)
        case .success(let made):
            let result = files.withLock(on: folder) { () -> OutputPlan in
                var plan = OutputPlanner.plan(for: tree, in: folder, of: files)
                plan.diagnostics += ProtectionReport.diagnostics(
                    for: plan.changes, in: folder, isForced: force)
                if plan.diagnostics.hasErrors { return plan }
                if let error = OutputTransaction(files: files, folder: folder).carryOut(plan) {
                    plan.diagnostics.append(error)
                }
                return plan
            }
            let plan =
                switch result {
                case .success(let written): written
                case .failure(let error): failed(error)
                }
            // Whoever could not write leaves no empty folder behind; one that holds something stays anyway.
            if plan.diagnostics.hasErrors { made.reversed().forEach { _ = files.removeFolder($0) } }
            return plan
        }
    }

    /// The plan that says so when something else than a folder stands in the folder's place.
    private var blocked: OutputPlan? {
        guard files.exists(folder), !files.isFolder(folder) else { return nil }
        return failed(
            Diagnostic(
                id: "blocked-path", summary: "the output folder \"\(folder)\" is not a folder",
                help: "move what stands there, or choose another folder (--out DIR)"))
    }

    private func failed(_ error: FileError) -> OutputPlan {
        failed(Diagnostic(id: "unwritable-output", summary: error.summary, help: "nothing was written"))
    }

    private func failed(_ diagnostic: Diagnostic) -> OutputPlan {
        OutputPlan(changes: [], surplus: [], diagnostics: [diagnostic], manifest: Manifest())
    }
}
