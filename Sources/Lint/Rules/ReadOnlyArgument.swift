import Diagnostics
import HCL
import ProviderCatalogue
import Terraform

/// A value for an attribute that only the provider sets.
struct ReadOnlyArgument: Rule {
    let id = "read-only-argument"
    let severity = Diagnostic.Severity.error
    let requirement: String? = nil
    let summary = "a value for an attribute that can only be read"
    let explanation = """
        The provider sets such attributes from what AWS answers: ARNs, ids, addresses. `terraform validate` refuses a \
        value for them once the provider is installed; `null` is no value.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for body in context.provided.bodies where !body.isOpen {
            for item in body.items
            where item.traits == .attribute || item.traits == [.attribute, .deprecated] {
                guard Self.isRefused(item, in: body, of: context.tree) else { continue }
                report.add(
                    "\"\(item.name)\" of \(body.words) can only be read", at: item.nameRange,
                    help: nearestName(to: item.name, among: body.settableNames.filter { !body.holds($0) }).map
                    {
                        "did you mean \"\($0)\"?"
                    } ?? "remove it: the provider sets it")
            }
        }
    }

    /// Whether the provider sees a value there.
    private static func isRefused(_ item: ProvidedBody.Item, in body: ProvidedBody, of tree: ModuleTree)
        -> Bool
    {
        guard let attribute = body.argument(item) else {
            return body.attributes(named: item.name).allSatisfy(\.type.canBeWrittenAsBlocks)
        }
        return isValue(
            attribute.value, isOutermost: body.path.isEmpty, tree.modules[body.module], body.module)
    }

    /// Whether an expression is certainly not `null`, or is refused because nobody can tell.
    ///
    /// A value that nobody knows yet is refused in the block of a resource itself, but not further in. What a caller
    /// gives may be a known `null`.
    private static func isValue(_ value: Expression, isOutermost: Bool, _ module: Module, _ position: Int)
        -> Bool
    {
        switch value {
        case .literal(let literal): return literal.kind != .null
        case .template, .tuple, .object: return true
        case .traversal(let traversal) where isOutermost:
            let root = module.text(of: traversal.rootRange)
            return root == "data" || root.hasPrefix("aws_") || (root == "var" && position == 0)
        default: return false
        }
    }
}
