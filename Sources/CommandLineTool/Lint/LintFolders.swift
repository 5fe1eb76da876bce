import Diagnostics
import Files
import Lint
import Terraform

/// The folder that is linted, and those around it that its modules lead to.
final class LintFolders {
    /// What is read at most of one file.
    private static let fileLimit = 64 << 20

    /// How deep folders are looked into for further roots.
    private static let maximumDepth = 32

    private let files: any FileSystem
    private let base: String

    /// The base without links, and the folder that modules must not leave: the repository, where there is one.
    private let resolvedBase: String
    private let boundary: String?

    /// The folders that were read, by their path.
    private var known: [String: ModuleFolder?] = [:]

    /// Whether a link, or a source that climbs out, kept something from being read.
    private(set) var hasBlockedPaths = false

    /// Nil for a folder that is not there.
    init?(_ base: String, files: any FileSystem) {
        self.files = files
        self.base = base
        guard case .success(let resolved) = files.resolvedPath(of: base), files.isFolder(base) else {
            return nil
        }
        resolvedBase = resolved
        boundary = Self.repository(of: resolved, files)
    }

    private static func repository(of folder: String, _ files: any FileSystem) -> String? {
        var folder = folder
        while true {
            if files.exists(joinedPath(folder, ".git")) { return folder }
            let parent = parentPath(of: folder)
            if parent == folder || folder == "/" { return nil }
            folder = parent
        }
    }

    // MARK: - Modules

    /// What stands in a folder, by its path below the base; nil where there is none, or where it must not be read.
    func folder(_ path: String) -> ModuleFolder? {
        if let folder = known[path] { return folder }
        let folder = read(path)
        known[path] = folder
        return folder
    }

    private func read(_ path: String) -> ModuleFolder? {
        let place = joinedPath(base, path)
        let identity: String
        switch files.resolvedPath(of: place) {
        case .success(let resolved): identity = resolved
        case .failure(let error):
            if error.reason == .linkLoop || path.hasPrefix("..") { hasBlockedPaths = true }
            return nil
        }
        guard files.isFolder(place) else { return nil }
        if let boundary, identity != boundary, !identity.hasPrefix(boundary == "/" ? "/" : boundary + "/") {
            hasBlockedPaths = true
            return nil
        }
        // A link back to a folder around it makes modules that call themselves.
        if identity != joinedPath(resolvedBase, path), !path.hasPrefix(".."), isAround(identity, path) {
            hasBlockedPaths = true
        }
        var folder = ModuleFolder(identity: identity, path: path, files: [])
        switch files.entries(of: place) {
        case .failure(let error): folder.diagnostics.append(Self.unreadable(error, path))
        case .success(let entries):
            for entry in entries where ModuleFolder.isConfigFile(entry.name) && entry.kind != .folder {
                let name = joinedPath(path, entry.name)
                switch files.read(joinedPath(place, entry.name), limit: Self.fileLimit) {
                case .success(let bytes):
                    folder.files.append(ModuleFolder.File(name: entry.name, bytes: bytes))
                case .failure(let error):
                    if error.reason != .isFolder { folder.diagnostics.append(Self.unreadable(error, name)) }
                }
            }
        }
        return folder
    }

    private func isAround(_ identity: String, _ path: String) -> Bool {
        joinedPath(resolvedBase, path).hasPrefix(identity == "/" ? "/" : identity + "/")
    }

    private static func unreadable(_ error: FileError, _ path: String) -> Diagnostic {
        Diagnostic(id: "unreadable-file", summary: error.summary, path: path)
    }

    // MARK: - Roots

    /// The folders below the base that hold config files, the base first, then by path.
    ///
    /// Hidden folders and links are passed over.
    func candidates(except excluded: Set<String>) -> [String] {
        var found: [String] = []
        collect("", depth: 0, excluded, &found)
        return found
    }

    private func collect(_ path: String, depth: Int, _ excluded: Set<String>, _ found: inout [String]) {
        guard depth <= Self.maximumDepth, !excluded.contains(path),
            case .success(let entries) = files.entries(of: joinedPath(base, path))
        else { return }
        if entries.contains(where: { $0.kind != .folder && ModuleFolder.isConfigFile($0.name) }) {
            found.append(path)
        }
        for entry in entries where entry.kind == .folder && !entry.name.hasPrefix(".") {
            collect(path.isEmpty ? entry.name : path + "/" + entry.name, depth: depth + 1, excluded, &found)
        }
    }

    /// Whether somebody runs Terraform in a folder that no one calls: it has a backend, providers or values.
    func looksLikeRoot(_ path: String, _ module: Module) -> Bool {
        if module.backend != nil || !module.providerConfigurations.isEmpty { return true }
        let names = [".terraform.lock.hcl", "terraform.tfvars", "terraform.tfvars.json"]
        return names.contains { files.exists(joinedPath(joinedPath(base, path), $0)) }
    }

    // MARK: - Values

    /// The variable files of a root: its own, and those of its folder `environments`.
    func variableFiles(of root: String) -> (files: [VariableFile], diagnostics: [Diagnostic]) {
        var found: [VariableFile] = []
        var diagnostics: [Diagnostic] = []
        for (folder, isOwn) in [
            (root, true), (root.isEmpty ? "environments" : root + "/environments", false),
        ] {
            guard case .success(let entries) = files.entries(of: joinedPath(base, folder)) else { continue }
            let names = entries.filter { $0.kind != .folder }.map(\.name).filter(Self.isVariableFile)
            // Terraform reads its own names first, then all that are automatic.
            for name in names.sorted(by: { Self.order($0) < Self.order($1) }) {
                let path = folder.isEmpty ? name : folder + "/" + name
                switch files.read(joinedPath(base, path), limit: Self.fileLimit) {
                case .failure(let error): diagnostics.append(Self.unreadable(error, path))
                case .success(let bytes):
                    let isForAll = isOwn && Self.isAutomatic(name)
                    let environment = isForAll ? nil : Self.environment(of: name)
                    found.append(VariableFile(path: path, bytes: bytes, environment: environment))
                }
            }
        }
        return (found, diagnostics)
    }

    private static func isVariableFile(_ name: String) -> Bool {
        !name.hasPrefix(".") && (name.hasSuffix(".tfvars") || name.hasSuffix(".tfvars.json"))
    }

    private static func isAutomatic(_ name: String) -> Bool {
        name == "terraform.tfvars" || name == "terraform.tfvars.json" || name.hasSuffix(".auto.tfvars")
            || name.hasSuffix(".auto.tfvars.json")
    }

    private static func order(_ name: String) -> (Int, String) {
        if name == "terraform.tfvars" { return (0, name) }
        if name == "terraform.tfvars.json" { return (1, name) }
        return (isAutomatic(name) ? 2 : 3, name)
    }

    private static func environment(of name: String) -> String {
        String(name.hasSuffix(".json") ? name.dropLast(".tfvars.json".count) : name.dropLast(".tfvars".count))
    }
}
