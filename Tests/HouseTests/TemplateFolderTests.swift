import Foundation
import TemplateLibrary
import Testing

/// What every folder below `Templates/` has to be like.
@Suite struct TemplateFolderTests {
    static let folder = SwiftSource.root + "/Templates"

    /// Every file below `Templates/` that is not hidden, by its path there.
    static func filesOnDisk() throws -> [String: String] {
        var files: [String: String] = [:]
        let walker = FileManager.default.enumerator(atPath: folder)
        for case let path as String in walker ?? .init() {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder) else {
                continue
            }
            let isHidden = path.split(separator: "/").last?.hasPrefix(".") ?? false
            if isFolder.boolValue || isHidden { continue }
            files[path] = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
        }
        return files
    }

    @Test func embeddedTemplatesEqualTheFolder() throws {
        let onDisk = try Self.filesOnDisk()
        let embedded = Dictionary(ShippedTemplates.files.map { ($0.path, $0.text) }) { first, _ in first }
        let paths = Set(onDisk.keys).symmetricDifference(embedded.keys)
        #expect(paths.isEmpty, "the program has other templates than Templates/: run `make build`")
        for (path, text) in onDisk where embedded[path] != nil {
            if embedded[path] != text { Issue.record("\(path) has changed: run `make build`") }
        }
        let sorted = ShippedTemplates.files.map(\.path)
        #expect(sorted == sorted.sorted())
    }

    /// The folders with a module.json.
    static let modules = ShippedTemplates.files.map(\.path).filter { $0.hasSuffix("/module.json") }
        .map { String($0.dropLast("/module.json".count)) }

    @Test(arguments: modules)
    func moduleIsWhole(name: String) throws {
        let files = Dictionary(ShippedTemplates.files.map { ($0.path, $0.text) }) { first, _ in first }
        let text = try #require(files[name + "/module.json"])
        let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let manifest = try #require(json, "\(name)/module.json is no object")
        for key in ["purpose", "section", "when", "folder"] {
            #expect(manifest[key] is String, "\(name)/module.json lacks \"\(key)\"")
        }
        let known: Set = ["for_tree", "purpose", "section", "when", "folder", "files"]
        #expect(
            Set(manifest.keys).subtracting(known).isEmpty, "\(name)/module.json has a key that nobody reads")
        let purpose = manifest["purpose"] as? String ?? ""
        #expect(purpose.hasSuffix("."), "\(name)/module.json: the purpose is a sentence with a full stop")
        guard (manifest["folder"] as? String)?.hasPrefix("modules/") == true else { return }
        for file in ["main", "variables", "outputs", "terraform"] {
            #expect(files["\(name)/\(file).tf.tmpl"] != nil, "\(name)/\(file).tf.tmpl is missing")
        }
    }

    /// Folders that hold parts of others, or the texts of `infragen init`.
    static let foldersWithoutModule: Set = ["_shared", "scaffold"]

    @Test func everyFolderHasItsModuleFile() {
        let folders = Set(
            ShippedTemplates.files.map(\.path).compactMap { path in
                path.split(separator: "/").count > 1 ? path.split(separator: "/").first.map(String.init) : nil
            })
        let missing = folders.subtracting(Self.modules).subtracting(Self.foldersWithoutModule)
        #expect(missing.isEmpty, "a folder of Templates/ needs a module.json: \(missing.sorted())")
    }
}
