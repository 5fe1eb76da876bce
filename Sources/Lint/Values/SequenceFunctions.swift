/// Functions of Terraform that look at the items of lists and sets.
enum SequenceFunctions {
    static func result(of name: String, _ arguments: [Value]) -> KnownFunctions.Result? {
        switch name {
        case "index": return index(arguments)
        case "slice": return slice(arguments)
        case "setproduct": return product(arguments)
        default: return setOperation(name, arguments)
        }
    }

    /// A function of one list.
    static func one(_ name: String, _ value: Value) -> KnownFunctions.Result? {
        guard let items = value.items else {
            switch (name, value.type) {
            case ("distinct", .list), ("reverse", .list), ("compact", .list), ("sort", .list):
                return .value(.unknown(value.type))
            default: return nil
            }
        }
        switch name {
        case "reverse":
            if case .list(_, let element) = value { return .value(.list(items.reversed(), of: element)) }
            return .value(.tuple(items.reversed()))
        default: break
        }
        guard items.allSatisfy(\.isWhollyKnown), items.allSatisfy(\.allMarks.isEmpty) else { return .unknown }
        switch name {
        case "distinct":
            return .value(.list(Conversion.distinct(items), of: ValueType.common(items.map(\.type)) ?? .any))
        case "compact":
            let texts = items.compactMap(\.text).filter { !$0.isEmpty }
            return .value(.list(texts.map { .string($0) }, of: .string))
        case "sort":
            let texts = items.compactMap(\.text)
            guard texts.count == items.count else { return .unknown }
            let sorted = texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            return .value(.list(sorted.map { .string($0) }, of: .string))
        case "sum":
            let numbers = items.compactMap(\.number)
            guard numbers.count == items.count else {
                return .failure(argument: 0, reason: "only numbers can be added up")
            }
            if numbers.isEmpty { return .failure(argument: 0, reason: "there is nothing to add up") }
            return .value(.number(numbers.reduce(0, +)))
        case "alltrue", "anytrue":
            let values = items.map { $0.bool ?? false }
            return .value(.bool(name == "alltrue" ? !values.contains(false) : values.contains(true)))
        default: return nil
        }
    }

    private static func index(_ arguments: [Value]) -> KnownFunctions.Result {
        guard arguments.count == 2, let items = arguments[0].items else { return .unknown }
        let found = items.map { Value.areEqual($0, arguments[1]) }
        if found.contains(nil) { return .unknown }
        guard let position = found.firstIndex(of: true) else {
            return items.allSatisfy { $0.type == arguments[1].type }
                ? .failure(argument: 1, reason: "the list does not hold this item") : .unknown
        }
        return .value(.number(Double(position)))
    }

    private static func slice(_ arguments: [Value]) -> KnownFunctions.Result {
        guard arguments.count == 3, let items = arguments[0].items, let start = arguments[1].integer,
            let end = arguments[2].integer
        else {
            if case .list = arguments[0].type { return .value(.unknown(arguments[0].type)) }
            return .unknown
        }
        if case .set = arguments[0] {
            return .failure(argument: 0, reason: "a list is needed, this is a set")
        }
        guard start >= 0, start <= end else {
            return .failure(argument: 1, reason: "the start must not be behind the end")
        }
        guard end <= items.count else {
            return .failure(argument: 2, reason: "the end is \(end), but the list has \(items.count) items")
        }
        let part = Array(items[start..<end])
        if case .list(_, let element) = arguments[0] { return .value(.list(part, of: element)) }
        return .value(.tuple(part))
    }

    private static func product(_ arguments: [Value]) -> KnownFunctions.Result {
        var rows: [[Value]] = [[]]
        for argument in arguments {
            guard let items = argument.items, rows.count * items.count <= 1024 else { return .unknown }
            rows = rows.flatMap { row in items.map { row + [$0] } }
        }
        return .value(.list(rows.map { .tuple($0) }, of: .any))
    }

    private static func setOperation(_ name: String, _ arguments: [Value]) -> KnownFunctions.Result {
        let sets = arguments.compactMap(\.items)
        guard sets.count == arguments.count, let first = sets.first,
            sets.allSatisfy({ $0.allSatisfy(\.isWhollyKnown) && $0.count <= 200 })
        else { return .unknown }
        func holds(_ items: [Value], _ item: Value) -> Bool {
            items.contains { Value.areEqual($0, item) == true }
        }
        var result = first
        for other in sets.dropFirst() {
            switch name {
            case "setunion": result += other
            case "setintersection": result = result.filter { holds(other, $0) }
            default: result = result.filter { !holds(other, $0) }
            }
        }
        let distinct = KnownFunctions.sorted(Conversion.distinct(result))
        return .value(.set(distinct, of: ValueType.common(distinct.map(\.type)) ?? .any))
    }
}
