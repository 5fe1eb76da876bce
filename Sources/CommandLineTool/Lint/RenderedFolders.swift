import Files
import Lint
import OutputFolder

/// Tells which folders infragen rendered.
struct RenderedFolders {
    private let base: String
    private let files: any FileSystem
    private let isRendered: Bool

    /// What was found out, by the path of the folder.
    private var known: [String: RenderRecord?] = [:]

    init(_ base: String, files: any FileSystem, isRendered: Bool) {
        self.base = base
        self.files = files
        self.isRendered = isRendered
    }

    /// What the manifest in a folder, or in one around it, says; nil where infragen did not render it.
    mutating func record(around folder: String) -> RenderRecord? {
        if isRendered { return RenderRecord() }
        var folder = folder
        while true {
            if let record = record(in: folder) { return record }
            if folder.isEmpty || folder == "." || folder.hasPrefix("..") { return nil }
            let parent = parentPath(of: folder)
            folder = parent == "." ? "" : parent
        }
    }

    private mutating func record(in folder: String) -> RenderRecord? {
        if let record = known[folder] { return record }
        let rendered = RenderedFolder(joinedPath(base, folder), of: files)
        let record = rendered.map { rendered in
            RenderRecord(
                differences: rendered.differences.map { difference in
                    let path = joinedPath(folder, difference.path.text)
                    switch difference.kind {
                    case .missing: return RenderRecord.Difference(path: path, kind: .missing)
                    case .changed: return RenderRecord.Difference(path: path, kind: .changed)
                    case .surplus: return RenderRecord.Difference(path: path, kind: .surplus)
                    }
                })
        }
        known[folder] = record
        return record
    }
}
