import Diagnostics
import HCL

/// What can be said of a block by its schema alone.
extension ModuleDecoder {
    mutating func report(
        _ id: String, _ summary: String, at range: SourceRange, notes: [Diagnostic.Note] = [],
        help: String? = nil
    ) {
        diagnostics.append(Diagnostic(id: id, summary: summary, subject: range, notes: notes, help: help))
    }

    /// The label of a block at a place, as a name.
    func label(_ position: Int, of block: Block) -> Name {
        let label = block.labels[position]
        return Name(module.file(of: label.range)?.text(of: label) ?? "", at: label.contentRange)
    }

    /// Whether a block has the labels it needs.
    mutating func checkLabels(of block: Block, schema: BlockSchema, type: String) -> Bool {
        if block.labels.count > schema.labels.count {
            let surplus = block.labels[schema.labels.count].range
            let count =
                schema.labels.isEmpty ? "no label" : "only \(schema.labels.joined(separator: " and "))"
            report("surplus-label", "a \(type) block takes \(count)", at: surplus)
            return false
        }
        guard block.labels.count < schema.labels.count else { return true }
        let missing = schema.labels[block.labels.count]
        let labels = schema.labels.map { " \"\($0.uppercased())\"" }.joined()
        report(
            "missing-label", "the \(type) block has no \(missing)", at: block.headerRange,
            help: "write \(type)\(labels) { ... }")
        return false
    }

    /// Reports unknown, missing and repeated things in a block and in the blocks it holds.
    mutating func check(_ block: Block, schema: BlockSchema) {
        for item in block.body.items {
            switch item {
            case .attribute(let attribute):
                if schema.isOpen { continue }
                let name = module.name(of: attribute)
                let isKnown = schema.required.contains(name) || schema.optional.contains(name)
                if !isKnown { reportUnknownArgument(attribute, schema: schema) }
            case .block(let nested): checkNested(nested, schema: schema)
            }
        }
        for name in schema.required where value(name, of: block) == nil {
            report(
                "missing-argument", "the argument \"\(name)\" is missing", at: block.headerRange)
        }
    }

    private mutating func checkNested(_ block: Block, schema: BlockSchema) {
        let type = module.text(of: block.typeRange)
        if schema.reserved.contains(type) {
            return report("unknown-block", "\"\(type)\" is reserved for Terraform here", at: block.typeRange)
        }
        guard let nested = schema.blocks[type] else {
            if !schema.isOpen { reportUnknownBlock(block, schema: schema) }
            return
        }
        if checkLabels(of: block, schema: nested, type: type) { check(block, schema: nested) }
    }

    mutating func reportUnknownArgument(_ attribute: Attribute, schema: BlockSchema) {
        let name = module.name(of: attribute)
        var help: String?
        if schema.blocks[name] != nil {
            help = "\"\(name)\" is a block: write it without \"=\""
        } else if let near = nearestName(to: name, among: schema.required + schema.optional) {
            help = "did you mean \"\(near)\"?"
        }
        report(
            "unknown-argument", "there is no argument \"\(name)\" here", at: attribute.nameRange, help: help)
    }

    mutating func reportUnknownBlock(_ block: Block, schema: BlockSchema) {
        let type = module.text(of: block.typeRange)
        var help: String?
        if schema.required.contains(type) || schema.optional.contains(type) {
            help = "\"\(type)\" is an argument: write \"\(type) = ...\""
        } else if let near = nearestName(to: type, among: schema.blocks.keys.sorted()) {
            help = "did you mean \"\(near)\"?"
        }
        report("unknown-block", "there is no block \"\(type)\" here", at: block.typeRange, help: help)
    }

    /// Whether a name is one that Terraform takes; reports it otherwise.
    mutating func checkName(_ name: Name, of what: String) -> Bool {
        if Literal.isIdentifier(name.text) { return true }
        let isIdentifier =
            name.text.unicodeScalars.first.map { $0 == "_" || $0.properties.isIDStart } == true
            && name.text.unicodeScalars.allSatisfy { $0 == "-" || $0.properties.isIDContinue }
        if !isIdentifier {
            report(
                "invalid-name", "\"\(name.text)\" cannot be the name of \(what)", at: name.range,
                help: "start with a letter or \"_\", go on with letters, digits, \"_\" and \"-\"")
        }
        return isIdentifier
    }

    /// Whether a name can be the local name of a provider; reports it otherwise.
    mutating func checkProviderName(_ name: Name) -> Bool {
        let isPlain = name.text.utf8.allSatisfy { byte in
            Literal.isIdentifierPart(byte | 0x20) && byte != UInt8(ascii: "_")
                && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        }
        let isASCII = name.text.utf8.allSatisfy { $0 < 0x80 }
        let isGood = isPlain && !name.text.hasPrefix("-") && !name.text.hasSuffix("-")
        if isASCII, !isGood {
            report(
                "invalid-name", "\"\(name.text)\" cannot be the local name of a provider", at: name.range,
                help: "use lower-case letters, digits and \"-\"")
        }
        return isGood || !isASCII
    }

    /// The expression of an argument of a block.
    func value(_ name: String, of block: Block) -> Expression? {
        for case .attribute(let attribute) in block.body.items where module.spells(attribute.nameRange, name)
        {
            return attribute.value
        }
        return nil
    }

    /// The nested blocks of a type.
    func blocks(_ type: String, of block: Block) -> [Block] {
        block.body.items.compactMap { item in
            if case .block(let nested) = item, module.spells(nested.typeRange, type) { return nested }
            return nil
        }
    }

    /// The truth value of an argument that has to be a constant; reports anything else.
    mutating func constantBool(_ name: String, of block: Block) -> Bool? {
        guard let value = value(name, of: block), checkConstant(value, what: "\"\(name)\"") else {
            return nil
        }
        guard let file = module.file(of: value.range), let constant = file.constant(of: value) else {
            return nil
        }
        if case .null = constant { return nil }
        if let bool = file.constantBool(of: value) { return bool }
        report("wrong-type", "\"\(name)\" must be true or false", at: value.range)
        return nil
    }

    /// The text of an argument that has to be a constant; reports anything else.
    mutating func constantText(_ name: String, of block: Block) -> String? {
        guard let value = value(name, of: block), checkConstant(value, what: "\"\(name)\"") else {
            return nil
        }
        switch module.file(of: value.range)?.constant(of: value) {
        case .string(let text): return text
        case .number(let digits): return digits
        case .bool(let isTrue): return isTrue ? "true" : "false"
        case .list, .object:
            report("wrong-type", "\"\(name)\" must be a string", at: value.range)
            return nil
        case .null, nil: return nil
        }
    }

    /// Whether an expression refers to anything.
    static func hasReference(_ expression: Expression) -> Bool {
        var finder = VariableFinder()
        expression.walk(&finder)
        return finder.reference != nil
    }

    /// Whether an expression refers to nothing and calls nothing; reports the first place where it does.
    mutating func checkConstant(_ expression: Expression, what: String) -> Bool {
        var finder = VariableFinder()
        expression.walk(&finder)
        if let range = finder.reference {
            report(
                "not-constant", "\(what) must be a constant, and cannot refer to anything", at: range)
            return false
        }
        if let range = finder.call {
            report("not-constant", "\(what) must be a constant, and cannot call functions", at: range)
            return false
        }
        return true
    }
}

/// Finds the first reference and the first call of an expression.
private struct VariableFinder: Visitor {
    var reference: SourceRange?
    var call: SourceRange?

    mutating func enter(_ expression: Expression) -> Bool {
        switch expression {
        case .traversal(let traversal): if reference == nil { reference = traversal.range }
        case .call(let found): if call == nil { call = found.nameRange }
        case .object(let object):
            // Bare keys refer to nothing.
            for item in object.items {
                if case .traversal(let key) = item.key, key.steps.isEmpty {} else { item.key.walk(&self) }
                item.value.walk(&self)
            }
            return false
        default: break
        }
        return true
    }
}
