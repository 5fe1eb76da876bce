import Files
import Foundation
import TemplateLibrary
import TestSupport
import Testing

@testable import CommandLineTool

/// The hooks that infragen offers to the pre-commit framework, run by that framework in real repositories.
///
/// A script in the place of infragen says what it was asked and fails when the file `fail` is there.
@Suite(
    .enabled(
        if: Tool.isInstalled("git") && Tool.isInstalled("pre-commit"),
        "git or pre-commit (pip install pre-commit) is not on the PATH"))
struct PreCommitTests {
    let repository: Repository

    init() throws {
        repository = try Repository()
        try repository.script("infragen", "echo \"asked: $*\"; [ ! -e fail ] || exit 2")
        try repository.write("spec.json", "{}")
        try repository.write("modules-out/a.tf", "")
    }

    func commit() throws -> Repository.Outcome { try repository.git("commit", "--allow-empty", "-m", "x") }

    func turnOn() throws {
        _ = try repository.git("add", "-A")
        let outcome = try repository.run([Tool.path(of: "pre-commit") ?? "pre-commit", "install"])
        #expect(outcome.code == 0, "\(outcome.text)")
    }

    /// Commits that pass, that only delete, and that fail.
    func checkCommits(asked: String) throws {
        try repository.script("infragen", "echo \"asked: $*\" >> ../asked; [ ! -e ../fail ] || exit 2")
        func asks() -> Int {
            (repository.text("../asked") ?? "").split(separator: "\n").count { $0 == asked }
        }
        #expect(try commit().code == 0)
        #expect(asks() == 1)
        _ = try repository.git("rm", "-q", "modules-out/a.tf")
        #expect(try commit().code == 0)
        #expect(asks() == 2)
        try repository.write("../fail", "")
        let stopped = try commit()
        #expect(stopped.code != 0)
        #expect(stopped.text.contains("Failed"))
    }

    @Test func configurationOfInitRunsTheCheck() throws {
        let text = ShippedTemplates.files.first { $0.path == "scaffold/pre-commit-config.yaml" }?.text
        try repository.write(".pre-commit-config.yaml", try #require(text))
        try turnOn()
        try checkCommits(asked: "asked: render spec.json --check --staged")
    }

    @Test func offeredHookRunsTheCheck() throws {
        let offer = try Repository()
        let root = TestSupport.folder() + "/../.."
        let hooks = try String(contentsOfFile: root + "/.pre-commit-hooks.yaml", encoding: .utf8)
        try offer.write(".pre-commit-hooks.yaml", hooks)
        _ = try offer.git("add", "-A")
        _ = try offer.git("commit", "-qm", "hooks")
        let revision = try offer.git("rev-parse", "HEAD").text.trimmingCharacters(in: .whitespacesAndNewlines)
        try repository.write(
            ".pre-commit-config.yaml",
            """
            repos:
              - repo: \(offer.path)
                rev: \(revision)
                hooks:
                  - id: infragen-render-check-system
                    args: [spec.json]

            """)
        try turnOn()
        try checkCommits(asked: "asked: render --check --staged spec.json")
    }

    @Test func hookOfInfragenAndHookOfTheFrameworkLiveTogether() throws {
        try repository.write(
            ".pre-commit-config.yaml",
            """
            repos:
              - repo: local
                hooks:
                  - id: other
                    name: other
                    entry: sh -c 'echo other >> ../asked'
                    language: system
                    always_run: true
                    pass_filenames: false

            """)
        try turnOn()
        let world = TestWorld(files: DiskFileSystem(), runProgram: Subprocess.run)
        #expect(world.run(["hook", "install", repository.path]).exitCode == .done)
        let outcome = try commit()
        #expect(outcome.code == 0)
        #expect(outcome.text.contains("asked: render --check --staged spec.json"))
        #expect(repository.text("../asked") == "other\n")
        #expect(world.run(["hook", "uninstall", repository.path]).exitCode == .done)
        #expect(try commit().code == 0)
        #expect(repository.text("../asked") == "other\nother\n")
    }
}
