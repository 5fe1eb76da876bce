import Diagnostics
import HCL
import ProviderCatalogue

/// An argument that is written as a block: `tags { }` for `tags = { }`.
struct ArgumentAsBlock: Rule {
    let id = "argument-as-block"
    let severity = Diagnostic.Severity.error
    let requirement: String? = nil
    let summary = "an argument that is written as a block"
    let explanation = """
        An argument has an equals sign: `tags = { Name = "web" }`. Terraform takes blocks only for lists and sets of \
        objects, such as `ingress` of a security group.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for body in context.provided.bodies {
            for item in body.items where item.kind != .argument && item.traits.contains(.attribute) {
                let meanings = body.attributes(named: item.name)
                guard !item.traits.contains(.block),
                    meanings.allSatisfy({ !$0.type.canBeWrittenAsBlocks && $0.type != .dynamic })
                else { continue }
                let block = item.kind == .block ? body.block(item) : nil
                report.add(
                    "\"\(item.name)\" is an argument of \(body.words), not a block", at: item.nameRange,
                    help: "write \(item.name) = ...", fix: block.flatMap { Self.fix($0, meanings) })
            }
        }
    }

    /// An equals sign before the brace of a map.
    private static func fix(_ block: Block, _ meanings: [AttributeSchema]) -> Fix? {
        guard block.labels.isEmpty, block.body.blocks.isEmpty,
            meanings.allSatisfy({ if case .map = $0.type { true } else { false } })
        else { return nil }
        let place = SourceRange(
            file: block.openBraceRange.file, start: Int(block.openBraceRange.start),
            end: Int(block.openBraceRange.start))
        return Fix(edits: [Fix.Edit(range: place, replacement: "= ")], applicability: .safe)
    }
}
