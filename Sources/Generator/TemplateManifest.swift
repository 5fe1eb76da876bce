import Diagnostics
import JSON

/// What a template folder is for: its `module.json`.
struct TemplateManifest {
    /// How often, where and when one template of the folder is rendered.
    struct File {
        /// The output path as a template; nil for the template's own name without `.tmpl`.
        var path: String?

        /// `region` or `environment` for one file each.
        var each: String?

        /// A template condition; nil for always.
        var when: String?
    }

    /// What the module is for, in one sentence.
    var purpose = ""

    /// A template condition over the system: whether the folder is rendered.
    var when = "true"

    /// The folder below the output folder; empty for the output folder itself.
    var folder = ""

    /// Whether the folder is rendered once for a tree of several roots, and not in each of them.
    var isForTree = false

    /// What is said of single templates, by file name.
    var files: [String: File] = [:]

    /// Reads a manifest; what is wrong with it is reported.
    init(bytes: [UInt8], file: FileID, report: (Diagnostic) -> Void) {
        let (json, diagnostics) = JSONParser.parse(bytes, file: file)
        diagnostics.forEach(report)
        guard let json else { return }
        for member in json.members ?? [] {
            switch member.key {
            case "purpose": purpose = Self.text(member, report)
            case "section": _ = Self.text(member, report)
            case "when": when = Self.text(member, report)
            case "folder": folder = Self.text(member, report)
            case "files": files = Self.files(member.value, report)
            case "for_tree": isForTree = member.value.bool ?? false
            default:
                let names = ["purpose", "section", "when", "folder", "for_tree", "files"]
                report(Self.unknown(member, among: names))
            }
        }
    }

    private static func files(_ json: JSONValue, _ report: (Diagnostic) -> Void) -> [String: File] {
        var files: [String: File] = [:]
        for entry in json.members ?? [] {
            var file = File()
            for member in entry.value.members ?? [] {
                switch member.key {
                case "path": file.path = text(member, report)
                case "each": file.each = text(member, report)
                case "when": file.when = text(member, report)
                default: report(unknown(member, among: ["path", "each", "when"]))
                }
            }
            files[entry.key] = file
        }
        return files
    }

    private static func text(_ member: JSONMember, _ report: (Diagnostic) -> Void) -> String {
        if let text = member.value.string { return text }
        report(
            Diagnostic(
                id: "wrong-type",
                summary: "\"\(member.key)\" must be a string, found \(member.value.kindName)",
                subject: member.value.range))
        return ""
    }

    private static func unknown(_ member: JSONMember, among names: [String]) -> Diagnostic {
        Diagnostic(
            id: "unknown-field", summary: "a template manifest has no field \"\(member.key)\"",
            subject: member.keyRange,
            help: nearestName(to: member.key, among: names).map { "did you mean \"\($0)\"?" }
                ?? "the fields are \(names.joined(separator: ", "))")
    }
}
