import Diagnostics
import HCL

/// Where references may stand.
extension ModuleDecoder {
    /// Collects the references of an argument.
    mutating func collect(_ attribute: Attribute, in blocks: [String], of owner: Owner) {
        guard let file = module.file(of: attribute.nameRange) else { return }
        collector.turn(to: file)
        collector.collect(from: attribute, in: blocks, of: owner)
    }

    /// Collects the references of some arguments of a block.
    mutating func collect(_ names: [String], of block: Block, in blocks: [String] = [], _ owner: Owner) {
        for case .attribute(let attribute) in block.body.items
        where names.contains(where: { module.spells(attribute.nameRange, $0) }) {
            collect(attribute, in: blocks, of: owner)
        }
    }

    /// Collects the references of a condition and its message.
    mutating func collect(
        _ condition: Variable.Condition, _ type: String, of owner: Owner, in blocks: [String] = []
    ) {
        collect(["condition", "error_message"], of: condition.block, in: blocks + [type], owner)
    }

    /// Collects the references of all arguments and nested blocks that are not Terraform's own.
    mutating func collectOpen(
        _ body: Body, of owner: Owner, in blocks: [String] = [], except own: Set<String>
    ) {
        for item in body.items {
            switch item {
            case .attribute(let attribute):
                if case .literal = attribute.value { continue }
                if !own.contains(where: { module.spells(attribute.nameRange, $0) }) {
                    collect(attribute, in: blocks, of: owner)
                }
            case .block(let block):
                guard let file = module.file(of: block.typeRange), !own.contains(file.type(of: block)) else {
                    continue
                }
                collector.turn(to: file)
                collector.collect(
                    fromOpen: Body(items: [item], range: block.range), in: blocks, of: owner)
            }
        }
    }

    /// `depends_on`, of which every item has to be a reference.
    mutating func dependencies(of block: Block) -> Expression? {
        guard let list = value("depends_on", of: block) else { return nil }
        checkReferenceList(list, what: "\"depends_on\"")
        return list
    }

    /// Reports whatever is no list of references.
    mutating func checkReferenceList(_ list: Expression, what: String) {
        guard case .tuple(let tuple) = list else {
            return report(
                "invalid-dependency", "\(what) must be a list of references", at: list.range,
                help: "such as [aws_vpc.this]")
        }
        for item in tuple.items {
            switch item {
            case .traversal(let traversal): checkStatic(traversal, what: what)
            case .literal(let literal) where literal.kind == .string:
                warnOfQuotes(literal)
            default:
                report("invalid-dependency", "\(what) takes nothing but references", at: item.range)
            }
        }
    }

    /// References in quotes, which Terraform took before 0.12 and still takes.
    mutating func warnOfQuotes(_ literal: LiteralExpression) {
        let text = module.file(of: literal.range)?.text(of: literal) ?? ""
        let edit = Fix.Edit(range: literal.range, replacement: text)
        diagnostics.append(
            Diagnostic(
                id: "quoted-reference", severity: .warning,
                summary: "the reference \"\(text)\" stands in quotes",
                subject: literal.range, help: "remove the quotes",
                fix: Fix(edits: [edit], applicability: .safe)))
    }

    private mutating func checkStatic(_ traversal: Traversal, what: String) {
        if what == "\"depends_on\"", let file = module.file(of: traversal.range),
            case .resource(_, _, _, _, let attribute?) = ReferenceReader(file: file).subject(of: traversal)
                .subject
        {
            return report(
                "invalid-dependency", "\(what) takes whole resources, not their attributes",
                at: attribute.range,
                help: "remove \".\(attribute.text)\"")
        }
        for step in traversal.steps {
            switch step {
            case .attribute, .legacyIndex: continue
            case .index(let index):
                if module.file(of: index.range)?.constant(of: index.key) != nil { continue }
                if what != "\"depends_on\"" { continue }
            case .attributeSplat, .fullSplat: break
            }
            return report(
                "invalid-dependency", "\(what) takes references with constant keys only", at: step.range)
        }
    }
}
