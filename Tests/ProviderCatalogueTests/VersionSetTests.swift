import Testing

@testable import ProviderCatalogue

@Suite struct VersionSetTests {
    @Test func runsAreUnbroken() {
        #expect(VersionSet(indices: [0, 1, 2, 5, 6, 9]).runs == [0...2, 5...6, 9...9])
        #expect(VersionSet(indices: []).isEmpty)
        #expect(VersionSet(indices: [3, 4]).oldest == 3)
        #expect(VersionSet(indices: [3, 4]).newest == 4)
    }

    @Test(
        arguments: [
            ([nil], true, true), ([], false, false), ([0...9], true, true), ([0...3], true, false),
            ([0...3, 4...9], true, true), ([0...2, 4...9], true, true), ([0...1, 4...9], true, false),
            ([3...4], false, false), ([7...8], false, false),
        ] as [([ClosedRange<Int>?], Bool, Bool)])
    func lifetimes(lives: [ClosedRange<Int>?], overlaps: Bool, covers: Bool) {
        let set = VersionSet(indices: [0, 1, 2, 5, 6])
        #expect(lives.contains { set.overlaps($0) } == overlaps)
        #expect(set.isCovered(by: lives) == covers)
    }

    @Test func partsOfASet() {
        #expect(VersionSet(indices: [0, 1, 2, 5, 6]).during(2...5).runs == [2...2, 5...5])
        #expect(VersionSet(indices: [0, 1]).during(2...5).isEmpty)
    }

    @Test(arguments: [("5.100.0", true), ("6.0", false), ("", false), ("a.b.c", false), ("1.2.3.4", false)])
    func versionsHaveThreeNumbers(text: String, isVersion: Bool) {
        #expect((ProviderVersion(text) != nil) == isVersion)
        #expect(ProviderVersion(text)?.description ?? text == text)
    }

    @Test func versionsAreOrderedByTheirNumbers() {
        #expect(
            ProviderVersion(major: 5, minor: 99, patch: 1) < ProviderVersion(major: 5, minor: 100, patch: 0))
    }
}
