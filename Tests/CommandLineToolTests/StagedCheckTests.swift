import Files
import Foundation
import Testing

@testable import CommandLineTool

/// `infragen render --check --staged` in real repositories.
@Suite(.enabled(if: Tool.isInstalled("git"), "git is not on the PATH"))
struct StagedCheckTests {
    let repository: Repository
    let world = TestWorld(files: DiskFileSystem(), runProgram: Subprocess.run)

    init() throws {
        repository = try Repository()
        try repository.write("infra/spec.json", "file a.tf one\nfile b/main.tf two\n")
        #expect(world.run(["render", repository.path + "/infra/spec.json"]).exitCode == .done)
    }

    func check(_ arguments: String...) -> TestRun {
        world.run(["render", "--check", "--staged", repository.path + "/infra/spec.json"] + arguments)
    }

    @Test func stagedTreeIsInStep() throws {
        _ = try repository.git("add", "-A")
        #expect(check().exitCode == .done)
        // What is not staged does not count, neither here nor there.
        try repository.write("infra/modules-out/a.tf", "changed in the folder only\n")
        try repository.write("infra/modules-out/extra.tf", "")
        try repository.write("infra/spec.json", "file a.tf new\n")
        #expect(check().exitCode == .done)
    }

    @Test func forgottenFilesAreMissing() throws {
        _ = try repository.git(
            "add", "infra/spec.json", "infra/modules-out/a.tf", "infra/modules-out/.infragen")
        let run = check()
        #expect(run.exitCode == .outOfDate)
        #expect(run.errors.contains("1 missing"))
        #expect(run.output.contains("infra/modules-out/b/main.tf\n@@ -0,0 +1 @@\n+two\n"))
    }

    @Test func stagedDeletionIsSeenThoughTheFileIsStillThere() throws {
        _ = try repository.git("add", "-A")
        _ = try repository.git("commit", "-qm", "all")
        _ = try repository.git("rm", "-q", "--cached", "infra/modules-out/a.tf")
        #expect(check().exitCode == .outOfDate)
    }

    @Test func stagedSpecAloneIsOutOfStep() throws {
        _ = try repository.git("add", "-A")
        try repository.write("infra/spec.json", "file a.tf new\nfile b/main.tf two\n")
        #expect(world.run(["render", repository.path + "/infra/spec.json"]).exitCode == .done)
        _ = try repository.git("add", "infra/spec.json")
        #expect(check().exitCode == .outOfDate)
        _ = try repository.git("add", "-A")
        #expect(check().exitCode == .done)
    }

    @Test func largeTreesComeInBatches() throws {
        let spec = (0..<700).map { "file m\($0)/main.tf \($0)\n" }.joined()
        try repository.write("infra/spec.json", spec)
        #expect(world.run(["render", repository.path + "/infra/spec.json"]).exitCode == .done)
        _ = try repository.git("add", "-A")
        #expect(check().output.contains("in step with"))
    }

    @Test func templatesAreTakenFromTheIndexOrFromOutside() throws {
        try repository.write("templates/x.tmpl", "old")
        let templates = repository.path + "/templates"
        let spec = repository.path + "/infra/spec.json"
        #expect(world.run(["render", spec, "--templates", templates]).exitCode == .done)
        _ = try repository.git("add", "-A")
        try repository.write("templates/x.tmpl", "new")
        #expect(check("--templates", templates).exitCode == .done)
        try repository.script("outside/x.tmpl", "")
        let outside = repository.programs + "/outside"
        #expect(check("--templates", outside).exitCode == .outOfDate)
    }

    @Test func filesThatTheSpecNamesAreTakenFromTheIndex() throws {
        try repository.write("infra/spec.json", "copy x/named.json\n")
        try repository.write("infra/x/named.json", "old")
        #expect(world.run(["render", repository.path + "/infra/spec.json"]).exitCode == .done)
        _ = try repository.git("add", "-A")
        try repository.write("infra/x/named.json", "new")
        #expect(check().exitCode == .done)
        _ = try repository.git("add", "-A")
        #expect(check().exitCode == .outOfDate)
    }

    @Test func unstagedSpecIsMissing() {
        let run = check()
        #expect(run.exitCode == .failed)
        #expect(run.errors.contains("no such file or folder"))
    }

    @Test func outsideOfARepositoryIsAnError() throws {
        let run = world.run(["render", "--check", "--staged", repository.programs + "/spec.json"])
        #expect(run.exitCode == .failed)
        #expect(run.errors.contains("git knows no repository at"))
    }
}
