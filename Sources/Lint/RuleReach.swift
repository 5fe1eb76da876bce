/// In which trees a rule speaks without being asked for by its id.
public enum RuleReach: Sendable, Hashable {
    /// In all of them.
    case everyTree

    /// In trees that infragen rendered: the rule is about what infragen promises, where others may do otherwise.
    case renderedTrees

    /// In none of them.
    case onRequest
}

extension Rule {
    /// Most rules speak everywhere.
    public var reach: RuleReach { .everyTree }
}

extension LintContext {
    /// Whether a rule counts in this tree, or was asked for by its id.
    func includes(_ rule: any Rule) -> Bool {
        switch rule.reach {
        case .everyTree: return true
        case .renderedTrees: return isStrict(rule)
        case .onRequest: return requested.contains(rule.id)
        }
    }

    /// Whether a rule insists on what only infragen promises, and others may do otherwise.
    func isStrict(_ rule: any Rule) -> Bool { rendered != nil || requested.contains(rule.id) }
}
