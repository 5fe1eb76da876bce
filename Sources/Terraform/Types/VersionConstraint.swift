/// A version constraint: `>= 1.10, < 2.0`, `~> 6.0`.
public struct VersionConstraint: Sendable, Hashable {
    /// One condition of a constraint.
    public struct Term: Sendable, Hashable {
        /// How versions are compared.
        public enum Comparison: String, Sendable, Hashable, CaseIterable {
            case notEqual = "!=", greaterEqual = ">=", lessEqual = "<=", compatible = "~>"
            case equal = "=", greater = ">", less = "<"
        }

        /// How versions are compared.
        public var comparison: Comparison

        /// What they are compared with.
        public var version: Version

        /// Whether a version meets the condition.
        public func allows(_ other: Version) -> Bool {
            switch comparison {
            case .equal: return other == version
            case .notEqual: return other != version
            case .greater: return version < other
            case .greaterEqual: return !(other < version)
            case .less: return other < version
            case .lessEqual: return !(version < other)
            case .compatible: return !(other < version) && (version.next.map { other < $0 } ?? true)
            }
        }
    }

    /// The conditions, all of which a version has to meet.
    public var terms: [Term]

    /// Reads a constraint; nil where it is none.
    public init?(_ text: String) {
        terms = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let term = Self.term(Self.trimmed(part)) else { return nil }
            terms.append(term)
        }
    }

    /// Whether a version meets all conditions.
    ///
    /// A version before a release counts only where a condition names one.
    public func allows(_ version: Version) -> Bool {
        if version.prerelease != nil, !terms.contains(where: { $0.version.prerelease != nil }) {
            return false
        }
        return terms.allSatisfy { $0.allows(version) }
    }

    private static func term(_ text: Substring) -> Term? {
        for comparison in Term.Comparison.allCases where text.hasPrefix(comparison.rawValue) {
            let version = trimmed(text.dropFirst(comparison.rawValue.count))
            return Version(String(version)).map { Term(comparison: comparison, version: $0) }
        }
        return Version(String(text)).map { Term(comparison: .equal, version: $0) }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return text
    }
}

/// A version: `1.11.4`, `6.0.0-beta1`.
public struct Version: Sendable, Hashable, Comparable {
    /// The numbers as given, one to three or more.
    public var numbers: [Int]

    /// What stands behind the hyphen; nil for a release.
    public var prerelease: String?

    /// Makes a release of its numbers.
    package init(numbers: [Int]) {
        self.numbers = numbers
        prerelease = nil
    }

    /// Reads a version; nil where it is none.
    public init?(_ text: String) {
        var rest = Substring(text)
        if rest.first == "v" { rest.removeFirst() }
        if let plus = rest.firstIndex(of: "+") { rest = rest[..<plus] }
        if let hyphen = rest.firstIndex(of: "-") {
            prerelease = String(rest[rest.index(after: hyphen)...])
            rest = rest[..<hyphen]
        }
        numbers = []
        for part in rest.split(separator: ".", omittingEmptySubsequences: false) {
            guard part.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(part) else { return nil }
            numbers.append(number)
        }
    }

    /// The number at a place; numbers that are not given are 0.
    private func number(_ place: Int) -> Int { place < numbers.count ? numbers[place] : 0 }

    /// The first version that `~>` with this one no longer allows; nil where it allows all later ones.
    fileprivate var next: Version? {
        guard numbers.count > 1 else { return nil }
        var next = self
        next.prerelease = nil
        next.numbers.removeLast()
        next.numbers[next.numbers.count - 1] += 1
        return next
    }

    /// Versions are equal when all their numbers are; `1.0` equals `1.0.0`.
    public static func == (left: Version, right: Version) -> Bool {
        !(left < right) && !(right < left)
    }

    /// Feeds what makes versions equal.
    public func hash(into hasher: inout Hasher) {
        for place in 0..<3 { hasher.combine(number(place)) }
        hasher.combine(prerelease)
    }

    /// Whether a version comes before another; one before a release comes before it.
    public static func < (left: Version, right: Version) -> Bool {
        for place in 0..<max(left.numbers.count, right.numbers.count)
        where left.number(place) != right.number(place) { return left.number(place) < right.number(place) }
        switch (left.prerelease, right.prerelease) {
        case (nil, _): return false
        case (_, nil): return true
        case (let left?, let right?): return left < right
        }
    }
}
