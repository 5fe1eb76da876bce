import Files
import RandomSpecs

/// Checks the trees of some seeds; false when one of them fails.
func check(_ count: UInt64, from first: UInt64, isTelling: Bool) -> Bool {
    var failed = 0
    var unmade = 0
    var repaired = 0
    for seed in first..<first + count {
        let spec: RandomSpec
        switch RandomSpec.make(seed: seed) {
        case .spec(let made): spec = made
        case .unrepaired(let mistakes):
            unmade += 1
            if isTelling { mistakes.forEach { print("given up: " + $0) } }
            continue
        }
        repaired += spec.mistakes.isEmpty ? 0 : 1
        if isTelling { spec.mistakes.forEach { print($0) } }
        let problems = isTelling ? [] : TreeCheck.problems(of: spec)
        if problems.isEmpty { continue }
        failed += 1
        print("seed \(seed):")
        for problem in problems.prefix(5) { print("  " + problem.replacing("\n", with: "\n  ")) }
    }
    let made = Int(count) - unmade
    print(
        "\(made) random specs (\(made - repaired) right at once, \(repaired) repaired, \(unmade) given up): "
            + "\(failed) failed")
    return failed == 0 && unmade * 20 <= Int(count)
}

/// Writes the specs of some seeds that are small enough for a plan of each; false when the disk refuses.
func write(_ count: UInt64, to folder: String, from first: UInt64) -> Bool {
    let disk = DiskFileSystem()
    var left = count
    var seed = first
    while left > 0, seed < first + 50 * count {
        defer { seed += 1 }
        guard let spec = RandomSpec(seed: seed), spec.regionCount <= 2 else { continue }
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
