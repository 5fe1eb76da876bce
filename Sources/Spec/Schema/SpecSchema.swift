public import JSON

/// Where a field may differ between environments.
public enum FieldScope: String, Sendable, Hashable {
    /// It decides what exists, so it is the same in every environment.
    case structural

    /// It is a value, which an environment may override.
    case perEnvironment

    /// It holds fields of both kinds.
    case mixed
}

/// The kind of a field's value.
public indirect enum SchemaType: Sendable {
    /// Any value.
    case any

    /// A boolean.
    case bool

    /// A whole number, within bounds where there are any.
    case integer(ClosedRange<Int>?)

    /// One of some whole numbers.
    case integers([Int])

    /// A number, within bounds where there are any.
    case number(ClosedRange<Double>?)

    /// A text; the pattern is a regular expression.
    case string(pattern: String?)

    /// One of some words.
    case choice([String])

    /// The kind inside, or null.
    case nullable(SchemaType)

    /// A list of values of one kind.
    case list(SchemaType, count: ClosedRange<Int>?)

    /// An object with keys of the user's choice.
    case map(SchemaType, keys: MapKeys)

    /// An object with known fields.
    case object([SchemaField])

    /// What the keys of a map may be.
    public struct MapKeys: Sendable {
        /// The form of a key as a regular expression; nil for any.
        public var pattern: String?

        /// The only keys; nil for any.
        public var choices: [String]?
    }

    /// A map in terms of how its keys are read.
    static func map(_ element: SchemaType, keys: KeyType) -> SchemaType {
        .map(element, keys: MapKeys(pattern: keys.pattern?.regularExpression, choices: keys.choices))
    }

    /// The fields of an object, also of one that may be null; nil for any other kind.
    var fields: [SchemaField]? {
        switch self {
        case .object(let fields): fields
        case .nullable(let type): type.fields
        default: nil
        }
    }
}

/// One field of the spec, as its reading line declares it.
public struct SchemaField: Sendable {
    /// The key.
    public var name: String

    /// The kind of its value.
    public var type: SchemaType

    /// Whether it must be written.
    public var isRequired: Bool

    /// The value when nobody writes one; nil where it must be written or depends on other fields.
    public var standard: JSONValue?

    /// What the default depends on; nil where it is always the same.
    public var derived: String?

    /// Where it may differ.
    public var scope: FieldScope

    /// What it means, in a phrase.
    public var help: String
}

/// All fields of the spec, from the lines that read it.
public struct SpecSchema: Sendable {
    /// The fields of the root object.
    public var fields: [SchemaField]

    /// The schema of this version of infragen.
    public static var current: SpecSchema {
        SpecSchema(
            fields: ObjectReader.fields { InfrastructureSpec(&$0, preset: .none, options: SpecOptions()) })
    }
}
