/// Every rule, the ids in the order of the list; a test keeps it complete.
public enum AllRules {
    /// The rules that look at a tree of modules.
    static let list: [any Rule] = references + modules + provider + EvaluationRule.all + reviewed

    private static let references: [any Rule] = [
        UndeclaredVariable(),
        UnusedVariable(),
        UndeclaredLocal(),
        UnusedLocal(),
        UndeclaredResource(),
        UndeclaredModule(),
        UnknownOutput(),
        WrongInstanceKey(),
        InvalidReference(),
        MisplacedReference(),
        SelfDependency(),
        UnknownBuiltin(),
        DependencyCycle(),
    ]

    private static let modules: [any Rule] = [
        MissingModuleArgument(),
        UnknownModuleArgument(),
        MissingProvider(),
        UndeclaredProvider(),
        UnknownModuleProvider(),
        StaleMove(),
        WrongVariableValue(),
        UndeclaredVariableValue(),
        MissingVariableValue(),
    ]

    /// The rules that look at what the AWS provider knows.
    private static let provider: [any Rule] = [
        UnsupportedType(),
        UnsupportedArgument(),
        UnsupportedBlock(),
        ArgumentAsBlock(),
        BlockAsArgument(),
        MissingRequiredArgument(),
        MissingRequiredBlock(),
        ArgumentCombination(),
        TooManyBlocks(),
        ReadOnlyArgument(),
        UnsupportedIgnoredChange(),
        DeprecatedArgument(),
        VersionDependentArgument(),
    ]

    /// All rules, with those of reading modules and of comments that silence others, sorted by id.
    public static let all: [any Rule] = (list + LoadRule.all + Suppression.rules).sorted { $0.id < $1.id }

    /// Whether a rule is about texts that cannot be read; the rooms of the languages have tests for each of them.
    package static func isAboutSyntax(_ id: String) -> Bool { LoadRule.isUnreadable(id) }

    /// The rule of an id; nil where there is none.
    public static func rule(_ id: String) -> (any Rule)? { all.first { $0.id == id } }
}
