/// A function that templates apply to a value: `value | name(arguments)`.
struct Filter: Sendable {
    /// What applying a filter gives: a value, or what is wrong with what it was applied to.
    enum Outcome {
        case value(TemplateValue)

        /// The value it was applied to is none that it takes; the text says what it takes.
        case needs(String)
    }

    /// What applying a filter to a shape gives, likewise.
    enum ShapeOutcome {
        case shape(TemplateShape)
        case needs(String)

        /// Records lack a field that the filter is told to read.
        case unknownField(String, known: [String])
    }

    /// What is known of an argument before there are values.
    struct Argument {
        var shape: TemplateShape
        var literal: TemplateValue?
    }

    typealias Signature = @Sendable (TemplateShape, [Argument]) -> ShapeOutcome

    var name: String

    /// How many arguments it takes.
    var arguments: ClosedRange<Int>

    /// Whether it can be applied to null.
    var takesNull: Bool

    /// The shape of its result.
    var signature: Signature
    var apply: @Sendable (TemplateValue, [TemplateValue]) -> Outcome

    init(
        _ name: String, arguments: ClosedRange<Int> = 0...0, takesNull: Bool = false,
        signature: @escaping Signature, apply: @escaping @Sendable (TemplateValue, [TemplateValue]) -> Outcome
    ) {
        self.name = name
        self.arguments = arguments
        self.takesNull = takesNull
        self.signature = signature
        self.apply = apply
    }

    /// Every filter, in the order of the alphabet.
    static let table: [Filter] = (textFilters + listFilters + mapFilters + valueFilters).sorted {
        $0.name < $1.name
    }

    /// The place of each filter in the table.
    static let indexes = Dictionary(uniqueKeysWithValues: table.enumerated().map { ($1.name, $0) })

    /// Whether a nullable result is null only for a list that is empty.
    var isNullOnlyWhenEmpty: Bool { name == "first" || name == "last" }

    /// The number of arguments, for a message.
    var argumentsText: String {
        switch arguments {
        case 0...0: return "no arguments"
        case 1...1: return "1 argument"
        case 2...2: return "2 arguments"
        case 0...1: return "at most 1 argument"
        default: return "\(arguments.lowerBound) to \(arguments.upperBound) arguments"
        }
    }
}
