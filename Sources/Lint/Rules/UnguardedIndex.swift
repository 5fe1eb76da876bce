import Diagnostics
import HCL
import Terraform

/// `[0]` on something that is there only sometimes (L-IDX-02).
struct UnguardedIndex: Rule {
    let id = "unguarded-index"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "L-IDX-02"
    let summary = "[0] on a resource or module that is there only sometimes, where nothing asks whether it is"
    let explanation = """
        With `count = condition ? 1 : 0` the expression fails as soon as the condition is false. `one(x[*].id)` is
        null then; or ask the same condition around it.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for (position, module) in context.tree.modules.enumerated() {
            let table = context.references[position]
            for entry in table.resources {
                guard let target = entry.target, let count = module.resources[target].count else { continue }
                check(
                    module.references[entry.reference], module.resources[target].key, count, module, &report)
            }
            for entry in table.calls {
                guard let target = entry.target, let count = module.calls[target].count else { continue }
                check(
                    module.references[entry.reference], "module.\(module.calls[target].key)", count, module,
                    &report)
            }
        }
    }

    private func check(
        _ reference: Reference, _ name: String, _ count: Expression, _ module: Module,
        _ report: inout RuleReport
    ) {
        guard !reference.isTried, let file = module.file(of: reference.range),
            let key = Self.key(of: reference), case .number("0")? = file.constant(of: key),
            isSometimesZero(count, module), !isGuarded(reference, module)
        else { return }
        report.add(
            "\(name) is there only sometimes, and nothing here asks whether it is", at: reference.range,
            notes: [Diagnostic.Note("its \"count\" may be 0", at: count.range)],
            help: "use one(\(name)[*]...), or ask the condition of its \"count\"")
    }

    private static func key(of reference: Reference) -> Expression? {
        switch reference.subject {
        case .resource(_, _, _, .index(let key), _), .module(_, .index(let key), _): return key
        default: return nil
        }
    }

    /// Whether a count is a condition with 0 for an answer.
    private func isSometimesZero(_ count: Expression, _ module: Module) -> Bool {
        switch count {
        case .parentheses(let parentheses): return isSometimesZero(parentheses.inner, module)
        case .conditional(let conditional):
            guard let file = module.file(of: conditional.range) else { return false }
            return [conditional.trueResult, conditional.falseResult].contains {
                if case .number("0")? = file.constant(of: $0) { return true }
                return false
            }
        default: return false
        }
    }

    /// Whether something around a reference may ask whether what it leads to is there.
    private func isGuarded(_ reference: Reference, _ module: Module) -> Bool {
        let site = module.site(of: reference)
        switch site.owner {
        case .resource(let position):
            let resource = module.resources[position]
            if resource.isRepeated || isMade(reference.range, in: resource.block.body, module) { return true }
        case .call(let position):
            if module.calls[position].isRepeated { return true }
        case .check, .import, .moved, .removed: return true
        case .variable, .output, .local, .provider, .settings: break
        }
        return GuardFinder.isGuarded(reference.range, in: site.attribute.value)
    }

    /// Whether a place stands in what a `dynamic` block makes.
    private func isMade(_ place: SourceRange, in body: Body, _ module: Module) -> Bool {
        for case .block(let block) in body.items where block.range.holds(place) {
            if module.text(of: block.typeRange) == "dynamic" {
                return block.body.blocks.contains { $0.range.holds(place) }
            }
            return isMade(place, in: block.body, module)
        }
        return false
    }
}

/// Looks for something around a place that decides whether the place counts.
private struct GuardFinder {
    static func isGuarded(_ place: SourceRange, in expression: Expression) -> Bool {
        switch expression {
        case .conditional(let conditional):
            if holds(conditional.trueResult, place) || holds(conditional.falseResult, place) { return true }
        case .forExpression(let expression):
            if !holds(expression.collection, place) { return true }
        case .operation(let operation):
            if operation.operator == .and || operation.operator == .or { return true }
        case .template(let template):
            if template.parts.contains(where: { part in
                if case .ifDirective = part { return part.range.holds(place) }
                if case .forDirective = part { return part.range.holds(place) }
                return false
            }) {
                return true
            }
        default: break
        }
        var isGuarded = false
        expression.forEachChild { child in
            if holds(child, place), Self.isGuarded(place, in: child) { isGuarded = true }
        }
        return isGuarded
    }

    private static func holds(_ expression: Expression, _ place: SourceRange) -> Bool {
        expression.range.holds(place)
    }
}

extension SourceRange {
    /// Whether another range lies within this one.
    func holds(_ other: SourceRange) -> Bool {
        file == other.file && start <= other.start && other.end <= end
    }
}
