// Filters on lists and maps.
extension Filter {
    static let listFilters: [Filter] = [
        list("first") { $0.first ?? .null },
        list("last") { $0.last ?? .null },
        list("reverse") { .list($0.reversed()) },
        list("unique") { items in
            var seen: Set<TemplateValue> = []
            return .list(items.filter { seen.insert($0).inserted })
        },
        Filter("sort") { value, _ in
            guard case .list(let items) = value else { return .needs("a list of strings or numbers") }
            let sorted = items.sorted { isLess($0, $1) == true }
            let isSortable = items.allSatisfy { isLess($0, $0) != nil }
            return isSortable ? .value(.list(sorted)) : .needs("a list of strings or numbers")
        },
        Filter("join", arguments: 0...1) { value, arguments in
            guard case .list(let items) = value else { return .needs("a list of strings or numbers") }
            let texts = items.compactMap(\.text)
            guard texts.count == items.count else { return .needs("a list of strings or numbers") }
            guard case .string(let separator) = arguments.first ?? .string("") else {
                return .needs("a string to join with")
            }
            return .value(.string(texts.joined(separator: separator)))
        },
        Filter("keys") { value, _ in
            guard case .map(let map) = value else { return .needs("a map") }
            return .value(.list(map.entries.map { .string($0.key.text) }))
        },
        Filter("values") { value, _ in
            guard case .map(let map) = value else { return .needs("a map") }
            return .value(.list(map.entries.map(\.value)))
        },
        Filter("pluck", arguments: 1...1) { value, arguments in
            guard case .list(let items) = value, case .string(let field) = arguments[0] else {
                return .needs("a list of records and the name of a field")
            }
            let fields = items.compactMap { Filter.field(field, of: $0) }
            return fields.count == items.count
                ? .value(.list(fields)) : .needs("a list of records that all have \"\(field)\"")
        },
        Filter("where", arguments: 1...2) { value, arguments in
            guard case .list(let items) = value, case .string(let field) = arguments[0] else {
                return .needs("a list of records and the name of a field")
            }
            return .value(
                .list(
                    items.filter { item in
                        let value = Filter.field(field, of: item) ?? .null
                        return arguments.count > 1 ? value.isEqual(to: arguments[1]) : value.isTrue
                    }))
        },
        Filter("contains", arguments: 1...1) { value, arguments in
            guard let answer = contains(value, arguments[0]) else {
                return .needs("a list, a map or a string")
            }
            return .value(.bool(answer))
        },
    ]

    /// Whether a list holds an item, a map a key or a string a string; nil for other values.
    static func contains(_ whole: TemplateValue, _ part: TemplateValue) -> Bool? {
        switch (whole, part) {
        case (.list(let items), _): return items.contains { $0.isEqual(to: part) }
        case (.map(let map), .string(let key)): return map[key] != nil
        case (.string(let text), .string(let piece)):
            let bytes = Array(text.utf8)
            let wanted = Array(piece.utf8)
            guard wanted.count <= bytes.count else { return false }
            return (0...bytes.count - wanted.count).contains { bytes[$0...].starts(with: wanted) }
        default: return nil
        }
    }

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
        _ name: String, _ change: @escaping @Sendable ([TemplateValue]) -> TemplateValue
    ) -> Filter {
        Filter(name) { value, _ in
            guard case .list(let items) = value else { return .needs("a list") }
            return .value(change(items))
        }
    }
}
