import Diagnostics
import JSON

/// Looks at the overrides of an environment before they are merged: every field must exist and be a value that
/// may differ, and every part that they change must be there in the base.
///
/// What is refused is left out alone; all that stands beside it holds.
struct OverrideCheck {
    private let fields: [SchemaField]

    /// Whether every environment has a root of its own, in which anything may be different.
    private let mayChangeStructure: Bool
    private(set) var log = ReadLog()

    init(_ schema: SpecSchema, layout: TerraformSpec.Layout) {
        fields = schema.fields
        mayChangeStructure = layout == .directories
    }

    /// The overrides without what is wrong in them (reported).
    mutating func checked(_ overrides: JSONValue, base: JSONValue, at path: SpecPath) -> JSONValue {
        guard let members = overrides.members else {
            log.reportType("an object", overrides, path)
            return [:]
        }
        let kept = members.compactMap { member in
            mayChangeStructure
                ? free(member, at: path[member.key]) : legal(member, base: base, at: path[member.key])
        }
        return JSONValue(.object(kept), at: overrides.range)
    }

    /// What is the same for the whole tree, whatever its layout is.
    private static let common: Set<String> = [
        "environments", "ignore", "output", "project", "removed", "schema_version",
    ]

    /// One member of the overrides where structure may change; the merged spec tells what else is wrong.
    private mutating func free(_ member: JSONMember, at path: SpecPath) -> JSONMember? {
        if Self.common.contains(member.key) {
            reportStructure(member, path, help: "give it in the spec itself, outside of the environments")
            return nil
        }
        if member.key == "regions", member.value.elements == nil {
            log.reportType("a list", member.value, path)
            return nil
        }
        guard member.key == "terraform", let layout = member.value.member("layout") else { return member }
        reportStructure(layout, path["layout"], help: "the tree has one layout: give it in the spec itself")
        return member.with((member.value.members ?? []).filter { $0.key != "layout" })
    }

    private mutating func legal(_ member: JSONMember, base: JSONValue, at path: SpecPath) -> JSONMember? {
        switch member.key {
        case "network":
            let networkBase = base["regions"]?.elements?.first?["network"]
            return legalObject(member, networkFields, base: networkBase, at: path)
        case "regions": return legalRegions(member, base: base["regions"]?.elements ?? [], at: path)
        default: return legal(member, fields, base: base, at: path)
        }
    }

    private var networkFields: [SchemaField] {
        let region = fields.first { $0.name == "regions" }.flatMap(Self.element)
        return region?.first { $0.name == "network" }?.type.fields ?? []
    }

    /// Regions of the base by name, of which the network may be overridden.
    private mutating func legalRegions(
        _ member: JSONMember, base: [JSONValue], at path: SpecPath
    ) -> JSONMember? {
        guard let elements = member.value.elements else {
            log.reportType("a list", member.value, path)
            return nil
        }
        let kept = elements.enumerated().compactMap { legalRegion($1, base: base, at: path[$0]) }
        return JSONMember(member.key, at: member.keyRange, JSONValue(.array(kept), at: member.value.range))
    }

    private mutating func legalRegion(
        _ region: JSONValue, base: [JSONValue], at path: SpecPath
    ) -> JSONValue? {
        guard let members = region.members, let name = region["name"]?.string else {
            log.report(
                .missingField, path, at: region.range, "expected an object with the name of a region",
                help: "write { \"name\": \"us-east-1\", \"network\": { ... } }")
            return nil
        }
        guard let base = base.first(where: { $0["name"]?.string == name }) else {
            let nearest = nearestName(to: name, among: base.compactMap { $0["name"]?.string })
            log.report(
                .structuralOverride, path["name"], at: region["name"]?.range,
                "the spec itself has no region \"\(name)\"",
                help: nearest.map { "did you mean \"\($0)\"?" } ?? Self.wayOut)
            return nil
        }
        let kept = members.compactMap { member -> JSONMember? in
            switch member.key {
            case "name": return member
            case "network":
                return legalObject(member, networkFields, base: base["network"], at: path["network"])
            default:
                reportStructure(member, path[member.key], help: "the network of a region may be overridden")
                return nil
            }
        }
        return JSONValue(.object(kept), at: region.range)
    }

    /// What to do where structure must differ all the same.
    private static let wayOut =
        "terraform.layout \"directories\" gives each environment a root whose structure may differ"

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
            reportStructure(
                member, path,
                help: "give it in the spec itself, outside of the environments. \(Self.wayOut)")
            return nil
        case .mixed: return legalSection(member, field, base: base?[member.key], at: path)
        }
    }

    /// A section that may be overridden in parts: it must be there, and stay.
    private mutating func legalSection(
        _ member: JSONMember, _ field: SchemaField, base: JSONValue?, at path: SpecPath
    ) -> JSONMember? {
        if member.value.isNull || base?.isNull != false {
            let what =
                member.value.isNull ? "removes a part" : "adds a part that the spec itself does not have"
            reportStructure(member, path, help: "this \(what); what differs must be values. \(Self.wayOut)")
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
                    reportStructure(
                        entry, place, help: "this removes a part; what differs must be values. \(Self.wayOut)"
                    )
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
            help: nearest.map { "did you mean \"\($0)\"?" } ?? Self.wayOut)
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
