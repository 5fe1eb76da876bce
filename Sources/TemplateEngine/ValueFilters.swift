// Filters on maps, and on values of several types.
extension Filter {
    static let mapFilters: [Filter] = [
        Filter("keys", signature: keysSignature) { value, _ in
            guard case .map(let map) = value else { return .needs("a map") }
            return .value(.list(map.entries.map { .string($0.key.text) }))
        },
        Filter("values", signature: valuesSignature) { value, _ in
            guard case .map(let map) = value else { return .needs("a map") }
            return .value(.list(map.entries.map(\.value)))
        },
    ]

    static let valueFilters: [Filter] = [
        Filter("length", signature: lengthSignature) { value, _ in
            switch value {
            case .string(let text): return .value(.int(text.count))
            case .list(let items): return .value(.int(items.count))
            case .map(let map): return .value(.int(map.entries.count))
            default: return .needs("a list, a map or a string")
            }
        },
        Filter("contains", arguments: 1...1, signature: containsSignature) { value, arguments in
            guard let answer = contains(value, arguments[0]) else {
                return .needs("a list, a map or a string")
            }
            return .value(.bool(answer))
        },
        Filter("default", arguments: 1...1, takesNull: true, signature: defaultSignature) {
            value, arguments in
            .value(value == .null ? arguments[0] : value)
        },
        Filter("json", takesNull: true, signature: { _, _ in .shape(.string) }) { value, _ in
            var writer = JSONValueWriter()
            writer.write(value)
            return .value(.string(String(decoding: writer.bytes, as: UTF8.self)))
        },
    ]

    /// Whether a list holds an item, a map a key or a string a string; nil for other values.
    static func contains(_ whole: TemplateValue, _ part: TemplateValue) -> Bool? {
        switch (whole, part) {
        case (.list(let items), _): return items.contains { $0.isEqual(to: part) }
        case (.map(let map), .string(let key)): return map[key] != nil
        case (.map, .null), (.string, .null): return false
        case (.string(let text), .string(let piece)):
            let bytes = Array(text.utf8)
            let wanted = Array(piece.utf8)
            guard wanted.count <= bytes.count else { return false }
            return (0...bytes.count - wanted.count).contains { bytes[$0...].starts(with: wanted) }
        default: return nil
        }
    }

    /// Whether values of one shape can be looked for in values of another.
    static func canContain(_ whole: TemplateShape, _ part: TemplateShape) -> Bool {
        switch whole {
        case .list(let item): return item == .any || item.united(with: part) != nil
        case .map, .record, .string, .choice: return part.unwrapped.isString
        default: return false
        }
    }

    private static let keysSignature: Signature = { shape, _ in
        switch shape {
        case .map, .record: return .shape(.list(.string))
        default: return .needs("a map")
        }
    }

    private static let valuesSignature: Signature = { shape, _ in
        switch shape {
        case .map(let item): return .shape(.list(item))
        case .record(let fields): return .shape(.list(.union(of: Array(fields.values))))
        default: return .needs("a map")
        }
    }

    private static let lengthSignature: Signature = { shape, _ in
        switch shape {
        case .string, .choice, .list, .map, .record: return .shape(.number)
        default: return .needs("a list, a map or a string")
        }
    }

    private static let containsSignature: Signature = { shape, arguments in
        guard let part = arguments.first?.shape, canContain(shape, part) else {
            return .needs("a list, a map or a string that can hold its argument")
        }
        return .shape(.bool)
    }

    private static let defaultSignature: Signature = { shape, arguments in
        let other = arguments.first?.shape ?? .never
        return .shape(shape.unwrapped.united(with: other) ?? .any)
    }
}
