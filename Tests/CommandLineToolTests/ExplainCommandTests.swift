import CommandLineTool
import Testing

@Suite struct ExplainCommandTests {
    @Test(arguments: ["edited-file", "[edited-file]", "unknown-field", "tree-out-of-date"])
    func explainsARule(id: String) {
        let run = TestWorld().run("explain " + id)
        #expect(run.exitCode == .done)
        #expect(run.output.contains(" (error): "))
    }

    @Test func warningsSayHowToAcceptThem() throws {
        let list = TestWorld().run("explain")
        #expect(list.exitCode == .done)
        let lines = list.output.split(separator: "\n")
        #expect(lines.count > 80)
        let ids = lines.compactMap { $0.split(separator: " ").dropFirst().first }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
        for warning in lines where warning.hasPrefix("warning") && !warning.contains("manifest") {
            let id = try #require(warning.split(separator: " ").dropFirst().first)
            let text = TestWorld().run("explain \(id)").output
            let ways = ["\"ignore\": [\"\(id)\"]", "# infragen:ignore \(id) and why", "Name it *.local.tf"]
            #expect(ways.contains { text.contains($0) }, "\(text)")
        }
    }

    @Test func unknownRule() {
        let run = TestWorld().run("explain edited-fiel")
        #expect(run.exitCode == .failed)
        #expect(run.errors.contains("there is no rule \"edited-fiel\""))
        #expect(run.errors.contains("did you mean \"edited-file\"?"))
    }
}
