import CommandLineTool
import Foundation
import TemplateLibrary
import TestSupport
import Testing

@Suite struct SchemaCommandTests {
    /// Whether Python can check values by a schema.
    static let hasValidator: Bool = {
        guard let python = Tool.path(of: "python3"), let repository = try? Repository() else { return false }
        return (try? repository.run([python, "-c", "import jsonschema"]).code) == 0
    }()

    @Test func schemaIsJSONThatNamesTheFields() throws {
        let run = TestWorld().run("schema")
        #expect(run.exitCode == .done)
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        #expect(object?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect(object?["additionalProperties"] as? Bool == false)
        let fields = try #require(object?["properties"] as? [String: Any])
        for name in ["project", "regions", "services", "environments", "database"] {
            #expect((fields[name] as? [String: Any])?["description"] is String, "\(name)")
        }
    }

    /// The specs that `infragen init` writes, and slips that the schema has to see.
    @Test(
        .enabled(if: hasValidator, "python3 with the package jsonschema is not there"),
        arguments: [
            ("minimal", "", "", true), ("spec", "", "", true),
            ("minimal", "\"port\": 80", "\"port\": \"80\"", false),
            ("minimal", "\"port\": 80", "\"prot\": 80", false),
            ("minimal", "\"project\": \"demo\",", "", false),
        ])
    func schemaJudgesAsTheReaderDoes(name: String, old: String, new: String, isValid: Bool) throws {
        let shipped = ShippedTemplates.files.first { $0.path == "scaffold/\(name).json" }
        let spec = try #require(shipped).text.replacingOccurrences(of: old, with: new)
        let repository = try Repository()
        try repository.write("schema.json", TestWorld().run("schema").output)
        try repository.write("spec.json", spec)
        let script = """
            import json, jsonschema
            schema = json.load(open("schema.json"))
            jsonschema.Draft202012Validator.check_schema(schema)
            for error in jsonschema.Draft202012Validator(schema).iter_errors(json.load(open("spec.json"))):
                print("wrong:", error.message[:200])
            """
        let outcome = try repository.run([Tool.path(of: "python3") ?? "python3", "-c", script])
        #expect(outcome.code == 0, "\(outcome.text)")
        #expect(outcome.text.isEmpty == isValid, "\(outcome.text)")
    }
}
