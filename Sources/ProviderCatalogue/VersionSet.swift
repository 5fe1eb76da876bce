/// Some of the known versions of a provider, as indices into `Catalogue.versions`.
public struct VersionSet: Equatable, Sendable {
    /// Unbroken runs of versions, in order, with a gap between each two.
    public private(set) var runs: [ClosedRange<Int>] = []

    /// Takes indices in ascending order.
    init(indices: some Sequence<Int>) {
        for index in indices {
            if let last = runs.last, last.upperBound + 1 == index {
                runs[runs.count - 1] = last.lowerBound...index
            } else {
                runs.append(index...index)
            }
        }
    }

    /// Whether there is no version in it.
    public var isEmpty: Bool { runs.isEmpty }

    /// The newest version in it.
    public var newest: Int? { runs.last?.upperBound }

    /// The oldest version in it.
    public var oldest: Int? { runs.first?.lowerBound }

    /// The versions of it in which something exists.
    public func during(_ lifetime: ClosedRange<Int>) -> VersionSet {
        var result = VersionSet(indices: [])
        result.runs = runs.filter { $0.overlaps(lifetime) }.map { $0.clamped(to: lifetime) }
        return result
    }

    /// Whether something exists in any of these versions; nil is a lifetime without ends.
    public func overlaps(_ lifetime: ClosedRange<Int>?) -> Bool {
        guard let lifetime else { return !isEmpty }
        return runs.contains { $0.overlaps(lifetime) }
    }

    /// Whether one of some lifetimes holds each of these versions; nil is a lifetime without ends.
    public func isCovered(by lifetimes: [ClosedRange<Int>?]) -> Bool {
        if lifetimes.contains(nil) { return true }
        return runs.allSatisfy { run in
            var next = run.lowerBound
            while next <= run.upperBound {
                guard let life = lifetimes.first(where: { $0?.contains(next) == true }), let life else {
                    return false
                }
                next = life.upperBound + 1
            }
            return true
        }
    }
}
