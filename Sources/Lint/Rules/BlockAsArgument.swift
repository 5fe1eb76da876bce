import Diagnostics
import HCL
import ProviderCatalogue

/// A nested block that is written as an argument: `health_check = { }` for `health_check { }`.
struct BlockAsArgument: Rule {
    let id = "block-as-argument"
    let severity = Diagnostic.Severity.error
    let requirement: String? = nil
    let summary = "a nested block that is written as an argument"
    let explanation = """
        A nested block has no equals sign: `health_check { path = "/" }`. Several of them stand one after the other, and \
        a `dynamic` block makes them from a list.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for body in context.provided.bodies where !body.isJSON {
            for item in body.items where item.kind == .argument && item.traits.contains(.block) {
                guard !item.traits.contains(.attribute), let attribute = body.argument(item) else { continue }
                report.add(
                    "\"\(item.name)\" is a block of \(body.words), not an argument", at: item.nameRange,
                    help: Self.help(item.name, attribute.value))
            }
        }
    }

    private static func help(_ name: String, _ value: Expression) -> String {
        switch value {
        case .object: "remove the equals sign: \(name) { ... }"
        case .tuple: "write one block for each item: \(name) { ... }"
        default: "write blocks: \(name) { ... }, or dynamic \"\(name)\" { ... }"
        }
    }
}
