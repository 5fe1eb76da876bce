import Diagnostics
import Files
import JSON
import Lint

/// The settings of a folder that is linted: `.infragen.json`.
///
/// `{"lint": {"disable": ["unused-local"], "fail_on": "error", "exclude": ["examples"]}}`
struct LintSettings {
    /// The name of the file.
    static let fileName = ".infragen.json"

    /// The ids of the rules that are not wanted.
    private(set) var disabled: Set<String> = []

    /// What makes the run end with findings; nil where nothing is said.
    private(set) var failOn: Diagnostic.Severity?

    /// The folders that are passed over, relative to that of the file.
    private(set) var excluded: Set<String> = []

    /// What is wrong with the file, and its text.
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var sources = SourceMap()

    /// Reads the file of a folder; everything is as usual where there is none.
    init(in folder: String, files: any FileSystem) {
        let path = joinedPath(folder, Self.fileName)
        switch files.read(path) {
        case .failure(let error):
            if error.reason != .notFound {
                diagnostics.append(Diagnostic(id: "unreadable-file", summary: error.summary))
            }
        case .success(let bytes):
            let file = sources.add(path: path, bytes: bytes)
            let (value, mistakes) = JSONParser.parse(bytes, file: file)
            diagnostics += mistakes
            if let value { read(value) }
        }
    }

    private mutating func read(_ value: JSONValue) {
        for member in members(of: value, what: "the settings") {
            if member.key == "lint" {
                for setting in members(of: member.value, what: "\"lint\"") { read(setting) }
            } else {
                reportUnknown(member, known: ["lint"])
            }
        }
    }

    private mutating func read(_ setting: JSONMember) {
        switch setting.key {
        case "disable":
            for (id, range) in texts(of: setting) {
                disabled.insert(id)
                guard AllRules.rule(id) == nil else { continue }
                report(
                    "unknown-rule", "there is no rule \"\(id)\"", at: range,
                    help: nearestName(to: id, among: AllRules.all.map(\.id)).map { "did you mean \"\($0)\"?" }
                )
            }
        case "exclude":
            for (path, _) in texts(of: setting) {
                excluded.insert(path.hasSuffix("/") ? String(path.dropLast()) : path)
            }
        case "fail_on":
            failOn = setting.value.string.flatMap { Diagnostic.Severity(rawValue: $0) }
            if failOn == nil {
                report("wrong-type", "\"fail_on\" is \"warning\" or \"error\"", at: setting.value.range)
            }
        default: reportUnknown(setting, known: ["disable", "exclude", "fail_on"])
        }
    }

    private mutating func members(of value: JSONValue, what: String) -> [JSONMember] {
        if let members = value.members { return members }
        report("wrong-type", "\(what) must be an object, this is \(value.kindName)", at: value.range)
        return []
    }

    private mutating func texts(of setting: JSONMember) -> [(text: String, range: SourceRange?)] {
        guard let elements = setting.value.elements else {
            report("wrong-type", "\"\(setting.key)\" must be a list of strings", at: setting.value.range)
            return []
        }
        return elements.compactMap { element in
            if let text = element.string { return (text, element.range) }
            report("wrong-type", "\"\(setting.key)\" must be a list of strings", at: element.range)
            return nil
        }
    }

    private mutating func reportUnknown(_ member: JSONMember, known: [String]) {
        report(
            "unknown-field", "unknown field \"\(member.key)\"", at: member.keyRange,
            help: nearestName(to: member.key, among: known).map { "did you mean \"\($0)\"?" }
                ?? "there are " + known.map { "\"\($0)\"" }.joined(separator: ", "))
    }

    private mutating func report(_ id: String, _ summary: String, at range: SourceRange?, help: String? = nil)
    {
        diagnostics.append(Diagnostic(id: id, summary: summary, subject: range, help: help))
    }
}
