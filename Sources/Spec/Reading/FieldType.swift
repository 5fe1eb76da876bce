import Diagnostics
import JSON

/// A kind of value that a field may have: how it is read, and what the schema says about it.
struct FieldType<Value> {
    /// The value as the rules and the generator see it, and as it stands in the completed spec.
    typealias Reading = (value: Value, completed: JSONValue)

    /// What the schema says; asked only when there is a schema to write.
    let schema: () -> SchemaType

    /// Reads a value; nil when it is not of the kind (reported).
    let read: (JSONValue, SpecPath, inout ReadLog) -> Reading?
}

extension FieldType {
    /// Also `null`, which says that there is none.
    static func nullable<Wrapped>(_ type: FieldType<Wrapped>) -> FieldType<Wrapped?> where Value == Wrapped? {
        FieldType<Wrapped?>(schema: { .nullable(type.schema()) }) { value, path, log in
            if value.isNull { return (nil, value) }
            return type.read(value, path, &log).map { ($0.value, $0.completed) }
        }
    }

    /// A list of values of one kind.
    static func list<Element>(
        of type: FieldType<Element>, count: ClosedRange<Int>? = nil, rule: SpecRule = .numberOutOfRange
    ) -> FieldType<[Element]> where Value == [Element] {
        FieldType<[Element]>(schema: { .list(type.schema(), count: count) }) { value, path, log in
            guard let elements = value.elements else {
                log.reportType("a list", value, path)
                return nil
            }
            var readings: [FieldType<Element>.Reading] = []
            for (index, element) in elements.enumerated() {
                if let reading = type.read(element, path[index], &log) { readings.append(reading) }
            }
            guard readings.count == elements.count else { return nil }
            if let count, !count.contains(elements.count), !log.isLenient {
                let wanted = count.upperBound == .max ? "at least \(count.lowerBound)" : "\(count.text)"
                log.report(
                    rule, path, at: value.range, "expected \(wanted) entries, found \(elements.count)",
                    help: "give \(count.text) of them")
                return nil
            }
            return (readings.map(\.value), JSONValue(.array(readings.map(\.completed)), at: value.range))
        }
    }

    /// An object whose keys the user chooses.
    static func map<Element>(
        keys: KeyType = KeyType(), of type: @escaping (String) -> FieldType<Element>
    ) -> FieldType<[String: Element]> where Value == [String: Element] {
        FieldType<[String: Element]>(schema: { .map(type("").schema(), keys: keys) }) { value, path, log in
            guard let members = value.members else {
                log.reportType("an object", value, path)
                return nil
            }
            var elements: [String: Element] = [:]
            var completed: [JSONMember] = []
            for member in members {
                keys.check(member, path[member.key], &log)
                guard let reading = type(member.key).read(member.value, path[member.key], &log) else {
                    continue
                }
                elements[member.key] = reading.value
                completed.append(JSONMember(member.key, at: member.keyRange, reading.completed))
            }
            return (elements, JSONValue(.object(completed), at: value.range))
        }
    }

    /// An object whose keys the user chooses and whose values are all of one kind.
    static func map<Element>(keys: KeyType = KeyType(), of type: FieldType<Element>) -> FieldType<
        [String: Element]
    >
    where Value == [String: Element] {
        map(keys: keys) { _ in type }
    }

    /// An object with fields of its own.
    static func object(_ read: @escaping (inout ObjectReader) -> Value) -> FieldType {
        FieldType(schema: { .object(ObjectReader.fields(read)) }) { value, path, log in
            guard let members = value.members else {
                log.reportType("an object", value, path)
                return nil
            }
            var reader = ObjectReader(members, at: value.range, path: path, log: log)
            let result = read(&reader)
            reader.reportUnknownMembers()
            log = reader.log
            return (result, JSONValue(.object(reader.completed), at: value.range))
        }
    }
}

extension FieldType where Value == JSONValue {
    /// Any value at all, kept as it is.
    static var any: FieldType { FieldType(schema: { .any }) { value, _, _ in (value, value) } }
}

/// What the keys of a map must look like.
struct KeyType: Sendable {
    /// The form; nil for any text.
    var pattern: NamePattern?

    /// The only keys there are; nil for any.
    var choices: [String]?

    /// The rule that a bad key breaks.
    var rule = SpecRule.unknownChoice

    /// Says what is wrong with a member's key.
    func check(_ member: JSONMember, _ path: SpecPath, _ log: inout ReadLog) {
        if let choices, !choices.contains(member.key) {
            log.reportChoice(member.key, choices, path.parent ?? path, at: member.keyRange, rule)
        }
        if let pattern, !pattern.matches(member.key) {
            log.report(
                rule, path, at: member.keyRange, "\"\(member.key)\" is not a legal name",
                help: "use \(pattern.words)")
        } else {
            _ = log.checkText(member.key, path, at: member.keyRange)
        }
    }
}

extension ClosedRange<Int> {
    /// The range as messages write it: `1-65535`.
    var text: String {
        if lowerBound == upperBound { return String(lowerBound) }
        return upperBound == .max ? "\(lowerBound) or more" : "\(lowerBound)-\(upperBound)"
    }
}
