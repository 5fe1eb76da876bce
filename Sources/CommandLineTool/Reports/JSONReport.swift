import Diagnostics
import JSON

/// A report for programs.
struct JSONReport {
    let report: LintReport

    var text: String {
        JSONWriter.pretty([
            "version": 1,
            "diagnostics": JSONValue(.array(report.diagnostics.map(value))),
        ])
    }

    private func value(_ diagnostic: Diagnostic) -> JSONValue {
        var members: [JSONMember] = [
            JSONMember("rule", .string(diagnostic.id)),
            JSONMember("severity", .string(diagnostic.severity.rawValue)),
            JSONMember("message", .string(diagnostic.summary)),
            JSONMember("help", diagnostic.help.map { .string($0) } ?? nil),
        ]
        members += place(of: diagnostic.subject, path: report.path(of: diagnostic))
        members.append(JSONMember("notes", .array(diagnostic.notes.map(value))))
        return JSONValue(.object(members))
    }

    private func value(_ note: Diagnostic.Note) -> JSONValue {
        let path = note.range.map { report.sources[$0.file].path }
        return JSONValue(
            .object([JSONMember("message", .string(note.message))] + place(of: note.range, path: path)))
    }

    private func place(of range: SourceRange?, path: String?) -> [JSONMember] {
        let place = range.map { report.place(of: $0) }
        let numbers = [
            ("line", place?.line), ("column", place?.column), ("end_line", place?.endLine),
            ("end_column", place?.endColumn),
        ]
        return [JSONMember("file", path.map { .string($0) } ?? nil)]
            + numbers.map { JSONMember($0.0, $0.1.map { .int($0) } ?? nil) }
    }
}
