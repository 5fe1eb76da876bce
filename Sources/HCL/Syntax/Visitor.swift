/// Something that looks at a tree in source order.
///
/// Every function but those that are wanted may be left out.
public protocol Visitor {
    /// Called before what a block holds; false leaves that out.
    mutating func enter(_ block: Block) -> Bool

    /// Called behind what a block holds.
    mutating func leave(_ block: Block)

    /// Called before the value of an attribute; false leaves it out.
    mutating func enter(_ attribute: Attribute) -> Bool

    /// Called before the parts of an expression; false leaves them out.
    mutating func enter(_ expression: Expression) -> Bool

    /// Called behind the parts of an expression.
    mutating func leave(_ expression: Expression)
}

extension Visitor {
    /// Goes into every block.
    public mutating func enter(_ block: Block) -> Bool { true }

    /// Does nothing.
    public mutating func leave(_ block: Block) {}

    /// Goes into every value.
    public mutating func enter(_ attribute: Attribute) -> Bool { true }

    /// Goes into every expression.
    public mutating func enter(_ expression: Expression) -> Bool { true }

    /// Does nothing.
    public mutating func leave(_ expression: Expression) {}
}

extension Body {
    /// Shows all items, and what they hold, to a visitor.
    public func walk(_ visitor: inout some Visitor) {
        for item in items {
            switch item {
            case .attribute(let attribute):
                if visitor.enter(attribute) { attribute.value.walk(&visitor) }
            case .block(let block):
                if visitor.enter(block) { block.body.walk(&visitor) }
                visitor.leave(block)
            }
        }
    }
}

extension Expression {
    /// Shows the expression and its parts to a visitor.
    public func walk(_ visitor: inout some Visitor) {
        if visitor.enter(self) { forEachChild { $0.walk(&visitor) } }
        visitor.leave(self)
    }

    /// Hands over the expressions of which this one is made, in source order.
    public func forEachChild(_ visit: (Expression) -> Void) {
        switch self {
        case .literal, .invalid: break
        case .template(let template): template.parts.forEachExpression(visit)
        case .traversal(let traversal): traversal.steps.forEachKey(visit)
        case .relativeTraversal(let traversal):
            visit(traversal.base)
            traversal.steps.forEachKey(visit)
        case .parentheses(let parentheses): visit(parentheses.inner)
        case .operation(let operation):
            visit(operation.left)
            visit(operation.right)
        case .unaryOperation(let operation): visit(operation.operand)
        case .conditional(let conditional):
            visit(conditional.condition)
            visit(conditional.trueResult)
            visit(conditional.falseResult)
        case .call(let call): call.arguments.forEach(visit)
        case .tuple(let tuple): tuple.items.forEach(visit)
        case .object(let object):
            for item in object.items {
                visit(item.key)
                visit(item.value)
            }
        case .forExpression(let expression):
            visit(expression.collection)
            if let key = expression.key { visit(key) }
            visit(expression.value)
            if let condition = expression.condition { visit(condition) }
        }
    }
}

extension [TemplatePart] {
    /// Hands over the expressions of the parts, in source order.
    public func forEachExpression(_ visit: (Expression) -> Void) {
        for part in self {
            switch part {
            case .text: break
            case .interpolation(let interpolation): visit(interpolation.expression)
            case .ifDirective(let directive):
                visit(directive.condition)
                directive.trueParts.forEachExpression(visit)
                directive.falseParts?.forEachExpression(visit)
            case .forDirective(let directive):
                visit(directive.collection)
                directive.parts.forEachExpression(visit)
            }
        }
    }
}

extension [TraversalStep] {
    /// Hands over what stands between the brackets of the steps, in source order.
    public func forEachKey(_ visit: (Expression) -> Void) {
        for case .index(let step) in self { visit(step.key) }
    }
}
