/// The tree in which every environment has a root of its own: `environments/<environment>/`.
///
/// Each root is rendered as if it were alone. A module that comes out the same for several environments stands
/// once in `modules/`; one that the structure of an environment shapes otherwise stands beside its root.
struct DirectoryLayout {
    /// The files of one environment, as they would stand in a tree of their own.
    struct Root {
        let environment: String
        fileprivate let files: [RenderedFile]

        /// The files of each folder that environments may share.
        fileprivate let units: [String: Unit]

        init(environment: String, files: [RenderedFile]) {
            self.environment = environment
            self.files = files
            var units: [String: Unit] = [:]
            for file in files {
                guard let name = DirectoryLayout.unit(of: file.path) else { continue }
                units[name, default: Unit()].files.append(file)
                units[name]?.calls.formUnion(ModuleSources(file).folders)
            }
            self.units = units
        }
    }

    /// A folder that environments may share: a module, or the root that makes the backend.
    fileprivate struct Unit {
        var files: [RenderedFile] = []

        /// The folders that its module calls lead to.
        var calls: Set<String> = []
    }

    /// Of several forms of a folder that are as common, the first environment's is shared.
    private let roots: [Root]

    /// The name of each shared folder, and the environments that share it.
    private var sharers: [String: Set<String>] = [:]

    init(_ roots: [Root]) {
        self.roots = roots
        for name in Set(roots.flatMap(\.units.keys)).sorted() { share(name, above: []) }
    }

    /// The whole tree.
    var files: [RenderedFile] {
        var byPath: [String: RenderedFile] = [:]
        for root in roots {
            for file in root.files where !isMadeBefore(file.path, in: root) {
                let moved = ModuleSources(file).moved(to: path(of: file.path, in: root)) { folder in
                    path(of: folder, in: root)
                }
                byPath[moved.path] = moved
            }
        }
        return byPath.keys.sorted().compactMap { byPath[$0] }
    }

    /// Decides which environments share a folder: the most in which it is the same, and so is all that it calls.
    private mutating func share(_ name: String, above callers: Set<String>) {
        guard sharers[name] == nil, !callers.contains(name) else { return }
        let owners = roots.compactMap { root in root.units[name].map { (root.environment, $0) } }
        for call in Set(owners.flatMap(\.1.calls)).sorted() { share(call, above: callers.union([name])) }
        let candidates = owners.filter { environment, unit in
            unit.calls.allSatisfy { sharers[$0]?.contains(environment) == true }
        }
        var most: Set<String> = []
        for (_, model) in candidates {
            let same = candidates.filter { $0.1.isSame(as: model) }.map(\.0)
            if same.count > most.count { most = Set(same) }
        }
        sharers[name] = most
    }

    /// Whether an environment before this one makes the same backend: it can be made once.
    private func isMadeBefore(_ path: String, in root: Root) -> Bool {
        guard Self.unit(of: path) == "bootstrap", sharers["bootstrap"]?.contains(root.environment) == false,
            let own = root.units["bootstrap"]
        else { return false }
        return roots.prefix { $0.environment != root.environment }
            .contains { $0.units["bootstrap"]?.isSame(as: own) ?? false }
    }

    /// Where a file or folder of one environment's own tree stands in the whole tree.
    private func path(of path: String, in root: Root) -> String {
        let environment = root.environment
        if let unit = Self.unit(of: path), sharers[unit]?.contains(environment) == true { return path }
        let folder = "environments/\(environment)"
        // Terraform reads a file of this name without being told.
        return path == folder + ".tfvars" ? folder + "/terraform.tfvars" : folder + "/" + path
    }

    /// The folder that environments may share and that a path belongs to.
    private static func unit(of path: String) -> String? {
        let names = path.split(separator: "/")
        if names.first == "bootstrap" { return "bootstrap" }
        return names.first == "modules" && names.count > 1 ? "modules/\(names[1])" : nil
    }
}

extension DirectoryLayout.Unit {
    /// Whether both have the same files with the same content.
    fileprivate func isSame(as other: DirectoryLayout.Unit) -> Bool {
        files.count == other.files.count
            && zip(files, other.files).allSatisfy { $0.path == $1.path && $0.bytes == $1.bytes }
    }
}
