import Files
import Foundation
import Testing

/// What every file system does the same way, tried on the disk and in memory.
@Suite struct FileSystemTests {
    enum Place: String, CaseIterable { case disk, memory }

    /// Runs a test in an empty folder of the file system.
    func inFolder(_ place: Place, _ body: (any FileSystem, String) throws -> Void) rethrows {
        switch place {
        case .memory:
            let files = InMemoryFileSystem()
            files.putFolder("/work")
            try body(files, "/work")
        case .disk:
            let folder = FileManager.default.temporaryDirectory.path + "/infragen-" + UUID().uuidString
            #expect(DiskFileSystem().makeFolder(folder) == nil)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            try body(DiskFileSystem(), folder)
        }
    }

    func link(_ files: any FileSystem, _ path: String, to target: String) throws {
        if let memory = files as? InMemoryFileSystem { return memory.putLink(path, to: target) }
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    }

    @Test(arguments: Place.allCases)
    func writesReadsAndLists(place: Place) throws {
        try inFolder(place) { files, folder throws in
            #expect(try files.makeFolders(folder + "/a/b").get() == [folder + "/a", folder + "/a/b"])
            #expect(try files.makeFolders(folder + "/a/b").get() == [])
            #expect(files.write(Array("one".utf8), to: folder + "/a/x.tf") == nil)
            #expect(files.write(Array("two".utf8), to: folder + "/a/x.tf") == nil)
            #expect(try files.read(folder + "/a/x.tf").get() == Array("two".utf8))
            #expect(files.write([], to: folder + "/a/empty") == nil)
            #expect(try files.read(folder + "/a/empty").get() == [])
            let expected = [
                FolderEntry(name: "b", kind: .folder), FolderEntry(name: "empty", kind: .file),
                FolderEntry(name: "x.tf", kind: .file),
            ]
            #expect(try files.entries(of: folder + "/a").get() == expected)
            #expect(try files.kind(of: folder + "/a/none").get() == nil)
        }
    }

    @Test(arguments: Place.allCases)
    func readsWhatIsLongerThanOneRead(place: Place) throws {
        try inFolder(place) { files, folder throws in
            let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            #expect(files.write(bytes, to: folder + "/big") == nil)
            #expect(try files.read(folder + "/big").get() == bytes)
            let error = FileError(.read, folder + "/big", .tooLarge(limit: 1 << 20))
            #expect(files.read(folder + "/big", limit: 1 << 20) == .failure(error))
        }
    }

    @Test(arguments: Place.allCases)
    func errorsSayWhatAndWhy(place: Place) throws {
        inFolder(place) { files, folder in
            #expect(files.write([1], to: folder + "/file") == nil)
            func reason<Value>(_ result: Result<Value, FileError>) -> FileError.Reason? {
                guard case .failure(let error) = result else { return nil }
                return error.reason
            }
            #expect(reason(files.read(folder + "/none")) == .notFound)
            #expect(reason(files.read(folder)) == .isFolder)
            #expect(reason(files.read(folder + "/file/below")) == .notFolder)
            #expect(reason(files.entries(of: folder + "/none")) == .notFound)
            #expect(reason(files.entries(of: folder + "/file")) == .notFolder)
            #expect(files.create(folder + "/file", bytes: [], permissions: nil)?.reason == .exists)
            #expect(files.write([], to: folder + "/none/file")?.reason == .notFound)
            #expect(files.write([], to: folder)?.reason == .isFolder)
            #expect(reason(files.makeFolders(folder + "/file")) == .exists)
            #expect(reason(files.makeFolders(folder + "/file/below")) == .exists)
            #expect(files.removeFile(folder + "/none")?.reason == .notFound)
            #expect(files.removeFolder(folder)?.reason == .notEmpty)
            let error = FileError(.read, "spec.json", .notFound)
            #expect(error.summary == "cannot read \"spec.json\": no such file or folder")
        }
    }

    @Test(arguments: Place.allCases)
    func writingKeepsPermissionsAndFollowsTheLink(place: Place) throws {
        try inFolder(place) { files, folder throws in
            #expect(files.write([1], to: folder + "/script") == nil)
            #expect(files.setPermissions(0o755, of: folder + "/script") == nil)
            try link(files, folder + "/link", to: "script")
            #expect(files.write([2], to: folder + "/link") == nil)
            #expect(try files.kind(of: folder + "/link").get() == .link)
            #expect(try files.read(folder + "/script").get() == [2])
            #expect(try files.status(of: folder + "/script").get().permissions == 0o755)
            #expect(try files.entries(of: folder).get().map(\.name) == ["link", "script"])
        }
    }

    @Test(arguments: Place.allCases)
    func movingReplacesTheLinkItself(place: Place) throws {
        try inFolder(place) { files, folder throws in
            #expect(files.write([1], to: folder + "/outside") == nil)
            #expect(files.write([2], to: folder + "/new") == nil)
            try link(files, folder + "/link", to: "outside")
            #expect(files.move(folder + "/new", to: folder + "/link") == nil)
            #expect(try files.kind(of: folder + "/link").get() == .file)
            #expect(try files.read(folder + "/outside").get() == [1])
        }
    }

    @Test(arguments: Place.allCases)
    func linksThatGoNowhereAreErrors(place: Place) throws {
        try inFolder(place) { files, folder throws in
            try link(files, folder + "/round", to: "round")
            try link(files, folder + "/lost", to: "none")
            #expect(!files.isFolder(folder + "/round"))
            guard case .failure = files.read(folder + "/round") else {
                Issue.record("a circle of links was read")
                return
            }
            #expect(files.exists(folder + "/lost"))
            guard case .failure(let error) = files.makeFolders(folder + "/lost/below") else {
                Issue.record("a folder was made behind a lost link")
                return
            }
            #expect(error.reason == .exists)
        }
    }

    @Test func lockIsHeldByOne() throws {
        inFolder(.disk) { files, folder in
            let inner = files.withLock(on: folder) { files.withLock(on: folder) { 1 } }
            #expect(inner == .success(.failure(FileError(.lock, folder, .locked))))
            #expect(files.withLock(on: folder) { 2 } == .success(2))
        }
    }

    @Test func readsADeviceUpToTheLimit() {
        let error = FileError(.read, "/dev/zero", .tooLarge(limit: 1 << 20))
        #expect(DiskFileSystem().read("/dev/zero", limit: 1 << 20) == .failure(error))
    }
}
