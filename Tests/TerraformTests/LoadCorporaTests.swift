import Diagnostics
import Foundation
import Terraform
import Testing

/// The folder of test data that is too large, or not ours, to be committed.
private let corpora = ProcessInfo.processInfo.environment["INFRAGEN_CORPORA"]

private func json(_ path: String) throws -> Any {
    let data = FileManager.default.contents(atPath: (corpora ?? "") + "/" + path) ?? Data()
    return try JSONSerialization.jsonObject(with: data)
}

/// The places of diagnostics as `file:line`, and what they say.
private func places(_ diagnostics: [Diagnostic], in sources: SourceMap) -> [(place: String, text: String)] {
    diagnostics.map { diagnostic in
        guard let range = diagnostic.subject else { return (diagnostic.path ?? "", diagnostic.summary) }
        let file = sources[range.file]
        let (line, column) = file.position(at: Int(range.start))
        return (
            "\(file.path):\(line)", "\(file.path):\(line):\(column): \(diagnostic.summary) [\(diagnostic.id)]"
        )
    }
}

// The corpora are not committed: they are large and belong to others.
@Suite(.enabled(if: corpora != nil, "INFRAGEN_CORPORA does not name the folder of corpora"))
struct LoadCorporaTests {
    private func load(_ root: String) -> [(place: String, text: String)] {
        var sources = SourceMap()
        let (tree, diagnostics) = ModuleTree.read(
            "", into: &sources, folder: FolderReader.below((corpora ?? "") + "/" + root))
        #expect(!tree.modules.isEmpty)
        return places(diagnostics.filter { $0.severity == .error }, in: sources)
    }

    /// What Terraform refuses when it loads a module is found on its line; what it accepts, or refuses later, is not
    /// refused here.
    @Test func smallTrees() throws {
        var found = 0
        var expected = 0
        var silent = 0
        for group in ["invalid", "silent", "valid"] {
            let root = "lint/" + group
            let cases = try FileManager.default.contentsOfDirectory(atPath: (corpora ?? "") + "/" + root)
                .sorted()
            for name in cases {
                guard let verdict = try json("\(root)/\(name)/expected.json") as? [String: Any] else {
                    continue
                }
                let told = load("\(root)/\(name)")
                guard verdict["phase"] as? String == "load" else {
                    silent += 1
                    for (_, text) in told { Issue.record("\(name): not refused by Terraform: \(text)") }
                    continue
                }
                for finding in verdict["findings"] as? [[String: Any]] ?? [] {
                    expected += 1
                    let place = "\(finding["file"] ?? ""):\(finding["line"] ?? 0)"
                    if told.contains(where: { $0.place == place }) {
                        found += 1
                    } else {
                        let missed = "\(finding["summary"] ?? "") at \(place), told \(told.map(\.text))"
                        print("terraform: \(name): missed \(missed)")
                    }
                }
            }
        }
        print("terraform: \(found) of \(expected) load errors found, \(silent) folders without one")
        #expect(found >= expected - 1)
    }

    /// Modules of real repositories that Terraform accepts are accepted.
    @Test func realModulesThatAreValid() throws {
        let roots = try #require(json("lint-real/valid.json") as? [[String: Any]])
        var accepted = 0
        for root in roots {
            guard let path = root["root"] as? String else { continue }
            let told = load("hcl/" + path)
            accepted += told.isEmpty ? 1 : 0
            for (_, text) in told { print("terraform: \(path): not refused by Terraform: \(text)") }
        }
        print("terraform: \(accepted) of \(roots.count) valid real modules are accepted")
        #expect(accepted == roots.count)
    }

    /// For modules that Terraform refuses: what is told is told by Terraform too.
    @Test func realModulesThatAreNot() throws {
        let roots = try #require(json("lint-real/invalid.json") as? [[String: Any]])
        var told = 0
        var matched = 0
        for root in roots {
            guard let path = root["root"] as? String else { continue }
            let findings = root["findings"] as? [[String: Any]] ?? []
            let expected = Set(
                findings.map { "\($0["file"] as? String ?? ""):\(($0["start"] as? [Int])?.first ?? 0)" })
            for (place, text) in load("hcl/" + path) {
                told += 1
                matched += expected.contains(place) ? 1 : 0
                if !expected.contains(place) { print("terraform: \(path): not told by Terraform: \(text)") }
            }
        }
        print(
            "terraform: \(matched) of \(told) diagnostics for \(roots.count) invalid real modules are Terraform's"
        )
    }
}
