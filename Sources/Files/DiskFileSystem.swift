#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The file system of the machine.
package struct DiskFileSystem: FileSystem {
    /// Makes a view of the machine's files, as seen from the folder that the process was started in.
    package init() {}

    package func read(_ path: String, limit: Int) -> Result<[UInt8], FileError> {
        let descriptor = retrying { open(path, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { return .failure(failure(.read, path)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .failure(failure(.read, path)) }
        if fileKind(status) == .folder { return .failure(FileError(.read, path, .isFolder)) }
        if status.st_size > limit { return .failure(FileError(.read, path, .tooLarge(limit: limit))) }

        // A pipe, or a file of /proc, says that it holds nothing: read until nothing comes any more.
        var bytes = [UInt8]()
        var room = max(Int(status.st_size) + 1, 4096)
        while true {
            let start = bytes.count
            var count = 0
            bytes += [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
                count = readSome(of: descriptor, into: buffer)
                filled = max(count, 0)
            }
            if count < 0 { return .failure(failure(.read, path)) }
            if count == 0 { return .success(bytes) }
            if bytes.count > limit { return .failure(FileError(.read, path, .tooLarge(limit: limit))) }
            room = count < room ? max(room - count, 4096) : min(max(start, 65536), 1 << 24)
        }
    }

    package func entries(of folder: String) -> Result<[FolderEntry], FileError> {
        guard let stream = opendir(folder) else { return .failure(failure(.read, folder)) }
        defer { closedir(stream) }
        var entries: [FolderEntry] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            entries.append(FolderEntry(name: name, kind: fileKind(entry.pointee.d_type, name, in: folder)))
        }
        if errno != 0 { return .failure(failure(.read, folder)) }
        return .success(entries.sorted { $0.name < $1.name })
    }

    package func status(of path: String) -> Result<FileStatus, FileError> {
        var status = stat()
        guard lstat(path, &status) == 0 else { return .failure(failure(.read, path)) }
        return .success(
            FileStatus(
                kind: fileKind(status), size: Int(status.st_size),
                permissions: UInt32(status.st_mode) & 0o7777))
    }

    package func resolvedPath(of path: String) -> Result<String, FileError> {
        guard let text = realpath(path, nil) else { return .failure(failure(.read, path)) }
        defer { free(text) }
        return .success(String(cString: text))
    }

    package func create(_ path: String, bytes: [UInt8], permissions: UInt32?) -> FileError? {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = retrying { open(path, flags, mode_t(0o666)) }
        guard descriptor >= 0 else { return failure(.write, path) }
        var error = writeAll(bytes, to: descriptor, path: path)
        if error == nil, let permissions, fchmod(descriptor, mode_t(permissions)) != 0 {
            error = failure(.write, path)
        }
        // A full disk may show itself only here.
        if close(descriptor) != 0, error == nil { error = failure(.write, path) }
        if error != nil { unlink(path) }
        return error
    }

    package func move(_ path: String, to newPath: String) -> FileError? {
        rename(path, newPath) == 0 ? nil : failure(.write, newPath)
    }

    package func makeFolder(_ path: String) -> FileError? {
        mkdir(path, 0o777) == 0 ? nil : failure(.makeFolder, path)
    }

    package func removeFile(_ path: String) -> FileError? { unlink(path) == 0 ? nil : failure(.remove, path) }

    package func removeFolder(_ path: String) -> FileError? {
        rmdir(path) == 0 ? nil : failure(.remove, path)
    }

    package func setPermissions(_ permissions: UInt32, of path: String) -> FileError? {
        chmod(path, mode_t(permissions)) == 0 ? nil : failure(.write, path)
    }

    package func withLock<Value>(on folder: String, _ body: () -> Value) -> Result<Value, FileError> {
        let descriptor = retrying { open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0 else { return .failure(failure(.lock, folder)) }
        // Closing the folder ends the lock, as does the end of the process.
        defer { close(descriptor) }
        var waits = 0
        while retrying({ flock(descriptor, LOCK_EX | LOCK_NB) }) != 0 {
            // Some network file systems cannot lock a folder; they get no protection, but they work.
            guard errno == EWOULDBLOCK else { break }
            if waits == 200 { return .failure(FileError(.lock, folder, .locked)) }
            waits += 1
            usleep(10_000)
        }
        return .success(body())
    }
}

/// One `read` into a buffer; outside the type, whose methods hide the calls of the same name.
private func readSome(of descriptor: Int32, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    retrying { read(descriptor, buffer.baseAddress, buffer.count) }
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) -> FileError? {
    bytes.withUnsafeBytes { buffer in
        var written = 0
        while written < buffer.count {
            let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
            let count = retrying { write(descriptor, rest.baseAddress, rest.count) }
            guard count > 0 else { return failure(.write, path) }
            written += count
        }
        return nil
    }
}

/// Calls until the call is not interrupted by a signal.
private func retrying<Number: BinaryInteger>(_ call: () -> Number) -> Number {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}

private func fileKind(_ status: stat) -> FileKind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .special
    }
}

/// The kind that a folder entry tells, which some file systems leave open.
private func fileKind(_ type: UInt8, _ name: String, in folder: String) -> FileKind {
    switch Int(type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .link
    case Int(DT_UNKNOWN):
        var status = stat()
        return lstat(joinedPath(folder, name), &status) == 0 ? fileKind(status) : .special
    default: return .special
    }
}

/// The error that `errno` tells.
private func failure(_ action: FileError.Action, _ path: String) -> FileError {
    let code = errno
    let reason: FileError.Reason =
        switch code {
        case ENOENT: .notFound
        case EEXIST: action == .remove ? .notEmpty : .exists
        case EISDIR: .isFolder
        case ENOTDIR: .notFolder
        case ENOTEMPTY: .notEmpty
        case EACCES, EPERM: .noPermission
        case EROFS: .readOnly
        case ENOSPC, EDQUOT: .noSpace
        case ELOOP: .linkLoop
        default: .other(String(cString: strerror(code)).lowercased())
        }
    return FileError(action, path, reason)
}
