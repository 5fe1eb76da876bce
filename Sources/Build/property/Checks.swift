import Files
import RandomSpecs

/// What became of a seed.
private struct Outcome: Sendable {
    var seed: UInt64
    var isMade = false

    /// The rules that were broken before the spec was repaired, or for good.
    var mistakes: [String] = []
    var problems: [String] = []

    init(_ seed: UInt64, isTelling: Bool) {
        self.seed = seed
        switch RandomSpec.make(seed: seed) {
        case .spec(let spec):
            isMade = true
            mistakes = spec.mistakes
            problems = isTelling ? [] : TreeCheck.problems(of: spec)
        case .unrepaired(let rest): mistakes = rest
        }
    }

    /// Says what is wrong.
    func tell(isTelling: Bool) {
        if isTelling { mistakes.forEach { print((isMade ? "" : "given up: ") + $0) } }
        guard !problems.isEmpty else { return }
        print("seed \(seed):")
        for problem in problems.prefix(5) { print("  " + problem.replacing("\n", with: "\n  ")) }
    }
}

/// Checks the trees of some seeds, on all processors; false when one of them fails.
func check(_ count: UInt64, from first: UInt64, isTelling: Bool) async -> Bool {
    var (made, right, failed) = (0, 0, 0)
    let size: UInt64 = 100
    for start in stride(from: first, to: first + count, by: Int(size)) {
        let outcomes = await withTaskGroup(of: Outcome.self) { group in
            for seed in start..<min(start + size, first + count) {
                group.addTask { Outcome(seed, isTelling: isTelling) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        for outcome in outcomes.sorted(by: { $0.seed < $1.seed }) {
            made += outcome.isMade ? 1 : 0
            right += outcome.isMade && outcome.mistakes.isEmpty ? 1 : 0
            failed += outcome.problems.isEmpty ? 0 : 1
            outcome.tell(isTelling: isTelling)
        }
    }
    let lost = Int(count) - made
    print(
        "\(made) random specs (\(right) right at once, \(made - right) repaired, \(lost) given up): "
            + "\(failed) failed")
    return failed == 0 && lost * 20 <= Int(count)
}

/// Writes the specs of some seeds that are small enough for a plan of each; false when the disk refuses.
func write(_ count: UInt64, to folder: String, from first: UInt64) -> Bool {
    let disk = DiskFileSystem()
    var left = count
    var seed = first
    while left > 0, seed < first + 50 * count {
        defer { seed += 1 }
        // A second region doubles the tree, and shows little that one of a few does not.
        let limit = left % 5 == 0 ? 2 : 1
        guard let spec = RandomSpec(seed: seed), spec.regionCount <= limit,
            spec.text.utf8.count < Int(limit) * 3_500
        else { continue }
        let place = joinedPath(folder, "random-\(seed)")
        for (path, bytes) in [("spec.json", Array(spec.text.utf8))] + spec.files {
            let file = joinedPath(place, path)
            guard case .success = disk.makeFolders(parentPath(of: file)),
                disk.create(file, bytes: bytes, permissions: nil) == nil
            else {
                print("\(file) cannot be written")
                return false
            }
        }
        print(place)
        left -= 1
    }
    return true
}
