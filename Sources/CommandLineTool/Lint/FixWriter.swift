import Diagnostics
import Files

/// Applies the fixes that cannot go wrong.
struct FixWriter {
    let files: any FileSystem

    /// The folder that the paths of the diagnostics start from.
    let base: String

    /// How many edits were made, and what could not be written.
    private(set) var count = 0
    private(set) var diagnostics: [Diagnostic] = []

    init(files: any FileSystem, base: String) {
        self.files = files
        self.base = base
    }

    /// Writes every file that a safe fix changes.
    mutating func apply(_ found: [Diagnostic], in sources: SourceMap) {
        var edits: [String: [Fix.Edit]] = [:]
        for diagnostic in found {
            guard let fix = diagnostic.fix, fix.applicability == .safe else { continue }
            for edit in fix.edits { edits[sources[edit.range.file].path, default: []].append(edit) }
        }
        for (path, edits) in edits.sorted(by: { $0.key < $1.key }) {
            guard let file = edits.first?.range.file else { continue }
            let bytes = edited(sources[file].bytes, edits)
            if let error = files.write(bytes, to: joinedPath(base, path)) {
                diagnostics.append(Diagnostic(id: "unwritable-file", summary: error.summary))
            }
        }
    }

    /// The text with the edits made from the end on; of two that overlap the first stands.
    private mutating func edited(_ bytes: [UInt8], _ edits: [Fix.Edit]) -> [UInt8] {
        var taken: [Fix.Edit] = []
        for edit in edits.sorted(by: { $0.range.start < $1.range.start }) {
            if let last = taken.last, edit.range.start < last.range.end { continue }
            taken.append(edit)
        }
        count += taken.count
        var bytes = bytes
        for edit in taken.reversed() {
            bytes.replaceSubrange(edit.range.bytes, with: Array(edit.replacement.utf8))
        }
        return bytes
    }
}
