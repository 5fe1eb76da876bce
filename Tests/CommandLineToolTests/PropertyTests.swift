import Foundation
import RandomSpecs
import Testing

/// What holds for every spec, tried with random ones.
@Suite struct PropertyTests {
    /// A debug build takes about a second for each; `make property` checks thousands in a release build.
    static let count =
        ProcessInfo.processInfo.environment["INFRAGEN_PROPERTY_SPECS"].flatMap { UInt64($0) } ?? 8

    @Test(arguments: 1...count)
    func everyTreeIsSound(seed: UInt64) {
        guard let spec = RandomSpec(seed: seed) else { return }
        for problem in TreeCheck.problems(of: spec) { Issue.record("seed \(seed): \(problem)") }
    }

    /// A new field of the spec needs words, or random specs never write it.
    @Test func everyFieldHasWords() {
        #expect(RandomSpec.unknownTexts(seeds: 1..<400).sorted() == [])
    }

    @Test func aSeedGivesOneSpec() {
        #expect(RandomSpec(seed: 7)?.text == RandomSpec(seed: 7)?.text)
        #expect(RandomSpec(seed: 7)?.text != RandomSpec(seed: 8)?.text)
    }

    /// Repairs may take away, but most of what is written has to stay.
    @Test func mostSeedsGiveASpec() {
        let made = (1...40).compactMap { RandomSpec(seed: UInt64($0)) }
        #expect(made.count >= 36)
    }
}
