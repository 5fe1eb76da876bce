import Diagnostics
import JSON

/// Looks at the overrides of an environment before they are merged: every field must exist and be a value that
/// may differ, and every part that they change must be there in the base.
struct OverrideCheck {
    private let fields: [SchemaField]
    private(set) var log = ReadLog()

    init(_ schema: SpecSchema) { fields = schema.fields }

    /// The overrides without what is wrong in them (reported).
    mutating func checked(_ overrides: JSONValue, base: JSONValue, at path: SpecPath) -> JSONValue {
        guard let members = overrides.members else {
            log.reportType("an object", overrides, path)
            return [:]
        }
        let kept = members.filter { member in
            let place = path[member.key]
            guard member.key == "network" else { return isLegal(member, fields, base: base, at: place) }
            let network = fields.first { $0.name == "regions" }.flatMap(Self.element)?.first {
                $0.name == "network"
            }
            let networkBase = base["regions"]?.elements?.first?["network"]
            return isLegalObject(member, network?.type.fields ?? [], base: networkBase, at: place)
        }
        return JSONValue(.object(kept), at: overrides.range)
    }

    /// Whether one member of an object may be overridden; says why where it may not.
    private mutating func isLegal(
        _ member: JSONMember, _ fields: [SchemaField], base: JSONValue?, at path: SpecPath
    ) -> Bool {
        guard let field = fields.first(where: { $0.name == member.key }) else {
            let nearest = nearestName(to: member.key, among: fields.map(\.name))
            log.report(
                .unknownField, path, at: member.keyRange, "unknown field",
                help: nearest.map { "did you mean \"\($0)\"?" }
                    ?? "the fields here are \(fields.map(\.name).joined(separator: ", "))")
            return false
        }
        switch field.scope {
        case .perEnvironment: return true
        case .structural:
            reportStructure(member, path, help: "give it in the spec itself, outside of the environments")
            return false
        case .mixed: return isLegalSection(member, field, base: base?[member.key], at: path)
        }
    }

    /// Whether a section may be overridden as a whole: it must be there, and stay.
    private mutating func isLegalSection(
        _ member: JSONMember, _ field: SchemaField, base: JSONValue?, at path: SpecPath
    ) -> Bool {
        if field.name == "regions" {
            reportStructure(member, path, help: "\"network\" overrides the network of every region")
            return false
        }
        if member.value.isNull || base?.isNull != false {
            let what =
                member.value.isNull ? "removes a part" : "adds a part that the spec itself does not have"
            reportStructure(member, path, help: "this \(what); what differs must be values")
            return false
        }
        if case .map(let element, _) = field.type {
            return isLegalMap(member, element.fields ?? [], base: base, at: path)
        }
        return isLegalObject(member, field.type.fields ?? [], base: base, at: path)
    }

    private mutating func isLegalObject(
        _ member: JSONMember, _ fields: [SchemaField], base: JSONValue?, at path: SpecPath
    ) -> Bool {
        guard let members = member.value.members else {
            log.reportType("an object", member.value, path)
            return false
        }
        return members.reduce(true) { isLegal($1, fields, base: base, at: path[$1.key]) && $0 }
    }

    /// Whether the entries of a map are those of the base.
    private mutating func isLegalMap(
        _ member: JSONMember, _ fields: [SchemaField], base: JSONValue?, at path: SpecPath
    ) -> Bool {
        guard let members = member.value.members else {
            log.reportType("an object", member.value, path)
            return false
        }
        var result = true
        for entry in members {
            let known = base?.members?.map(\.key) ?? []
            let isAll = entry.key == "*" && member.key == "services"
            if !isAll, !known.contains(entry.key) {
                let nearest = nearestName(to: entry.key, among: known)
                log.report(
                    .structuralOverride, path[entry.key], at: entry.keyRange,
                    "the spec itself has no \"\(entry.key)\"",
                    help: nearest.map { "did you mean \"\($0)\"?" }
                        ?? "structure must be the same in every environment")
                result = false
            } else if entry.value.isNull {
                reportStructure(
                    entry, path[entry.key], help: "this removes a part; what differs must be values")
                result = false
            } else {
                // What is said of all services may change a part that only some of them have.
                let entryBase = isAll ? nil : base?[entry.key]
                result =
                    isLegalEntry(entry, fields, base: entryBase, isAll: isAll, at: path[entry.key]) && result
            }
        }
        return result
    }

    private mutating func isLegalEntry(
        _ entry: JSONMember, _ fields: [SchemaField], base: JSONValue?, isAll: Bool, at path: SpecPath
    ) -> Bool {
        guard isAll else { return isLegalObject(entry, fields, base: base, at: path) }
        let everything = JSONValue(
            .object(fields.map { JSONMember($0.name, JSONValue.object([])) }))
        return isLegalObject(entry, fields, base: everything, at: path)
    }

    private mutating func reportStructure(_ member: JSONMember, _ path: SpecPath, help: String) {
        log.report(
            .structuralOverride, path, at: member.keyRange, "structure must be the same in every environment",
            help: help)
    }

    /// The fields of the elements of a list.
    private static func element(_ field: SchemaField) -> [SchemaField]? {
        guard case .list(let element, _) = field.type else { return nil }
        return element.fields
    }
}
