import Diagnostics
import Files
import OutputFolder

/// What `render` tells about a folder.
struct RenderReport {
    let job: RenderJob
    let console: Console
    let isQuiet: Bool

    // MARK: After writing

    /// One line a file that was written or removed, and a summary.
    func written(_ plan: OutputPlan, milliseconds: Double) -> ExitCode {
        if plan.diagnostics.hasErrors {
            console.report(plan.diagnostics)
            return .failed
        }
        if !isQuiet {
            for change in plan.changes where change.kind != .unchanged { console.print(line(for: change)) }
            console.print("\(job.folder): \(counts(of: plan)) in \(Self.time(milliseconds))")
        }
        console.report(plan.diagnostics + surplus(plan))
        return .done
    }

    private func line(for change: OutputChange) -> String {
        let (word, colour) =
            switch change.kind {
            case .added: ("added    ", "32")
            case .changed: ("changed  ", "33")
            case .removed: ("removed  ", "31")
            case .unchanged: ("unchanged", "0")
            }
        let note = change.protection == nil ? "" : " (by force)"
        let start = console.coloursOutput ? "\u{1B}[\(colour)m\(word)\u{1B}[0m" : word
        return "\(start) \(change.path.below(job.folder))\(note)"
    }

    private func counts(of plan: OutputPlan) -> String {
        let parts = [OutputChange.Kind.added, .changed, .removed, .unchanged].compactMap { kind in
            plan.count(kind) == 0 ? nil : "\(plan.count(kind)) \(kind)"
        }
        return parts.isEmpty ? "no files" : parts.joined(separator: ", ")
    }

    private func surplus(_ plan: OutputPlan) -> [Diagnostic] {
        plan.surplus.map { path in
            Diagnostic(
                id: "surplus-file", severity: .warning,
                summary: "\"\(path.below(job.folder))\" is not rendered, but Terraform reads it along",
                help: "name it *.local.tf if it belongs there, or move it away")
        }
    }

    // MARK: After a check

    /// The difference, and what to do about it.
    func check(_ plan: OutputPlan, milliseconds: Double) -> ExitCode {
        if plan.diagnostics.hasErrors {
            console.report(plan.diagnostics)
            return .failed
        }
        if plan.isInSync {
            console.report(plan.diagnostics)
            let count = counted(plan.changes.count, "file")
            if !isQuiet {
                console.print(
                    "\(job.folder): in step with \(job.specPath), \(count) in \(Self.time(milliseconds))")
            }
            return .done
        }
        if !isQuiet { showDifferences(plan) }
        console.report(plan.diagnostics + [outOfDate(plan)])
        return .outOfDate
    }

    private func showDifferences(_ plan: OutputPlan) {
        var changes = plan.changes.filter { $0.kind != .unchanged }
        // The manifest follows the files; on its own it is the difference.
        if changes.isEmpty, let manifest = plan.manifestChange { changes.append(manifest) }
        for change in changes where Self.isText(change) {
            let bytes = UnifiedDiff.bytes(
                from: change.old, to: change.new, path: change.path.below(job.folder))
            console.writeDifference(bytes)
        }
    }

    /// Whether there are two texts to compare; what is no file has none.
    private static func isText(_ change: OutputChange) -> Bool {
        switch change.protection {
        case nil, .editedByHand, .foreignFile: true
        default: false
        }
    }

    private func outOfDate(_ plan: OutputPlan) -> Diagnostic {
        var counts = [(plan.count(.added), "missing"), (plan.count(.changed), "different")]
        counts += [(plan.count(.removed), "no longer rendered"), (plan.surplus.count, "surplus")]
        var parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        if parts.isEmpty { parts = ["the manifest is not up to date"] }
        var notes: [Diagnostic.Note] = []
        for change in plan.changes {
            guard let remark = change.protection.map(remark) else { continue }
            notes.append(Diagnostic.Note("\"\(change.path.below(job.folder))\" \(remark)"))
        }
        notes += plan.surplus.map { path in
            Diagnostic.Note("\"\(path.below(job.folder))\" is not rendered, but Terraform reads it along")
        }
        return Diagnostic(
            id: "tree-out-of-date",
            summary: "\"\(job.folder)\" is not what \"\(job.specPath)\" says: "
                + parts.joined(separator: ", "),
            notes: notes,
            help: "run `\(job.renderCommand)` and commit what it changes" + Self.remark(on: plan))
    }

    private func remark(_ protection: Protection) -> String {
        switch protection {
        case .editedByHand: "was changed by hand"
        case .foreignFile: "was not written by infragen"
        case .link: "is a link"
        case .notAFile: "is no file"
        case .blockedFolder(let folder, _):
            "has to stand in \"\(folder.below(job.folder))\", which is no folder"
        case .unreadable: "cannot be read"
        }
    }

    private static func remark(on plan: OutputPlan) -> String {
        let isProtected = plan.changes.contains { $0.protection != nil }
        return isProtected ? "; it tells what can become of changes made by hand" : ""
    }

    /// A time with as many digits as say something.
    private static func time(_ milliseconds: Double) -> String {
        if milliseconds >= 10 { return "\(Int(milliseconds.rounded())) ms" }
        let tenths = Int((milliseconds * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
