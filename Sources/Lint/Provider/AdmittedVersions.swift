import ProviderCatalogue
import Terraform

/// The versions of the AWS provider that a tree of modules admits, among those that the catalogue knows.
///
/// Terraform takes one version for the whole tree, so the constraints of all modules count together.
struct AdmittedVersions: Sendable {
    /// What is known of the provider.
    let catalogue: Catalogue

    /// The known versions that may be in use; never empty.
    let versions: VersionSet

    /// Whether a version may be in use that is newer than all known ones.
    let admitsNewer: Bool

    /// Whether anything at all is said about the version.
    let isConstrained: Bool

    /// Whether the version in use is none of the known ones, but lies between two of them.
    let isBetween: Bool

    /// Nil where only versions may be in use of which nothing is known.
    init?(_ constraints: [VersionConstraint], _ catalogue: Catalogue) {
        self.catalogue = catalogue
        func isAdmitted(_ version: ProviderVersion) -> Bool {
            let version = Version(numbers: [version.major, version.minor, version.patch])
            return constraints.allSatisfy { $0.allows(version) }
        }
        let known = catalogue.versions(where: isAdmitted)
        isConstrained = !constraints.isEmpty
        let newest = catalogue.newestVersion
        admitsNewer = [(newest.major, 100_000), (newest.major + 1, 0), (newest.major + 2, 0)].contains {
            isAdmitted(ProviderVersion(major: $0.0, minor: $0.1, patch: 0))
        }
        isBetween = known.isEmpty
        guard known.isEmpty else {
            versions = known
            return
        }
        // A version between two known ones is in use: only what is wrong in all of them is certainly wrong in it.
        guard !admitsNewer, Self.admitsBetween(catalogue.versions, isAdmitted) else { return nil }
        versions = catalogue.allVersions
    }

    /// Whether a version is admitted that lies between the oldest and the newest known one.
    private static func admitsBetween(
        _ known: [ProviderVersion], _ isAdmitted: (ProviderVersion) -> Bool
    ) -> Bool {
        guard let oldest = known.first, let newest = known.last else { return false }
        for major in oldest.major...newest.major {
            for minor in 0...120 {
                for patch in 0...4 {
                    let version = ProviderVersion(major: major, minor: minor, patch: patch)
                    if oldest < version, version < newest, isAdmitted(version) { return true }
                }
            }
        }
        return false
    }

    /// What became of something that exists in other versions than those that may be in use, such as
    /// "dropped in 6.0.0"; nil where it never existed, or where nothing can be said.
    func history(of lifetimes: [ClosedRange<Int>?], seenFrom versions: VersionSet) -> String? {
        let bounds = lifetimes.compactMap { $0 }
        guard let oldest = versions.oldest, let newest = versions.newest else { return nil }
        if let last = bounds.map(\.upperBound).filter({ $0 < oldest }).max() {
            return "the AWS provider dropped it in \(catalogue.versions[last + 1])"
        }
        if let first = bounds.map(\.lowerBound).filter({ $0 > newest }).min() {
            return
                "the AWS provider has it from \(catalogue.versions[first]) on, which the constraint does not admit"
        }
        return nil
    }
}
