import Diagnostics
import HCL

/// Collects the references of a module, argument by argument.
struct ReferenceCollector {
    private(set) var references: [Reference] = []
    private(set) var sites: [Site] = []

    private var reader: ReferenceReader

    /// Names that mean something of their own here: those of `for` expressions and `dynamic` blocks.
    private var ownNames: [String] = []

    /// How many calls of `try` and `can` stand around the current expression.
    private var trials = 0

    /// The position of the current argument, once it has a reference.
    private var site: Int?
    private var pendingSite: Site?

    init(file: ConfigFile) { reader = ReferenceReader(file: file) }

    /// Goes on with another file.
    mutating func turn(to file: ConfigFile) { reader = ReferenceReader(file: file) }

    /// Collects from one argument.
    mutating func collect(from attribute: Attribute, in blocks: [String], of owner: Owner) {
        let name = reader.file.name(of: attribute)
        pendingSite = Site(owner: owner, blocks: blocks, argument: name, attribute: attribute)
        site = nil
        if name == "depends_on", case .tuple(let tuple) = attribute.value {
            for item in tuple.items { collect(dependency: item) }
        } else {
            collect(attribute.value)
        }
    }

    /// Collects from an item of `depends_on`, which may stand in quotes.
    private mutating func collect(dependency: Expression) {
        guard case .literal(let literal) = dependency, literal.kind == .string else {
            return collect(dependency)
        }
        let content = Int(literal.range.start) + 1..<Int(literal.range.end) - 1
        let file = reader.file
        collect(ConfigFile.parseExpression(file.bytes, in: content, file: file.file).0)
    }

    /// Collects from the arguments and nested blocks of a body, which belong to no language of Terraform's own.
    mutating func collect(fromOpen body: Body, in blocks: [String] = [], of owner: Owner) {
        for item in body.items {
            switch item {
            case .attribute(let attribute): collect(from: attribute, in: blocks, of: owner)
            case .block(let block):
                if reader.file.spells(block.typeRange, "dynamic") {
                    collect(fromDynamic: block, in: blocks, of: owner)
                } else {
                    collect(fromOpen: block.body, in: blocks + [reader.file.type(of: block)], of: owner)
                }
            }
        }
    }

    /// Collects from `dynamic "type" { }`, whose iterator has a name only inside of `content`.
    private mutating func collect(fromDynamic block: Block, in blocks: [String], of owner: Owner) {
        let file = reader.file
        let type = block.labels.first.map { file.text(of: $0) } ?? ""
        var iterator = type
        for attribute in block.body.attributes {
            if file.spells(attribute.nameRange, "iterator") {
                if case .traversal(let traversal) = attribute.value { iterator = file.root(of: traversal) }
            } else if file.spells(attribute.nameRange, "labels") {
                ownNames.append(iterator)
                collect(from: attribute, in: blocks + ["dynamic"], of: owner)
                ownNames.removeLast()
            } else {
                collect(from: attribute, in: blocks + ["dynamic"], of: owner)
            }
        }
        ownNames.append(iterator)
        for content in block.body.blocks { collect(fromOpen: content.body, in: blocks + [type], of: owner) }
        ownNames.removeLast()
    }

    private mutating func collect(_ expression: Expression) {
        switch expression {
        case .literal, .invalid: break
        case .template(let template): collect(template.parts)
        case .traversal(let traversal):
            note(traversal)
            collect(traversal.steps)
        case .relativeTraversal(let traversal):
            collect(traversal.base)
            collect(traversal.steps)
        case .parentheses(let parentheses): collect(parentheses.inner)
        case .operation(let operation):
            collect(operation.left)
            collect(operation.right)
        case .unaryOperation(let operation): collect(operation.operand)
        case .conditional(let conditional):
            collect(conditional.condition)
            collect(conditional.trueResult)
            collect(conditional.falseResult)
        case .call(let call):
            let isTrying =
                reader.file.spells(call.nameRange, "try") || reader.file.spells(call.nameRange, "can")
            if isTrying { trials += 1 }
            for argument in call.arguments { collect(argument) }
            if isTrying { trials -= 1 }
        case .tuple(let tuple): for item in tuple.items { collect(item) }
        case .object(let object):
            for item in object.items {
                // A bare word is the key itself.
                if reader.file.constantKey(of: item) == nil { collect(item.key) }
                collect(item.value)
            }
        case .forExpression(let expression): collect(expression)
        }
    }

    private mutating func collect(_ expression: ForExpression) {
        collect(expression.collection)
        let outer = ownNames.count
        if let key = expression.keyNameRange { ownNames.append(reader.file.text(of: key)) }
        ownNames.append(reader.file.text(of: expression.valueNameRange))
        if let key = expression.key { collect(key) }
        collect(expression.value)
        if let condition = expression.condition { collect(condition) }
        ownNames.removeLast(ownNames.count - outer)
    }

    private mutating func collect(_ parts: [TemplatePart]) {
        for part in parts {
            switch part {
            case .text: break
            case .interpolation(let interpolation): collect(interpolation.expression)
            case .ifDirective(let directive):
                collect(directive.condition)
                collect(directive.trueParts)
                if let parts = directive.falseParts { collect(parts) }
            case .forDirective(let directive):
                collect(directive.collection)
                let outer = ownNames.count
                if let key = directive.keyNameRange { ownNames.append(reader.file.text(of: key)) }
                ownNames.append(reader.file.text(of: directive.valueNameRange))
                collect(directive.parts)
                ownNames.removeLast(ownNames.count - outer)
            }
        }
    }

    private mutating func collect(_ steps: [TraversalStep]) {
        for case .index(let step) in steps { collect(step.key) }
    }

    private mutating func note(_ traversal: Traversal) {
        if !ownNames.isEmpty, ownNames.contains(where: { reader.file.spells(traversal.rootRange, $0) }) {
            return
        }
        if site == nil, let pendingSite {
            sites.append(pendingSite)
            site = sites.count - 1
        }
        let (subject, stepCount) = reader.subject(of: traversal)
        references.append(
            Reference(
                subject: subject, traversal: traversal, remainingSteps: traversal.steps.dropFirst(stepCount),
                site: site ?? 0, isTried: trials > 0))
    }
}
