public import Diagnostics

/// A string with interpolations or directives, or a heredoc.
public struct Template: Sendable {
    /// From the opening quote or `<<` to the closing quote or marker.
    public var range: SourceRange

    /// What the template is made of, in order.
    public var parts: [TemplatePart]

    /// Whether it is a heredoc.
    public var isHeredoc: Bool

    /// How many characters of white space `<<-` takes from the start of every line; 0 for `<<` and for quotes.
    public var indentation: Int32

    package init(range: SourceRange, parts: [TemplatePart], isHeredoc: Bool, indentation: Int32) {
        self.range = range
        self.parts = parts
        self.isHeredoc = isHeredoc
        self.indentation = indentation
    }

    /// The expression of a template that is one interpolation and nothing else, whose value is then not made a
    /// string: `"${var.a}"`.
    public var wrappedExpression: Expression? {
        guard parts.count == 1, case .interpolation(let interpolation) = parts[0] else { return nil }
        return interpolation.expression
    }
}

/// A piece of a template.
public enum TemplatePart: Sendable {
    /// Text that stands for itself; in a heredoc one line or less.
    case text(TemplateText)

    /// `${ expression }`.
    case interpolation(Interpolation)

    /// `%{ if }` with all that belongs to it.
    indirect case ifDirective(IfDirective)

    /// `%{ for }` with all that belongs to it.
    indirect case forDirective(ForDirective)

    /// The whole part.
    public var range: SourceRange {
        switch self {
        case .text(let text): return text.range
        case .interpolation(let interpolation): return interpolation.range
        case .ifDirective(let directive): return directive.range
        case .forDirective(let directive): return directive.range
        }
    }
}

/// Text of a template that stands for itself.
public struct TemplateText: Sendable {
    /// The text as written.
    public var range: SourceRange

    /// Whether escapes mean something in it: they do in quotes, not in heredocs.
    public var isQuoted: Bool

    /// Whether the sequence before it ends with `~}`, which takes white space from its start.
    public var trimsStart = false

    /// Whether the sequence behind it starts with `~`, which takes white space from its end.
    public var trimsEnd = false

    /// Whether it loses the indentation of its template, as the start of a line of a `<<-` heredoc does.
    public var losesIndentation = false

    package init(range: SourceRange, isQuoted: Bool) {
        self.range = range
        self.isQuoted = isQuoted
    }
}

/// `${ expression }`.
public struct Interpolation: Sendable {
    /// The expression.
    public var expression: Expression

    /// From `${` to `}`.
    public var range: SourceRange

    package init(expression: Expression, range: SourceRange) {
        self.expression = expression
        self.range = range
    }
}

/// `%{ if condition }...%{ else }...%{ endif }`.
public struct IfDirective: Sendable {
    /// What decides.
    public var condition: Expression

    /// What stands where the condition is true.
    public var trueParts: [TemplatePart]

    /// What stands where the condition is false; nil without `else`.
    public var falseParts: [TemplatePart]?

    /// From `%{ if` to the end of `%{ endif }`.
    public var range: SourceRange

    package init(
        condition: Expression, trueParts: [TemplatePart], falseParts: [TemplatePart]?, range: SourceRange
    ) {
        self.condition = condition
        self.trueParts = trueParts
        self.falseParts = falseParts
        self.range = range
    }
}

/// `%{ for name in collection }...%{ endfor }`.
public struct ForDirective: Sendable {
    /// The name for each key; nil where only values are named.
    public var keyNameRange: SourceRange?

    /// The name for each value.
    public var valueNameRange: SourceRange

    /// What is iterated over.
    public var collection: Expression

    /// What stands for each value.
    public var parts: [TemplatePart]

    /// From `%{ for` to the end of `%{ endfor }`.
    public var range: SourceRange

    package init(
        keyNameRange: SourceRange?, valueNameRange: SourceRange, collection: Expression,
        parts: [TemplatePart], range: SourceRange
    ) {
        self.keyNameRange = keyNameRange
        self.valueNameRange = valueNameRange
        self.collection = collection
        self.parts = parts
        self.range = range
    }
}
