import Diagnostics
import JSON

/// Reads the members of one object of the spec, one line a field.
///
/// A reading line gives a field its name, kind, default, scope and meaning. From the lines come the typed
/// value, the completed spec, what is said about unknown members, and the schema.
struct ObjectReader {
    /// Where the object stands.
    let path: SpecPath

    /// The object as it should have been written, as far as it has been read.
    private(set) var completed: [JSONMember] = []

    /// What went wrong so far.
    var log: ReadLog

    /// The fields that were read, when there is a schema to write.
    private var fields: [SchemaField] = []

    private let members: [JSONMember]
    private let range: SourceRange?
    private let isDescribing: Bool
    private var names: [String] = []

    init(_ members: [JSONMember], at range: SourceRange?, path: SpecPath, log: ReadLog) {
        self.init(members: members, at: range, path: path, log: log, isDescribing: false)
    }

    private init(
        members: [JSONMember], at range: SourceRange?, path: SpecPath, log: ReadLog, isDescribing: Bool
    ) {
        self.members = members
        self.range = range
        self.path = path
        self.log = log
        self.isDescribing = isDescribing
    }

    /// The fields that a reading function asks for.
    static func fields<Value>(_ read: (inout ObjectReader) -> Value) -> [SchemaField] {
        var reader = ObjectReader(members: [], at: nil, path: .root, log: ReadLog(), isDescribing: true)
        _ = read(&reader)
        return reader.fields
    }

    /// What somebody wrote for a member, unread; for defaults that depend on other fields.
    func written(_ name: String) -> JSONValue? { members.first { $0.key == name }?.value }

    /// Reads a field that must be there; `fallback` stands in for one that is missing or wrong.
    mutating func required<Value>(
        _ name: String, _ type: FieldType<Value>, fallback: JSONValue, _ scope: FieldScope = .structural,
        help: String
    ) -> Value {
        describe(name, type, scope, help, isRequired: true)
        if let value = readMember(name, type) { return value }
        if written(name) == nil, !isDescribing {
            log.reportMissing(path[name], at: openingBrace, help: "add \"\(name)\": \(help)")
        }
        return standard(name, type, fallback)
    }

    /// Reads a field that has a default; `derived` tells the schema what the default depends on, where it is
    /// not the same in every spec.
    mutating func value<Value>(
        _ name: String, _ type: FieldType<Value>, default standardValue: JSONValue, derived: String? = nil,
        _ scope: FieldScope = .structural, help: String
    ) -> Value {
        describe(name, type, scope, help, standard: standardValue, derived: derived)
        return readMember(name, type) ?? standard(name, type, standardValue)
    }

    /// Reads an object whose fields all have defaults.
    mutating func section<Value>(
        _ name: String, _ scope: FieldScope = .mixed, help: String,
        _ read: @escaping (inout ObjectReader) -> Value
    ) -> Value {
        value(name, .object(read), default: [:], scope, help: help)
    }

    /// Reads a field that may be absent; `null` says the same as leaving it out.
    mutating func optional<Value>(
        _ name: String, _ type: FieldType<Value>, derived: String? = nil, _ scope: FieldScope = .structural,
        help: String
    ) -> Value? {
        let nullable: FieldType<Value?> = .nullable(type)
        return value(name, nullable, default: .null, derived: derived, scope, help: help)
    }

    /// Reads a whole section that may be absent.
    mutating func optionalSection<Value>(
        _ name: String, help: String, _ read: @escaping (inout ObjectReader) -> Value
    ) -> Value? {
        optional(name, .object(read), .mixed, help: help)
    }

    /// Says which members no line asked for.
    mutating func reportUnknownMembers() {
        for member in members where !names.contains(member.key) {
            if member.key == "was" {
                log.report(
                    .unknownField, path[member.key], at: member.keyRange, "unknown field",
                    help: "services and functions can be renamed; all else is made anew under another name")
                continue
            }
            let unwritten = names.filter { name in !members.contains { $0.key == name } }
            let nearest = nearestName(to: member.key, among: unwritten)
            log.report(
                .unknownField, path[member.key], at: member.keyRange, "unknown field",
                help: nearest.map { "did you mean \"\($0)\"?" }
                    ?? Self.list(names))
        }
    }

    /// What to say of the names there are, where none is near.
    static func list(_ names: [String]) -> String {
        names.count <= 12
            ? "the fields here are \(names.joined(separator: ", "))" : "`infragen schema` lists the fields"
    }

    /// Reads what somebody wrote for a field; nil when nobody did or it is wrong (reported).
    private mutating func readMember<Value>(_ name: String, _ type: FieldType<Value>) -> Value? {
        names.append(name)
        guard let member = members.first(where: { $0.key == name }) else { return nil }
        guard let reading = type.read(member.value, path[name], &log) else { return nil }
        completed.append(JSONMember(name, at: member.keyRange, reading.completed))
        return reading.value
    }

    /// The value of a field that nobody wrote.
    private mutating func standard<Value>(
        _ name: String, _ type: FieldType<Value>, _ value: JSONValue
    ) -> Value {
        var silent = ReadLog(isLenient: true)
        guard let reading = type.read(value, path[name], &silent) else {
            preconditionFailure("the default of \(path[name]) is not of its kind")
        }
        completed.append(JSONMember(name, reading.completed))
        return reading.value
    }

    private mutating func describe<Value>(
        _ name: String, _ type: FieldType<Value>, _ scope: FieldScope, _ help: String,
        isRequired: Bool = false,
        standard: JSONValue? = nil, derived: String? = nil
    ) {
        guard isDescribing else { return }
        fields.append(
            SchemaField(
                name: name, type: type.schema(), isRequired: isRequired,
                standard: derived == nil ? standard : nil, derived: derived, scope: scope, help: help))
    }

    /// The place where a missing field belongs.
    private var openingBrace: SourceRange? {
        range.map { SourceRange(file: $0.file, start: Int($0.start), end: Int($0.start) + 1) }
    }
}
