import Diagnostics
import JSON

/// What functions make of arguments that are known.
enum KnownFunctions {
    /// What comes of a call.
    enum Result {
        case value(Value)

        /// Not to be told, or not followed here.
        case unknown

        /// Terraform refuses the call because of an argument.
        case failure(argument: Int, reason: String)
    }

    /// The result of a call; arguments have no marks around them and types that suit the parameters.
    static func result(of name: String, _ arguments: [Value]) -> Result {
        switch name {
        case "list":
            return .failure(argument: 0, reason: "Terraform no longer has this function; write tolist([...])")
        case "map":
            return .failure(argument: 0, reason: "Terraform no longer has this function; write tomap({...})")
        case "jsondecode": return decoded(arguments.first?.text)
        default: break
        }
        if let text = TextFunctions.result(of: name, arguments) { return text }
        if let network = NetworkFunctions.result(of: name, arguments) { return network }
        if let conversion = conversion(name, arguments) { return conversion }
        if let collection = CollectionFunctions.result(of: name, arguments) { return collection }
        return number(name, arguments)
    }

    private static func decoded(_ text: String?) -> Result {
        guard let text else { return .unknown }
        var sources = SourceMap()
        let file = sources.add(path: "", bytes: Array(text.utf8))
        let (value, diagnostics) = JSONParser.parse(file, in: sources)
        guard let value, diagnostics.isEmpty else { return .failure(argument: 0, reason: "this is no JSON") }
        return .value(Value(value))
    }

    private static func number(_ name: String, _ arguments: [Value]) -> Result {
        let numbers = arguments.compactMap(\.number)
        guard numbers.count == arguments.count, let first = numbers.first else { return .unknown }
        switch name {
        case "abs": return .value(.number(abs(first)))
        case "ceil": return .value(.number(first.rounded(.up)))
        case "floor": return .value(.number(first.rounded(.down)))
        case "max": return .value(.number(numbers.max() ?? first))
        case "min": return .value(.number(numbers.min() ?? first))
        case "signum": return .value(.number(first > 0 ? 1 : first < 0 ? -1 : 0))
        case "range": return range(numbers)
        case "pow" where numbers.count == 2:
            guard let exponent = arguments[1].integer, (0...64).contains(exponent) else { return .unknown }
            let power = (0..<exponent).reduce(1.0) { result, _ in result * first }
            return power < 1e15 ? .value(.number(power)) : .unknown
        default: return .unknown
        }
    }

    private static func range(_ numbers: [Double]) -> Result {
        let start = numbers.count > 1 ? numbers[0] : 0
        let end = numbers.count > 1 ? numbers[1] : numbers[0]
        let step = numbers.count > 2 ? numbers[2] : (end >= start ? 1 : -1)
        guard step != 0 else { return .failure(argument: 2, reason: "the step must not be 0") }
        guard (end - start) / step <= 1024 else { return .unknown }
        var items: [Value] = []
        var current = start
        while step > 0 ? current < end : current > end, items.count <= 1024 {
            items.append(.number(current))
            current += step
        }
        return .value(.list(items, of: .number))
    }

    // MARK: - Conversions

    private static func conversion(_ name: String, _ arguments: [Value]) -> Result? {
        guard let value = arguments.first else { return nil }
        switch name {
        case "tostring": return primitive(value, .string, value.text.map { .string($0) })
        case "tonumber": return primitive(value, .number, value.number.map { .number($0) })
        case "tobool": return primitive(value, .bool, value.bool.map { .bool($0) })
        case "tolist": return list(value)
        case "toset": return set(value)
        case "tomap": return map(value)
        default: return nil
        }
    }

    private static func primitive(_ value: Value, _ type: ValueType, _ result: Value?) -> Result {
        if value.isNull { return .value(.null) }
        if let result { return .value(result) }
        let given = value.type
        if given == .any || (given.isPrimitive && !value.isKnown) { return .unknown }
        // Long fractions are texts that only Terraform can write.
        if type == .string, given == .number { return .unknown }
        return .failure(
            argument: 0,
            reason: "this \(given.words.split(separator: " ").last ?? "") does not convert to \(type.words)")
    }

    private static func list(_ value: Value) -> Result {
        if value.isNull { return .value(.null) }
        if let items = value.items {
            guard let type = ValueType.common(items.map(\.type)) else {
                return .failure(argument: 0, reason: "the items have types that do not go together")
            }
            return .value(.list(items.map { converted($0, type) }, of: type))
        }
        if let element = value.type.element, !isKeyed(value.type) { return .value(.unknown(.list(element))) }
        return value.type == .any ? .unknown : .failure(argument: 0, reason: "\(value.type.words) is no list")
    }

    private static func set(_ value: Value) -> Result {
        if value.isNull { return .value(.null) }
        if let items = value.items {
            guard let type = ValueType.common(items.map(\.type)) else {
                return .failure(argument: 0, reason: "the items have types that do not go together")
            }
            let distinct = Conversion.distinct(items.map { converted($0, type) })
            return .value(.set(sorted(distinct), of: type))
        }
        if let element = value.type.element, !isKeyed(value.type) { return .value(.unknown(.set(element))) }
        return value.type == .any ? .unknown : .failure(argument: 0, reason: "\(value.type.words) is no list")
    }

    /// The items of a set as Terraform orders them: texts by their bytes; others as they are.
    static func sorted(_ items: [Value]) -> [Value] {
        let texts = items.map { item -> String? in
            if case .string(let text) = item.plain { return text }
            return nil
        }
        guard texts.allSatisfy({ $0 != nil }) else { return items }
        return zip(items, texts).sorted { ($0.1 ?? "").utf8.lexicographicallyPrecedes(($1.1 ?? "").utf8) }
            .map(\.0)
    }

    private static func map(_ value: Value) -> Result {
        if value.isNull { return .value(.null) }
        if let entries = value.entries {
            guard let type = ValueType.common(entries.values.map(\.type)) else {
                return .failure(argument: 0, reason: "the values have types that do not go together")
            }
            return .value(.map(entries.mapValues { converted($0, type) }, of: type))
        }
        if let element = value.type.element, isKeyed(value.type) { return .value(.unknown(.map(element))) }
        return value.type == .any ? .unknown : .failure(argument: 0, reason: "\(value.type.words) is no map")
    }

    /// Whether a type has keys that are names.
    static func isKeyed(_ type: ValueType) -> Bool {
        switch type {
        case .map, .object: return true
        default: return false
        }
    }

    /// A number or truth value as a text where texts are wanted.
    private static func converted(_ value: Value, _ type: ValueType) -> Value {
        guard type == .string, value.isKnown, !value.isNull else { return value }
        let (plain, marks) = value.unmarked
        return (plain.text.map { Value.string($0) } ?? .unknown(.string)).marked(marks)
    }
}
