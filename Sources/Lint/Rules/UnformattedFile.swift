import Diagnostics
import HCL
import Terraform

/// A file that is not laid out as `terraform fmt` would (M-FMT-01).
struct UnformattedFile: Rule {
    let id = "unformatted-file"
    let severity = Diagnostic.Severity.warning
    let reach: RuleReach = .renderedTrees
    let requirement: String? = "M-FMT-01"
    let summary = "a file that is not laid out as terraform fmt would"
    let explanation = """
        Infragen writes formatted files, so in its trees only those are looked at that somebody has edited since; when
        the rule is asked for, all are. `infragen format` and `infragen lint --fix` put it right.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        let isRequested = context.requested.contains(id)
        let edited = Set((context.rendered?.differences ?? []).filter { $0.kind != .missing }.map(\.path))
        guard isRequested || !edited.isEmpty else { return }
        for module in context.tree.modules {
            for file in module.files where file.notation == .native {
                guard isRequested || edited.contains(context.sources[file.file].path) else { continue }
                check(file, &report)
            }
        }
    }

    private func check(_ file: ConfigFile, _ report: inout RuleReport) {
        let (formatted, diagnostics) = Formatter.format(file.bytes, file: file.file)
        guard !diagnostics.hasErrors, formatted != file.bytes else { return }
        // The first line that changes is what is shown, and all of the text is what is corrected.
        let same = zip(formatted, file.bytes).prefix { $0 == $1 }.count
        let start = (file.bytes[..<same].lastIndex(of: 10) ?? -1) + 1
        let end = file.bytes[same...].firstIndex(of: 10) ?? file.bytes.count
        let edit = Fix.Edit(
            range: SourceRange(file: file.file, start: 0, end: file.bytes.count),
            replacement: String(decoding: formatted, as: UTF8.self))
        report.add(
            "the file is not laid out as terraform fmt would from here on",
            at: SourceRange(file: file.file, start: start, end: max(start, end)),
            help: "run infragen format", fix: Fix(edits: [edit], applicability: .safe))
    }
}
