import Diagnostics
import Foundation
import Spec
import Testing

@Suite struct RuleListTests {
    @Test func idsAndCodesAreDistinct() {
        let ids = SpecRule.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        let codes = SpecRule.all.map(\.code).filter { !$0.isEmpty }
        #expect(Set(codes).count == codes.count)
        // All of the requirements but E-ENV-04, which is not a rule: it says that rules run in each environment.
        #expect(codes.count == 153)
    }

    @Test(arguments: SpecRule.all)
    func everyRuleIsDescribed(rule: SpecRule) {
        let isKebab = rule.id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }
        #expect(isKebab, "\(rule.id)")
        #expect(!rule.meaning.isEmpty && !rule.meaning.hasSuffix("."), "\(rule.id)")
        #expect(rule.meaning.count <= 110, "\(rule.id)")
        #expect(rule.code.isEmpty || rule.code.hasPrefix(rule.severity == .error ? "E-" : "W-"), "\(rule.id)")
    }

    @Test func acceptedWarningsAreSilent() throws {
        let text = try scaffold("minimal.json")
        let warnings = Set(read(text).reading.diagnostics.map(\.id))
        #expect(warnings == ["missing-certificate", "local-state", "unheard-alarm", "missing-budget"])
        let list = warnings.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
        let accepting = text.replacingOccurrences(
            of: "\"project\"", with: "\"ignore\": [\(list)], \"project\"")
        #expect(read(accepting).reading.diagnostics.isEmpty)
    }

    @Test func strictMakesWarningsErrors() throws {
        let text = try scaffold("minimal.json")
        let strict = read(text, options: SpecOptions(isStrict: true)).reading
        #expect(!strict.diagnostics.isEmpty && strict.diagnostics.allSatisfy { $0.severity == .error })
    }

    @Test func unknownRegionsMayBeLeftToAWS() throws {
        let text = try scaffold("minimal.json").replacingOccurrences(of: "us-west-2", with: "xx-northeast-9")
        #expect(read(text).reading.diagnostics.contains { $0.id == "unknown-region" })
        let reading = read(text, options: SpecOptions(allowsUnknownRegions: true)).reading
        #expect(!reading.diagnostics.hasErrors)
        #expect(reading.base?.primary?.code == "xxne9")
        #expect(reading.base?.primary?.network.azs == ["xx-northeast-9a", "xx-northeast-9b"])
    }

    /// One mistake is told once: no rule speaks of the default that stands in for a wrong value.
    @Test func wrongValuesAreNotJudgedTwice() throws {
        let text = try scaffold("minimal.json")
            .replacingOccurrences(
                of: "\"port\": 80", with: "\"cpu\": \"big\", \"memory\": 16384, \"port\": 80")
        #expect(read(text).reading.diagnostics.filter { $0.severity == .error }.map(\.id) == ["wrong-type"])
    }
}
