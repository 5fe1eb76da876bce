import Files
import Foundation
import Testing

@testable import CommandLineTool

/// `infragen hook install` and `uninstall` in real repositories, with commits that run the hook.
///
/// A script in the place of infragen says what it was asked and fails when the file `fail` is there.
@Suite(.enabled(if: Tool.isInstalled("git"), "git is not on the PATH"))
struct HookTests {
    let repository: Repository
    let world = TestWorld(files: DiskFileSystem(), runProgram: Subprocess.run)

    init() throws {
        repository = try Repository()
        try repository.script("infragen", "echo \"asked: $*\"; [ ! -e fail ] || exit 2")
        try repository.write("spec.json", "{}")
        _ = try repository.git("add", "-A")
    }

    func install(_ arguments: String...) -> TestRun {
        world.run(["hook", "install", repository.path] + arguments)
    }

    func uninstall() -> TestRun { world.run(["hook", "uninstall", repository.path]) }

    func commit(_ arguments: String...) throws -> Repository.Outcome {
        try repository.run([Tool.path(of: "git") ?? "git", "commit", "-m", "x"] + arguments)
    }

    @Test func hookRunsTheCheckAndStopsTheCommit() throws {
        let run = install()
        #expect(run.exitCode == .done)
        #expect(run.output == "added     \(repository.path)/.git/hooks/pre-commit\n")
        try repository.write("fail", "")
        let stopped = try commit()
        #expect(stopped.code != 0)
        #expect(stopped.text.contains("asked: render --check --staged spec.json"))
        #expect(stopped.text.contains("infragen: commit stopped; run render, stage its result with git add"))
        try FileManager.default.removeItem(atPath: repository.path + "/fail")
        #expect(try commit().code == 0)
    }

    @Test func commitThatOnlyDeletesFilesIsChecked() throws {
        try repository.write("modules-out/a.tf", "")
        _ = try repository.git("add", "-A")
        _ = try commit()
        #expect(install().exitCode == .done)
        _ = try repository.git("rm", "-q", "modules-out/a.tf")
        #expect(try commit().text.contains("asked: render"))
    }

    @Test func installingTwiceChangesNothing() throws {
        #expect(install().exitCode == .done)
        let hook = repository.text(".git/hooks/pre-commit")
        #expect(install().output.hasPrefix("unchanged "))
        #expect(repository.text(".git/hooks/pre-commit") == hook)
        #expect(install("--out", repository.path + "/tf").output.hasPrefix("changed "))
        #expect(try commit().text.contains("asked: render --check --staged --out tf spec.json"))
    }

    @Test func earlierHookRunsFirstAndComesBack() throws {
        let earlier = repository.path + "/.git/hooks/pre-commit"
        try repository.script(earlier, "echo earlier \"$#\"; [ ! -e refuse ]")
        let text = repository.text(".git/hooks/pre-commit")
        let run = install()
        #expect(run.output.contains("kept      \(earlier).before-infragen\n"))
        #expect(install().output.hasPrefix("unchanged "))
        let passed = try commit()
        #expect(passed.code == 0)
        #expect(passed.text.contains("earlier 0\nasked: render"))

        try repository.write("refuse", "")
        let refused = try commit("--allow-empty")
        #expect(refused.code != 0)
        #expect(!refused.text.contains("asked"))

        #expect(uninstall().output == "restored  \(earlier)\n")
        #expect(repository.text(".git/hooks/pre-commit") == text)
        #expect(!FileManager.default.fileExists(atPath: earlier + ".before-infragen"))
        #expect(FileManager.default.isExecutableFile(atPath: earlier))
    }

    @Test func uninstallLeavesNothingAndTouchesNoOtherHook() throws {
        #expect(uninstall().output == "No hook of infragen is installed.\n")
        #expect(install().exitCode == .done)
        #expect(uninstall().output.hasPrefix("removed "))
        #expect(!FileManager.default.fileExists(atPath: repository.path + "/.git/hooks/pre-commit"))
        try repository.script(repository.path + "/.git/hooks/pre-commit", "true")
        #expect(uninstall().output == "No hook of infragen is installed.\n")
        #expect(repository.text(".git/hooks/pre-commit") == "#!/bin/sh\ntrue\n")
    }

    @Test func twoEarlierHooksAreNotJoined() throws {
        let hook = repository.path + "/.git/hooks/pre-commit"
        try repository.script(hook, "one")
        try repository.script(hook + ".before-infragen", "two")
        let run = install()
        #expect(run.exitCode == .failed)
        #expect(run.errors.contains("is not infragen's, and"))
        #expect(repository.text(".git/hooks/pre-commit") == "#!/bin/sh\none\n")
    }

    @Test(arguments: ["own hooks", "/hooks elsewhere"])
    func hooksPathIsRespected(setting: String) throws {
        let path = setting.hasPrefix("/") ? parentPath(of: repository.path) + setting : setting
        _ = try repository.git("config", "core.hooksPath", path)
        #expect(install().exitCode == .done)
        #expect(FileManager.default.fileExists(atPath: joinedPath(repository.path, path) + "/pre-commit"))
        #expect(!FileManager.default.fileExists(atPath: repository.path + "/.git/hooks/pre-commit"))
        #expect(try commit().text.contains("asked: render"))
        #expect(uninstall().output.hasPrefix("removed "))
    }

    @Test func worktreeSharesTheHook() throws {
        _ = try commit()
        let tree = parentPath(of: repository.path) + "/worktree"
        _ = try repository.git("worktree", "add", "-q", tree)
        #expect(world.run(["hook", "install", tree]).exitCode == .done)
        #expect(FileManager.default.fileExists(atPath: repository.path + "/.git/hooks/pre-commit"))
        let git = Tool.path(of: "git") ?? "git"
        let outcome = try repository.run([git, "commit", "--allow-empty", "-m", "x"], in: tree)
        #expect(outcome.text.contains("asked: render --check --staged spec.json"))
    }

    @Test func specInASubfolderWithAName() throws {
        try repository.write("it's infra/my spec.json", "{}")
        _ = try repository.git("add", "-A")
        let folder = repository.path + "/it's infra"
        #expect(world.run(["hook", "install", folder, "--spec", "my spec.json"]).exitCode == .done)
        #expect(try commit().text.contains("asked: render --check --staged it's infra/my spec.json"))
    }

    @Test func commitWithoutASpecIsNotChecked() throws {
        _ = try repository.git("rm", "-q", "-f", "--cached", "spec.json")
        try repository.write("x", "")
        _ = try repository.git("add", "x")
        try FileManager.default.removeItem(atPath: repository.path + "/spec.json")
        #expect(
            install().output.contains("spec.json yet: until it is staged, the hook lets every commit pass."))
        let outcome = try commit()
        #expect(outcome.code == 0)
        #expect(!outcome.text.contains("asked"))
    }

    @Test func programOutsideThePathIsNamedInTheHook() throws {
        try FileManager.default.moveItem(
            atPath: repository.programs + "/infragen", toPath: repository.programs + "/../infragen")
        var world = world
        world.programPath = repository.programs + "/../infragen"
        #expect(world.run(["hook", "install", repository.path]).exitCode == .done)
        #expect(try commit().text.contains("asked: render"))
        try FileManager.default.removeItem(atPath: repository.programs + "/../infragen")
        let outcome = try commit("--allow-empty")
        #expect(outcome.code != 0)
        #expect(outcome.text.contains("infragen: not found, so this commit cannot be checked"))
    }

    @Test func notARepository() {
        for command in ["install", "uninstall"] {
            let run = world.run(["hook", command, repository.programs])
            #expect(run.exitCode == .failed)
            #expect(run.errors.contains("git knows no repository at"))
        }
    }

    @Test func hooksFolderThatCannotBeMade() throws {
        _ = try repository.git("config", "core.hooksPath", "/dev/null")
        let run = install()
        #expect(run.exitCode == .failed)
        #expect(run.errors.contains("cannot make the folder \"/dev/null\""))
    }
}
