import Files
import Testing

@testable import CommandLineTool

@Suite struct FormatCommandTests {
    let files: InMemoryFileSystem
    let world: TestWorld

    init() {
        files = InMemoryFileSystem(
            [
                "/w/main.tf": "a=1\n", "/w/good.tf": "a = 1\n", "/w/x.tfvars": "b=1\n",
                "/w/t.tftest.hcl": "c=1\n",
                "/w/m.tfmock.hcl": "d=1\n", "/w/other.hcl": "e=1\n", "/w/data.tf.json": "{}\n",
                "/w/.hidden.tf": "f=1\n",
                "/w/old.tf~": "g=1\n", "/w/sub/deep/y.tf": "h=1\n", "/w/.terraform/modules/z.tf": "i=1\n",
            ], currentFolder: "/w")
        world = TestWorld(files: files)
    }

    @Test(arguments: ["format", "fmt", "format .", "format /w/", "format . main.tf ."])
    func formatsAFolderAndThoseBelow(line: String) {
        let run = world.run(line)
        #expect(run.exitCode == .done && run.errors.isEmpty)
        let names = run.output.split(separator: "\n").map { $0.hasPrefix("/w/") ? $0.dropFirst(3) : $0 }
        #expect(
            Set(names).isSuperset(of: [
                "m.tfmock.hcl", "main.tf", "sub/deep/y.tf", "t.tftest.hcl", "x.tfvars",
            ]))
        #expect(files.text(of: "/w/main.tf") == "a = 1\n")
        #expect(files.text(of: "/w/sub/deep/y.tf") == "h = 1\n")
        for untouched in ["other.hcl", ".hidden.tf", "old.tf~", ".terraform/modules/z.tf"] {
            #expect(files.text(of: "/w/" + untouched)?.contains("=1") == true)
        }
        #expect(world.run("format --check").exitCode == .done)
    }

    @Test func leavesWhatIsFormatted() {
        let run = world.run("format good.tf")
        #expect(run == TestRun(exitCode: .done, output: "", errors: ""))
        #expect(files.changes.isEmpty)
    }

    @Test func formatsAFileThatIsNamedWhateverItsName() {
        #expect(world.run("format other.hcl .hidden.tf old.tf~").output == "other.hcl\n.hidden.tf\nold.tf~\n")
        #expect(world.run("format .terraform").output == ".terraform/modules/z.tf\n")
    }

    @Test func checkWritesNothing() {
        let run = world.run("format --check main.tf good.tf x.tfvars")
        #expect(run.exitCode == .outOfDate)
        #expect(run.output == "main.tf\nx.tfvars\n")
        #expect(run.errors.contains("error: 2 files are not formatted [unformatted-files]"))
        #expect(files.changes.isEmpty)
        #expect(world.run("format --check good.tf") == TestRun(exitCode: .done, output: "", errors: ""))
    }

    @Test func diffShowsWhatChanges() {
        let run = world.run("format --check --diff main.tf")
        #expect(run.exitCode == .outOfDate)
        #expect(run.output == "--- a/main.tf\n+++ b/main.tf\n@@ -1 +1 @@\n-a=1\n+a = 1\n")
        #expect(files.changes.isEmpty)
        #expect(world.run("format --diff main.tf").exitCode == .done)
        #expect(files.text(of: "/w/main.tf") == "a = 1\n")
    }

    @Test func quietPrintsNothing() {
        #expect(world.run("format -q main.tf") == TestRun(exitCode: .done, output: "", errors: ""))
        #expect(world.run("format -q --diff --check x.tfvars").output.isEmpty)
    }

    @Test func brokenFileStaysAndTheOthersAreFormatted() {
        files.put("/w/bad.tf", Array("a = [\nb=\n".utf8))
        let run = world.run("format bad.tf main.tf")
        #expect(run.exitCode == .failed)
        #expect(run.output == "main.tf\n")
        #expect(run.errors.contains("bad.tf:"))
        #expect(files.text(of: "/w/bad.tf") == "a = [\nb=\n")
        #expect(world.run("format --check bad.tf x.tfvars").exitCode == .failed)
    }

    @Test(arguments: [
        ("format nowhere.tf", "cannot read \"nowhere.tf\": no such file or folder"),
        ("format data.tf.json", "\"data.tf.json\" is JSON"),
        ("format - main.tf", "standard input cannot be formatted together with files"),
        ("format --chek", "unknown option \"--chek\""),
    ])
    func tellsWhatCannotBeDone(line: String, summary: String) {
        let run = world.run(line)
        #expect(run.exitCode == .failed)
        #expect(run.errors.contains(summary), "\(run.errors)")
        #expect(files.changes.isEmpty)
    }

    @Test func fullDiskLeavesTheFile() {
        files.freeBytes = 2
        let run = world.run("format main.tf")
        #expect(run.exitCode == .failed)
        #expect(run.errors.contains("no space left"))
        #expect(files.text(of: "/w/main.tf") == "a=1\n")
    }

    @Test func followsLinksToFilesOnly() {
        files.putLink("/w/sub/link.tf", to: "../other.hcl")
        files.putLink("/w/sub/loop", to: "..")
        #expect(world.run("format sub").output == "sub/deep/y.tf\nsub/link.tf\n")
        #expect(files.text(of: "/w/other.hcl") == "e = 1\n")
        files.putLink("/w/sub/lost.tf", to: "nowhere")
        #expect(world.run("format sub").exitCode == .failed)
    }

    @Test(arguments: [
        ("format -", "a=1\n", "a = 1\n", ExitCode.done), ("format -", "a = 1\n", "a = 1\n", .done),
        ("format -", "a=1", "a = 1\n", .done), ("fmt - --check", "a=1\n", "", .outOfDate),
        ("fmt - --check", "a = 1\n", "", .done), ("format -", "a=[\n", "", .failed),
        ("format --diff -", "a=1\n", "--- a/<stdin>\n+++ b/<stdin>\n@@ -1 +1 @@\n-a=1\n+a = 1\n", .done),
    ])
    func standardInput(line: String, input: String, output: String, code: ExitCode) {
        var world = world
        world.input = input
        let run = world.run(line)
        #expect(run.output == output)
        #expect(run.exitCode == code)
        #expect(files.changes.isEmpty)
    }
}
