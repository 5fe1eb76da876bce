import Diagnostics

/// Finds the shapes of expressions, and what is wrong with them.
struct ShapeEvaluator {
    private(set) var diagnostics: [Diagnostic] = []
    var scope = ShapeScope()

    /// The includes that are being checked.
    var includes: [SourceRange] = []

    private let roots: [String: TemplateShape]
    private var reported: Set<Reported> = []

    /// A mistake in a partial is told once, with the first way that leads to it.
    private struct Reported: Hashable {
        var id: String
        var summary: String
        var range: SourceRange
    }

    init(roots: [String: TemplateShape]) { self.roots = roots }

    /// The shape of an expression; nil when a diagnostic says why there is none.
    mutating func shape(of id: ExpressionID, in template: Template) -> TemplateShape? {
        guard let shape = plainShape(of: id, in: template) else { return nil }
        guard shape.isNullable, scope.knows(Narrowing.path(of: id, in: template), .notNull) else {
            return shape
        }
        return shape.unwrapped
    }

    private mutating func plainShape(of id: ExpressionID, in template: Template) -> TemplateShape? {
        switch template.expressions[Int(id)] {
        case .name(let name): return named(template.names[Int(name)].text, id, template)
        case .member(let base, let name):
            return member(template.names[Int(name)].text, of: base, id, template)
        case .index(let base, let index): return element(of: base, at: index, template)
        case .literal(let index): return .literal(template.literals[Int(index)])
        case .list(let operands, let count):
            let items = (operands..<operands + count).map {
                shape(of: template.operands[Int($0)], in: template)
            }
            let known = items.compactMap { $0 }
            return known.count == items.count ? .list(.union(of: known)) : nil
        case .not(let operand):
            checkCondition(operand, in: template)
            return .bool
        case .negate(let operand): return negated(operand, template)
        case .and(let left, let right): return logical(left, right, goesOnWhen: true, template)
        case .or(let left, let right): return logical(left, right, goesOnWhen: false, template)
        case .binary(let symbol, let left, let right): return binary(symbol, left, right, id, template)
        case .conditional(let condition, let then, let otherwise):
            return conditional(condition, then, otherwise, id, template)
        case .filter(let filter, let base, let operands, let count):
            let arguments = (operands..<operands + count).map { template.operands[Int($0)] }
            return filtered(Filter.table[Int(filter)], base, arguments, id, template)
        case .loop(let field): return loopShape(field, id, template)
        case .invalid: return nil
        }
    }

    // MARK: Names, fields and elements

    private mutating func named(_ name: String, _ id: ExpressionID, _ template: Template) -> TemplateShape? {
        for local in scope.locals.reversed() where local.name == name { return local.shape }
        if let shape = roots[name] { return shape }
        let known = roots.keys.sorted() + scope.locals.map(\.name)
        report(
            "unknown-name", "there is no value \"\(name)\" here", id, template,
            help: nearestName(to: name, among: known).map { "did you mean \"\($0)\"?" })
        return nil
    }

    private mutating func member(
        _ name: String, of base: ExpressionID, _ id: ExpressionID, _ template: Template
    ) -> TemplateShape? {
        guard let shape = nonNullShape(of: base, in: template) else { return nil }
        guard case .record(let fields) = shape else {
            var help: String?
            if case .map = shape { help = "write: [\"\(name)\"]" }
            report("wrong-type", "\(shape.name) has no field \"\(name)\"", id, template, help: help)
            return nil
        }
        if let field = fields[name] { return field }
        report(
            "unknown-field", "\(text(of: base, in: template)) has no field \"\(name)\"", id, template,
            help: nearestName(to: name, among: fields.keys.sorted()).map { "did you mean \"\($0)\"?" }
                ?? "it has " + fields.keys.sorted().joined(separator: ", "))
        return nil
    }

    private mutating func element(
        of base: ExpressionID, at index: ExpressionID, _ template: Template
    ) -> TemplateShape? {
        guard let whole = nonNullShape(of: base, in: template),
            let key = nonNullShape(of: index, in: template)
        else { return nil }
        switch whole {
        case .map(let shape) where key.isString: return shape.orNull
        case .list(let shape) where key == .number:
            let path = Narrowing.path(of: base, in: template)
            let isFirst = literal(index, in: template) == .int(0) && scope.knows(path, .notEmpty)
            return isFirst ? shape : shape.orNull
        case .record(let fields):
            guard case .string(let name) = literal(index, in: template) else { break }
            if let field = fields[name] { return field }
            report(
                "unknown-field", "\(text(of: base, in: template)) has no field \"\(name)\"", index, template)
            return nil
        default: break
        }
        report("wrong-type", "\(whole.name) has no element by \(key.name)", index, template)
        return nil
    }

    private mutating func loopShape(_ field: LoopField, _ id: ExpressionID, _ template: Template)
        -> TemplateShape?
    {
        guard scope.isInLoop else {
            report("unknown-name", "\"loop\" stands outside of a loop", id, template)
            return nil
        }
        return field == .first || field == .last ? .bool : .number
    }

    /// The shapes of a loop's names; nil when there is nothing to loop over.
    mutating func loopShapes(
        over list: ExpressionID, hasValue: Bool, in template: Template
    ) -> (key: TemplateShape, value: TemplateShape)? {
        guard let shape = nonNullShape(of: list, in: template) else { return nil }
        switch shape {
        case .list(.never): return nil
        case .list(let item) where !hasValue: return (item, item)
        case .map(let item) where hasValue: return (.string, item)
        case .record(let fields) where hasValue:
            return (.string, .union(of: fields.values.sorted { $0.name < $1.name }))
        case .map, .record:
            report(
                "wrong-type", "a loop over a map takes two names", list, template,
                help: "write: for key, value in ...")
        default:
            report(
                "wrong-type", "the loop needs \(hasValue ? "a map" : "a list"), this is \(shape.name)", list,
                template)
        }
        return nil
    }

    // MARK: Diagnostics

    /// The shape of an expression that must not be null.
    mutating func nonNullShape(of id: ExpressionID, in template: Template) -> TemplateShape? {
        guard let shape = shape(of: id, in: template) else { return nil }
        guard shape.isNullable else { return shape }
        reportNull(id, template)
        return nil
    }

    mutating func reportNull(_ id: ExpressionID, _ template: Template) {
        let text = text(of: id, in: template)
        let isPath = Narrowing.path(of: id, in: template) != nil
        report(
            "null-value", "\(text) can be null here", id, template,
            help: isPath
                ? "guard it: {% if \(text.dropFirst().dropLast()) %}" : "give it a value: \"| default(...)\"")
    }

    /// An expression as it is written, in quotes.
    func text(of id: ExpressionID, in template: Template) -> String {
        "\"" + String(decoding: template.bytes[template.range(of: id).bytes], as: UTF8.self) + "\""
    }

    func literal(_ id: ExpressionID, in template: Template) -> TemplateValue? {
        guard case .literal(let index) = template.expressions[Int(id)] else { return nil }
        return template.literals[Int(index)]
    }

    mutating func report(
        _ diagnosticID: String, _ summary: String, _ id: ExpressionID, _ template: Template,
        help: String? = nil
    ) {
        let range = template.range(of: id)
        guard reported.insert(Reported(id: diagnosticID, summary: summary, range: range)).inserted else {
            return
        }
        let notes = includes.reversed().map { Diagnostic.Note("included from here", at: $0) }
        diagnostics.append(
            Diagnostic(id: diagnosticID, summary: summary, subject: range, notes: notes, help: help))
    }
}
