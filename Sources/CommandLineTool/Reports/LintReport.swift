import Diagnostics

/// What there is to report of a linted folder.
struct LintReport {
    /// What is wrong, sorted.
    var diagnostics: [Diagnostic]

    /// The texts that the diagnostics point into; paths are relative to the folder.
    var sources: SourceMap

    /// The folder as the user typed it; empty for the current one.
    var folder: String

    /// How many root modules were looked at.
    var rootCount: Int

    /// Whether nothing is said when all is well.
    var isQuiet: Bool

    /// Where a range starts and ends, in lines and columns from 1.
    struct Place {
        var path: String
        var line: Int
        var column: Int
        var endLine: Int
        var endColumn: Int
    }

    /// The place of a range.
    func place(of range: SourceRange) -> Place {
        let file = sources[range.file]
        let start = file.position(at: Int(range.start))
        let end = file.position(at: Int(range.end))
        return Place(
            path: file.path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
    }

    /// The path that a diagnostic is about, relative to the folder; nil where it is about none.
    func path(of diagnostic: Diagnostic) -> String? {
        diagnostic.subject.map { sources[$0.file].path } ?? diagnostic.path
    }
}

/// The forms of a report.
enum LintReportFormat: String, CaseIterable {
    case text, json, sarif, junit, github

    /// A report in this form; colours are for texts only.
    func text(of report: LintReport, colours: Bool) -> String {
        switch self {
        case .text: return TextReport(report: report, hasColours: colours).text
        case .json: return JSONReport(report: report).text
        case .sarif: return SARIFReport(report: report).text
        case .junit: return JUnitReport(report: report).text
        case .github: return GitHubReport(report: report).text
        }
    }
}
