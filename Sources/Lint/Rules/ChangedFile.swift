import Diagnostics

/// A file of a rendered tree that is not as infragen wrote it (M-FILE-01).
struct ChangedFile: Rule {
    let id = "changed-file"
    let severity = Diagnostic.Severity.warning
    let reach: RuleReach = .renderedTrees
    let requirement: String? = "M-FILE-01"
    let summary = "a rendered file that was edited, removed or added"
    let explanation = """
        The next `infragen render` stops at edited files, and writes missing ones again. Change the spec or the
        templates instead; what is to stay beside the rendered files goes into files named `*.local.tf`.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for difference in (context.rendered?.differences ?? []).sorted(by: { $0.path < $1.path }) {
            switch difference.kind {
            case .missing:
                report.add(
                    "the file is gone that infragen wrote", path: difference.path,
                    help: "run infragen render to write it again")
            case .changed:
                report.add(
                    "the file was edited after infragen wrote it", path: difference.path,
                    help: "change the spec or the template instead")
            case .surplus:
                report.add(
                    "the file stands among infragen's, and infragen did not write it", path: difference.path,
                    help: "name it *.local.tf to keep it")
            }
        }
    }
}
