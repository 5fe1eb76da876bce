import Diagnostics
import ProviderCatalogue
import Terraform

/// The type of a resource, or of the blocks in it, as the AWS provider knows it: an object whose members are looked up
/// when somebody reads them.
///
/// A class, for every value of the type refers to it.
final class ProvidedType: Sendable {
    /// The type of resource, and what kind of resource it is.
    let name: String
    let mode: Resource.Mode

    /// The types of the nested blocks that lead here.
    let path: [String]
    private let schema: BlockSchema

    /// The versions that may be in use and know it.
    private let versions: VersionSet
    private let admitted: AdmittedVersions

    /// Whether more members may be there than are known.
    let isOpen: Bool

    /// The type of a resource type's values.
    init(_ type: TypeSchema, mode: Resource.Mode, _ admitted: AdmittedVersions) {
        name = type.name
        self.mode = mode
        self.admitted = admitted
        path = []
        schema = type.body
        versions = admitted.versions.during(type.lifetime)
        isOpen = type.body.isOpen || (type.doubt.map { admitted.versions.overlaps($0) } ?? false)
    }

    private init(_ block: NestedBlockSchema, in outer: ProvidedType) {
        name = outer.name
        mode = outer.mode
        path = outer.path + [block.name]
        schema = block.body
        admitted = outer.admitted
        isOpen = outer.isOpen || schema.isOpen
        versions = block.lifetime.map { outer.versions.during($0) } ?? outer.versions
    }

    /// What a member is in the versions that may be in use; nil where it is in none of them.
    ///
    /// It is sensitive where all of them say so.
    func member(_ name: String) -> (type: ValueType, isSensitive: Bool)? {
        let attributes = schema.attributes(named: name)
        let blocks = schema.blocks(named: name)
        if blocks.isEmpty, attributes.count == 1, let attribute = attributes.first {
            guard versions.overlaps(attribute.lifetime) else { return nil }
            return (ValueType(attribute.type), attribute.flags.contains(.sensitive))
        }
        return member(
            attributes.filter { versions.overlaps($0.lifetime) },
            blocks.filter { versions.overlaps($0.lifetime) })
    }

    private func member(
        _ attributes: [AttributeSchema], _ blocks: [NestedBlockSchema]
    ) -> (type: ValueType, isSensitive: Bool)? {
        guard let block = blocks.first else {
            let types = Set(attributes.map(\.type))
            guard let type = types.first else { return nil }
            let isSensitive = attributes.allSatisfy { $0.flags.contains(.sensitive) }
            return (types.count == 1 ? ValueType(type) : .any, isSensitive)
        }
        guard attributes.isEmpty, blocks.allSatisfy({ $0.nesting == block.nesting }) else {
            return (.any, false)
        }
        let inner = ValueType.provided(ProvidedType(block, in: self))
        switch block.nesting {
        case .single, .group: return (inner, false)
        case .list: return (.list(inner), false)
        case .set: return (.set(inner), false)
        case .map: return (.map(inner), false)
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
        let type = "\"\(name)\""
        return path.last.map { "the block \"\($0)\" of \(type)" } ?? type
    }
}

extension ProvidedType: Hashable {
    static func == (left: ProvidedType, right: ProvidedType) -> Bool {
        left.mode == right.mode && left.name == right.name && left.path == right.path
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(name)
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
