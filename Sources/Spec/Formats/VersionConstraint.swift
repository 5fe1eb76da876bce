/// A version constraint of Terraform, such as `>= 1.10` or `~> 6.0, != 6.3.0`.
struct VersionConstraint: Sendable {
    /// A version of three numbers.
    struct Version: Sendable, Comparable {
        var major: Int
        var minor: Int
        var patch: Int

        static func < (left: Version, right: Version) -> Bool {
            (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
        }
    }

    /// The lowest version that may be admitted; nil without a lower bound.
    let lowerBound: Version?

    /// The version that is the first not to be admitted any more; nil without an upper bound.
    let upperBound: Version?

    /// Reads a constraint; nil for a text that is none.
    init?(_ text: String) {
        var lower: Version?
        var upper: Version?
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let (sign, version, count) = Self.term(part) else { return nil }
            let next = Self.successor(version, count: sign == "~>" ? max(count - 1, 1) : 3)
            switch sign {
            case "=", "":
                lower = max(lower ?? version, version)
                upper = min(upper ?? next, next)
            case ">=": lower = max(lower ?? version, version)
            case ">": lower = max(lower ?? next, next)
            case "<": upper = min(upper ?? version, version)
            case "<=": upper = min(upper ?? next, next)
            case "~>":
                lower = max(lower ?? version, version)
                upper = min(upper ?? next, next)
            default: break  // "!=" takes single versions out, which leaves the bounds.
            }
        }
        lowerBound = lower
        upperBound = upper
    }

    /// Whether some version from the first up to before the second may be admitted.
    func admits(from first: Version, to last: Version) -> Bool {
        let low = max(lowerBound ?? first, first)
        return low < min(upperBound ?? last, last)
    }

    private static func term(_ text: Substring) -> (sign: String, version: Version, count: Int)? {
        let letters = text.filter { $0 != " " }
        let sign = ["~>", ">=", "<=", "!=", ">", "<", "="].first(where: letters.hasPrefix) ?? ""
        let core = letters.dropFirst(sign.count).split(
            separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let parts = (core.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int($0) : nil }
        guard (1...3).contains(parts.count), numbers.count == parts.count else { return nil }
        let padded = numbers + [0, 0]
        return (sign, Version(major: padded[0], minor: padded[1], patch: padded[2]), numbers.count)
    }

    /// The first version after all that share the first numbers of one.
    private static func successor(_ version: Version, count: Int) -> Version {
        switch count {
        case 1: Version(major: version.major + 1, minor: 0, patch: 0)
        case 2: Version(major: version.major, minor: version.minor + 1, patch: 0)
        default: Version(major: version.major, minor: version.minor, patch: version.patch + 1)
        }
    }
}
