// Filters on lists.
extension Filter {
    static let listFilters: [Filter] = [
        list("first", gives: { $0.orNull }) { $0.first ?? .null },
        list("last", gives: { $0.orNull }) { $0.last ?? .null },
        list("reverse", gives: { .list($0) }) { .list($0.reversed()) },
        list("unique", gives: { .list($0) }) { items in
            var seen: Set<TemplateValue> = []
            return .list(items.filter { seen.insert($0).inserted })
        },
        Filter("sort", signature: sortSignature) { value, _ in
            guard case .list(let items) = value, items.allSatisfy({ isLess($0, items[0]) != nil }) else {
                return .needs("a list of strings or numbers")
            }
            return .value(.list(items.sorted { isLess($0, $1) == true }))
        },
        Filter("join", arguments: 0...1, signature: joinSignature) { value, arguments in
            guard case .list(let items) = value, case .string(let separator) = arguments.first ?? .string("")
            else {
                return .needs("a list of strings or numbers")
            }
            let texts = items.compactMap(\.text)
            guard texts.count == items.count else { return .needs("a list of strings or numbers") }
            return .value(.string(texts.joined(separator: separator)))
        },
        Filter("pluck", arguments: 1...1, signature: pluckSignature) { value, arguments in
            guard case .list(let items) = value, case .string(let name) = arguments[0] else {
                return .needs("a list of records and the name of a field")
            }
            let fields = items.compactMap { field(name, of: $0) }
            return fields.count == items.count
                ? .value(.list(fields)) : .needs("a list of records that all have \"\(name)\"")
        },
        Filter("where", arguments: 1...2, signature: whereSignature) { value, arguments in
            guard case .list(let items) = value, case .string(let name) = arguments[0] else {
                return .needs("a list of records and the name of a field")
            }
            let kept = items.filter { item in
                let value = field(name, of: item) ?? .null
                return arguments.count > 1 ? value.isEqual(to: arguments[1]) : value.isTrue
            }
            return .value(.list(kept))
        },
    ]

    /// The order of two strings or two numbers; nil for other values.
    static func isLess(_ left: TemplateValue, _ right: TemplateValue) -> Bool? {
        if case .int(let left) = left, case .int(let right) = right { return left < right }
        if let left = left.numeric, let right = right.numeric { return left < right }
        guard case .string(let left) = left, case .string(let right) = right else { return nil }
        return left < right
    }

    private static func field(_ name: String, of value: TemplateValue) -> TemplateValue? {
        if case .map(let map) = value { return map[name] }
        return nil
    }

    /// A filter from a list.
    private static func list(
        _ name: String, gives shape: @escaping @Sendable (TemplateShape) -> TemplateShape,
        _ change: @escaping @Sendable ([TemplateValue]) -> TemplateValue
    ) -> Filter {
        let signature: Signature = { whole, _ in
            if case .list(let item) = whole { return .shape(shape(item)) }
            return .needs("a list")
        }
        return Filter(name, signature: signature) { value, _ in
            guard case .list(let items) = value else { return .needs("a list") }
            return .value(change(items))
        }
    }

    private static let sortSignature: Signature = { shape, _ in
        if case .list(let item) = shape, item.isString || item == .number { return .shape(shape) }
        return .needs("a list of strings or numbers")
    }

    private static let joinSignature: Signature = { shape, arguments in
        if case .list(let item) = shape, item.hasText, arguments.allSatisfy({ $0.shape.isString }) {
            return .shape(.string)
        }
        return .needs("a list of strings or numbers")
    }

    /// What a filter says that reads a field of the records in a list.
    private static func withField(
        _ arguments: [Argument], of shape: TemplateShape,
        _ outcome: (_ field: TemplateShape, _ name: String, _ fields: [String: TemplateShape]) -> ShapeOutcome
    ) -> ShapeOutcome {
        if shape == .list(.never) { return .shape(shape) }
        guard case .list(.record(let fields)) = shape, case .string(let name) = arguments.first?.literal
        else {
            return .needs("a list of records and the name of a field in quotes")
        }
        guard let field = fields[name] else { return .unknownField(name, known: fields.keys.sorted()) }
        return outcome(field, name, fields)
    }

    private static let pluckSignature: Signature = { shape, arguments in
        withField(arguments, of: shape) { field, _, _ in .shape(.list(field)) }
    }

    private static let whereSignature: Signature = { shape, arguments in
        withField(arguments, of: shape) { field, name, fields in
            guard arguments.count > 1 else {
                // What was kept is true, and so not null.
                let kept = fields.merging([name: field.unwrapped]) { $1 }
                return field == .number ? .needs("a field that is no number") : .shape(.list(.record(kept)))
            }
            return field.united(with: arguments[1].shape) != nil
                ? .shape(shape) : .needs("a field that can be \(arguments[1].shape.name)")
        }
    }
}
