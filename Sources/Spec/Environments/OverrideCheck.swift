import Diagnostics
import JSON

/// Looks at the overrides of an environment before they are merged: every field must exist and be a value that
/// may differ, and every part that they change must be there in the base.
///
/// What is refused is left out alone; all that stands beside it holds.
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
        let kept = members.compactMap { member in
            let place = path[member.key]
            guard member.key == "network" else { return legal(member, fields, base: base, at: place) }
            let network = fields.first { $0.name == "regions" }.flatMap(Self.element)?.first {
                $0.name == "network"
            }
            let networkBase = base["regions"]?.elements?.first?["network"]
            return legalObject(member, network?.type.fields ?? [], base: networkBase, at: place)
        }
        return JSONValue(.object(kept), at: overrides.range)
    }

    /// One member of an object, as far as it may be overridden; says why where it may not.
    private mutating func legal(
        _ member: JSONMember, _ fields: [SchemaField], base: JSONValue?, at path: SpecPath
    ) -> JSONMember? {
        guard let field = fields.first(where: { $0.name == member.key }) else {
            let nearest = nearestName(to: member.key, among: fields.map(\.name))
            log.report(
                .unknownField, path, at: member.keyRange, "unknown field",
                help: nearest.map { "did you mean \"\($0)\"?" }
                    ?? ObjectReader.list(fields.map(\.name)))
            return nil
        }
        switch field.scope {
        case .perEnvironment: return member
        case .structural:
            reportStructure(member, path, help: "give it in the spec itself, outside of the environments")
            return nil
        case .mixed: return legalSection(member, field, base: base?[member.key], at: path)
        }
    }

    /// A section that may be overridden in parts: it must be there, and stay.
    private mutating func legalSection(
        _ member: JSONMember, _ field: SchemaField, base: JSONValue?, at path: SpecPath
    ) -> JSONMember? {
        if field.name == "regions" {
            reportStructure(member, path, help: "\"network\" overrides the network of every region")
            return nil
        }
        if member.value.isNull || base?.isNull != false {
            let what =
                member.value.isNull ? "removes a part" : "adds a part that the spec itself does not have"
            reportStructure(member, path, help: "this \(what); what differs must be values")
            return nil
        }
        if case .map(let element, _) = field.type {
            return legalMap(member, element.fields ?? [], base: base, at: path)
        }
        return legalObject(member, field.type.fields ?? [], base: base, at: path)
    }

    private mutating func legalObject(
        _ member: JSONMember, _ fields: [SchemaField], base: JSONValue?, at path: SpecPath
    ) -> JSONMember? {
        guard let members = member.value.members else {
            log.reportType("an object", member.value, path)
            return nil
        }
        return member.with(members.compactMap { legal($0, fields, base: base, at: path[$0.key]) })
    }

    /// The entries of a map that the base has as well.
    private mutating func legalMap(
        _ member: JSONMember, _ fields: [SchemaField], base: JSONValue?, at path: SpecPath
    ) -> JSONMember? {
        guard let members = member.value.members else {
            log.reportType("an object", member.value, path)
            return nil
        }
        return member.with(
            members.compactMap { entry in
                let place = path[entry.key]
                if entry.key == "*", member.key == "services" { return legalForAll(entry, fields, at: place) }
                guard let entryBase = base?[entry.key] else {
                    reportUnknown(entry, base, place)
                    return nil
                }
                guard !entry.value.isNull else {
                    reportStructure(entry, place, help: "this removes a part; what differs must be values")
                    return nil
                }
                return legalObject(entry, fields, base: entryBase, at: place)
            })
    }

    /// What is said of all entries may change a part that only some of them have.
    private mutating func legalForAll(
        _ entry: JSONMember, _ fields: [SchemaField], at path: SpecPath
    ) -> JSONMember? {
        let everything = JSONValue(.object(fields.map { JSONMember($0.name, JSONValue.object([])) }))
        return legalObject(entry, fields, base: everything, at: path)
    }

    private mutating func reportUnknown(_ entry: JSONMember, _ base: JSONValue?, _ path: SpecPath) {
        let nearest = nearestName(to: entry.key, among: base?.members?.map(\.key) ?? [])
        log.report(
            .structuralOverride, path, at: entry.keyRange, "the spec itself has no \"\(entry.key)\"",
            help: nearest.map { "did you mean \"\($0)\"?" }
                ?? "structure must be the same in every environment")
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

extension JSONMember {
    /// The member with other members inside.
    fileprivate func with(_ members: [JSONMember]) -> JSONMember {
        JSONMember(key, at: keyRange, JSONValue(.object(members), at: value.range))
    }
}
