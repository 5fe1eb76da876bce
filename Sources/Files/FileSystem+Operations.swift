// What follows from the primitives of `FileSystem`, the same for every file system.
extension FileSystem {
    /// The bytes of a file of at most 256 MB.
    public func read(_ path: String) -> Result<[UInt8], FileError> { read(path, limit: 256 << 20) }

    /// What stands at a path, nil when nothing does; a link is not followed.
    public func kind(of path: String) -> Result<FileKind?, FileError> {
        switch status(of: path) {
        case .success(let status): .success(status.kind)
        case .failure(let error) where error.reason == .notFound: .success(nil)
        case .failure(let error): .failure(error)
        }
    }

    /// Whether anything stands at a path, be it a link that leads nowhere.
    public func exists(_ path: String) -> Bool {
        guard case .success = status(of: path) else { return false }
        return true
    }

    /// Whether a folder stands at a path, or a link to one.
    public func isFolder(_ path: String) -> Bool {
        guard case .success(let target) = resolvedPath(of: path),
            case .success(let status) = status(of: target)
        else { return false }
        return status.kind == .folder
    }

    /// Replaces the content of a file in one instant, or makes the file.
    ///
    /// A reader sees the old content or the new one, never a part; after an error the old one stands. The
    /// permissions stay as they were. A link is followed: the file that it points at is replaced.
    public func write(_ bytes: [UInt8], to path: String) -> FileError? {
        var target = path
        var permissions: UInt32?
        if case .success(let real) = resolvedPath(of: path) {
            target = real
            if case .success(let status) = status(of: real) {
                guard status.kind == .file else {
                    return FileError(.write, path, status.kind == .folder ? .isFolder : .exists)
                }
                permissions = status.permissions
            }
        }
        let error = replace(target, bytes: bytes, permissions: permissions)
        return error.map { FileError(.write, path, $0.reason) }
    }

    /// Writes a file under a name of its own and moves it to `path`.
    private func replace(_ path: String, bytes: [UInt8], permissions: UInt32?) -> FileError? {
        // Another process may be at the same file, and a killed one may have left its file behind.
        for number in 0..<1000 {
            let temporary = joinedPath(parentPath(of: path), ".infragen-\(number).tmp")
            if let error = create(temporary, bytes: bytes, permissions: permissions) {
                if error.reason == .exists { continue }
                return error
            }
            guard let error = move(temporary, to: path) else { return nil }
            _ = removeFile(temporary)
            return error
        }
        return FileError(.write, path, .exists)
    }

    /// Makes a folder and those above it, as far as they are missing; those it made, outermost first.
    public func makeFolders(_ path: String) -> Result<[String], FileError> {
        var missing: [String] = []
        var folder = path
        while !isFolder(folder) {
            // A file or a dangling link in the way is told by `makeFolder`.
            missing.append(folder)
            let parent = parentPath(of: folder)
            if parent == folder || exists(folder) { break }
            folder = parent
        }
        var made: [String] = []
        for folder in missing.reversed() {
            if let error = makeFolder(folder) {
                // Somebody else may have made it in the meantime.
                if error.reason == .exists, isFolder(folder) { continue }
                made.reversed().forEach { _ = removeFolder($0) }
                return .failure(error)
            }
            made.append(folder)
        }
        return .success(made)
    }
}

/// A path below a folder; an absolute path stands for itself, and `.` and nothing for the folder.
public func joinedPath(_ folder: String, _ path: String) -> String {
    if path.isEmpty || path == "." { return folder }
    if folder.isEmpty || folder == "." || path.utf8.first == UInt8(ascii: "/") { return path }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + path : folder + "/" + path
}

/// The folder that a path stands in, in the words of the path: `.` for a mere name, `/` for the root itself.
public func parentPath(of path: String) -> String {
    var bytes = Array(path.utf8)
    let slash = UInt8(ascii: "/")
    while bytes.count > 1, bytes.last == slash { bytes.removeLast() }
    guard let cut = bytes.lastIndex(of: slash) else { return bytes == Array(".".utf8) ? ".." : "." }
    bytes.removeSubrange(max(cut, 1)...)
    while bytes.count > 1, bytes.last == slash { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
}

/// The last name of a path.
public func lastName(of path: String) -> String {
    String(path.split(separator: "/", omittingEmptySubsequences: true).last ?? "")
}
