import Diagnostics
import Files

/// A report for people: each diagnostic with its source line, and how many there are.
struct TextReport {
    let report: LintReport
    let hasColours: Bool

    var text: String {
        if report.diagnostics.isEmpty {
            return report.isQuiet ? "" : "nothing is wrong in \(counted(report.rootCount, "root module"))\n"
        }
        // People open files from where they are, not from the folder that is linted.
        var sources = SourceMap()
        for file in report.sources.files {
            _ = sources.add(path: joinedPath(report.folder, file.path), bytes: file.bytes)
        }
        var text = ""
        for var diagnostic in report.diagnostics {
            diagnostic.path = diagnostic.path.map { joinedPath(report.folder, $0) }
            let plain = Console.printable(diagnostic.text(in: sources))
            text += (hasColours ? Console.coloured(plain, diagnostic) : plain) + "\n"
        }
        return text + Console.count(of: report.diagnostics) + "\n"
    }
}
