import Diagnostics

/// A report in the XML of JUnit, as build servers read it: each diagnostic is a failed test.
struct JUnitReport {
    let report: LintReport

    var text: String {
        let count = report.diagnostics.count
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<testsuites tests=\"\(max(count, 1))\" failures=\"\(count)\">\n"
        text +=
            "  <testsuite name=\"infragen lint\" tests=\"\(max(count, 1))\" failures=\"\(count)\" errors=\"0\">\n"
        if report.diagnostics.isEmpty { text += "    <testcase classname=\"infragen\" name=\"lint\"/>\n" }
        for diagnostic in report.diagnostics { text += testCase(diagnostic) }
        return text + "  </testsuite>\n</testsuites>\n"
    }

    private func testCase(_ diagnostic: Diagnostic) -> String {
        let path = report.path(of: diagnostic) ?? "infragen"
        var name = diagnostic.id
        if let subject = diagnostic.subject {
            let place = report.place(of: subject)
            name += " \(place.line):\(place.column)"
        }
        return """
                <testcase classname="\(Self.escaped(path))" name="\(Self.escaped(name))">
                  <failure type="\(diagnostic.severity.rawValue)" message="\(Self.escaped(diagnostic.summary))">\
            \(Self.escaped(diagnostic.text(in: report.sources)))</failure>
                </testcase>

            """
    }

    /// Text as it stands in XML; characters that XML does not have become U+FFFD.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0xfffe || scalar.value == 0xffff:
                result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
