import Diagnostics
import JSON
import Lint

/// A report in SARIF 2.1.0, as code scanning services read it.
struct SARIFReport {
    let report: LintReport

    var text: String {
        let ids = Set(report.diagnostics.map(\.id)).sorted()
        let indices = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        let driver: JSONValue = [
            "name": "infragen", "semanticVersion": .string(Infragen.version),
            "rules": JSONValue(.array(ids.map(rule))),
        ]
        let results = report.diagnostics.map { result($0, indices[$0.id] ?? 0) }
        return JSONWriter.pretty([
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [
                [
                    "tool": ["driver": driver],
                    "columnKind": "unicodeCodePoints",
                    "results": JSONValue(.array(results)),
                ]
            ],
        ])
    }

    private func rule(_ id: String) -> JSONValue {
        guard let rule = AllRules.rule(id) else { return ["id": .string(id)] }
        return [
            "id": .string(id),
            "shortDescription": ["text": .string(rule.summary)],
            "fullDescription": ["text": .string(rule.explanation)],
            "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
        ]
    }

    private func result(_ diagnostic: Diagnostic, _ index: Int) -> JSONValue {
        let help = diagnostic.help.map { "\n" + $0 } ?? ""
        var members: [JSONMember] = [
            JSONMember("ruleId", .string(diagnostic.id)), JSONMember("ruleIndex", .int(index)),
            JSONMember("level", .string(diagnostic.severity.rawValue)),
            JSONMember("message", ["text": .string(diagnostic.summary + help)]),
        ]
        if let location = location(diagnostic.subject, path: report.path(of: diagnostic)) {
            members.append(JSONMember("locations", [JSONValue(.object(location))]))
        }
        let related = diagnostic.notes.enumerated().compactMap { number, note -> JSONValue? in
            guard let range = note.range, let place = location(range, path: report.sources[range.file].path)
            else {
                return nil
            }
            return JSONValue(
                .object(
                    [
                        JSONMember("id", .int(number + 1)),
                        JSONMember("message", ["text": .string(note.message)]),
                    ] + place))
        }
        if !related.isEmpty { members.append(JSONMember("relatedLocations", .array(related))) }
        return JSONValue(.object(members))
    }

    private func location(_ range: SourceRange?, path: String?) -> [JSONMember]? {
        guard let path else { return nil }
        var physical: [JSONMember] = [
            JSONMember("artifactLocation", ["uri": .string(Self.uri(path)), "uriBaseId": "%SRCROOT%"])
        ]
        if let range { physical.append(JSONMember("region", region(range))) }
        return [JSONMember("physicalLocation", JSONValue(.object(physical)))]
    }

    /// A range in code points, which is what SARIF counts.
    private func region(_ range: SourceRange) -> JSONValue {
        let file = report.sources[range.file]
        let place = report.place(of: range)
        func column(_ offset: Int) -> Int {
            let start = file.line(at: offset).lowerBound
            return file.text(start..<max(start, offset)).unicodeScalars.count + 1
        }
        return [
            "startLine": .int(place.line), "startColumn": .int(column(Int(range.start))),
            "endLine": .int(place.endLine), "endColumn": .int(column(Int(range.end))),
        ]
    }

    /// A relative path as a URI.
    static func uri(_ path: String) -> String {
        var text = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
                UInt8(ascii: "_"),
                UInt8(ascii: "-"), UInt8(ascii: "~"):
                text.append(Character(Unicode.Scalar(byte)))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                text += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return text
    }
}
