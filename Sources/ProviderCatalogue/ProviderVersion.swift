/// A released version of a provider, such as 5.100.0.
public struct ProviderVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Changes when configurations may break.
    public var major: Int

    /// Changes when something was added.
    public var minor: Int

    /// Changes when something was mended.
    public var patch: Int

    package init(major: Int, minor: Int, patch: Int) {
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    /// Reads three numbers with dots between them; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let major = parts[0], let minor = parts[1], let patch = parts[2] else {
            return nil
        }
        self.init(major: major, minor: minor, patch: patch)
    }

    /// The three numbers with dots between them.
    public var description: String { "\(major).\(minor).\(patch)" }

    /// Whether a version is older than another.
    public static func < (left: ProviderVersion, right: ProviderVersion) -> Bool {
        (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
    }
}
