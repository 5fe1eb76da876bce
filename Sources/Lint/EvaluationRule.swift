import Diagnostics

/// A rule about values: the evaluator meets what is wrong, the rule says what it means.
struct EvaluationRule: Rule {
    let kind: Problem.Kind
    let severity = Diagnostic.Severity.error
    let summary: String
    let explanation: String
    let requirement: String?

    var id: String { kind.rawValue }

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for problem in context.problems where problem.kind == kind {
            report.add(
                problem.summary, at: problem.range, instance: problem.instance, severity: problem.severity,
                notes: problem.notes, help: problem.help)
        }
    }

    private init(
        _ kind: Problem.Kind, _ summary: String, _ explanation: String, requirement: String? = nil
    ) {
        self.kind = kind
        self.summary = summary
        self.explanation = explanation
        self.requirement = requirement
    }

    /// Every rule of this kind.
    static let all: [any Rule] = [
        EvaluationRule(
            .unknownAttribute, "an attribute that a value does not have",
            """
            The value is known to be an object with other attributes, or something that has none: an output of a
            module, a variable with a type, something written down. Lists have items (`[0]`), not attributes.
            """, requirement: "X-RES-03"),
        EvaluationRule(
            .invalidIndex, "a key or index that a value does not have",
            """
            Maps and objects are read by keys that they have, lists by numbers from 0 to their length less one. Sets
            have no keys at all.
            """),
        EvaluationRule(
            .invalidIteration, "a for expression over something that has no items",
            "Only lists, sets, maps and objects can be iterated over."),
        EvaluationRule(
            .invalidOperand, "an operand of a type that its operator does not take",
            "Terraform converts texts that are numbers or truth values, and nothing else."),
        EvaluationRule(
            .invalidCondition, "a condition that is neither true nor false",
            "Compare something: `length(var.names) > 0`, `var.name != null`."),
        EvaluationRule(
            .inconsistentConditional, "a conditional whose two results have types that do not go together",
            "Terraform needs one type to which both convert; `null` goes with all."),
        EvaluationRule(
            .invalidTemplateValue, "a list, map or object inside of a text",
            "Pick one part of it, or make it text: `join(\", \", ...)`, `jsonencode(...)`."),
        EvaluationRule(
            .nullValue, "a null value where something is needed",
            "Say what happens without a value: `coalesce()`, `try()`, or a condition before it."),
        EvaluationRule(
            .unknownFunction, "a function that Terraform does not have",
            "Mostly a slip of the pen: the message names what is near."),
        EvaluationRule(
            .wrongArgumentCount, "a function call with too few or too many arguments",
            "The message says how many the function takes."),
        EvaluationRule(
            .invalidFunctionArgument, "an argument that its function does not take",
            "The type is wrong, or the function makes nothing of the value."),
        EvaluationRule(
            .duplicateObjectKey, "an object whose for expression makes a key twice",
            "Write `...` behind the value to group the values of equal keys, or make the keys differ."),
        EvaluationRule(
            .wrongArgumentType, "an argument of a module call that does not suit its variable",
            """
            The value is followed through locals, outputs and variables of other modules; what is not known is not
            reported. An object needs all attributes of its type but the optional ones.
            """, requirement: "X-TYPE-01, X-TYPE-02"),
        EvaluationRule(
            .incorrectArgumentType, "an argument of a resource or data source whose value has another type",
            """
            The types are those that the AWS provider knows in the versions that `required_providers` admits. Terraform
            converts numbers and truth values to texts and back, and lists to sets, but no single value to a list.
            """),
        EvaluationRule(
            .failedValidation, "an argument that breaks a validation rule of the module",
            "The value is known, and the condition of a `validation` block is false for it."),
        EvaluationRule(
            .invalidCount, "a value of `count` that is no number from 0 on",
            "Whole numbers only, neither null nor sensitive."),
        EvaluationRule(
            .invalidForEach, "a value of `for_each` that is neither a map nor a set of strings",
            "The keys become part of addresses, so they can be neither sensitive nor null.",
            requirement: "X-TYPE-03"),
        EvaluationRule(
            .invalidDynamicBlock, "a dynamic block without \"for_each\" or \"content\"",
            "It makes one block for each item of `for_each`, with what stands in `content`."),
        EvaluationRule(
            .sensitiveOutput, "an output of the root module that shows a sensitive value",
            "Mark the output `sensitive = true`; it is printed at every apply otherwise.",
            requirement: "S-SENS-01"),
        EvaluationRule(
            .ephemeralValue, "an ephemeral value where it would be kept",
            "Ephemeral values exist for one run only: outputs that carry them need `ephemeral = true`."),
    ]
}
