import Diagnostics
import HCL
import Terraform

/// Something of the language that the oldest admitted Terraform does not know (V-API-02).
struct NewerFeature: Rule {
    let id = "newer-feature"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "V-API-02"
    let summary = "a feature of the language that is newer than required_version admits"
    let explanation = """
        `required_version` promises that a module works with the oldest Terraform it admits. The constraints of all
        modules of the tree count together. Raise the constraint, or do without the feature.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        let constraints = context.tree.modules.flatMap { $0.requiredVersions.map(\.constraint) }
        guard !constraints.isEmpty, let oldest = LanguageFeature.oldest(admittedBy: constraints) else {
            return
        }
        for (position, module) in context.tree.modules.enumerated() {
            var finder = FeatureFinder(module, context.references[position])
            for (feature, range) in finder.find(after: oldest) where feature.isNewer(than: oldest) {
                report.add(
                    "\(feature.words) came with Terraform \(feature.since), "
                        + "but required_version admits \(Self.text(oldest))",
                    at: range, help: "require >= \(feature.since)")
            }
        }
    }

    private static func text(_ version: Version) -> String {
        version.numbers.map(String.init).joined(separator: ".")
    }
}

/// A feature of the language and the version it came with.
struct LanguageFeature {
    var words: String
    var since: String

    /// Whether a version came before the feature.
    func isNewer(than version: Version) -> Bool { Version(since).map { version < $0 } ?? false }

    init(_ words: String, _ since: String) {
        self.words = words
        self.since = since
    }

    /// The oldest version that meets all constraints; nil where none that is known does.
    static func oldest(admittedBy constraints: [VersionConstraint]) -> Version? {
        var candidates =
            (12...15).compactMap { Version("0.\($0).0") } + (0...20).compactMap { Version("1.\($0).0") }
        for term in constraints.flatMap(\.terms) {
            var numbers = term.version.numbers
            while numbers.count < 3 { numbers.append(0) }
            for step in 0...1 {
                numbers[2] += step
                if let version = Version(numbers.map(String.init).joined(separator: ".")) {
                    candidates.append(version)
                }
            }
        }
        return candidates.filter { candidate in constraints.allSatisfy { $0.allows(candidate) } }.min()
    }

    /// The functions that came later than 1.0, or shortly before.
    static let functions: [String: String] = [
        "one": "0.15", "sensitive": "0.15", "nonsensitive": "0.15", "startswith": "1.3", "endswith": "1.3",
        "timecmp": "1.3", "strcontains": "1.5", "plantimestamp": "1.5", "issensitive": "1.8",
        "templatestring": "1.9", "ephemeralasnull": "1.10",
    ]
}
