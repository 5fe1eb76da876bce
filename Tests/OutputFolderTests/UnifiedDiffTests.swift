import Testing

@testable import OutputFolder

@Suite struct UnifiedDiffTests {
    func diff(_ old: String?, _ new: String?) -> String {
        let bytes = UnifiedDiff.bytes(
            from: old.map { Array($0.utf8) }, to: new.map { Array($0.utf8) }, path: "x")
        return String(decoding: bytes, as: UTF8.self)
    }

    // What `diff -u` writes.
    @Test(arguments: [
        ("a\n", "a\n", ""),
        ("a\nb\nc\n", "a\nx\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n"),
        ("", "a\n", "@@ -0,0 +1 @@\n+a\n"),
        ("a\n", "", "@@ -1 +0,0 @@\n-a\n"),
        ("a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
        (
            "a\nb", "a\nc",
            "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"
        ),
        ("1\n2\n3\n4\n5\n", "1\n2\n3\n4\n5\n6\n", "@@ -3,3 +3,4 @@\n 3\n 4\n 5\n+6\n"),
        ("0\n1\n2\n3\n4\n5\n6\n", "x\n1\n2\n3\n4\n5\n6\n", "@@ -1,4 +1,4 @@\n-0\n+x\n 1\n 2\n 3\n"),
        (
            "a\n1\n2\n3\n4\n5\n6\nb\n", "x\n1\n2\n3\n4\n5\n6\ny\n",
            "@@ -1,8 +1,8 @@\n-a\n+x\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+y\n"
        ),
        (
            "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "x\n1\n2\n3\n4\n5\n6\n7\ny\n",
            "@@ -1,4 +1,4 @@\n-a\n+x\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+y\n"
        ),
    ])
    func hunks(old: String, new: String, expected: String) {
        let header = expected.isEmpty ? "" : "--- a/x\n+++ b/x\n"
        #expect(diff(old, new) == header + expected)
    }

    @Test func missingFilesAreTheNullDevice() {
        #expect(diff(nil, "a\n") == "--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n")
        #expect(diff("a\n", nil) == "--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n")
        #expect(diff(nil, "") == "--- /dev/null\n+++ b/x\n")
        #expect(diff("a\u{0}", "b") == "Binary files a/x and b/x differ\n")
    }

    @Test func randomEditsAreShortestAndRebuildTheText() {
        var random = SplitMix(state: 7)
        for _ in 0..<2_000 {
            let old = (0..<random.below(14)).map { _ in random.below(4) }
            let new = (0..<random.below(14)).map { _ in random.below(4) }
            let runs = LineDifference.runs(from: lines(old), to: lines(new))
            var rebuilt: [Int] = []
            var kept = 0
            for run in runs {
                rebuilt += new[run.new]
                if run.kind == .kept {
                    #expect(Array(old[run.old]) == Array(new[run.new]))
                    kept += run.old.count
                }
            }
            #expect(rebuilt == new)
            #expect(runs.reduce(0) { $0 + $1.old.count } == old.count)
            #expect(kept == longestCommon(old, new), "\(old) \(new)")
            for (left, right) in zip(runs, runs.dropFirst()) {
                #expect(left.kind != right.kind)
                #expect(
                    left.old.upperBound == right.old.lowerBound && left.new.upperBound == right.new.lowerBound
                )
            }
        }
    }

    @Test func textsThatDifferEverywhereEndInTime() {
        let old = (0..<60_000).map { "old \($0)\n" }.joined()
        let new = (0..<60_000).map { $0 % 10 == 0 ? "old \($0)\n" : "new \($0)\n" }.joined()
        let clock = ContinuousClock()
        let time = clock.measure { #expect(!diff(old, new).isEmpty) }
        #expect(time < .seconds(60))
    }

    private func lines(_ numbers: [Int]) -> [ArraySlice<UInt8>] { numbers.map { [UInt8($0)][...] } }

    /// The length of the longest common subsequence, by the book.
    private func longestCommon(_ left: [Int], _ right: [Int]) -> Int {
        var row = [Int](repeating: 0, count: right.count + 1)
        for item in left {
            var diagonal = 0
            for (index, other) in right.enumerated() {
                let above = row[index + 1]
                row[index + 1] = item == other ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[right.count]
    }
}

/// A small generator of numbers that are the same in every run.
struct SplitMix {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
        return Int((bits ^ bits >> 31) % UInt64(limit))
    }
}
