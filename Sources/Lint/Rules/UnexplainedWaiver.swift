import Diagnostics
import HCL
import Terraform

/// A comment that silences checkov without a reason, or where infragen does not (M-CHK-01).
struct UnexplainedWaiver: Rule {
    let id = "unexplained-waiver"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "M-CHK-01"
    let summary = "a checkov:skip comment without a reason"
    let explanation = """
        Whoever reads `checkov:skip` next wants to know why the check does not count here: write
        `#checkov:skip=CKV_AWS_18:reason`. In trees of infragen only the checks are waived of which is known why.
        """

    private static let word = Array("checkov:skip=".utf8)

    /// The checks that infragen waives somewhere.
    private static let waived: Set = [
        "CKV_AWS_103", "CKV_AWS_109", "CKV_AWS_111", "CKV_AWS_117", "CKV_AWS_119", "CKV_AWS_130",
        "CKV_AWS_144",
        "CKV_AWS_145", "CKV_AWS_18", "CKV_AWS_2", "CKV_AWS_252", "CKV_AWS_260", "CKV_AWS_272", "CKV_AWS_305",
        "CKV_AWS_31", "CKV_AWS_310", "CKV_AWS_316", "CKV_AWS_326", "CKV_AWS_338", "CKV_AWS_356",
        "CKV_AWS_374", "CKV_AWS_86", "CKV2_AWS_11", "CKV2_AWS_20", "CKV2_AWS_28", "CKV2_AWS_3", "CKV2_AWS_38",
        "CKV2_AWS_39",
        "CKV2_AWS_47", "CKV2_AWS_48", "CKV2_AWS_50", "CKV2_AWS_57", "CKV2_AWS_62", "CKV2_AWS_71",
        "CKV2_AWS_76", "CKV2_AWS_8", "CKV_TF_1", "CKV_TF_2",
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for module in context.tree.modules {
            for file in module.files
            where file.notation == .native && context.traits(of: file).contains(.waiver) {
                for start in ByteSearch.all(Self.word, in: file.bytes) {
                    check(start, file, context, &report)
                }
            }
        }
    }

    private func check(_ start: Int, _ file: ConfigFile, _ context: LintContext, _ report: inout RuleReport) {
        let bytes = file.bytes
        let lineStart = (bytes[..<start].lastIndex(of: 10) ?? -1) + 1
        guard bytes[lineStart..<start].contains(where: { $0 == 35 || $0 == 47 }) else { return }
        let rest = bytes[(start + Self.word.count)...].prefix { $0 != 10 && $0 != 13 }
        let check = rest.prefix { $0 != 58 && $0 != 32 && $0 != 44 }
        let reason = rest.dropFirst(check.count).drop { $0 == 58 || $0 == 32 }
        let name = String(decoding: check, as: UTF8.self)
        let range = SourceRange(file: file.file, start: start, end: rest.endIndex)
        if reason.isEmpty {
            report.add("the comment does not say why \(name) does not count here", at: range)
        } else if context.isStrict(self), !Self.waived.contains(name) {
            report.add("\(name) is not among the checks that infragen waives", at: range)
        }
    }
}
