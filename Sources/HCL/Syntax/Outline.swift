/// A tree as text that shows its shape without places, for tests and for comparing two trees.
extension ConfigFile {
    /// The shape of the whole file, an item a line.
    public var outline: String { outline(of: body, margin: "") }

    private func outline(of body: Body, margin: String) -> String {
        var result = ""
        for item in body.items {
            switch item {
            case .attribute(let attribute):
                result += "\(margin)\(name(of: attribute)) = \(outline(of: attribute.value))\n"
            case .block(let block):
                let header = ([type(of: block)] + labels(of: block).map(Literal.quoted)).joined(
                    separator: " ")
                result += "\(margin)\(header)\n" + outline(of: block.body, margin: margin + "  ")
            }
        }
        return result
    }

    /// The shape of an expression: names and literals as they are, everything else in parentheses, operator first.
    public func outline(of expression: Expression) -> String {
        switch expression {
        case .literal(let literal):
            return literal.kind == .string ? Literal.quoted(text(of: literal)) : text(of: literal)
        case .template(let template): return "(template" + outline(of: template.parts, in: template) + ")"
        case .traversal(let traversal): return root(of: traversal) + outline(of: traversal.steps)
        case .relativeTraversal(let traversal):
            return outline(of: traversal.base) + outline(of: traversal.steps)
        case .parentheses(let parentheses): return "(\(outline(of: parentheses.inner)))"
        case .operation(let operation):
            let operands = "\(outline(of: operation.left)) \(outline(of: operation.right))"
            return "(\(operation.operator.symbol) \(operands))"
        case .unaryOperation(let operation):
            return "(\(operation.operator == .negate ? "-" : "!") \(outline(of: operation.operand)))"
        case .conditional(let conditional):
            let parts = [conditional.condition, conditional.trueResult, conditional.falseResult]
            return "(? " + parts.map(outline(of:)).joined(separator: " ") + ")"
        case .call(let call):
            let arguments = call.arguments.map { " " + outline(of: $0) }.joined()
            return "(\(name(of: call))\(arguments)\(call.ellipsisRange == nil ? "" : "..."))"
        case .tuple(let tuple): return "[" + tuple.items.map(outline(of:)).joined(separator: " ") + "]"
        case .object(let object):
            let items = object.items.map { "\(outline(of: $0.key))=\(outline(of: $0.value))" }
            return "{" + items.joined(separator: " ") + "}"
        case .forExpression(let expression): return outline(of: expression)
        case .invalid: return "(invalid)"
        }
    }

    private func outline(of expression: ForExpression) -> String {
        var result = "(for"
        if let key = expression.keyNameRange { result += " " + text(of: key) }
        result += " \(text(of: expression.valueNameRange)) in \(outline(of: expression.collection)) :"
        if let key = expression.key { result += " \(outline(of: key)) =>" }
        result += " " + outline(of: expression.value)
        if expression.ellipsisRange != nil { result += "..." }
        if let condition = expression.condition { result += " if " + outline(of: condition) }
        return result + ")"
    }

    private func outline(of steps: [TraversalStep]) -> String {
        steps.map { step in
            switch step {
            case .attribute(let step): return "." + text(of: step.nameRange)
            case .index(let step): return "[\(outline(of: step.key))]"
            case .legacyIndex(let range): return text(of: range).filter { $0 != " " }
            case .attributeSplat: return ".*"
            case .fullSplat: return "[*]"
            }
        }.joined()
    }

    private func outline(of parts: [TemplatePart], in template: Template) -> String {
        parts.map { part in
            switch part {
            case .text(let text): return " " + Literal.quoted(self.text(of: text, in: template))
            case .interpolation(let interpolation): return " " + outline(of: interpolation.expression)
            case .ifDirective(let directive):
                var result = " (if \(outline(of: directive.condition))"
                result += outline(of: directive.trueParts, in: template)
                if let parts = directive.falseParts { result += " else" + outline(of: parts, in: template) }
                return result + ")"
            case .forDirective(let directive):
                var result = " (for"
                if let key = directive.keyNameRange { result += " " + text(of: key) }
                result += " \(text(of: directive.valueNameRange)) in \(outline(of: directive.collection)) :"
                return result + outline(of: directive.parts, in: template) + ")"
            }
        }.joined()
    }
}
