import TemplateEngine

/// One name that templates see in a record: its shape, and how it is computed.
///
/// Shape and value stand in one line, so that a name cannot promise what it does not hold.
struct Field<Subject>: Sendable {
    let name: String
    let shape: TemplateShape
    let value: @Sendable (Subject) -> TemplateValue

    init(_ name: String, _ shape: TemplateShape, _ value: @escaping @Sendable (Subject) -> TemplateValue) {
        self.name = name
        self.shape = shape
        self.value = value
    }

    static func text(_ name: String, _ value: @escaping @Sendable (Subject) -> String) -> Field {
        Field(name, .string) { .string(value($0)) }
    }

    static func flag(_ name: String, _ value: @escaping @Sendable (Subject) -> Bool) -> Field {
        Field(name, .bool) { .bool(value($0)) }
    }

    static func texts(_ name: String, _ value: @escaping @Sendable (Subject) -> [String]) -> Field {
        Field(name, .list(.string)) { .list(value($0).map { .string($0) }) }
    }

    /// A text that may be absent.
    static func optionalText(_ name: String, _ value: @escaping @Sendable (Subject) -> String?) -> Field {
        Field(name, .nullable(.string)) { subject in value(subject).map { .string($0) } ?? .null }
    }

    /// Records in order.
    static func records<Item>(
        _ name: String, _ record: Record<Item>, _ value: @escaping @Sendable (Subject) -> [Item]
    ) -> Field {
        Field(name, .list(record.shape)) { .list(value($0).map { record.value(of: $0) }) }
    }
}

/// The names that templates see of one kind of thing.
struct Record<Subject>: Sendable {
    let fields: [Field<Subject>]

    init(_ fields: [Field<Subject>]) { self.fields = fields }

    /// The shape of the record.
    var shape: TemplateShape {
        .record(Dictionary(fields.map { ($0.name, $0.shape) }, uniquingKeysWith: { first, _ in first }))
    }

    /// The record of one thing.
    func value(of subject: Subject) -> TemplateValue {
        .map(
            TemplateMap(
                Dictionary(
                    fields.map { ($0.name, $0.value(subject)) }, uniquingKeysWith: { first, _ in first })))
    }
}
