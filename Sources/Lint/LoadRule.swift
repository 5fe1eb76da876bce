import Diagnostics

/// A rule that is checked while files and modules are read, so that there is nothing left for a tree.
struct LoadRule: Rule {
    /// What follows from a diagnostic of the rule.
    enum Consequence: Sendable {
        /// Something could not be read, and what it declares is not known.
        case unreadable

        /// What a block declares is not known.
        case hidesDeclarations

        /// Nothing: everything else is known.
        case none
    }

    let id: String
    var severity = Diagnostic.Severity.error
    let summary: String
    let explanation: String
    var requirement: String?
    let consequence: Consequence

    func check(_ context: LintContext, _ report: inout RuleReport) {}

    /// Every rule of this kind.
    static let all: [any Rule] = syntax + notations + declarations

    /// Whether declarations may be missing behind a diagnostic of an id.
    static func hidesDeclarations(_ id: String) -> Bool { consequences[id].map { $0 != .none } ?? false }

    /// Whether a diagnostic of an id means that something could not be read.
    static func isUnreadable(_ id: String) -> Bool { consequences[id] == .unreadable }

    private static let consequences: [String: Consequence] = Dictionary(
        uniqueKeysWithValues: (syntax + notations + declarations).map { ($0.id, $0.consequence) })

    /// A rule of the native syntax: its id and what is found.
    private static func broken(_ id: String, _ summary: String) -> LoadRule {
        LoadRule(
            id: id, summary: summary,
            explanation:
                "Terraform cannot read the file. The rest of it is looked at all the same, as far as "
                + "that is possible; what depends on the module is not.",
            consequence: .unreadable)
    }

    /// A rule of what modules declare.
    private static func rule(
        _ id: String, _ summary: String, _ explanation: String, requirement: String? = nil,
        _ consequence: Consequence = .none, severity: Diagnostic.Severity = .error
    ) -> LoadRule {
        LoadRule(
            id: id, severity: severity, summary: summary, explanation: explanation, requirement: requirement,
            consequence: consequence)
    }

    private static let syntax: [LoadRule] = [
        broken("duplicate-argument", "an argument that is given twice in one block"),
        broken("extra-text", "text behind the end of an expression"),
        broken("incomplete-conditional", "a conditional without its second result"),
        broken("invalid-block-header", "a block header that is neither labels nor an opening brace"),
        broken("invalid-call", "a function call that cannot be read"),
        broken("invalid-character", "a character that means nothing in HCL"),
        broken("invalid-encoding", "bytes that are no UTF-8"),
        broken("invalid-escape", "a backslash that starts no escape"),
        broken("invalid-expression", "something that is no expression where one is expected"),
        broken("invalid-for", "a for expression that cannot be read"),
        broken("invalid-heredoc", "a heredoc that does not start as one"),
        broken("invalid-label", "a block label that is no constant string"),
        broken("invalid-legacy-index", "a number behind a point that is no index"),
        broken("invalid-number", "digits that are no number"),
        broken("invalid-one-line-block", "a block on one line that holds more than one argument"),
        broken("misplaced-ellipsis", "\"...\" where it means nothing"),
        broken("missing-attribute-name", "a point without the name of an attribute behind it"),
        broken("missing-comma", "items that no comma or line end separates"),
        broken("missing-definition", "a name that is neither an argument nor a block"),
        broken("missing-equals", "an argument or key without \"=\""),
        broken("missing-expression", "an operator or comma without an expression behind it"),
        broken("missing-newline", "two arguments or blocks on one line"),
        broken("missing-value", "an argument without a value"),
        broken("multi-line-string", "a string in quotes that goes over the end of a line"),
        broken("nested-splat", "a splat within a splat"),
        broken("nesting-too-deep", "brackets or blocks that nest a thousand deep"),
        broken("quoted-argument-name", "the name of an argument in quotes"),
        broken("unbalanced-parentheses", "a parenthesis that is not closed"),
        broken("unclosed-block", "a block without its closing brace"),
        broken("unclosed-bracket", "a list or object without its closing bracket"),
        broken("unclosed-call", "a function call without its closing parenthesis"),
        broken("unclosed-directive", "a template directive that is not closed"),
        broken("unclosed-index", "an index without its closing bracket"),
        broken("unclosed-interpolation", "an interpolation without its closing brace"),
        broken("unexpected-directive", "a template directive that belongs to no other"),
        broken("unknown-directive", "a template directive that there is not"),
        broken("unsupported-operator", "an operator that HCL does not have"),
        broken("unterminated-comment", "a comment that is not closed"),
        broken("unterminated-heredoc", "a heredoc without its closing marker"),
        broken("unterminated-string", "a string without its closing quote"),
    ]

    private static let notations: [LoadRule] = [
        broken("deep-nesting", "JSON that nests too deep"),
        broken("duplicate-key", "a key that an object of JSON has twice"),
        broken("file-too-large", "a file of more than two gigabytes"),
        broken("folder-missing", "a folder that is not there"),
        broken("invalid-json", "text that is no JSON"),
        broken("invalid-json-notation", "JSON that stands for nothing in Terraform"),
        broken("unreadable-file", "a file or folder that the operating system does not let read"),
    ]

    private static let declarations: [LoadRule] = [
        rule(
            "conflicting-arguments", "arguments that exclude each other",
            "A block has either `count` or `for_each`, not both."),
        rule(
            "duplicate-declaration", "two declarations of one name",
            "Within a module each name can be used once for each kind of thing. Rename one of the two, or remove it."
        ),
        rule(
            "invalid-address", "something that is no address of a resource or module",
            "`moved`, `removed` and `import` blocks take addresses such as `aws_vpc.this` or `module.network`."
        ),
        rule(
            "invalid-default", "a default value that does not have the type of its variable",
            "Terraform refuses the module, even where every caller gives a value."),
        rule(
            "invalid-dependency", "a dependency that is no reference",
            "`depends_on` is a list of resources, modules, variables and so on, without calculations."),
        rule(
            "invalid-ignored-change", "an item of `ignore_changes` that is no attribute",
            "`ignore_changes` is `all` or a list of attribute names without quotes."),
        rule(
            "invalid-module-source", "a module source that leads nowhere",
            "Local folders start with `./` or `../`; versions are for modules of a registry.",
            requirement: "X-MOD-02"),
        rule(
            "invalid-move", "a moved block between things of different kinds",
            "A resource can only become a resource, and a module a module."),
        rule(
            "invalid-name", "a name that Terraform does not take",
            "Names start with a letter or an underscore, and go on with letters, digits, underscores and hyphens.",
            .hidesDeclarations),
        rule(
            "invalid-provider-reference", "something that names no provider configuration",
            "Provider configurations are named without quotes: `aws`, `aws.us_east_1`."),
        rule(
            "invalid-provider-requirement", "an entry of `required_providers` that cannot be read",
            "An entry is an object with `source`, `version` and, if need be, `configuration_aliases`."),
        rule(
            "invalid-trigger", "an item of `replace_triggered_by` that is no resource",
            "`replace_triggered_by` is a list of resources, their instances and attributes."),
        rule(
            "invalid-type", "a type constraint that cannot be read",
            "Types are `string`, `number`, `bool`, `any`, `list(...)`, `set(...)`, `map(...)`, `tuple([...])` and "
                + "`object({...})`."),
        rule(
            "invalid-validation", "a validation that says nothing about its variable",
            "The condition of a `validation` block has to name the variable that it belongs to."),
        rule(
            "invalid-version-constraint", "text that is no version constraint",
            "Constraints are such as `>= 1.10`, `~> 6.0`, several with commas between them."),
        rule(
            "missing-argument", "a block without an argument that it must have",
            "Terraform's own blocks have arguments that must be given."),
        rule(
            "missing-block", "a block without a nested block that it must have",
            "A `check` needs an `assert`, for example."),
        rule(
            "missing-label", "a block without its name", "Write the name behind the type of the block.",
            .hidesDeclarations),
        rule(
            "module-cycle", "a module that calls itself, directly or through others",
            "Such a tree has no end. Cut it at one of the calls.", requirement: "X-CYCLE-01"),
        rule(
            "module-missing", "a module whose folder is not there or holds no .tf file",
            "Local sources are relative to the folder of the file that names them.", requirement: "X-MOD-02"),
        rule(
            "not-constant", "a reference or function call where a constant is needed",
            "Types, defaults, sources, versions and most of `lifecycle` are read before anything can be looked up."
        ),
        rule(
            "override-without-base", "a block in an override file that overrides nothing",
            "`override.tf` and `*_override.tf` only change what other files declare.", .hidesDeclarations),
        rule(
            "quoted-reference", "a reference in quotes", "Terraform takes it, and warns: remove the quotes.",
            severity: .warning),
        rule(
            "quoted-type", "a type constraint in quotes", "Write types without quotes."),
        rule(
            "self-reference", "something that refers to itself",
            "A condition or provisioner reads its resource by `self`; a local value cannot use itself."),
        rule(
            "surplus-label", "a block with more labels than it takes", "Remove the label.",
            .hidesDeclarations),
        rule(
            "unknown-argument", "an argument that a block of Terraform's own language does not have",
            "Mostly a slip of the pen: the message names what is near."),
        rule(
            "unknown-block", "a block that there is not",
            "Mostly a slip of the pen, or an argument written without `=`.", .hidesDeclarations),
        rule(
            "unknown-provisioner", "a provisioner that Terraform no longer has",
            "Use `remote-exec`, or do it elsewhere."),
        rule(
            "wrong-type", "a constant of another type than its argument has",
            "`sensitive` and its like are true or false, descriptions are strings."),
    ]
}
