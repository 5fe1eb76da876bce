import Diagnostics
import Foundation
import TemplateEngine
import TestSupport
import Testing

/// The shapes of `sampleValues`, and of a few more.
let sampleShapes: [String: TemplateShape] = [
    "name": .string, "id": .string, "count": .number, "ratio": .number, "on": .bool, "off": .bool,
    "zones": .list(.string), "tags": .map(.string), "vpc": .reference, "free": .any, "service": service,
    "services": .list(service),
]

private let service = TemplateShape.record([
    "name": .string, "port": .number, "mode": .choice(["ec2", "fargate"]), "owner": .nullable(.string),
    "owners": .nullable(.list(.string)),
    "canary": .nullable(.record(["image": .string, "owner": .nullable(.string)])),
])

@Suite struct CheckerTests {
    private static let fixtures = folder() + "/Fixtures"

    /// The templates of a fixture folder that are no partials.
    private static func templates(in name: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: fixtures + "/" + name)) ?? []
        return names.filter { $0.hasSuffix(".tmpl") && !$0.hasPrefix("_") }.sorted()
    }

    /// What the checker says about a template of a fixture folder.
    private func diagnostics(of template: String, in name: String) throws -> String {
        let root = Self.fixtures + "/" + name
        var sources = SourceMap()
        var set = TemplateSet()
        for path in try FileManager.default.contentsOfDirectory(atPath: root).sorted()
        where path.hasSuffix(".tmpl") {
            let bytes = try #require(FileManager.default.contents(atPath: root + "/" + path))
            set.add(path: path, bytes: Array(bytes), to: &sources)
        }
        var checker = Checker(set)
        return checker.check(template, roots: sampleShapes).map { $0.text(in: sources) }.joined(
            separator: "\n")
    }

    @Test(arguments: templates(in: "errors"))
    func mistakesAreTold(template: String) throws {
        let text = try diagnostics(of: template, in: "errors")
        let path = "\(Self.fixtures)/errors/\(template.dropLast(5)).expected"
        if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] != nil {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text == expected, "UPDATE_FIXTURES=1 records what is said now")
        #expect(!text.isEmpty)
    }

    @Test(arguments: templates(in: "fine"))
    func fineTemplatesPass(template: String) throws {
        let text = try diagnostics(of: template, in: "fine")
        #expect(text.isEmpty, "\(text)")
    }

    @Test(arguments: [
        (TemplateShape.string, TemplateValue.int(1), "value is a number, not a string"),
        (.list(.bool), .list([.bool(true), .null]), "value[1] is null, not a bool"),
        (.map(.string), .map(of: ["a": .list([])]), "value[\"a\"] is a list, not a string"),
        (.record(["a": .string]), .map(of: [:]), "value has no field \"a\""),
        (.record([:]), .map(of: ["a": .null]), "value has a field \"a\" that its shape does not know"),
        (.choice(["a", "b"]), .string("c"), "value is \"c\", none of a, b"),
        (.nullable(.record(["a": .any])), .map(of: ["a": .list([])]), ""),
        (.nullable(.number), .null, ""),
    ])
    func mismatchesAreFound(shape: TemplateShape, value: TemplateValue, expected: String) {
        #expect((shape.mismatch(with: value, at: "value") ?? "") == expected)
    }
}
