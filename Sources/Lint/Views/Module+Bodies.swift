import Diagnostics
import HCL
import Terraform

/// What stands in bodies: each part is read in its own file, for an override may have put parts of others there.
extension Module {
    /// The argument of a name; nil where it is not given.
    func attribute(_ name: String, in body: Body) -> Attribute? {
        for case .attribute(let attribute) in body.items
        where file(of: attribute.nameRange)?.spells(attribute.nameRange, name) == true {
            return attribute
        }
        return nil
    }

    /// The bodies of nested blocks of a type, and of what `dynamic` makes of that type.
    func bodies(ofType type: String, in body: Body) -> [Body] {
        var result: [Body] = []
        for case .block(let block) in body.items {
            if isOfType(type, block) {
                result.append(block.body)
            } else if isDynamic(type, block) {
                result += bodies(ofType: "content", in: block.body)
            }
        }
        return result
    }

    /// Whether a block is of a type.
    func isOfType(_ type: String, _ block: Block) -> Bool {
        file(of: block.typeRange)?.spells(block.typeRange, type) == true
    }

    /// Whether it is a `dynamic` block that makes blocks of a type.
    func isDynamic(_ type: String, _ block: Block) -> Bool {
        guard isOfType("dynamic", block), let label = block.labels.first else { return false }
        return file(of: label.range)?.text(of: label) == type
    }

    /// The value of an expression that refers to nothing and calls nothing; nil for all others.
    func constant(of expression: Expression) -> Literal? {
        file(of: expression.range)?.constant(of: expression)
    }
}
