/// The names that expressions may use at one point of a template, and what is known about their values.
struct ShapeScope {
    /// Loop variables and arguments of includes, innermost last; nil for one whose expression is wrong.
    private(set) var locals: [(name: String, shape: TemplateShape?)] = []
    private var narrowings: [Narrowing] = []

    /// Whether the point is inside a loop.
    private(set) var isInLoop = false

    /// Names some values; what was known of values that had these names is forgotten.
    mutating func bind(_ names: [(String, TemplateShape?)]) {
        narrowings.removeAll { narrowing in names.contains { narrowing.path.roots.contains($0.0) } }
        locals += names.map { (name: $0.0, shape: $0.1) }
    }

    /// Names the items of a loop.
    mutating func enterLoop(_ names: [(String, TemplateShape?)]) {
        bind(names)
        isInLoop = true
    }

    /// Adds what a condition says.
    mutating func assume(_ facts: [Narrowing]) { narrowings += facts }

    /// Whether it is known that a path is not null, or not empty.
    func knows(_ path: Narrowing.Path?, _ fact: Narrowing.Fact) -> Bool {
        guard let path else { return false }
        return narrowings.contains { $0.fact == fact && $0.path.text == path.text }
    }
}
