import Diagnostics
import HCL
import Terraform

/// A module from elsewhere without a version (V-PIN-02).
struct UnpinnedModule: Rule {
    let id = "unpinned-module"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "V-PIN-02"
    let summary = "a module from a registry without a version, or from a repository without a ref"
    let explanation = """
        Such a module is whatever stands there on the day of `terraform init`. Give a module of a registry a `version`,
        and one of a Git repository a `?ref=` with a tag or a commit.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for module in context.tree.modules {
            for call in module.calls {
                guard let source = call.source, let expression = call.sourceExpression else { continue }
                switch source {
                case .local: continue
                case .registry(let address):
                    guard call.version == nil else { continue }
                    report.add(
                        "the module \"\(address)\" has no version", at: expression.range,
                        help: "add version = \"...\"")
                case .remote(let address):
                    guard Self.isRepository(address), !address.contains("ref=") else { continue }
                    report.add(
                        "the module \"\(address)\" is whatever the repository holds on the day",
                        at: expression.range, help: "add ?ref= with a tag or a commit")
                }
            }
        }
    }

    /// Whether Terraform takes an address for a Git or Mercurial repository.
    private static func isRepository(_ address: String) -> Bool {
        let starts = ["git::", "hg::", "github.com/", "bitbucket.org/", "git@"]
        return starts.contains { address.hasPrefix($0) } && !address.contains("rev=")
    }
}
