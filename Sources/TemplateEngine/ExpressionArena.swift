/// The expressions of one template, as they are parsed.
struct ExpressionArena {
    var expressions: [Expression] = []
    var ranges: [Range<Int32>] = []
    var operands: [ExpressionID] = []
    var names: [TemplateMap.Name] = []
    var literals: [TemplateValue] = []
    private var nameIndexes: [String: Int32] = [:]

    init() {}

    mutating func add(_ expression: Expression, _ range: Range<Int>) -> ExpressionID {
        expressions.append(expression)
        ranges.append(Int32(range.lowerBound)..<Int32(range.upperBound))
        return ExpressionID(expressions.count - 1)
    }

    mutating func name(_ text: String) -> Int32 {
        if let index = nameIndexes[text] { return index }
        names.append(TemplateMap.Name(text))
        nameIndexes[text] = Int32(names.count - 1)
        return Int32(names.count - 1)
    }

    mutating func literal(_ value: TemplateValue) -> Int32 {
        literals.append(value)
        return Int32(literals.count - 1)
    }

    mutating func operands(_ list: [ExpressionID]) -> Int32 {
        operands.append(contentsOf: list)
        return Int32(operands.count - list.count)
    }
}
