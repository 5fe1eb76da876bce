import JSON
import Spec

/// Writes a random value for every kind of field that the schema knows.
struct SpecWriter {
    var random: SeededRandom

    /// The fields without words of their own, which no random spec can write.
    private(set) var unknownTexts: Set<String> = []

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    /// An object with some of its fields: all that must be there, and the others by chance.
    mutating func object(
        _ fields: [SchemaField], _ path: String, percent: Int, only scope: FieldScope? = nil,
        except: Set<String> = []
    ) -> JSONValue {
        var members: [JSONMember] = []
        for field in fields where !except.contains(field.name) {
            if let scope, field.scope != scope, field.scope != .mixed { continue }
            let isWanted = field.isRequired && scope == nil || random.happens(percent)
            let place = path.isEmpty ? field.name : path + "." + field.name
            guard isWanted, let value = value(field.type, place, percent: percent, only: scope) else {
                continue
            }
            if scope != nil, field.scope == .mixed, value.members?.isEmpty != false { continue }
            members.append(JSONMember(field.name, value))
        }
        return JSONValue(.object(members))
    }

    /// A value of a kind; nil where the field is better left out.
    mutating func value(
        _ type: SchemaType, _ path: String, percent: Int = 30, only scope: FieldScope? = nil
    ) -> JSONValue? {
        switch type {
        case .any: return .none
        case .bool: return .bool(random.happens(50))
        case .integer(let range): return .int(integer(range, path))
        case .integers(let choices): return random.one(of: choices).map { .int($0) }
        case .number(let range): return number(range, path)
        case .string: return text(path)
        case .choice(let choices): return random.one(of: choices).map { .string($0) }
        case .nullable(let type):
            if random.happens(10) { return JSONValue(.null) }
            return value(type, path, percent: percent, only: scope)
        case .list(let type, let count): return list(of: type, count, path, percent)
        case .map(let type, let keys): return map(of: type, keys, path, percent, scope)
        case .object(let fields):
            // Of these, some fields are asked for by a rule only.
            let isWhole = path.hasSuffix("custom_metrics.*")
            return object(fields, path, percent: isWhole ? 100 : percent, only: scope)
        }
    }

    private mutating func integer(_ range: ClosedRange<Int>?, _ path: String) -> Int {
        let usual = Words.integers(path)
        let lower = range?.lowerBound ?? usual?.lowerBound ?? 0
        let upper = range?.upperBound ?? usual?.upperBound ?? 50
        if let usual { return min(max(random.int(usual), lower), upper) }
        return random.int(lower...min(upper, lower + 50))
    }

    private mutating func number(_ range: ClosedRange<Double>?, _ path: String) -> JSONValue {
        let lower = Int((range?.lowerBound ?? 1).rounded(.up))
        let upper = range.map { $0.upperBound.isFinite ? Int($0.upperBound) : lower + 50 } ?? lower + 50
        let usual = Words.integers(path) ?? max(lower, 1)...min(max(upper, 1), max(lower, 1) + 50)
        return .int(random.int(usual))
    }

    private mutating func text(_ path: String) -> JSONValue? {
        guard let words = Words.texts(path) else {
            if !Words.unwritten.contains(path) { unknownTexts.insert(path) }
            return .none
        }
        return random.one(of: words).map { .string($0) }
    }

    private mutating func list(
        of type: SchemaType, _ count: ClosedRange<Int>?, _ path: String, _ percent: Int
    ) -> JSONValue? {
        let lower = max(count?.lowerBound ?? 1, 1)
        var elements: [JSONValue] = []
        for _ in 0..<random.int(lower...max(lower, 3)) {
            guard let element = value(type, path + "[]", percent: percent) else { return .none }
            // Two of one kind are a mistake almost everywhere.
            if !elements.contains(element) { elements.append(element) }
        }
        return JSONValue(.array(elements))
    }

    private mutating func map(
        of type: SchemaType, _ keys: SchemaType.MapKeys, _ path: String, _ percent: Int, _ scope: FieldScope?
    ) -> JSONValue? {
        guard let names = keys.choices ?? Words.keys(path) else {
            unknownTexts.insert(path + ".<key>")
            return .none
        }
        let members = random.some(1...3, of: names).compactMap { key in
            value(type, path + ".*", percent: percent, only: scope).map { JSONMember(key, $0) }
        }
        return members.isEmpty ? .none : JSONValue(.object(members))
    }
}
