import Foundation
import Terraform

/// Reads modules from disk for tests.
enum FolderReader {
    /// A function for `ModuleTree.read` that sees the folders below a root.
    static func below(_ root: String) -> (String) -> ModuleFolder? {
        { path in
            let folder = path.isEmpty ? root : root + "/" + path
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return nil }
            let files = names.filter(ModuleFolder.isConfigFile).sorted().compactMap { name in
                FileManager.default.contents(atPath: folder + "/" + name).map {
                    ModuleFolder.File(name: name, bytes: [UInt8]($0))
                }
            }
            let identity = URL(fileURLWithPath: folder).resolvingSymlinksInPath().standardizedFileURL.path
            return ModuleFolder(identity: identity, path: path, files: files)
        }
    }

    /// A function for `ModuleTree.read` that sees files given as `path: text`.
    static func memory(_ files: [String: String]) -> (String) -> ModuleFolder? {
        { path in
            let prefix = path.isEmpty ? "" : path + "/"
            let names = files.keys.filter {
                $0.hasPrefix(prefix) && !$0.dropFirst(prefix.count).contains("/")
            }
            if names.isEmpty { return nil }
            let found = names.map {
                ModuleFolder.File(
                    name: String($0.dropFirst(prefix.count)), bytes: Array((files[$0] ?? "").utf8))
            }
            return ModuleFolder(identity: path, path: path, files: found)
        }
    }
}
