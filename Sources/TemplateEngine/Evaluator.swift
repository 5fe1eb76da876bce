import Diagnostics

/// Evaluates expressions, and keeps what they may name.
struct Evaluator {
    private(set) var diagnostics: [Diagnostic] = []

    /// The includes that are being rendered.
    var includes: [SourceRange] = []

    private let roots: TemplateMap

    /// Loop variables and arguments of includes, innermost last.
    private var locals: [(name: TemplateMap.Name, value: TemplateValue)] = []
    private(set) var loops: [(index: Int, count: Int)] = []

    /// More diagnostics of one run help nobody.
    private static let maximumDiagnostics = 50

    init(values: TemplateMap) { roots = values }

    // MARK: Names

    /// Starts a loop and returns how often it runs; nil when the value is no list or map.
    mutating func beginLoop(
        over value: TemplateValue, _ expression: ExpressionID, hasValue: Bool, in template: Template
    ) -> Int? {
        let count: Int
        switch value {
        case .list(let items) where !hasValue: count = items.count
        case .map(let map) where hasValue: count = map.entries.count
        case .map:
            report(
                "wrong-type", "a loop over a map takes two names", at: template.range(of: expression),
                help: "write: for key, value in ...")
            return nil
        default:
            let wanted = hasValue ? "a map" : "a list"
            report(
                value == .null ? "null-value" : "wrong-type",
                "the loop needs \(wanted), this is \(value.kindName)",
                at: template.range(of: expression))
            return nil
        }
        loops.append((0, count))
        return count
    }

    /// Names the item of a loop.
    mutating func setItem(
        _ index: Int, of value: TemplateValue, key: Int32, value name: Int32, in template: Template
    ) {
        loops[loops.count - 1].index = index
        switch value {
        case .list(let items): locals.append((template.names[Int(key)], items[index]))
        case .map(let map):
            locals.append((template.names[Int(key)], .string(map.entries[index].key.text)))
            locals.append((template.names[Int(name)], map.entries[index].value))
        default: break
        }
    }

    mutating func removeItem(hasValue: Bool) { locals.removeLast(hasValue ? 2 : 1) }

    mutating func endLoop() { loops.removeLast() }

    /// Names the arguments of an include; false when one of them has no value.
    mutating func pushArguments(_ first: Int32, count: Int32, in template: Template) -> Bool {
        var arguments: [(name: TemplateMap.Name, value: TemplateValue)] = []
        for argument in 0..<count {
            let place = Int(first + 2 * argument)
            guard let value = value(of: template.operands[place + 1], in: template) else { return false }
            arguments.append((template.names[Int(template.operands[place])], value))
        }
        locals += arguments
        return true
    }

    mutating func popArguments(count: Int32) { locals.removeLast(Int(count)) }

    // MARK: Expressions

    /// The value of an expression; nil when a diagnostic says why there is none.
    mutating func value(of id: ExpressionID, in template: Template) -> TemplateValue? {
        switch template.expressions[Int(id)] {
        case .name(let name): return named(template.names[Int(name)], id, template)
        case .member(let base, let name): return member(template.names[Int(name)], of: base, id, template)
        case .index(let base, let index): return element(of: base, at: index, template)
        case .literal(let index): return template.literals[Int(index)]
        case .list(let operands, let count):
            return values(operands, count, template).map { .list($0) }
        case .not(let operand): return value(of: operand, in: template).map { .bool(!$0.isTrue) }
        case .negate(let operand): return negated(operand, id, template)
        case .and(let left, let right): return logical(left, right, stopsAt: false, template)
        case .or(let left, let right): return logical(left, right, stopsAt: true, template)
        case .binary(let symbol, let left, let right):
            guard let left = value(of: left, in: template), let right = value(of: right, in: template) else {
                return nil
            }
            return binary(symbol, left, right, id, template)
        case .conditional(let condition, let then, let otherwise):
            guard let condition = value(of: condition, in: template) else { return nil }
            return value(of: condition.isTrue ? then : otherwise, in: template)
        case .filter(let filter, let base, let operands, let count):
            guard let base = value(of: base, in: template), let arguments = values(operands, count, template)
            else {
                return nil
            }
            return filtered(Filter.table[Int(filter)], base, arguments, id, template)
        case .loop(let field): return loopValue(field, id, template)
        case .invalid: return nil
        }
    }

    private mutating func named(_ name: TemplateMap.Name, _ id: ExpressionID, _ template: Template)
        -> TemplateValue?
    {
        for local in locals.reversed() where local.name == name { return local.value }
        if let value = roots[name] { return value }
        let known = roots.keys + locals.map(\.name.text)
        report(
            "unknown-name", "there is no value \"\(name.text)\" here", at: template.range(of: id),
            help: nearestName(to: name.text, among: known).map { "did you mean \"\($0)\"?" })
        return nil
    }

    private mutating func member(
        _ name: TemplateMap.Name, of base: ExpressionID, _ id: ExpressionID, _ template: Template
    ) -> TemplateValue? {
        guard let value = value(of: base, in: template) else { return nil }
        guard case .map(let map) = value else {
            let isNull = value == .null
            report(
                isNull ? "null-value" : "wrong-type", "\(value.kindName) has no field \"\(name.text)\"",
                at: template.range(of: id), help: isNull ? "guard it: {% if ... %}" : nil)
            return nil
        }
        if let field = map[name] { return field }
        report(
            "unknown-field", "there is no field \"\(name.text)\" here", at: template.range(of: id),
            help: nearestName(to: name.text, among: map.keys).map { "did you mean \"\($0)\"?" })
        return nil
    }

    private mutating func element(of base: ExpressionID, at index: ExpressionID, _ template: Template)
        -> TemplateValue?
    {
        guard let value = value(of: base, in: template), let index = self.value(of: index, in: template)
        else {
            return nil
        }
        switch (value, index) {
        case (.map(let map), .string(let key)):
            return map[key] ?? .null
        case (.list(let items), .int(let place)):
            return items.indices.contains(place) ? items[place] : .null
        case (.list, .number): return .null
        default:
            report(
                "wrong-type", "\(value.kindName) has no element by \(index.kindName)",
                at: template.range(of: base))
        }
        return nil
    }

    private mutating func values(_ first: Int32, _ count: Int32, _ template: Template) -> [TemplateValue]? {
        var values: [TemplateValue] = []
        for place in first..<first + count {
            guard let value = value(of: template.operands[Int(place)], in: template) else { return nil }
            values.append(value)
        }
        return values
    }

    // MARK: Diagnostics

    /// Reports a value that cannot be written where it should.
    mutating func report(
        _ problem: ValueWriter.Problem, _ value: TemplateValue, at id: ExpressionID, in template: Template,
        place: Place
    ) {
        let range = template.range(of: id)
        switch problem {
        case .null:
            report("null-value", "null cannot be written here", at: range, help: "guard it: {% if ... %}")
        case .needs(let wanted):
            report("wrong-type", "\(wanted) is needed here, this is \(value.kindName)", at: range)
        case .notIdentifier(let text):
            report(
                "illegal-identifier", "\"\(text)\" is written as a name here, and is no identifier",
                at: range,
                help: "a name has letters, digits, \"_\" and \"-\" only; a text needs quotes or its own place"
            )
        }
    }

    mutating func report(_ id: String, _ summary: String, at range: SourceRange, help: String? = nil) {
        guard diagnostics.count < Self.maximumDiagnostics else { return }
        let notes = includes.reversed().map { Diagnostic.Note("included from here", at: $0) }
        let diagnostic = Diagnostic(id: id, summary: summary, subject: range, notes: notes, help: help)
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }
}
