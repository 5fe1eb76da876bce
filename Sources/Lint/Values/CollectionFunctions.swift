/// Functions of Terraform over lists, sets, maps and objects.
enum CollectionFunctions {
    static func result(of name: String, _ arguments: [Value]) -> KnownFunctions.Result? {
        guard let first = arguments.first else { return nil }
        switch name {
        case "length": return length(first)
        case "concat": return concat(arguments)
        case "merge": return merge(arguments)
        case "keys": return keys(first)
        case "values": return values(first)
        case "lookup": return lookup(arguments)
        case "element": return element(arguments)
        case "one": return one(first)
        case "coalesce", "coalescelist": return coalesce(arguments, name)
        case "contains": return contains(arguments)
        case "flatten": return flatten(first)
        case "zipmap": return zipmap(arguments)
        case "index", "slice", "setunion", "setintersection", "setsubtract", "setproduct":
            return SequenceFunctions.result(of: name, arguments)
        case "distinct", "compact", "reverse", "sort", "sum", "alltrue", "anytrue":
            return SequenceFunctions.one(name, first)
        default: return nil
        }
    }

    private static func length(_ value: Value) -> KnownFunctions.Result {
        if value.isNull { return .failure(argument: 0, reason: "the argument must not be null") }
        if case .set(let items, _) = value, !items.allSatisfy(\.isWhollyKnown) { return .unknown }
        if let items = value.items { return .value(.number(Double(items.count))) }
        if let entries = value.entries { return .value(.number(Double(entries.count))) }
        if case .string(let text) = value { return .value(.number(Double(text.count))) }
        switch value.type {
        case .tuple(let types): return .value(.number(Double(types.count)))
        case .object(let members): return .value(.number(Double(members.count)))
        case .number, .bool:
            return .failure(argument: 0, reason: "\(value.type.words) has no length")
        default: return .unknown
        }
    }

    private static func concat(_ arguments: [Value]) -> KnownFunctions.Result {
        var items: [Value] = []
        var types: [ValueType] = []
        var isKnown = true
        for (position, argument) in arguments.enumerated() {
            if argument.isNull {
                return .failure(argument: position, reason: "the argument must not be null")
            }
            if let own = argument.items, own.count + items.count <= Evaluator.maximumCount {
                if case .set = argument {
                    return .failure(argument: position, reason: "a list is needed, this is a set")
                }
                items += own
                types += own.map(\.type)
            } else if case .unknown(.tuple(let own)) = argument {
                items += own.map { .unknown($0) }
                types += own
            } else if let element = argument.type.element, !KnownFunctions.isKeyed(argument.type) {
                isKnown = false
                types.append(element)
            } else if argument.type == .any {
                return .unknown
            } else {
                return .failure(
                    argument: position, reason: "a list is needed, this is \(argument.type.words)")
            }
        }
        return .value(isKnown ? .tuple(items) : .unknown(.list(ValueType.common(types) ?? .any)))
    }

    private static func merge(_ arguments: [Value]) -> KnownFunctions.Result {
        var pairs: [(key: String, value: Value)] = []
        var isKnown = true
        var isMap = true
        for (position, argument) in arguments.enumerated() {
            if argument.isNull { continue }
            if case .unknown(.object(let members)) = argument {
                pairs += members.sorted { $0.key < $1.key }.map { ($0.key, .unknown($0.value)) }
                isMap = false
            } else if let entries = argument.entries {
                pairs += entries.pairs.map { ($0, $1) }
                if case .object = argument { isMap = false }
            } else if KnownFunctions.isKeyed(argument.type) || argument.type == .any {
                isKnown = false
                if case .unknown(.map) = argument { continue }
                isMap = false
            } else {
                return .failure(argument: position, reason: "a map is needed, this is \(argument.type.words)")
            }
        }
        let entries = Value.Entries(pairs)
        if isKnown {
            let element = ValueType.common(entries.values.map(\.type)) ?? .any
            return .value(isMap && !entries.isEmpty ? .map(entries, of: element) : .object(entries))
        }
        guard isMap else { return .unknown }
        let elements = arguments.compactMap(\.type.element)
        return .value(.unknown(.map(ValueType.common(elements) ?? .any)))
    }

    private static func keys(_ value: Value) -> KnownFunctions.Result {
        if let entries = value.entries { return .value(.list(entries.keys.map { .string($0) }, of: .string)) }
        switch value.type {
        case .object(let members):
            return .value(.list(members.keys.sorted().map { .string($0) }, of: .string))
        case .map, .any: return .unknown
        default: return .failure(argument: 0, reason: "a map is needed, this is \(value.type.words)")
        }
    }

    private static func values(_ value: Value) -> KnownFunctions.Result {
        switch value {
        case .object(let entries): return .value(.tuple(entries.values))
        case .map(let entries, let element): return .value(.list(entries.values, of: element))
        case .unknown(.object(let members)):
            return .value(.unknown(.tuple(members.sorted { $0.key < $1.key }.map(\.value))))
        case .unknown(.map(let element)): return .value(.unknown(.list(element)))
        case .unknown(.any), .null, .marked: return .unknown
        default: return .failure(argument: 0, reason: "a map is needed, this is \(value.type.words)")
        }
    }

    private static func lookup(_ arguments: [Value]) -> KnownFunctions.Result {
        guard let entries = arguments[0].entries else {
            switch arguments[0].type {
            case .map(let element): return .value(.unknown(element))
            case .any, .object: return .unknown
            default:
                return .failure(argument: 0, reason: "a map is needed, this is \(arguments[0].type.words)")
            }
        }
        guard arguments.count > 1, let key = arguments[1].text else { return .unknown }
        if let value = entries[key] { return .value(value) }
        if arguments.count > 2 { return .value(arguments[2]) }
        return .failure(argument: 1, reason: "the map has no key \"\(key)\", and no default is given")
    }

    private static func element(_ arguments: [Value]) -> KnownFunctions.Result {
        guard arguments.count == 2, let items = arguments[0].items else {
            let isKeyed = KnownFunctions.isKeyed(arguments[0].type)
            if !isKeyed, arguments[0].type.element != nil || arguments[0].isNull { return .unknown }
            return .failure(argument: 0, reason: "a list is needed, this is \(arguments[0].type.words)")
        }
        if case .set = arguments[0] { return .unknown }
        guard let index = arguments[1].integer else { return .unknown }
        guard !items.isEmpty else { return .failure(argument: 0, reason: "the list is empty") }
        let position = index % items.count
        return .value(items[position < 0 ? position + items.count : position])
    }

    private static func one(_ value: Value) -> KnownFunctions.Result {
        guard let items = value.items else {
            guard let element = value.type.element else {
                return value.isNull
                    ? .unknown
                    : .failure(argument: 0, reason: "a list is needed, this is \(value.type.words)")
            }
            return KnownFunctions.isKeyed(value.type)
                ? .failure(argument: 0, reason: "a list is needed, this is \(value.type.words)")
                : .value(.unknown(element))
        }
        switch items.count {
        case 0: return .value(.null)
        case 1: return .value(items[0])
        default:
            if case .set = value, !items.allSatisfy(\.isWhollyKnown) { return .unknown }
            return .failure(
                argument: 0, reason: "the list must hold one item or none, here are \(items.count)")
        }
    }

    private static func coalesce(_ arguments: [Value], _ name: String) -> KnownFunctions.Result {
        // Lists are handed on as they are.
        if name == "coalesce", ValueType.common(arguments.map(\.type)) == nil {
            return .failure(argument: 0, reason: "the arguments have types that do not go together")
        }
        for argument in arguments {
            guard argument.isKnown else { return .unknown }
            if argument.isNull { continue }
            if name == "coalesce", argument.text == "" { continue }
            if name == "coalescelist", argument.items?.isEmpty == true { continue }
            return .value(argument)
        }
        return .failure(argument: 0, reason: "all arguments are null or empty")
    }

    private static func contains(_ arguments: [Value]) -> KnownFunctions.Result {
        guard arguments.count == 2, let items = arguments[0].items, arguments[1].isWhollyKnown else {
            let isKeyed = KnownFunctions.isKeyed(arguments[0].type)
            if arguments[0].items != nil || arguments[0].type.element != nil && !isKeyed { return .unknown }
            if arguments[0].isNull { return .failure(argument: 0, reason: "the argument must not be null") }
            return .failure(argument: 0, reason: "a list is needed, this is \(arguments[0].type.words)")
        }
        let found = items.map { Value.areEqual($0, arguments[1]) }
        if found.contains(true) { return .value(.bool(true)) }
        // A text and a number may be the same once they are converted.
        let isSameType = items.allSatisfy { $0.type == arguments[1].type }
        return found.contains(nil) || !isSameType ? .unknown : .value(.bool(false))
    }

    private static func flatten(_ value: Value) -> KnownFunctions.Result {
        guard let items = value.items else {
            if case .unknown(.list(let element)) = value {
                var inner = element
                while case .list(let deeper) = inner { inner = deeper }
                return KnownFunctions.isKeyed(inner) || inner.isPrimitive
                    ? .value(.unknown(.list(inner))) : .unknown
            }
            switch value.type {
            case .any, .list, .set, .tuple: return .unknown
            default: return .failure(argument: 0, reason: "a list is needed, this is \(value.type.words)")
            }
        }
        var result: [Value] = []
        var isKnown = true
        func add(_ items: [Value]) {
            for item in items where result.count < Evaluator.maximumCount {
                if let inner = item.items {
                    add(inner)
                } else {
                    switch item.plain {
                    case .unknown(.any), .unknown(.list), .unknown(.set), .unknown(.tuple): isKnown = false
                    default: result.append(item)
                    }
                }
            }
        }
        add(items)
        return isKnown && result.count < Evaluator.maximumCount ? .value(.tuple(result)) : .unknown
    }

    private static func zipmap(_ arguments: [Value]) -> KnownFunctions.Result {
        guard arguments.count == 2, let keys = arguments[0].items, let values = arguments[1].items else {
            return .unknown
        }
        let names = keys.compactMap(\.text)
        guard names.count == keys.count else { return .unknown }
        guard keys.count == values.count else {
            return .failure(
                argument: 1, reason: "there are \(keys.count) keys, but \(values.count) values")
        }
        return .value(.object(Value.Entries(zip(names, values).map { ($0, $1) })))
    }
}
