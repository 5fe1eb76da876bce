import Diagnostics
import Foundation
import HCL
import Testing

private let file = FileID(index: 0)

/// The formatter against Terraform itself, over texts that no one chose.
///
/// Terraform is no part of the build, so the tests are skipped where it is not on the PATH.
@Suite(.enabled(if: Terraform.path != nil, "terraform is not on PATH")) struct FormatterReferenceTests {
    @Test func tableIsTerraforms() throws {
        let cases = FormatterCases.all.filter(\.isTerraforms)
        let results = try Terraform.formatted(cases.map(\.input))
        for (example, result) in zip(cases, results) {
            #expect(result == example.output, "Terraform formats this otherwise: \(example.input)")
        }
    }

    /// Whatever Terraform accepts, and leaves in a state that it accepts, infragen formats in the same way.
    @Test func randomTextIsIdentical() throws {
        let texts = (0..<400).map { seed in
            var generator = HCLGenerator(seed: seed)
            return generator.file()
        }
        let results = try Terraform.formatted(texts)
        let second = try Terraform.formatted(results.map { $0 ?? "" })
        let ours = texts.map {
            String(decoding: Formatter.format(Array($0.utf8), file: file).bytes, as: UTF8.self)
        }
        let checked = try Terraform.formatted(ours)
        var counts = (accepted: 0, identical: 0, unstable: 0)
        for (index, text) in texts.enumerated() {
            guard let result = results[index] else { continue }
            counts.accepted += 1
            // Terraform's own result is no fixed point, or does not parse: infragen's must be one.
            let isStable = second[index] == result
            if !isStable { counts.unstable += 1 }
            counts.identical += ours[index] == result ? 1 : 0
            #expect(ours[index] == result || !isStable, "formatted otherwise than by Terraform: \(text)")
            #expect(checked[index] == ours[index], "Terraform would change infragen's output for: \(text)")
        }
        print(
            "formatter: \(counts.identical) of \(counts.accepted) random files are identical to Terraform's;"
                + " \(counts.unstable) results of Terraform do not last")
        #expect(counts.accepted > 200)
    }
}

/// The program that sets the rules.
private enum Terraform {
    static let path: String? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { $0 + "/terraform" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// What `terraform fmt` makes of each text; nil where it refuses it.
    static func formatted(_ texts: [String]) throws -> [String?] {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "infragen-format-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (index, text) in texts.enumerated() {
            try Data(text.utf8).write(to: folder.appending(path: "\(index).tf"))
        }
        let errors = try run(["fmt", "-no-color", "-list=false", folder.path])
        return try texts.indices.map { index in
            if errors.contains("/\(index).tf line") { return nil }
            return String(
                decoding: try Data(contentsOf: folder.appending(path: "\(index).tf")), as: UTF8.self)
        }
    }

    private static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: path ?? "")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.filter { $0.key != "TF_CLI_CONFIG_FILE" }
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let text = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: text, as: UTF8.self)
    }
}
