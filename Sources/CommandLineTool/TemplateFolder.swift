import Files
import OutputFolder

/// A folder of templates that the user brings along.
enum TemplateFolder {
    /// Every template and `module.json` below a folder, by its path there; hidden files are passed over.
    static func files(below folder: String, in files: any FileSystem) -> Result<[OutputFile], FileError> {
        var found: [OutputFile] = []
        var waiting: [(path: String, relative: String)] = [(folder, "")]
        while let next = waiting.popLast() {
            let entries: [FolderEntry]
            switch files.entries(of: next.path) {
            case .failure(let error): return .failure(error)
            case .success(let list): entries = list
            }
            for entry in entries where !entry.name.hasPrefix(".") {
                let path = joinedPath(next.path, entry.name)
                let relative = joinedPath(next.relative, entry.name)
                if entry.kind == .folder {
                    waiting.append((path, relative))
                } else if entry.name.hasSuffix(".tmpl") || entry.name == "module.json" {
                    switch files.read(path) {
                    case .success(let bytes): found.append(OutputFile(path: relative, bytes: bytes))
                    case .failure(let error): return .failure(error)
                    }
                }
            }
        }
        return .success(found.sorted { $0.path < $1.path })
    }
}
