/// Writes random HCL that mostly parses, in every layout that a person could think of and some more.
///
/// The same seed writes the same text.
struct HCLGenerator {
    private var state: UInt64

    /// How many brackets around the current place allow newlines.
    private var newlines = 0
    private let hasComments: Bool
    private let newline: String

    init(seed: Int) {
        state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 &+ 0x1234_5678
        hasComments = true
        newline = seed % 17 == 0 ? "\r\n" : "\n"
    }

    mutating func file() -> String {
        var text = chance(10) ? "\u{feff}" : ""
        for _ in 0...pick([0, 1, 2]) { text += body(depth: 0) }
        if chance(15) {
            while text.last?.isNewline ?? false { text.removeLast() }
        }
        return chance(5) ? text + pick(["  ", "\t"]) : text
    }

    // MARK: Bodies

    private mutating func body(depth: Int) -> String {
        var text = ""
        var names: Set<String> = []
        for _ in 0..<number(below: 5) {
            text += pick(["", "  ", "\t", "    "])
            switch number(below: 100) {
            case ..<60:
                let name = pick([identifier(), "k\(number(below: 999))", "type"])
                guard names.insert(name).inserted else { continue }
                text += argument(name, depth: 1 + number(below: 2)) + gap() + endOfLine()
            case ..<68:
                guard names.insert("type").inserted else { continue }
                text += "type" + gap() + "=" + gap() + type() + gap() + endOfLine()
            case ..<78: text += pick(["# lone", "// lone", "/* lone */"]) + newline
            case ..<85: text += newline
            default: if depth < 3 { text += block(depth: depth) }
            }
        }
        return text
    }

    private mutating func argument(_ name: String, depth: Int) -> String {
        if chance(85) { return name + gap() + "=" + gap() + expression(depth) }
        return name + gap() + "=" + gap() + "\"${" + inside(chance(50)) { $0.expression(depth + 1) } + "}\""
    }

    private mutating func type() -> String {
        pick([
            "\"string\"", "\"list\"", "\"map\"", "\"set\"", "list", "map", "set", "any", "list( string )",
            "object({a=string,b=optional(list(string),[])})",
        ])
    }

    private mutating func block(depth: Int) -> String {
        var text = pick(["resource", "variable", "x", "é"])
        for _ in 0..<number(below: 3) {
            text += gap(isNeeded: true) + pick(["\"l\"", "lbl", "\"\"", "\"a\\\"é\""])
        }
        text += gap() + "{"
        switch number(below: 100) {
        case ..<15: text += gap() + "}"
        case ..<35: text += gap() + argument("b", depth: 3) + gap() + "}"
        default: text += gap() + pick(["", "# c"]) + newline + body(depth: depth + 1) + "}"
        }
        return text + pick(["", " # d", "/* d */"]) + newline
    }

    // MARK: Expressions

    private mutating func expression(_ depth: Int) -> String {
        guard depth < 6 else { return pick(["1", "x", "\"s\"", "foo.bar"]) }
        switch number(below: 100) {
        case ..<24: return pick(["1", "2.5", "1e3", identifier()])
        case ..<34: return quoted(depth + 1)
        case ..<42: return steps(depth)
        case ..<50:
            return expression(depth + 1) + gap(isNeeded: true) + binary() + gap() + expression(depth + 1)
        case ..<55: return pick(["-", "!"]) + gap() + expression(depth + 1)
        case ..<60: return "(" + inside { $0.expression(depth + 1) } + ")"
        case ..<66:
            return expression(depth + 1) + gap(isNeeded: true) + "?" + gap() + expression(depth + 1) + gap()
                + ":"
                + gap() + expression(depth + 1)
        case ..<74: return pick(["f", "a :: b", "in", "if"]) + gap() + "(" + inside { $0.items(depth) } + ")"
        case ..<82: return "[" + inside { $0.items(depth) } + "]"
        case ..<91: return object(depth)
        case ..<97: return forExpression(depth)
        default: return heredoc(depth)
        }
    }

    private mutating func steps(_ depth: Int) -> String {
        var text = identifier() + gap() + "." + gap() + identifier()
        if chance(40) { text += gap() + "[" + inside { $0.pick(["0", "\"k\"", "(x)"]) } + "]" }
        return chance(20) ? text + gap() + pick([".*", "[*]"]) + gap() + pick([".x", "[0]", ""]) : text
    }

    private mutating func items(_ depth: Int) -> String {
        let items = (0..<number(below: 4)).map { _ in expression(depth + 1) }
        let text = items.joined(separator: gap() + "," + gap())
        return text.isEmpty || chance(80) ? text : text + gap() + ","
    }

    private mutating func object(_ depth: Int) -> String {
        let isMultiline = chance(60)
        let outer = newlines
        newlines = 0
        defer { newlines = outer }
        var text = "{" + gap() + (isMultiline ? pick(["", " # o"]) + newline : "")
        let count = number(below: 5)
        for index in 0..<count {
            text += gap() + pick([identifier(), "\"k\"", "\"kkkkk\"", "(x.y)", "1"])
            text += gap() + pick(["=", "=", ":"]) + gap() + expression(depth + 1)
            if isMultiline {
                text += pick(["", gap() + ","]) + gap() + pick(["", "", "#t", " // é"]) + newline
            } else if index < count - 1 {
                text += gap() + "," + gap()
            }
        }
        return text + gap() + "}"
    }

    private mutating func forExpression(_ depth: Int) -> String {
        let isObject = chance(50)
        let text = inside {
            var text =
                "for" + $0.gap(isNeeded: true) + $0.pick(["k", "k , v", "in"]) + $0.gap(isNeeded: true)
            text += "in" + $0.gap(isNeeded: true) + $0.expression(depth + 1) + $0.gap() + ":" + $0.gap()
            text += $0.expression(depth + 1)
            if isObject {
                text +=
                    $0.gap(isNeeded: true) + "=>" + $0.gap() + $0.expression(depth + 1)
                    + $0.pick(["", "..."])
            }
            guard $0.chance(40) else { return text }
            return text + $0.gap(isNeeded: true) + "if" + $0.gap(isNeeded: true) + $0.expression(depth + 1)
        }
        return isObject ? "{" + text + "}" : "[" + text + "]"
    }

    private mutating func quoted(_ depth: Int) -> String {
        var text = "\""
        for _ in 0..<number(below: 4) {
            switch number(below: 100) {
            case ..<50: text += pick(["s", "a b", "\\n", "\\\"", "$${x}", "%", "日本", "👩‍👧e\u{301}"])
            case ..<85:
                text +=
                    "${" + pick(["", "~"]) + inside(chance(30)) { $0.expression(depth + 1) }
                    + pick(["", "~"]) + "}"
            default:
                text += "%{" + gap() + "if" + gap(isNeeded: true) + expression(depth + 1) + gap() + "}x"
                text += pick(["", "%{" + gap() + "else ~}y"]) + "%{ endif" + gap() + "}"
            }
        }
        return text + "\""
    }

    private mutating func heredoc(_ depth: Int) -> String {
        var text = pick(["<<", "<<-"]) + "EOT" + newline
        for _ in 0..<number(below: 4) {
            text += pick(["", "  ", "\t"]) + pick(["text", "x = 1", "日本", ""])
            if chance(40) { text += "${" + inside(chance(40)) { $0.expression(depth + 2) } + "}" }
            text += newline
        }
        return text + pick(["", "   "]) + "EOT" + newline
    }

    // MARK: Small things

    private mutating func identifier() -> String {
        pick(["a", "foo", "bar_baz", "c-d", "in", "for", "if", "x1", "e-", "é", "日本"])
    }

    private mutating func binary() -> String {
        pick(["+", "-", "*", "/", "%", "==", "!=", "<", ">", "<=", ">=", "&&", "||"])
    }

    private mutating func endOfLine() -> String { pick(["", "", "", " # c", "#d", " // é"]) + newline }

    /// What may stand between two tokens here.
    private mutating func gap(isNeeded: Bool = false) -> String {
        let gap: String
        switch number(below: 100) {
        case ..<55: gap = pick(["", " ", " ", "  "])
        case ..<60: gap = "\t"
        case ..<63 where hasComments: gap = pick(["/*c*/", " /*é\n  q*/ ", "/**/ "])
        case ..<80 where newlines > 0: gap = pick(["", " "]) + newline + pick(["", newline, "  "])
        case ..<83 where newlines > 0: gap = pick([" # c", "//d"]) + newline
        default: gap = ""
        }
        return gap.isEmpty && isNeeded ? " " : gap
    }

    private mutating func inside(_ allowsNewlines: Bool = true, _ content: (inout HCLGenerator) -> String)
        -> String
    {
        let outer = newlines
        newlines = allowsNewlines ? outer + 1 : 0
        let text = gap() + content(&self) + gap()
        newlines = outer
        return text
    }

    private mutating func chance(_ percent: Int) -> Bool { number(below: 100) < percent }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values[number(below: values.count)] }

    private mutating func number(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
