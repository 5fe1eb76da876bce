import Files
import Foundation
import Testing

/// The built program itself, in real folders and repositories.
@Suite(
    .enabled(
        if: Tool.infragen != nil && Tool.isInstalled("git"),
        "git or the built program .build/debug/infragen is missing"))
struct EndToEndTests {
    let repository: Repository
    let infragen: String

    init() throws {
        repository = try Repository()
        infragen = try #require(Tool.infragen)
        try FileManager.default.createSymbolicLink(
            atPath: repository.programs + "/infragen", withDestinationPath: infragen)
    }

    func run(_ arguments: String...) throws -> Repository.Outcome {
        try repository.run([repository.programs + "/infragen"] + arguments)
    }

    func shell(_ script: String) throws -> Repository.Outcome {
        try repository.run(["/bin/sh", "-c", script])
    }

    /// Replaces a text in a file of the repository.
    func edit(_ name: String, _ old: String, _ new: String) throws {
        let text = try #require(repository.text(name))
        #expect(text.contains(old))
        try repository.write(name, text.replacingOccurrences(of: old, with: new))
    }

    @Test func fromInitToACommitThatIsInStep() throws {
        #expect(try run("init", "--project", "shop").code == 0)
        #expect(try run("render").code == 0)
        #expect(try run("render").text.contains("unchanged in"))
        #expect(try run("render", "--check").code == 0)
        #expect(try shell("infragen hook install").code == 0)
        _ = try repository.git("add", "-A")
        let first = try repository.git("commit", "-qm", "one")
        #expect(first.code == 0, "\(first.text)")

        // A changed spec without its tree is stopped; with the tree it passes.
        try edit("spec.json", "\"port\": 80", "\"port\": 8080")
        let stopped = try repository.git("commit", "-qam", "two")
        #expect(stopped.code != 0)
        #expect(stopped.text.contains("is not what \"spec.json\" says"))
        #expect(stopped.text.contains("+"))
        #expect(try run("render").code == 0)
        let passed = try repository.git("commit", "-qam", "two")
        #expect(passed.code == 0, "\(passed.text)")

        // A commit that only deletes a file is stopped, too.
        _ = try repository.git("rm", "-q", "modules-out/outputs.tf")
        #expect(try repository.git("commit", "-qm", "three").code != 0)
    }

    @Test(
        .enabled(if: Tool.isInstalled("pre-commit"), "pre-commit (pip install pre-commit) is not on the PATH")
    )
    func preCommitFrameworkStopsWhatIsOutOfStep() throws {
        #expect(try run("init", "--project", "shop").code == 0)
        #expect(try run("render").code == 0)
        _ = try repository.git("add", "-A")
        #expect(try shell("pre-commit install").code == 0)
        let first = try repository.git("commit", "-m", "one")
        #expect(first.code == 0, "\(first.text)")
        #expect(first.text.contains("Passed"))
        _ = try repository.git("rm", "-q", "modules-out/outputs.tf")
        let stopped = try repository.git("commit", "-m", "two")
        #expect(stopped.code != 0)
        #expect(stopped.text.contains("+++ b/modules-out/outputs.tf"))
    }

    @Test func handEditIsProtectedAndToldInEveryWay() throws {
        #expect(try run("init").code == 0)
        #expect(try run("render").code == 0)
        try repository.write("modules-out/outputs.tf", "# mine\n")
        let refused = try run("render")
        #expect(refused.code == 1)
        #expect(refused.text.contains("\"modules-out/outputs.tf\" was changed by hand"))
        #expect(try run("render", "--check").code == 2)
        #expect(repository.text("modules-out/outputs.tf") == "# mine\n")
        #expect(try run("render", "--force").code == 0)
        #expect(try run("render", "--check").code == 0)
    }

    @Test func readerThatStopsReadingIsNoError() throws {
        #expect(try run("init").code == 0)
        #expect(try shell("infragen render 2>&- | head -n 1").text.hasPrefix("added "))
        #expect(try shell("infragen render --check >&-; echo $?").text.hasSuffix("0\n") == false)
        let outcome = try shell("(infragen schema; echo $? >&2) | true")
        #expect(outcome.text == "0\n", "\(outcome.text)")
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
    func fullStandardOutputIsAnError() throws {
        #expect(try shell("infragen schema > /dev/full").code == 1)
    }

    @Test func badSpecs() throws {
        #expect(try shell("printf '{\"project\": \"\\377\"}' | infragen render -").code == 1)
        #expect(try shell("printf '{\"project\": ' | infragen render -").code == 1)
        #expect(try shell("head -c 100000 /dev/zero | tr '\\0' '[' | infragen render -").code == 1)
        let huge = try shell("head -c 100000000 /dev/zero | infragen render -")
        #expect(huge.code == 1)
        #expect(huge.text.contains("it is longer than 16 MB"))
        #expect(try run("render", "/dev/zero").code == 1)
        #expect(try run("render", ".").text.contains("it is a folder"))
        #expect(!FileManager.default.fileExists(atPath: repository.path + "/modules-out"))
    }

    @Test func rendersAtTheSameTimeDoNotDisturbEachOther() throws {
        #expect(try run("init").code == 0)
        let outcome = try shell("seq 4 | xargs -P 4 -I % infragen render -q")
        #expect(outcome.code == 0, "\(outcome.text)")
        #expect(try run("render", "--check").code == 0)
    }
}
