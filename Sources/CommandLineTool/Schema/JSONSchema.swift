import JSON
import Spec

/// The spec's fields as a JSON Schema (draft 2020-12), which editors complete and check by.
enum JSONSchema {
    /// The schema of the whole spec.
    static func value(of schema: SpecSchema) -> JSONValue {
        let head = [
            JSONMember("$schema", "https://json-schema.org/draft/2020-12/schema"),
            JSONMember("title", "infragen spec"),
        ]
        return .object(head + members(of: .object(schema.fields)))
    }

    private static func members(of type: SchemaType) -> [JSONMember] {
        switch type {
        case .any: []
        case .bool: [kind("boolean")]
        case .integer(let range): [kind("integer")] + bounds(range)
        case .integers(let choices): [JSONMember("enum", .array(choices.map { .int($0) }))]
        case .number(let range): [kind("number")] + bounds(range)
        case .string(let pattern):
            [kind("string")] + (pattern.map { [JSONMember("pattern", .string($0))] } ?? [])
        case .choice(let words): [JSONMember("enum", .array(words.map { .string($0) }))]
        case .nullable(let inner):
            [JSONMember("anyOf", .array([.object(members(of: inner)), .object([kind("null")])]))]
        case .list(let element, let count): list(element, count)
        case .map(let element, let keys): map(element, keys)
        case .object(let fields): object(fields)
        }
    }

    private static func list(_ element: SchemaType, _ count: ClosedRange<Int>?) -> [JSONMember] {
        var list = [kind("array"), JSONMember("items", .object(members(of: element)))]
        if let count {
            if count.lowerBound > 0 { list.append(JSONMember("minItems", .int(count.lowerBound))) }
            if count.upperBound < Int.max { list.append(JSONMember("maxItems", .int(count.upperBound))) }
        }
        return list
    }

    private static func map(_ element: SchemaType, _ keys: SchemaType.MapKeys) -> [JSONMember] {
        var names: [JSONMember] = []
        if let pattern = keys.pattern { names.append(JSONMember("pattern", .string(pattern))) }
        if let choices = keys.choices {
            names.append(JSONMember("enum", .array(choices.map { .string($0) })))
        }
        let map = [kind("object"), JSONMember("additionalProperties", .object(members(of: element)))]
        return names.isEmpty ? map : map + [JSONMember("propertyNames", .object(names))]
    }

    private static func object(_ fields: [SchemaField]) -> [JSONMember] {
        let required = fields.filter(\.isRequired).map { JSONValue.string($0.name) }
        var object = [kind("object")]
        if !required.isEmpty { object.append(JSONMember("required", .array(required))) }
        object.append(JSONMember("properties", .object(fields.map { JSONMember($0.name, property($0)) })))
        return object + [JSONMember("additionalProperties", false)]
    }

    /// A field, with what it means, its default, and whether it may differ between environments.
    private static func property(_ field: SchemaField) -> JSONValue {
        var help = field.help
        if let derived = field.derived { help += " (default: \(derived))" }
        if field.scope == .perEnvironment { help += "; may differ between environments" }
        var property = [JSONMember("description", .string(help))] + members(of: field.type)
        if let standard = field.standard { property.append(JSONMember("default", standard)) }
        return .object(property)
    }

    private static func kind(_ name: String) -> JSONMember { JSONMember("type", .string(name)) }

    private static func bounds(_ range: ClosedRange<Int>?) -> [JSONMember] {
        guard let range else { return [] }
        let low = range.lowerBound > Int.min ? [JSONMember("minimum", .int(range.lowerBound))] : []
        return low + (range.upperBound < Int.max ? [JSONMember("maximum", .int(range.upperBound))] : [])
    }

    private static func bounds(_ range: ClosedRange<Double>?) -> [JSONMember] {
        guard let range else { return [] }
        var bounds: [JSONMember] = []
        if range.lowerBound > -.infinity { bounds.append(JSONMember("minimum", number(range.lowerBound))) }
        if range.upperBound < .infinity { bounds.append(JSONMember("maximum", number(range.upperBound))) }
        return bounds
    }

    private static func number(_ value: Double) -> JSONValue {
        Int(exactly: value).map { .int($0) } ?? JSONValue(.number(JSONNumber(text: "\(value)")))
    }
}
