import Spec
import TemplateEngine

/// The shapes of the completed spec and of the parts of it that templates see under other names.
struct SpecShapes {
    /// The whole spec.
    let spec: TemplateShape

    /// A region's network.
    let network: TemplateShape

    /// A service with what is derived from it.
    let service: TemplateShape

    /// A service in a variable file: with its name and rules.
    let environmentService: TemplateShape

    /// A network in a variable file: with the name of its region.
    let environmentNetwork: TemplateShape

    init(_ schema: SpecSchema) {
        spec = Self.record(schema.fields)
        network = Self.shape(of: "regions", "network", in: schema.fields)
        let plain = Self.shape(of: "services", in: schema.fields)
        service = plain.adding(Self.fields(of: ServiceFields.derived.shape))
        environmentService = plain.adding([
            "name": .string, "id": .string, "has_rule": .bool, "rules": .list(ServiceFields.rule.shape),
        ])
        environmentNetwork = network.adding(["region": .string])
    }

    /// The shape of an object.
    private static func record(_ fields: [SchemaField]) -> TemplateShape {
        .record(
            Dictionary(fields.map { ($0.name, shape(of: $0.type)) }, uniquingKeysWith: { first, _ in first }))
    }

    /// The shape of a field's values.
    private static func shape(of type: SchemaType) -> TemplateShape {
        switch type {
        case .any: .any
        case .bool: .bool
        case .integer, .integers, .number: .number
        case .string, .choice: .string
        case .nullable(let inner): .nullable(shape(of: inner))
        case .list(let element, count: _): .list(shape(of: element))
        case .map(let element, keys: _): .map(shape(of: element))
        case .object(let fields): record(fields)
        }
    }

    /// The shape of the things at the end of a path of fields, inside lists and maps.
    private static func shape(of path: String..., in fields: [SchemaField]) -> TemplateShape {
        var fields = fields
        var type = SchemaType.any
        for name in path {
            type = fields.first { $0.name == name }.map { element(of: $0.type) } ?? .any
            if case .object(let inner) = type { fields = inner }
        }
        return shape(of: type)
    }

    /// What a list, a map or an optional holds.
    private static func element(of type: SchemaType) -> SchemaType {
        switch type {
        case .nullable(let inner), .list(let inner, count: _), .map(let inner, keys: _): element(of: inner)
        default: type
        }
    }

    private static func fields(of shape: TemplateShape) -> [String: TemplateShape] {
        if case .record(let fields) = shape { return fields }
        return [:]
    }
}

extension TemplateShape {
    /// A record with further fields; those that it has already are replaced.
    func adding(_ fields: [String: TemplateShape]) -> TemplateShape {
        guard case .record(let own) = self else { return self }
        return .record(own.merging(fields, uniquingKeysWith: { _, new in new }))
    }
}
