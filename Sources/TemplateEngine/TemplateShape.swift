/// What a value is, as far as it is known before there is one.
public indirect enum TemplateShape: Sendable, Hashable {
    case string, number, bool, reference

    /// A string that is one of these, so that a comparison with another one is a slip.
    case choice([String])

    /// Anything; it can only be written out as a literal.
    case any

    /// Values of one shape in order.
    case list(TemplateShape)

    /// Values of one shape by names that are not known.
    case map(TemplateShape)

    /// Values by names that are known.
    case record([String: TemplateShape])

    /// A value or null.
    case nullable(TemplateShape)

    /// No value at all, such as the elements of an empty list.
    case never

    /// The shape as people call it in a message.
    var name: String {
        switch self {
        case .string, .choice: return "a string"
        case .number: return "a number"
        case .bool: return "a bool"
        case .reference: return "a reference"
        case .any: return "a value of any type"
        case .list(let item): return "a list" + item.ofMany
        case .map(let item): return "a map" + item.ofMany
        case .record: return "a record"
        case .nullable(.never), .never: return "null"
        case .nullable(let shape): return shape.name + " or null"
        }
    }

    /// The shape as what a list or map is of.
    private var ofMany: String {
        switch self {
        case .string, .choice: return " of strings"
        case .number: return " of numbers"
        case .bool: return " of bools"
        case .reference: return " of references"
        case .list: return " of lists"
        case .map: return " of maps"
        case .record: return " of records"
        case .nullable(let shape): return shape.ofMany + " or nulls"
        case .any, .never: return ""
        }
    }

    /// The shape without null.
    var unwrapped: TemplateShape {
        if case .nullable(let shape) = self { return shape.unwrapped }
        return self
    }

    /// The shape and null.
    var orNull: TemplateShape { .nullable(unwrapped) }

    /// Whether null is one of its values.
    var isNullable: Bool {
        if case .nullable = self { return true }
        return false
    }

    var isString: Bool {
        switch self {
        case .string, .choice, .never: return true
        default: return false
        }
    }

    /// Whether values of the shape have a text that can stand inside other text.
    var hasText: Bool { isString || self == .number || self == .bool || self == .reference }

    /// The shape that holds the values of both; nil when there is none but `any`.
    func united(with other: TemplateShape) -> TemplateShape? {
        if self == other { return self }
        switch (self, other) {
        case (.never, _): return other
        case (_, .never): return self
        case (.nullable, _), (_, .nullable): return unwrapped.united(with: other.unwrapped)?.orNull
        case (.choice(let left), .choice(let right)): return .choice(Set(left).union(right).sorted())
        case (.list(let left), .list(let right)): return left.united(with: right).map { .list($0) }
        case (.map(let left), .map(let right)): return left.united(with: right).map { .map($0) }
        case (.record(let left), .record(let right)): return Self.united(left, right)
        default: return isString && other.isString ? .string : nil
        }
    }

    private static func united(_ left: [String: TemplateShape], _ right: [String: TemplateShape])
        -> TemplateShape?
    {
        guard left.count == right.count else { return nil }
        var fields: [String: TemplateShape] = [:]
        for (name, shape) in left {
            guard let other = right[name], let both = shape.united(with: other) else { return nil }
            fields[name] = both
        }
        return .record(fields)
    }

    /// The shape of some values together; `any` when they differ.
    static func union(of shapes: [TemplateShape]) -> TemplateShape {
        shapes.reduce(.never) { $0.united(with: $1) ?? .any }
    }

    /// The shape of a literal.
    static func literal(_ value: TemplateValue) -> TemplateShape {
        switch value {
        case .null: return .nullable(.never)
        case .bool: return .bool
        case .int, .number: return .number
        case .string: return .string
        case .reference: return .reference
        case .list(let items): return .list(union(of: items.map(literal)))
        case .map(let map):
            return .record(
                Dictionary(uniqueKeysWithValues: map.entries.map { ($0.key.text, literal($0.value)) }))
        }
    }
}

extension TemplateShape {
    /// Where a value is not of this shape, in words; nil when it is.
    ///
    /// What is rendered was checked against shapes, so whoever makes the values tests them with this.
    public func mismatch(with value: TemplateValue, at path: String = "value") -> String? {
        switch (self, value) {
        case (.any, _), (.nullable, .null), (.string, .string), (.number, .int), (.number, .number),
            (.bool, .bool), (.reference, .reference):
            return nil
        case (.nullable(let shape), _): return shape.mismatch(with: value, at: path)
        case (.choice(let choices), .string(let text)):
            return choices.contains(text)
                ? nil : "\(path) is \"\(text)\", none of \(choices.joined(separator: ", "))"
        case (.list(let shape), .list(let items)):
            return first(items.enumerated().lazy.map { shape.mismatch(with: $1, at: "\(path)[\($0)]") })
        case (.map(let shape), .map(let map)):
            return first(
                map.entries.lazy.map { shape.mismatch(with: $0.value, at: "\(path)[\"\($0.key.text)\"]") })
        case (.record(let fields), .map(let map)):
            if let surplus = map.keys.first(where: { fields[$0] == nil }) {
                return "\(path) has a field \"\(surplus)\" that its shape does not know"
            }
            return first(
                fields.sorted { $0.key < $1.key }.lazy.map { name, shape in
                    guard let field = map[name] else { return "\(path) has no field \"\(name)\"" }
                    return shape.mismatch(with: field, at: "\(path).\(name)")
                })
        default: return "\(path) is \(value.kindName), not \(name)"
        }
    }

    private func first(_ mismatches: some Sequence<String?>) -> String? {
        for mismatch in mismatches { if let mismatch { return mismatch } }
        return nil
    }
}
