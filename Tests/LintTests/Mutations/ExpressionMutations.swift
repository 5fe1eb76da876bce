import Diagnostics
import HCL

/// Finds what can be broken within an expression.
struct ExpressionMutations: Visitor {
    let file: ConfigFile
    let anchor: String
    private(set) var found: [(kind: String, range: Range<Int>, replacement: String, anchor: String)] = []

    init(file: ConfigFile, anchor: String) {
        self.file = file
        self.anchor = anchor
    }

    private mutating func add(_ kind: String, _ range: SourceRange, _ replacement: String, _ what: String) {
        found.append((kind, range.bytes, replacement, "\(anchor) \(what) \(found.count)"))
    }

    mutating func enter(_ expression: Expression) -> Bool {
        switch expression {
        case .traversal(let traversal): visit(traversal)
        case .call(let call):
            let name = file.name(of: call)
            add("misspelt-function", call.nameRange, SampleMutations.slip(name), name)
            if let first = call.arguments.first, call.arguments.count == 1 {
                add("missing-function-argument", first.range, "", name)
            }
        case .literal(let literal) where literal.kind == .string:
            let end = SourceRange(
                file: literal.range.file, start: Int(literal.range.end) - 1, end: Int(literal.range.end))
            add("missing-quote", end, "", "text")
        default: break
        }
        return true
    }

    private mutating func visit(_ traversal: Traversal) {
        guard case .attribute(let first)? = traversal.steps.first else { return }
        let root = file.root(of: traversal)
        let name = file.text(of: first.nameRange)
        let text = file.text(of: traversal.range)
        switch root {
        case "var": add("misspelt-variable", first.nameRange, SampleMutations.slip(name), text)
        case "local": add("misspelt-local", first.nameRange, SampleMutations.slip(name), text)
        case "module":
            add("misspelt-module", first.nameRange, SampleMutations.slip(name), text)
            if let step = traversal.steps.dropFirst().first(where: isAttribute),
                case .attribute(let output) = step
            {
                let word = file.text(of: output.nameRange)
                add("misspelt-output", output.nameRange, SampleMutations.slip(word), text)
            }
            if case .index(let step)? = traversal.steps.dropFirst().first {
                add("missing-key", step.range, "", text)
            }
        case "each": add("misspelt-each", first.nameRange, name + "s", text)
        case "count", "path", "terraform", "self": break
        case "data": data(traversal, text)
        default:
            guard root.hasPrefix("aws_") else { return }
            add("misspelt-resource", first.nameRange, SampleMutations.slip(name), text)
            attribute(in: traversal.steps.dropFirst(), text)
        }
    }

    private mutating func data(_ traversal: Traversal, _ text: String) {
        guard case .attribute(let step)? = traversal.steps.dropFirst().first else { return }
        add("misspelt-data", step.nameRange, SampleMutations.slip(file.text(of: step.nameRange)), text)
        attribute(in: traversal.steps.dropFirst(2), text)
    }

    private mutating func attribute(in steps: ArraySlice<TraversalStep>, _ text: String) {
        if case .index(let step)? = steps.first { add("missing-key", step.range, "", text) }
        if case .attribute(let step)? = steps.first {
            add(
                "surplus-key",
                SourceRange(file: step.range.file, start: Int(step.range.start), end: Int(step.range.start)),
                "[0]", text)
        }
        guard case .attribute(let step)? = steps.first(where: isAttribute) else { return }
        add("misspelt-attribute", step.nameRange, SampleMutations.slip(file.text(of: step.nameRange)), text)
    }

    private func isAttribute(_ step: TraversalStep) -> Bool {
        if case .attribute = step { return true }
        return false
    }
}
