import Diagnostics
import Foundation
import TemplateEngine
import Testing

/// Terraform itself reads what hostile values became.
@Suite struct TerraformTests {
    static let terraform = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { $0 + "/terraform" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    /// What stands right of `value =`, and what surrounds the value in the result.
    private static let places: [(template: String, before: String, after: String)] = [
        ("{{ v }}", "", ""), ("\"x-{{ v }}{y\"", "x-", "{y"), ("\"%{{ v }}\"", "%", ""),
        ("\"${{{ v }}}\"", "", ""),
        ("<<EOT\nE{{ v }}\nEOT", "E", "\n"), ("<<-EOT\n    x\n    y: {{ v }} z\n  EOT", "x\ny: ", " z\n"),
        ("<<-EOT\n    {{ v }}\n  EOT", "", "\n"), ("keys({ {{ v }} = 1 })[0]", "", ""),
    ]

    // Terraform is no part of the toolchain: machines without it skip this, and the own parser is asked alone.
    @Test(.enabled(if: terraform != nil, "terraform is not on the PATH"))
    func hostileValuesArrive() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "infragen-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }
        var text = ""
        var expected: [String: String] = [:]
        for (place, (template, before, after)) in Self.places.enumerated() {
            var templates = TestTemplates("output \"o_{{ id }}\" {\n  value = \(template)\n}\n")
            for (index, value) in (HostileValueTests.pieces + HostileValueTests.values.suffix(60))
                .enumerated()
            {
                let id = "\(place)_\(index)"
                text += templates.rendered(["v": .string(value), "id": .string(id)])
                expected["o_" + id] = (before + value + after).precomposedStringWithCanonicalMapping
            }
        }
        try text.write(to: root.appending(path: "main.tf"), atomically: true, encoding: .utf8)
        try run("apply", "-auto-approve", "-no-color", in: root)
        let output =
            try JSONSerialization.jsonObject(with: run("output", "-json", in: root))
            as? [String: [String: Any]]
        for (name, value) in expected {
            #expect(output?[name]?["value"] as? String == value, "\(name)")
        }
    }

    @discardableResult
    private func run(_ arguments: String..., in folder: URL) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.terraform ?? "")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.filter { $0.key != "TF_CLI_CONFIG_FILE" }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(String(decoding: output, as: UTF8.self).suffix(2000))")
        return output
    }
}
