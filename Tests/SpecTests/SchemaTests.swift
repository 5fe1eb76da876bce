import JSON
import Spec
import Testing

@Suite struct SchemaTests {
    @Test func everyFieldSaysWhatItIs() {
        func visit(_ fields: [SchemaField], _ path: String) {
            #expect(Set(fields.map(\.name)).count == fields.count, "\(path)")
            for field in fields {
                #expect(!field.help.isEmpty && !field.help.hasSuffix("."), "\(path).\(field.name)")
                visit(field.type, "\(path).\(field.name)")
            }
        }
        func visit(_ type: SchemaType, _ path: String) {
            switch type {
            case .object(let fields): visit(fields, path)
            case .list(let element, _), .nullable(let element), .map(let element, _): visit(element, path)
            default: break
            }
        }
        visit(SpecSchema.current.fields, "")
    }

    /// The completed spec has exactly the fields of the schema, so that templates can rely on it.
    @Test(arguments: ["spec.json", "minimal.json"])
    func completedSpecHasAllFields(name: String) throws {
        let spec = try #require(read(try scaffold(name)).reading.base)
        func visit(_ value: JSONValue, _ type: SchemaType, _ path: String) {
            switch type {
            case .object(let fields):
                #expect(value.members?.map(\.key).sorted() == fields.map(\.name).sorted(), "\(path)")
                for field in fields { visit(value[field.name] ?? .null, field.type, "\(path).\(field.name)") }
            case .nullable(let inner): if !value.isNull { visit(value, inner, path) }
            case .list(let element, _): for part in value.elements ?? [] { visit(part, element, path) }
            case .map(let element, _): for part in value.members ?? [] { visit(part.value, element, path) }
            case .bool: #expect(value.bool != nil, "\(path)")
            case .integer, .integers: #expect(value.int != nil, "\(path)")
            case .number: #expect(value.number != nil, "\(path)")
            case .string, .choice: #expect(value.string != nil, "\(path)")
            case .any: break
            }
        }
        visit(spec.completed, .object(SpecSchema.current.fields), "spec")
    }
}
