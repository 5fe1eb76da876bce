import Diagnostics
import Files

/// A report as workflow commands of GitHub Actions, which shows them beside the lines.
struct GitHubReport {
    let report: LintReport

    var text: String { report.diagnostics.map(line).joined() }

    private func line(_ diagnostic: Diagnostic) -> String {
        var properties: [String] = []
        if let path = report.path(of: diagnostic) {
            // GitHub wants paths from the root of the repository, where it runs.
            properties.append("file=" + Self.property(joinedPath(report.folder, path)))
        }
        if let subject = diagnostic.subject {
            let place = report.place(of: subject)
            properties += ["line=\(place.line)", "endLine=\(place.endLine)"]
            // Columns count only within one line.
            if place.line == place.endLine {
                properties += ["col=\(place.column)", "endColumn=\(place.endColumn)"]
            }
        }
        properties.append("title=" + Self.property(diagnostic.id))
        let help = diagnostic.help.map { "\n" + $0 } ?? ""
        let message = Self.escaped(diagnostic.summary + help)
        return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(message)\n"
    }

    private static func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "%": return "%25"
            case "\r": return "%0D"
            case "\n": return "%0A"
            case "\r\n": return "%0D%0A"
            default: return String(character)
            }
        }.joined()
    }

    private static func property(_ text: String) -> String {
        escaped(text).map { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : String($0) }.joined()
    }
}
