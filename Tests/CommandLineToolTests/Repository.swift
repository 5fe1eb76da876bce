import CommandLineTool
import Files
import Foundation
import TestSupport

/// Programs that some tests need.
enum Tool {
    /// Whether a program stands on the PATH.
    static func isInstalled(_ name: String) -> Bool { path(of: name) != nil }

    static func path(of name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { $0 + "/" + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The program `infragen` that the build has made beside the tests; nil when it has not.
    static var infragen: String? {
        let root = TestSupport.folder() + "/../.."
        let path = URL(fileURLWithPath: root + "/.build/debug/infragen").standardizedFileURL.path
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }
}

/// A git repository in a temporary folder, gone with the test.
final class Repository {
    let path: String

    /// The folder of programs that stands first on the PATH of git and its hooks.
    let programs: String

    struct Outcome {
        var code: Int32
        var text: String
    }

    init() throws {
        let root = FileManager.default.temporaryDirectory.path + "/infragen-" + UUID().uuidString
        path = root + "/repository"
        programs = root + "/programs"
        for folder in [path, programs] {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        _ = try git("init", "-q", "-b", "main")
    }

    deinit { try? FileManager.default.removeItem(atPath: parentPath(of: path)) }

    /// Runs git in the repository.
    func git(_ arguments: String...) throws -> Outcome {
        try run([Tool.path(of: "git") ?? "git"] + arguments)
    }

    /// Runs a program in a folder of the repository; what it prints on either stream is its text.
    func run(_ arguments: [String], in folder: String = "") throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: arguments[0])
        process.arguments = Array(arguments.dropFirst())
        process.currentDirectoryURL = URL(fileURLWithPath: joinedPath(path, folder))
        process.environment = environment
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(code: process.terminationStatus, text: String(decoding: data, as: UTF8.self))
    }

    /// Nothing of the settings of whoever runs the tests.
    var environment: [String: String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return [
            "PATH": programs + ":" + path, "HOME": parentPath(of: self.path), "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "A",
            "GIT_COMMITTER_EMAIL": "a@example.com", "LANG": "C",
        ]
    }

    func write(_ name: String, _ text: String) throws {
        let path = joinedPath(path, name)
        let folder = parentPath(of: path)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    func text(_ name: String) -> String? {
        try? String(contentsOfFile: joinedPath(path, name), encoding: .utf8)
    }

    /// Puts a shell script on the PATH, or anywhere else.
    func script(_ path: String, _ text: String) throws {
        let path = joinedPath(programs, path)
        try FileManager.default.createDirectory(
            atPath: parentPath(of: path), withIntermediateDirectories: true)
        try ("#!/bin/sh\n" + text + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
}
