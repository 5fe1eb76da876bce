import Diagnostics
import Foundation
import HCL
import Testing

/// How the parser does on a list of files of which the reference's verdict is known.
private struct Tally {
    var accepted = (right: 0, all: 0)
    var rejected = (right: 0, all: 0)
    var linesCompared = 0
    var linesRight = 0
    var complaints: [String] = []

    /// Parses a text of which the reference's first line with an error is known; nil where it accepts the text.
    mutating func check(_ name: String, _ bytes: [UInt8], firstLine: Int?, comparesLines: Bool = true) {
        let (config, diagnostics) = ConfigFile.parse(bytes, file: FileID(index: 0))
        _ = config.outline
        let source = SourceFile(path: name, bytes: bytes)
        let lines = diagnostics.map { source.position(at: Int($0.subject?.start ?? 0)).line }
        let shown = zip(lines, diagnostics).map { "\($0):\($1.id)" }.joined(separator: " ")
        guard let firstLine else {
            accepted.all += 1
            accepted.right += diagnostics.isEmpty ? 1 : 0
            if !diagnostics.isEmpty { complaints.append("\(name): accepted, but \(shown)") }
            return
        }
        rejected.all += 1
        rejected.right += diagnostics.isEmpty ? 0 : 1
        if diagnostics.isEmpty {
            complaints.append("\(name): rejected at line \(firstLine), but no diagnostic")
        }
        guard comparesLines else { return }
        linesCompared += 1
        linesRight += lines.min() == firstLine ? 1 : 0
        if !diagnostics.isEmpty, lines.min() != firstLine {
            complaints.append("\(name): expected line \(firstLine), but \(shown)")
        }
    }

    func report(_ corpus: String) {
        for complaint in complaints { print("parser: \(complaint)") }
        print(
            """
            parser: \(corpus): \(accepted.right) of \(accepted.all) accepted files parse, \
            \(rejected.right) of \(rejected.all) rejected ones are rejected, \
            \(linesRight) of \(linesCompared) on the expected line
            """)
        #expect(accepted.right == accepted.all)
        #expect(rejected.right == rejected.all)
        #expect(linesRight * 100 >= linesCompared * 95)
    }
}

// The corpora are not committed: they are large and belong to others.
@Suite(.enabled(if: Corpora.isThere, "\(Corpora.reason)")) struct ParserCorporaTests {
    @Test func realFiles() throws {
        let expected = try #require(Corpora.json("hcl-expected/parse.json") as? [String: Any])
        let rejected = try #require(expected["rejected"] as? [String: [[String: Any]]])
        var tally = Tally()
        for path in Corpora.files(below: "hcl") {
            let name = String(path.dropFirst("hcl/".count))
            guard isConfig(name) else { continue }
            tally.check(name, Corpora.bytes(path), firstLine: rejected[name].map(firstLine))
        }
        tally.report("real files")
    }

    @Test func handWrittenAndMutatedFiles() throws {
        let expected = try #require(Corpora.json("hcl-syntax/expected.json") as? [String: [String: Any]])
        var tally = Tally()
        for (name, verdict) in expected.sorted(by: { $0.key < $1.key }) {
            let diagnostics = verdict["diagnostics"] as? [[String: Any]] ?? []
            let line = verdict["accept"] as? Bool == true ? nil : firstLine(diagnostics)
            tally.check(name, Corpora.bytes("hcl-syntax/" + name), firstLine: line)
        }
        tally.report("hand-written and mutated files")
    }

    @Test(arguments: ["config", "expression", "template", "type"])
    func inlineTables(table: String) throws {
        let cases = try #require(Corpora.json("hcl-inline/\(table).json") as? [[String: Any]])
        var tally = Tally()
        for example in cases {
            guard let input = example["input"] as? String, let parses = example["parses"] as? Bool else {
                continue
            }
            let whole =
                switch table {
                case "expression", "type": "a = \(input)\n"
                case "template": "a = <<EOT_\n\(input)\nEOT_\n"
                default: input
                }
            let name = "\(example["src"] ?? "") \(input.debugDescription)"
            // These inputs are a few characters long: their lines say nothing.
            tally.check(name, Array(whole.utf8), firstLine: parses ? nil : 0, comparesLines: false)
        }
        tally.report("inline \(table)")
    }

    private func isConfig(_ name: String) -> Bool {
        [".tf", ".hcl", ".tfvars", ".tofu"].contains { name.hasSuffix($0) }
    }

    private func firstLine(_ diagnostics: [[String: Any]]) -> Int {
        diagnostics.compactMap { ($0["start"] as? [Int])?.first }.min() ?? 0
    }
}
