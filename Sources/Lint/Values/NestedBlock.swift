import Diagnostics
import HCL
import Terraform

/// What the name of a `dynamic` block means in one of the blocks that it makes.
struct BlockIterator {
    /// The name.
    let name: String

    /// The object of `key` and `value`.
    let value: Value

    /// What is gone over, and at which key; nil where that is not known.
    let forEach: Expression
    let key: String?
}

/// A block within a resource of one scope: written down, or one of those that a `dynamic` block makes.
struct NestedBlock {
    let owner: BlockInstance
    let body: Body

    /// What a diagnostic about the whole block points at.
    let headerRange: SourceRange

    /// The iterators of the `dynamic` blocks around it.
    let iterators: [BlockIterator]

    /// Whether it is certain that there is such a block.
    let isCertain: Bool

    func attribute(_ name: String) -> Attribute? { owner.attribute(name, in: body) }

    /// The value of an argument; nil where it is not given.
    func value(_ name: String) -> Value? { attribute(name).map { owner.value(of: $0.value, iterators) } }

    /// The blocks of a type within it.
    func blocks(_ type: String) -> [NestedBlock] {
        owner.blocks(type, in: body, iterators, isCertain: isCertain)
    }
}

extension BlockInstance {
    /// How many blocks a `dynamic` block is taken for at most.
    private static let maximumBlocks = 64

    /// The value of an expression that stands in it, within `dynamic` blocks.
    func value(of expression: Expression, _ iterators: [BlockIterator]) -> Value {
        values.silently {
            var frame = values.frame(scope, at: expression.range, repetition)
            frame.names = iterators.map { ($0.name, $0.value) }
            return values.value(of: expression, in: frame)
        }
    }

    /// The blocks of a type within it, with those that `dynamic` makes.
    func blocks(_ type: String) -> [NestedBlock] {
        blocks(type, in: resource.block.body, [], isCertain: true)
    }

    func blocks(
        _ type: String, in body: Body, _ iterators: [BlockIterator], isCertain: Bool
    ) -> [NestedBlock] {
        var result: [NestedBlock] = []
        for case .block(let block) in body.items {
            if module.isOfType(type, block) {
                result.append(
                    NestedBlock(
                        owner: self, body: block.body, headerRange: block.headerRange,
                        iterators: iterators,
                        isCertain: isCertain))
            } else if module.isDynamic(type, block) {
                result += made(by: block, type, iterators, isCertain: isCertain)
            }
        }
        return result
    }

    private func made(
        by block: Block, _ type: String, _ iterators: [BlockIterator],
        isCertain: Bool
    ) -> [NestedBlock] {
        guard let content = module.bodies(ofType: "content", in: block.body).first,
            let forEach = module.attribute("for_each", in: block.body)?.value
        else { return [] }
        var name = type
        if case .traversal(let traversal)? = module.attribute("iterator", in: block.body)?.value {
            name = module.text(of: traversal.rootRange)
        }
        let rounds = Self.rounds(value(of: forEach, iterators))
        return (rounds ?? [(.anything, .anything)]).prefix(Self.maximumBlocks).map { key, value in
            let iterator = BlockIterator(
                name: name, value: .object(Value.Entries([("key", key), ("value", value)])),
                forEach: forEach, key: key.text)
            return NestedBlock(
                owner: self, body: content, headerRange: block.headerRange,
                iterators: iterators + [iterator], isCertain: isCertain && rounds != nil)
        }
    }

    /// The keys and values that `for_each` goes over; nil where they are not known.
    private static func rounds(_ value: Value) -> [(Value, Value)]? {
        if let entries = value.entries { return entries.pairs.map { (.string($0), $1) } }
        switch value.plain {
        case .set(let items, _): return items.map { ($0, $0) }
        case .tuple(let items), .list(let items, _):
            return items.enumerated().map { (.number(Double($0)), $1) }
        default: return nil
        }
    }

    /// Whether it is certain that there is such a resource in the environment.
    var isCertain: Bool {
        guard repetition.isKnown else { return false }
        var scope: Int? = scope
        while let current = scope {
            guard values.scopes[current].repetition.isKnown else { return false }
            scope = values.scopes[current].parent
        }
        return true
    }
}

extension Repetition {
    /// Whether its key is known, so that it is there for certain.
    var isKnown: Bool {
        switch self {
        case .none: return true
        case .count(let index): return index.integer != nil
        case .each(let key, _): return key.text != nil
        }
    }
}
