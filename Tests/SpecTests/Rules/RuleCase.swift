import Diagnostics
import JSON
import Spec
import Testing

/// A small change of a spec that is right, and what its author reads of it.
struct RuleCase: Sendable, CustomTestStringConvertible {
    /// The code of the rule in the requirements; empty for a rule of infragen's own.
    var code: String

    /// The id of the diagnostic.
    var id: String

    /// The spec of the scaffold that is changed.
    var scaffold: String

    /// The change, as a merge patch.
    var patch: String

    /// The text that is underlined.
    var subject: String

    /// A part of the summary.
    var summary: String

    /// The ids of what else is found.
    var also: [String] = []

    /// Files that the spec names.
    var files: [String: String] = [:]

    /// The change, as a merge patch, that was rendered last; nil for a spec that is rendered for the first time.
    var before: String?

    var testDescription: String { "\(id) \(patch)" }

    /// A change of the complete example.
    static func full(
        _ code: String, _ id: String, _ patch: String, at subject: String, _ summary: String,
        also: [String] = [],
        files: [String: String] = [:]
    ) -> RuleCase {
        RuleCase(
            code: code, id: id, scaffold: "spec.json", patch: patch, subject: subject, summary: summary,
            also: also, files: files)
    }

    /// A change of the minimal example, of which the warnings about what it leaves out are accepted.
    static func small(
        _ code: String, _ id: String, _ patch: String, at subject: String, _ summary: String,
        also: [String] = [],
        files: [String: String] = [:]
    ) -> RuleCase {
        RuleCase(
            code: code, id: id, scaffold: "minimal.json", patch: patch, subject: subject, summary: summary,
            also: also, files: files)
    }

    /// Reads the changed spec.
    func reading(isStrict: Bool = false) throws -> (reading: SpecReading, sources: SourceMap) {
        let base = try #require(parsed(try SpecTests.scaffold(scaffold)))
        let change = try #require(parsed(patch), "\(patch)")
        let accepted: JSONValue = [
            "ignore": ["missing-certificate", "local-state", "unheard-alarm", "missing-budget"]
        ]
        let complete = scaffold == "minimal.json" ? merge(base, accepted) : base
        let files = files
        var options = SpecOptions(isStrict: isStrict, readFile: { files[$0].map { Array($0.utf8) } })
        if let before {
            let former = read(JSONWriter.pretty(merge(complete, try #require(parsed(before), "\(before)"))))
            #expect(!former.reading.diagnostics.hasErrors, "\(texts(former))")
            let record = SystemRecord(former.reading.environments)
            options.readRecord = { _ in record.bytes }
        }
        return read(JSONWriter.pretty(merge(complete, change)), options: options)
    }

    /// The case after another state of the spec was rendered.
    func after(_ before: String) -> RuleCase {
        var rule = self
        rule.before = before
        return rule
    }

    /// Checks that exactly the expected is found.
    func check() throws {
        let result = try reading()
        let diagnostics = result.reading.diagnostics
        let report = Comment(rawValue: "\n" + texts(result).joined())
        #expect(Set(diagnostics.map(\.id)) == Set([id] + also), report)
        let found = diagnostics.filter { diagnostic in
            guard let range = diagnostic.subject else { return false }
            let text = result.sources[range.file].text(range.bytes)
            return diagnostic.id == id && (text == subject || subject == "[" && text.hasPrefix("["))
                && diagnostic.summary.contains(summary)
        }
        #expect(found.count == 1, report)
        let rule = try #require(SpecRule.all.first { $0.id == id }, "\(id) is not in the list of rules")
        #expect(rule.code == code)
        #expect(found.allSatisfy { $0.severity == rule.severity && $0.help != nil }, report)
    }
}

private func parsed(_ text: String) -> JSONValue? {
    let (value, diagnostics) = JSONParser.parse(Array(text.utf8), file: SourceMap().firstID)
    return diagnostics.isEmpty ? value : nil
}

/// A merge patch (RFC 7396) in which a member of `{"$null": true}` stands for a null to keep.
private func merge(_ base: JSONValue, _ patch: JSONValue) -> JSONValue {
    guard let changes = patch.members else { return patch }
    if patch["$null"] != nil { return .null }
    var members = base.members ?? []
    for change in changes {
        members.removeAll { $0.key == change.key && change.value.isNull }
        guard !change.value.isNull else { continue }
        if let place = members.firstIndex(where: { $0.key == change.key }) {
            members[place].value = merge(members[place].value, change.value)
        } else {
            members.append(JSONMember(change.key, merge(.null, change.value)))
        }
    }
    return .object(members)
}
