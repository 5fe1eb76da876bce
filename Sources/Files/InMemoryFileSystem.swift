/// Files that stand in memory only, with the faults that a test asks for.
///
/// It behaves as the disk does: links are followed in the middle of a path, folders must exist before files,
/// names are case-sensitive.
package final class InMemoryFileSystem: FileSystem {
    private enum Node {
        case file([UInt8], permissions: UInt32)
        case folder
        case link(to: String)
    }

    /// What stands where; keys are absolute paths without links.
    private var nodes: [String: Node] = ["/": .folder]

    /// Whether every change fails as on a read-only disk.
    package var isReadOnly = false

    /// How many bytes still fit on the disk.
    package var freeBytes = Int.max

    /// How many changes succeed before every further one fails.
    package var changesUntilFault = Int.max

    /// Paths that the user may not read.
    package var unreadablePaths: Set<String> = []

    /// Folders that another process has locked.
    package var lockedFolders: Set<String> = []

    /// Every change that was made, in words such as `create a/b`.
    package private(set) var changes: [String] = []

    /// Where relative paths start.
    private let currentFolder: String

    /// Makes a file system that holds these files, and the folders they stand in.
    package init(_ files: [String: String] = [:], currentFolder: String = "/") {
        self.currentFolder = currentFolder
        for (path, text) in files { put(path, Array(text.utf8)) }
    }

    // MARK: What tests set up and look at

    /// Puts a file in place, with the folders above it, whatever stood there.
    package func put(_ path: String, _ bytes: [UInt8], permissions: UInt32 = 0o644) {
        putFolder(parentPath(of: path))
        nodes[place(path, followingLast: false) ?? path] = .file(bytes, permissions: permissions)
    }

    /// Puts a folder in place, with those above it.
    package func putFolder(_ path: String) {
        guard let spot = place(path, followingLast: true) else { return }
        var folder = spot
        while folder != "/" {
            if nodes[folder] == nil { nodes[folder] = .folder }
            folder = parentPath(of: folder)
        }
    }

    /// Puts a link in place, with the folders above it.
    package func putLink(_ path: String, to target: String) {
        putFolder(parentPath(of: path))
        nodes[place(path, followingLast: false) ?? path] = .link(to: target)
    }

    /// The text of a file; nil when none stands there.
    package func text(of path: String) -> String? {
        guard case .file(let bytes, _)? = node(path) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Every file below a folder: its path there and its text.
    package func texts(below folder: String = "/") -> [String: String] {
        let prefix = folder == "/" ? "/" : absolute(folder) + "/"
        var texts: [String: String] = [:]
        for (path, node) in nodes where path.hasPrefix(prefix) {
            if case .file(let bytes, _) = node {
                texts[String(path.dropFirst(prefix.count))] = String(decoding: bytes, as: UTF8.self)
            }
        }
        return texts
    }

    // MARK: FileSystem

    package func read(_ path: String, limit: Int) -> Result<[UInt8], FileError> {
        guard let spot = place(path, followingLast: true) else { return .failure(lost(.read, path)) }
        if unreadablePaths.contains(spot) { return .failure(FileError(.read, path, .noPermission)) }
        switch nodes[spot] {
        case .file(let bytes, _):
            return bytes.count > limit
                ? .failure(FileError(.read, path, .tooLarge(limit: limit))) : .success(bytes)
        case .folder: return .failure(FileError(.read, path, .isFolder))
        case .link, nil: return .failure(FileError(.read, path, .notFound))
        }
    }

    package func entries(of folder: String) -> Result<[FolderEntry], FileError> {
        guard let spot = place(folder, followingLast: true) else { return .failure(lost(.read, folder)) }
        switch nodes[spot] {
        case nil: return .failure(FileError(.read, folder, .notFound))
        case .folder where unreadablePaths.contains(spot):
            return .failure(FileError(.read, folder, .noPermission))
        case .folder:
            let names = children(of: spot).map { FolderEntry(name: lastName(of: $0), kind: kind(at: $0)) }
            return .success(names.sorted { $0.name < $1.name })
        default: return .failure(FileError(.read, folder, .notFolder))
        }
    }

    package func status(of path: String) -> Result<FileStatus, FileError> {
        guard let spot = place(path, followingLast: false) else { return .failure(lost(.read, path)) }
        switch nodes[spot] {
        case .file(let bytes, let permissions):
            return .success(FileStatus(kind: .file, size: bytes.count, permissions: permissions))
        case .folder: return .success(FileStatus(kind: .folder, size: 0, permissions: 0o755))
        case .link: return .success(FileStatus(kind: .link, size: 0, permissions: 0o777))
        case nil: return .failure(FileError(.read, path, .notFound))
        }
    }

    package func resolvedPath(of path: String) -> Result<String, FileError> {
        guard let spot = place(path, followingLast: true) else { return .failure(lost(.read, path)) }
        return nodes[spot] == nil ? .failure(FileError(.read, path, .notFound)) : .success(spot)
    }

    package func create(_ path: String, bytes: [UInt8], permissions: UInt32?) -> FileError? {
        change(.write, path, mustExist: false, room: bytes.count) { spot in
            nodes[spot] = .file(bytes, permissions: permissions ?? 0o644)
            return nil
        }
    }

    package func move(_ path: String, to newPath: String) -> FileError? {
        guard let source = place(path, followingLast: false), let node = nodes[source] else {
            return FileError(.write, path, .notFound)
        }
        return change(.write, newPath, mustExist: nil) { spot in
            if case .folder? = nodes[spot] { return .isFolder }
            nodes[source] = nil
            nodes[spot] = node
            return nil
        }
    }

    package func makeFolder(_ path: String) -> FileError? {
        change(.makeFolder, path, mustExist: false) { spot in
            nodes[spot] = .folder
            return nil
        }
    }

    package func removeFile(_ path: String) -> FileError? {
        change(.remove, path, mustExist: true) { spot in
            if case .folder? = nodes[spot] { return .isFolder }
            if case .file(let bytes, _)? = nodes[spot], freeBytes != Int.max { freeBytes += bytes.count }
            nodes[spot] = nil
            return nil
        }
    }

    package func removeFolder(_ path: String) -> FileError? {
        change(.remove, path, mustExist: true) { spot in
            guard case .folder? = nodes[spot] else { return .notFolder }
            guard children(of: spot).isEmpty else { return .notEmpty }
            nodes[spot] = nil
            return nil
        }
    }

    package func setPermissions(_ permissions: UInt32, of path: String) -> FileError? {
        change(.write, path, mustExist: true) { spot in
            guard case .file(let bytes, _)? = nodes[spot] else { return nil }
            nodes[spot] = .file(bytes, permissions: permissions)
            return nil
        }
    }

    package func withLock<Value>(on folder: String, _ body: () -> Value) -> Result<Value, FileError> {
        guard isFolder(folder) else { return .failure(FileError(.lock, folder, .notFound)) }
        let key = absolute(folder)
        guard lockedFolders.insert(key).inserted else { return .failure(FileError(.lock, folder, .locked)) }
        defer { lockedFolders.remove(key) }
        return .success(body())
    }

    // MARK: How it works

    /// Makes one change, unless a fault is due or the place is not as it must be.
    private func change(
        _ action: FileError.Action, _ path: String, mustExist: Bool?, room: Int = 0,
        _ body: (String) -> FileError.Reason?
    ) -> FileError? {
        guard let spot = place(path, followingLast: false) else { return lost(action, path) }
        if isReadOnly { return FileError(action, path, .readOnly) }
        if changesUntilFault <= 0 { return FileError(action, path, .other("input/output error")) }
        if mustExist == false, nodes[spot] != nil { return FileError(action, path, .exists) }
        if mustExist == true, nodes[spot] == nil { return FileError(action, path, .notFound) }
        switch nodes[parentPath(of: spot)] {
        case .folder: break
        case nil: return FileError(action, path, .notFound)
        default: return FileError(action, path, .notFolder)
        }
        if room > freeBytes { return FileError(action, path, .noSpace) }
        if let reason = body(spot) { return FileError(action, path, reason) }
        if freeBytes != Int.max { freeBytes -= room }
        changesUntilFault -= 1
        changes.append("\(action.rawValue) \(path)")
        return nil
    }

    /// The path without links; nil when a part of it is no folder, or when links go round in a circle.
    private func place(_ path: String, followingLast: Bool) -> String? {
        var names = Array(path.split(separator: "/").map(String.init).reversed())
        if !path.hasPrefix("/") { names += currentFolder.split(separator: "/").map(String.init).reversed() }
        var place = "/"
        var links = 0
        while let name = names.popLast() {
            if name == "." { continue }
            if name == ".." {
                place = parentPath(of: place)
                continue
            }
            if case .file? = nodes[place] { return nil }
            let next = joinedPath(place, name)
            guard case .link(let target)? = nodes[next], followingLast || !names.isEmpty else {
                place = next
                continue
            }
            links += 1
            if links > 40 { return nil }
            if target.hasPrefix("/") { place = "/" }
            names += target.split(separator: "/").map(String.init).reversed()
        }
        return place
    }

    private func lost(_ action: FileError.Action, _ path: String) -> FileError {
        FileError(action, path, .notFolder)
    }

    private func absolute(_ path: String) -> String { place(path, followingLast: true) ?? path }

    private func node(_ path: String) -> Node? {
        place(path, followingLast: true).flatMap { nodes[$0] }
    }

    private func kind(at spot: String) -> FileKind {
        switch nodes[spot] {
        case .folder: .folder
        case .link: .link
        default: .file
        }
    }

    private func children(of spot: String) -> [String] {
        nodes.keys.filter { $0 != "/" && parentPath(of: $0) == spot }
    }
}
