public import Diagnostics

/// A JSON value and the place where it was written.
///
/// Two values are equal when they mean the same: ranges, the order of members and the spelling of numbers
/// (`1.0`, `1`) do not count.
public struct JSONValue: Sendable {
    /// What the value is.
    public enum Kind: Sendable {
        /// The literal `null`.
        case null

        /// The literal `true` or `false`.
        case bool(Bool)

        /// A number as it was written.
        case number(JSONNumber)

        /// A string with its escapes decoded.
        case string(String)

        /// The elements of an array.
        case array([JSONValue])

        /// The members of an object in the order of the text; keys are distinct.
        case object([JSONMember])
    }

    /// What the value is.
    public var kind: Kind

    /// The text of the value; nil where nobody wrote it (a default, a derived value).
    public var range: SourceRange?

    package init(_ kind: Kind, at range: SourceRange? = nil) {
        self.kind = kind
        self.range = range
    }
}

/// One `"key": value` of an object.
public struct JSONMember: Sendable {
    /// The key with its escapes decoded.
    public var key: String

    /// The key with its quotes; nil where nobody wrote it.
    public var keyRange: SourceRange?

    /// The value.
    public var value: JSONValue

    package init(_ key: String, at keyRange: SourceRange? = nil, _ value: JSONValue) {
        self.key = key
        self.keyRange = keyRange
        self.value = value
    }

    /// The text from the key to the end of the value; nil where nobody wrote it.
    public var range: SourceRange? {
        guard let keyRange else { return value.range }
        guard let end = value.range, end.file == keyRange.file else { return keyRange }
        return keyRange.union(end)
    }
}

extension JSONValue {
    /// Whether the value is `null`.
    public var isNull: Bool {
        if case .null = kind { return true }
        return false
    }

    /// The value of a boolean; nil for any other kind.
    public var bool: Bool? {
        if case .bool(let value) = kind { return value }
        return nil
    }

    /// The number; nil for any other kind.
    public var number: JSONNumber? {
        if case .number(let value) = kind { return value }
        return nil
    }

    /// The value of a whole number that an `Int` holds; nil for anything else.
    public var int: Int? { number?.int }

    /// The value of a number, rounded to the nearest `Double`; nil for any other kind or when it is too large.
    public var double: Double? { number?.double }

    /// The text of a string; nil for any other kind.
    public var string: String? {
        if case .string(let value) = kind { return value }
        return nil
    }

    /// The elements of an array; nil for any other kind.
    public var elements: [JSONValue]? {
        if case .array(let elements) = kind { return elements }
        return nil
    }

    /// The members of an object in order; nil for any other kind.
    public var members: [JSONMember]? {
        if case .object(let members) = kind { return members }
        return nil
    }

    /// The member of an object with a key; nil where there is none or the value is no object.
    public func member(_ key: String) -> JSONMember? { members?.first { $0.key == key } }

    /// The value of an object's member; nil where there is none or the value is no object.
    public subscript(key: String) -> JSONValue? { member(key)?.value }

    /// The kind with its article, as messages name it: `an object`, `a string`.
    public var kindName: String {
        switch kind {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension JSONValue: Equatable {
    /// Whether two values mean the same; ranges, order of members and spelling of numbers do not count.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left.kind, right.kind) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.number(let left), .number(let right)): return left == right
        case (.string(let left), .string(let right)): return left == right
        case (.array(let left), .array(let right)): return left == right
        case (.object(let left), .object(let right)):
            guard left.count == right.count else { return false }
            let values = Dictionary(right.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
            return left.allSatisfy { values[$0.key] == $0.value }
        default: return false
        }
    }
}
