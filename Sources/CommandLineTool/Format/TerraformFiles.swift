import Diagnostics
import Files

/// The Terraform files among the paths that a user names.
struct TerraformFiles {
    let files: any FileSystem

    /// Every file, in the order in which it was found, each once.
    private(set) var paths: [String] = []

    /// What could not be read.
    private(set) var diagnostics: [Diagnostic] = []

    private var found: Set<String> = []

    /// The endings of files that Terraform formats.
    private static let endings = [".tf", ".tfvars", ".tftest.hcl", ".tfmock.hcl"]

    init(files: any FileSystem) { self.files = files }

    /// Adds a file, or the Terraform files of a folder and of the folders below it, by name.
    mutating func find(_ path: String) {
        if files.isFolder(path) { return search(path) }
        if path.hasSuffix(".json") {
            diagnostics.append(
                Diagnostic(
                    id: "json-file", summary: "\"\(path)\" is JSON, which has no canonical form in Terraform",
                    help: "name a file of HCL's native syntax"))
            return
        }
        add(path)
    }

    private mutating func search(_ folder: String) {
        switch files.entries(of: folder) {
        case .failure(let error):
            diagnostics.append(Diagnostic(id: "unreadable-folder", summary: error.summary))
        case .success(let entries):
            // As Terraform does, hidden names are passed over and links to folders are not followed.
            for entry in entries where !entry.name.hasPrefix(".") {
                let path = joinedPath(folder, entry.name)
                if entry.kind == .folder {
                    search(path)
                } else if Self.endings.contains(where: entry.name.hasSuffix), isFile(entry, at: path) {
                    add(path)
                }
            }
        }
    }

    /// Whether a name stands for a file; a link that leads nowhere does, so that reading it tells.
    private func isFile(_ entry: FolderEntry, at path: String) -> Bool {
        entry.kind == .file || entry.kind == .link && !files.isFolder(path)
    }

    private mutating func add(_ path: String) {
        if found.insert(path).inserted { paths.append(path) }
    }
}
