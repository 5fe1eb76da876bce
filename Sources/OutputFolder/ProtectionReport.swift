import Diagnostics
import Files

/// Tells which files are not touched, why, and what to do.
enum ProtectionReport {
    /// One diagnostic for every kind of protection among the changes; none for what force overcomes.
    static func diagnostics(for changes: [OutputChange], in folder: String, isForced: Bool) -> [Diagnostic] {
        let standing = changes.filter { $0.protection.map { !(isForced && $0.yieldsToForce) } ?? false }
        let edited = standing.filter { $0.protection == .editedByHand }
        let foreign = standing.filter { $0.protection == .foreignFile }
        var diagnostics = [editedFiles(edited, folder), foreignFiles(foreign, folder)].compactMap { $0 }
        for change in standing {
            if let protection = change.protection, let told = single(change, protection, folder) {
                diagnostics.append(told)
            }
        }
        return diagnostics
    }

    private static func editedFiles(_ changes: [OutputChange], _ folder: String) -> Diagnostic? {
        guard let first = changes.first else { return nil }
        let summary =
            changes.count == 1
            ? "\"\(first.path.below(folder))\" was changed by hand since infragen wrote it"
            : "\(changes.count) files were changed by hand since infragen wrote them"
        let own = joinedPath(parentPath(of: first.path.below(folder)), "NAME.local.tf")
        return Diagnostic(
            id: "edited-file", summary: summary, notes: notes(on: changes, folder, always: changes.count > 1),
            help: "move the change into a file of your own (\(own)), into the spec, or into a template "
                + "(--templates DIR); --force gives it up")
    }

    private static func foreignFiles(_ changes: [OutputChange], _ folder: String) -> Diagnostic? {
        guard let first = changes.first else { return nil }
        let summary =
            changes.count == 1
            ? "\"\(first.path.below(folder))\" is in the way: infragen did not write it"
            : "\(changes.count) files are in the way: infragen did not write them"
        return Diagnostic(
            id: "foreign-file", summary: summary,
            notes: notes(on: changes, folder, always: changes.count > 1),
            help: "move or rename what you need (NAME.local.tf is never touched), or choose another folder "
                + "(--out DIR); --force overwrites it")
    }

    /// The paths, and what else is to be seen in the files.
    private static func notes(on changes: [OutputChange], _ folder: String, always: Bool) -> [Diagnostic.Note]
    {
        changes.compactMap { change in
            var remarks: [String] = []
            if change.kind == .removed { remarks.append("no longer rendered: --force removes it") }
            if holdsConflict(change.old ?? []) { remarks.append("holds the marks of a merge conflict") }
            if remarks.isEmpty, !always { return nil }
            let remark = remarks.isEmpty ? "" : " (" + remarks.joined(separator: "; ") + ")"
            return Diagnostic.Note(change.path.below(folder) + remark)
        }
    }

    private static func holdsConflict(_ bytes: [UInt8]) -> Bool {
        UnifiedDiff.lines(of: bytes).contains { $0.starts(with: "<<<<<<< ".utf8) }
    }

    /// What stands in the way and is no plain file.
    private static func single(_ change: OutputChange, _ protection: Protection, _ folder: String)
        -> Diagnostic?
    {
        let place = change.path.below(folder)
        switch protection {
        case .editedByHand, .foreignFile: return nil
        case .link:
            return Diagnostic(
                id: "link-in-output",
                summary: "\"\(place)\" is a link, and infragen follows no link out of its folder",
                help: "remove the link; --force puts a file in its place")
        case .notAFile(let kind):
            return Diagnostic(
                id: "blocked-path", summary: "\"\(place)\" is a \(word(kind)), where a file is to be written",
                help: "move it away")
        case .blockedFolder(let parent, let kind):
            return Diagnostic(
                id: kind == .link ? "link-in-output" : "blocked-path",
                summary:
                    "\"\(parent.below(folder))\" is a \(word(kind)), where a folder has to be for \"\(place)\"",
                help: "move it away")
        case .unreadable(let error):
            return Diagnostic(
                id: "unreadable-file", summary: error.summary,
                help: "mend its permissions; infragen writes over nothing that it cannot compare")
        }
    }

    private static func word(_ kind: FileKind) -> String {
        kind == .special ? "pipe or device" : kind.rawValue
    }
}
