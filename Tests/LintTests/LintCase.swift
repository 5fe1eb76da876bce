import Diagnostics
import Foundation
import Lint
import Terraform

/// A folder with a root module that a test looks at.
struct LintCase {
    /// What was found, and the texts it points into.
    let result: LintResult
    let sources: SourceMap

    /// Lints a folder on disk.
    init(
        _ root: String, options: LintOptions = LintOptions(), variableFiles: [VariableFile] = [],
        rendered: RenderRecord? = nil, edit: @escaping (String, [UInt8]) -> [UInt8] = { $1 }
    ) {
        var sources = SourceMap()
        result = Linter(options: options).lint(
            "", variableFiles: variableFiles, rendered: rendered ?? Self.record(in: root), into: &sources,
            folder: Self.reader(below: root, edit: edit))
        self.sources = sources
    }

    /// Lints texts by path.
    init(_ files: [String: String], options: LintOptions = LintOptions()) {
        var sources = SourceMap()
        result = Linter(options: options).lint("", into: &sources, folder: Self.reader(of: files))
        self.sources = sources
    }

    /// The `*.tfvars` files of a folder: `terraform.tfvars` for all environments, `environments/NAME.tfvars` for one.
    static func variableFiles(in root: String) throws -> [VariableFile] {
        var files: [VariableFile] = []
        if let bytes = FileManager.default.contents(atPath: root + "/terraform.tfvars") {
            files.append(VariableFile(path: "terraform.tfvars", bytes: [UInt8](bytes)))
        }
        let folder = root + "/environments"
        for name in ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() {
            let bytes = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
            let environment = String(name.prefix { $0 != "." })
            files.append(
                VariableFile(path: "environments/" + name, bytes: [UInt8](bytes), environment: environment))
        }
        return files
    }

    /// What the manifest of a folder says: fixtures write down what a manifest would tell, a line a file.
    static func record(in root: String) -> RenderRecord? {
        let manifest = root + "/.infragen/manifest.json"
        guard FileManager.default.fileExists(atPath: manifest) else { return nil }
        let lines = (try? String(contentsOfFile: root + "/.infragen/differences", encoding: .utf8)) ?? ""
        let differences = lines.split(separator: "\n").compactMap { line -> RenderRecord.Difference? in
            let words = line.split(separator: " ")
            guard words.count == 2, let kind = RenderRecord.Difference.Kind(rawValue: String(words[0])) else {
                return nil
            }
            return RenderRecord.Difference(path: String(words[1]), kind: kind)
        }
        return RenderRecord(differences: differences)
    }

    /// The line of a diagnostic as `file:line: id`.
    func place(of diagnostic: Diagnostic) -> String {
        guard let range = diagnostic.subject else { return "\(diagnostic.path ?? ""): \(diagnostic.id)" }
        let file = sources[range.file]
        return "\(file.path):\(file.position(at: Int(range.start)).line): \(diagnostic.id)"
    }

    /// The lines of all diagnostics.
    var places: [String] { result.diagnostics.map(place) }

    /// All diagnostics as a user reads them.
    var text: String { result.diagnostics.map { $0.text(in: sources) }.joined() }

    private static func reader(
        below root: String, edit: @escaping (String, [UInt8]) -> [UInt8]
    ) -> (String) -> ModuleFolder? {
        { path in
            let folder = path.isEmpty ? root : root + "/" + path
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return nil }
            let files = names.filter(ModuleFolder.isConfigFile).sorted().compactMap { name in
                FileManager.default.contents(atPath: folder + "/" + name).map {
                    ModuleFolder.File(name: name, bytes: edit(folder + "/" + name, [UInt8]($0)))
                }
            }
            let identity = URL(fileURLWithPath: folder).resolvingSymlinksInPath().standardizedFileURL.path
            return ModuleFolder(identity: identity, path: path, files: files)
        }
    }

    static func reader(of files: [String: String]) -> (String) -> ModuleFolder? {
        { path in
            let prefix = path.isEmpty ? "" : path + "/"
            let found = files.filter {
                $0.key.hasPrefix(prefix) && !$0.key.dropFirst(prefix.count).contains("/")
            }
            guard !found.isEmpty else { return nil }
            let folderFiles = found.map { path, text in
                ModuleFolder.File(name: String(path.dropFirst(prefix.count)), bytes: Array(text.utf8))
            }
            return ModuleFolder(identity: path, path: path, files: folderFiles)
        }
    }
}
