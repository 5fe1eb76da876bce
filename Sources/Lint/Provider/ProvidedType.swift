import Diagnostics
import ProviderCatalogue

/// The type of a resource, or of the blocks in it, as the AWS provider knows it: an object whose members are looked up
/// when somebody reads them.
struct ProvidedType: Sendable {
    /// The type of resource, with the mode in front of it.
    let key: String

    /// The types of the nested blocks that lead here.
    let path: [String]
    let schema: BlockSchema

    /// The versions that may be in use and know it.
    let versions: VersionSet
    let admitted: AdmittedVersions

    /// Whether more members may be there than are known.
    let isOpen: Bool

    /// The type of a resource type's values.
    init(_ type: TypeSchema, key: String, _ admitted: AdmittedVersions) {
        self.key = key
        self.admitted = admitted
        path = []
        schema = type.body
        versions = admitted.versions.during(type.lifetime)
        isOpen = type.body.isOpen || (type.doubt.map { admitted.versions.overlaps($0) } ?? false)
    }

    private init(_ block: NestedBlockSchema, in outer: ProvidedType) {
        key = outer.key
        path = outer.path + [block.name]
        schema = block.body
        admitted = outer.admitted
        isOpen = outer.isOpen || schema.isOpen
        versions = block.lifetime.map { outer.versions.during($0) } ?? outer.versions
    }

    /// What a member is in the versions that may be in use; nil where it is in none of them.
    func member(_ name: String) -> ValueType? {
        let attributes = schema.attributes(named: name).filter { versions.overlaps($0.lifetime) }
        let blocks = schema.blocks(named: name).filter { versions.overlaps($0.lifetime) }
        if blocks.isEmpty {
            let types = Set(attributes.map(\.type))
            guard let type = types.first else { return nil }
            return types.count == 1 ? ValueType(type) : .any
        }
        guard attributes.isEmpty, let block = blocks.first, blocks.allSatisfy({ $0.nesting == block.nesting })
        else { return .any }
        let inner = ValueType.provided(ProvidedType(block, in: self))
        switch block.nesting {
        case .single, .group: return inner
        case .list: return .list(inner)
        case .set: return .set(inner)
        case .map: return .map(inner)
        }
    }

    /// The names of all members.
    var memberNames: [String] {
        let attributes = schema.attributes.filter { versions.overlaps($0.lifetime) }.map(\.name)
        let blocks = schema.blocks.filter { versions.overlaps($0.lifetime) }.map(\.name)
        return Set(attributes + blocks).sorted()
    }

    /// What to make of a name that is no member.
    func judgement(ofUnknown name: String) -> UnknownName {
        let lifetimes =
            schema.attributes(named: name).map(\.lifetime) + schema.blocks(named: name).map(\.lifetime)
        let history = admitted.history(of: lifetimes, seenFrom: versions)
        return UnknownName(name: name, known: memberNames, history, admitted)
    }

    /// What it is, for messages: `"aws_lb"`, `the block "access_logs" of "aws_lb"`.
    var words: String {
        let type = "\"\(key.split(separator: " ").last ?? "")\""
        return path.last.map { "the block \"\($0)\" of \(type)" } ?? type
    }
}

extension ProvidedType: Hashable {
    static func == (left: ProvidedType, right: ProvidedType) -> Bool {
        left.key == right.key && left.path == right.path
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(key)
        hasher.combine(path)
    }
}

extension ValueType {
    /// The type of an attribute.
    init(_ type: AttributeType) {
        switch type {
        case .string: self = .string
        case .number: self = .number
        case .bool: self = .bool
        case .dynamic: self = .any
        case .list(let element): self = .list(ValueType(element))
        case .set(let element): self = .set(ValueType(element))
        case .map(let element): self = .map(ValueType(element))
        case .tuple(let elements): self = .tuple(elements.map { ValueType($0) })
        case .object(let members):
            let types = members.map { ($0.name, ValueType($0.type)) }
            self = .object(Dictionary(types) { first, _ in first })
        }
    }
}
