import Diagnostics

/// Something that Terraform refuses when it evaluates an expression.
struct Problem {
    /// What kind of mistake it is; each kind is a rule.
    enum Kind: String, CaseIterable {
        case unknownAttribute = "unknown-attribute"
        case invalidIndex = "invalid-index"
        case invalidIteration = "invalid-iteration"
        case invalidOperand = "invalid-operand"
        case invalidCondition = "invalid-condition"
        case inconsistentConditional = "inconsistent-conditional"
        case invalidTemplateValue = "invalid-template-value"
        case nullValue = "null-value"
        case unknownFunction = "unknown-function"
        case wrongArgumentCount = "wrong-argument-count"
        case invalidFunctionArgument = "invalid-function-argument"
        case duplicateObjectKey = "duplicate-object-key"
        case wrongArgumentType = "wrong-argument-type"
        case incorrectArgumentType = "incorrect-argument-type"
        case failedValidation = "failed-validation"
        case invalidCount = "invalid-count"
        case invalidForEach = "invalid-for-each"
        case invalidDynamicBlock = "invalid-dynamic-block"
        case sensitiveOutput = "sensitive-output"
        case ephemeralValue = "ephemeral-value"

        /// Whether it depends on what a value is, and not only on its type: such a problem may be the very reason why
        /// there are no repetitions.
        var dependsOnValues: Bool { self == .invalidIndex || self == .nullValue }
    }

    var kind: Kind
    var summary: String
    var range: SourceRange
    var instance: Int
    var notes: [Diagnostic.Note] = []
    var help: String?

    /// How bad it is; nil for the severity of the rule.
    var severity: Diagnostic.Severity?
}
