import Diagnostics
import Foundation
import Lint
import TestSupport
import Testing

/// Every rule has a folder of its own name in `Fixtures`: a root module, or several in subfolders that hold no
/// called modules but `case-NAME`.
///
/// A line on which the rule finds something ends with `# expect: rule-id`; where that cannot be, the line above
/// says `# expect below: rule-id`. `expected.txt` holds what the user reads; `UPDATE_FIXTURES=1` writes it anew.
@Suite struct FixtureTests {
    private static let fixtures = folder() + "/Fixtures"

    private static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { !$0.hasPrefix(".") }
            .sorted()
    }

    /// The root modules of a rule.
    private static func roots(of rule: String) -> [String] {
        let folder = fixtures + "/" + rule
        let cases = names(in: folder).filter { $0.hasPrefix("case-") }
        return cases.isEmpty ? [folder] : cases.map { folder + "/" + $0 }
    }

    /// The lines that a folder says a rule finds something on, as `file:line: id`.
    private static func expectations(below root: String, of rule: String) -> [String] {
        var expected: [String] = []
        for path in (FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []).sorted() {
            guard let text = try? String(contentsOfFile: root + "/" + path, encoding: .utf8),
                !path.hasSuffix("expected.txt")
            else { continue }
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                for (mark, offset) in [("# expect: ", 1), ("# expect below: ", 2)] {
                    guard let range = line.range(of: mark) else { continue }
                    let ids = line[range.upperBound...].split(separator: " ")
                    expected += ids.filter { $0 == rule }.map { _ in "\(path):\(number + offset): \(rule)" }
                }
            }
        }
        return expected.sorted()
    }

    /// What a record of a manifest makes a rule say: such diagnostics have no line.
    private static func pathExpectations(below root: String, of rule: String) -> [String] {
        guard rule == "changed-file" else { return [] }
        return (LintCase.record(in: root)?.differences ?? []).map { "\($0.path): \(rule)" }
    }

    @Test(arguments: AllRules.all.map(\.id))
    func fixture(_ rule: String) throws {
        let folder = Self.fixtures + "/" + rule
        guard FileManager.default.fileExists(atPath: folder) else {
            if AllRules.isAboutSyntax(rule) { return }
            Issue.record(
                "no fixture: make Tests/LintTests/Fixtures/\(rule)/main.tf with \"# expect: \(rule)\"")
            return
        }
        for root in Self.roots(of: rule) {
            let isAskedFor = AllRules.rule(rule)?.reach == .onRequest
            let linted = LintCase(
                root, options: LintOptions(wanted: isAskedFor ? [rule] : nil),
                variableFiles: try LintCase.variableFiles(in: root))
            let found = linted.result.diagnostics.filter { $0.id == rule }
            let expected =
                Self.expectations(below: root, of: rule) + Self.pathExpectations(below: root, of: rule)
            let places = Set(found.map(linted.place)).sorted()
            #expect(places == Array(Set(expected)).sorted(), "\(root)")
            let text = found.map { $0.text(in: linted.sources) }.joined(separator: "\n")
            let golden = root + "/expected.txt"
            if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] != nil {
                try text.write(toFile: golden, atomically: true, encoding: .utf8)
            }
            #expect(text == (try? String(contentsOfFile: golden, encoding: .utf8)), "\(golden)")
        }
        let all = Self.roots(of: rule).flatMap {
            Self.expectations(below: $0, of: rule) + Self.pathExpectations(below: $0, of: rule)
        }
        #expect(!all.isEmpty, "the fixture of \(rule) expects nothing")
    }

    @Test func noFixtureWithoutRule() {
        let ids = Set(AllRules.all.map(\.id))
        for name in Self.names(in: Self.fixtures) { #expect(ids.contains(name), "Fixtures/\(name)") }
    }

    @Test func rulesAreWellFormed() {
        let ids = AllRules.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for rule in AllRules.all {
            #expect(rule.id.allSatisfy { $0.isLowercase || $0 == "-" }, "\(rule.id)")
            #expect(!rule.summary.hasSuffix(".") && !rule.explanation.isEmpty, "\(rule.id)")
        }
    }
}
