import Diagnostics
import Files

/// Compares a rendered tree with the folder that it goes to.
struct OutputPlanner {
    let files: any FileSystem

    /// The output folder as the user knows it.
    let folder: String

    private var manifest = Manifest()
    private var plan = OutputPlan(changes: [], surplus: [], diagnostics: [], manifest: Manifest())

    /// Folders of the output folder that were looked at: nil for one that is a folder or is missing.
    private var blockades: [RelativePath: FileKind?] = [:]

    init(files: any FileSystem, folder: String) {
        self.files = files
        self.folder = folder
    }

    /// The plan for a tree.
    static func plan(for tree: [OutputFile], in folder: String, of files: any FileSystem) -> OutputPlan {
        var planner = OutputPlanner(files: files, folder: folder)
        let rendered = planner.checked(tree)
        planner.readManifest()
        if planner.plan.diagnostics.hasErrors { return planner.plan }

        var digests: [RelativePath: String] = [:]
        for (path, bytes) in rendered {
            planner.compare(path, bytes)
            digests[path] = SHA256(bytes).hexadecimal
        }
        for path in planner.manifest.paths where rendered[path] == nil { planner.lookAtRest(path) }
        planner.plan.changes.sort { $0.path < $1.path }
        planner.findSurplus(in: Set(rendered.keys.map(\.parent)), rendered: Set(rendered.keys))
        planner.plan.manifest = Manifest(digests)
        planner.compareManifest()
        return planner.plan
    }

    /// The tree by path; a path that leaves the folder or is there twice is an error.
    private mutating func checked(_ tree: [OutputFile]) -> [RelativePath: [UInt8]] {
        var bytesByPath: [RelativePath: [UInt8]] = [:]
        for file in tree {
            guard let path = RelativePath(file.path), path.text != Manifest.path else {
                report("illegal-output-path", "\"\(file.path)\" cannot be a file of the output folder")
                continue
            }
            if bytesByPath.updateValue(file.bytes, forKey: path) != nil {
                report("repeated-output-path", "\"\(file.path)\" is rendered twice")
            }
        }
        for path in bytesByPath.keys.sorted() {
            for folder in path.folders where bytesByPath[folder] != nil {
                report("repeated-output-path", "\"\(folder)\" is rendered as a file and as a folder")
            }
        }
        return bytesByPath
    }

    private mutating func report(_ id: String, _ summary: String) {
        plan.diagnostics.append(
            Diagnostic(
                id: id, summary: summary, path: folder,
                help: "change the `folder` or the name of the template"))
    }

    private mutating func readManifest() {
        guard let path = RelativePath(Manifest.path) else { return }
        let place = path.below(folder)
        if let protection = blockade(of: path) ?? self.protection(ofPlace: path) {
            let change = OutputChange(path: path, kind: .changed, protection: protection)
            for var blocked in ProtectionReport.diagnostics(for: [change], in: folder, isForced: false) {
                // Not even force writes a manifest through a link.
                blocked.help = "move it away"
                plan.diagnostics.append(blocked)
            }
            return
        }
        guard case .success(.file?) = files.kind(of: place) else { return }
        switch files.read(place) {
        case .success(let bytes):
            let (manifest, diagnostics) = Manifest.read(bytes, path: place)
            self.manifest = manifest
            plan.diagnostics += diagnostics
        case .failure(let error):
            plan.diagnostics.append(Diagnostic(id: "unreadable-file", summary: error.summary))
        }
    }

    /// Compares one rendered file with what stands in its place.
    private mutating func compare(_ path: RelativePath, _ new: [UInt8]) {
        if let protection = blockade(of: path) ?? protection(ofPlace: path) {
            plan.changes.append(OutputChange(path: path, kind: .changed, new: new, protection: protection))
            return
        }
        switch files.read(path.below(folder)) {
        case .success(let old) where old == new:
            plan.changes.append(OutputChange(path: path, kind: .unchanged, old: old, new: new))
        case .success(let old):
            plan.changes.append(
                OutputChange(path: path, kind: .changed, old: old, new: new, protection: claim(path, old)))
        case .failure(let error) where error.reason == .notFound:
            plan.changes.append(OutputChange(path: path, kind: .added, new: new))
        case .failure(let error):
            plan.changes.append(
                OutputChange(path: path, kind: .changed, new: new, protection: .unreadable(error)))
        }
    }

    /// Looks at a file that infragen wrote once and renders no longer.
    private mutating func lookAtRest(_ path: RelativePath) {
        // What is no file any more, or lies behind a link, is not ours to remove.
        if blockade(of: path) != nil || protection(ofPlace: path) != nil { return }
        switch files.read(path.below(folder)) {
        case .success(let old):
            plan.changes.append(
                OutputChange(path: path, kind: .removed, old: old, protection: claim(path, old)))
        case .failure(let error) where error.reason == .notFound: return
        case .failure(let error):
            plan.changes.append(OutputChange(path: path, kind: .removed, protection: .unreadable(error)))
        }
    }

    /// Whose file it is; nil when infragen wrote exactly this.
    private func claim(_ path: RelativePath, _ bytes: [UInt8]) -> Protection? {
        if manifest.owns(path, SHA256(bytes).hexadecimal) { return nil }
        return manifest.digestsByPath[path] == nil ? .foreignFile : .editedByHand
    }

    /// What stands in the place of a file and is none.
    private func protection(ofPlace path: RelativePath) -> Protection? {
        guard case .success(let status) = files.status(of: path.below(folder)) else { return nil }
        switch status.kind {
        case .file: return nil
        case .link: return .link
        case .folder, .special: return .notAFile(status.kind)
        }
    }

    /// The first folder on the way to a file that is a link or no folder at all.
    private mutating func blockade(of path: RelativePath) -> Protection? {
        for parent in path.folders {
            let found: FileKind?
            if let known = blockades[parent] {
                found = known
            } else {
                let kind = try? files.kind(of: parent.below(folder)).get()
                found = kind == .folder ? nil : kind
                blockades[parent] = .some(found)
            }
            if let found { return .blockedFolder(parent, found) }
        }
        return nil
    }

    /// Finds files that Terraform reads and nobody rendered, in the folders that were rendered into.
    private mutating func findSurplus(in folders: Set<RelativePath?>, rendered: Set<RelativePath>) {
        let known = rendered.union(manifest.paths)
        for parent in folders {
            if let parent, blockades[parent] != .some(nil) { continue }
            let place = parent?.below(folder) ?? folder
            guard case .success(let entries) = files.entries(of: place) else { continue }
            for entry in entries where entry.kind != .folder && Self.isReadByTerraform(entry.name) {
                let name = (parent.map { $0.text + "/" } ?? "") + entry.name
                if let path = RelativePath(name), !known.contains(path) { plan.surplus.append(path) }
            }
        }
        plan.surplus.sort()
    }

    /// Whether Terraform reads a file of this name as part of the module, and it is not marked as local.
    static func isReadByTerraform(_ name: String) -> Bool {
        let isConfiguration = [".tf", ".tf.json", ".tftest.hcl", ".tftest.json"].contains {
            name.hasSuffix($0)
        }
        return isConfiguration && !name.hasPrefix(".") && !name.contains(".local.")
    }

    private mutating func compareManifest() {
        guard let path = RelativePath(Manifest.path) else { return }
        let new = plan.manifest.bytes
        let old = try? files.read(path.below(folder)).get()
        if old == new { return }
        plan.manifestChange = OutputChange(
            path: path, kind: old == nil ? .added : .changed, old: old, new: new)
    }
}
