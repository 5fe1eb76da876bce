import CommandLineTool
import Files
import Testing

/// `infragen render --check`.
@Suite struct RenderCheckTests {
    /// What happened to a folder in step, and what a check says then.
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var deed: @Sendable (InMemoryFileSystem) -> Void
        var difference: String
        var message: String
    }

    static let cases = [
        Case(
            testDescription: "changed spec",
            deed: { $0.put("spec.json", Array("file a.tf new\nfile b/main.tf two\n".utf8)) },
            difference: "--- a/modules-out/a.tf\n+++ b/modules-out/a.tf\n@@ -1 +1 @@\n-one\n+new\n",
            message: "\"modules-out\" is not what \"spec.json\" says: 1 different"),
        Case(
            testDescription: "hand edit", deed: { $0.put("modules-out/a.tf", Array("mine\n".utf8)) },
            difference: "--- a/modules-out/a.tf\n+++ b/modules-out/a.tf\n@@ -1 +1 @@\n-mine\n+one\n",
            message: "note: \"modules-out/a.tf\" was changed by hand"),
        Case(
            testDescription: "missing file", deed: { _ = $0.removeFile("modules-out/a.tf") },
            difference: "--- /dev/null\n+++ b/modules-out/a.tf\n@@ -0,0 +1 @@\n+one\n",
            message: "says: 1 missing"),
        Case(
            testDescription: "no longer rendered",
            deed: { $0.put("spec.json", Array("file a.tf one\n".utf8)) },
            difference: "--- a/modules-out/b/main.tf\n+++ /dev/null\n@@ -1 +0,0 @@\n-two\n",
            message: "says: 1 no longer rendered"),
        Case(
            testDescription: "surplus file", deed: { $0.put("modules-out/b/extra.tf", []) }, difference: "",
            message: "note: \"modules-out/b/extra.tf\" is not rendered, but Terraform reads it along"),
        Case(
            testDescription: "link",
            deed: {
                _ = $0.removeFile("modules-out/a.tf")
                $0.putLink("modules-out/a.tf", to: "../elsewhere")
            },
            difference: "", message: "note: \"modules-out/a.tf\" is a link"),
        Case(
            testDescription: "no manifest",
            deed: { _ = $0.removeFile("modules-out/.infragen/manifest.json") },
            difference: "--- /dev/null\n+++ b/modules-out/.infragen/manifest.json\n",
            message: "says: the manifest is not up to date"),
    ]

    func filesInStep() -> InMemoryFileSystem {
        let files = InMemoryFileSystem(["spec.json": "file a.tf one\nfile b/main.tf two\n"])
        #expect(TestWorld(files: files).run("render").exitCode == .done)
        return files
    }

    @Test func inStep() {
        let files = filesInStep()
        let changes = files.changes
        let run = TestWorld(files: files).run("render spec.json --check")
        let text = "modules-out: in step with spec.json, 2 files in 0.0 ms\n"
        #expect(run == TestRun(exitCode: .done, output: text, errors: ""))
        #expect(TestWorld(files: files).run("render --check -q").output.isEmpty)
        #expect(files.changes == changes)
    }

    @Test(arguments: cases)
    func outOfStep(_ testCase: Case) {
        let files = filesInStep()
        testCase.deed(files)
        let changes = files.changes
        let world = TestWorld(files: files)
        let run = world.run("render --check")
        #expect(run.exitCode == .outOfDate)
        #expect(run.output.hasPrefix(testCase.difference))
        if testCase.difference.isEmpty { #expect(run.output.isEmpty) }
        #expect(run.errors.contains(testCase.message), "\(run.errors)")
        #expect(run.errors.contains("help: run `infragen render` and commit what it changes"))
        let quiet = world.run("render --check --quiet")
        #expect(quiet == TestRun(exitCode: .outOfDate, output: "", errors: run.errors))
        #expect(files.changes == changes)
    }

    @Test func nothingRenderedYet() {
        let files = InMemoryFileSystem(["spec.json": "file a.tf one\n"])
        let run = TestWorld(files: files).run("render --check")
        #expect(run.exitCode == .outOfDate)
        #expect(run.errors.contains("says: 1 missing"))
        #expect(files.changes.isEmpty)
    }

    @Test func unreadableFileIsAnError() {
        let files = filesInStep()
        files.unreadablePaths = ["/modules-out/a.tf"]
        let run = TestWorld(files: files).run("render --check")
        #expect(run.exitCode == .failed)
        #expect(run.errors.contains("cannot read \"modules-out/a.tf\": permission denied"))
    }

    @Test func cureNamesTheOptions() {
        let files = InMemoryFileSystem(["spec.json": "file a.tf one\n", "t/x.tmpl": ""])
        let run = TestWorld(files: files).run("render spec.json --check --out o --templates t --strict")
        #expect(run.errors.contains("run `infragen render spec.json --out o --templates t`"))
    }

    @Test func terminalSeesColoursAndNoControlCharacters() {
        let files = filesInStep()
        files.put("modules-out/a.tf", Array("\u{1B}[2Jmine\n".utf8))
        let run = TestWorld(files: files, isTerminal: true).run("render --check")
        #expect(run.output.contains("\u{1B}[31m-\u{FFFD}[2Jmine\u{1B}[0m\n\u{1B}[32m+one\u{1B}[0m\n"))
        let plain = TestWorld(files: files, environment: ["NO_COLOR": "1"], isTerminal: true).run(
            "render --check")
        #expect(plain.output.contains("-\u{FFFD}[2Jmine\n+one\n"))
    }

    /// A carriage return and a line feed are one character of Swift, but two bytes and the end of a line.
    @Test func linesThatEndInCarriageReturnsAreColouredOneByOne() {
        let files = filesInStep()
        files.put("modules-out/a.tf", Array("mine\r\nyours\r\n".utf8))
        let run = TestWorld(files: files, isTerminal: true).run("render --check")
        let removed = ["mine", "yours"].map { "\u{1B}[31m-\($0)\u{FFFD}\u{1B}[0m\n" }.joined()
        #expect(run.output.contains(removed + "\u{1B}[32m+one\u{1B}[0m\n"))
    }
}
