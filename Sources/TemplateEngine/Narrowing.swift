/// What a condition says about the values that it names, where it holds.
struct Narrowing {
    /// A value by its name and the fields and elements on the way to it.
    struct Path {
        var text: String

        /// The names that the path starts from or looks up with.
        var roots: [String]
    }

    enum Fact { case notNull, notEmpty }

    var path: Path
    var fact: Fact

    /// What holds where a condition is true, or where it is false.
    static func facts(of id: ExpressionID, when outcome: Bool, in template: Template) -> [Narrowing] {
        switch template.expressions[Int(id)] {
        case .not(let operand): return facts(of: operand, when: !outcome, in: template)
        case .and(let left, let right) where outcome, .or(let left, let right) where !outcome:
            return facts(of: left, when: outcome, in: template)
                + facts(of: right, when: outcome, in: template)
        case .binary(let symbol, let left, let right):
            return comparison(symbol, left, right, outcome, template)
        case .name, .member, .index:
            guard outcome, let path = path(of: id, in: template) else { return [] }
            return [Narrowing(path: path, fact: .notNull), Narrowing(path: path, fact: .notEmpty)]
        default: return []
        }
    }

    /// What `x != null` says when it is true and `x == null` when it is false; `x == "text"` says it too.
    private static func comparison(
        _ symbol: BinaryOperator, _ left: ExpressionID, _ right: ExpressionID, _ outcome: Bool,
        _ template: Template
    ) -> [Narrowing] {
        guard symbol == .equal || symbol == .notEqual else { return [] }
        let isEqual = (symbol == .equal) == outcome
        var facts: [Narrowing] = []
        for (one, other) in [(left, right), (right, left)] {
            guard let path = path(of: one, in: template),
                case .literal(let literal) = template.expressions[Int(other)]
            else { continue }
            let isNull = template.literals[Int(literal)] == .null
            if isNull != isEqual { facts.append(Narrowing(path: path, fact: .notNull)) }
        }
        return facts
    }

    /// The path that an expression is; nil when it is something else.
    static func path(of id: ExpressionID, in template: Template) -> Path? {
        switch template.expressions[Int(id)] {
        case .name(let name):
            let text = template.names[Int(name)].text
            return Path(text: text, roots: [text])
        case .member(let base, let name):
            return path(of: base, in: template).map { step($0, key: template.names[Int(name)].text) }
        case .index(let base, let index):
            guard let path = path(of: base, in: template) else { return nil }
            if case .literal(let literal) = template.expressions[Int(index)] {
                return template.literals[Int(literal)].text.map { step(path, key: $0) }
            }
            return self.path(of: index, in: template).map {
                Path(text: "\(path.text)[\($0.text)]", roots: path.roots + $0.roots)
            }
        default: return nil
        }
    }

    private static func step(_ path: Path, key: String) -> Path {
        Path(text: "\(path.text)[\"\(key)\"]", roots: path.roots)
    }
}
