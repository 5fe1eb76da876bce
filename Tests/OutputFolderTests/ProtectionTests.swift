import Diagnostics
import Files
import OutputFolder
import Testing

/// What a person made or changed is never touched without force, and what force cannot mend is told.
@Suite struct ProtectionTests {
    /// What somebody did to a folder that holds `a/main.tf` and `b.tf`, both written by infragen.
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var deed: @Sendable (InMemoryFileSystem) -> Void
        var message: String
        var yieldsToForce: Bool
    }

    static let cases = [
        Case(
            testDescription: "edited", deed: { $0.put("out/b.tf", Array("mine".utf8)) },
            message: "\"out/b.tf\" was changed by hand since infragen wrote it", yieldsToForce: true),
        Case(
            testDescription: "edited, no longer rendered", deed: { $0.put("out/old.tf", Array("mine".utf8)) },
            message: "out/old.tf (no longer rendered: --force removes it)", yieldsToForce: true),
        Case(
            testDescription: "conflict", deed: { $0.put("out/b.tf", Array("<<<<<<< HEAD\n".utf8)) },
            message: "holds the marks of a merge conflict", yieldsToForce: true),
        Case(
            testDescription: "foreign", deed: { $0.put("out/new.tf", Array("mine".utf8)) },
            message: "\"out/new.tf\" is in the way: infragen did not write it", yieldsToForce: true),
        Case(
            testDescription: "link", deed: { $0.putLink("out/new.tf", to: "../precious") },
            message: "\"out/new.tf\" is a link", yieldsToForce: true),
        Case(
            testDescription: "link to a file with the same text",
            deed: {
                $0.put("same", Array("new\n".utf8))
                $0.putLink("out/new.tf", to: "../same")
            },
            message: "\"out/new.tf\" is a link", yieldsToForce: true),
        Case(
            testDescription: "folder", deed: { $0.putFolder("out/new.tf") },
            message: "\"out/new.tf\" is a folder, where a file is to be written", yieldsToForce: false),
        Case(
            testDescription: "linked folder",
            deed: {
                $0.putFolder("elsewhere")
                $0.putLink("out/c", to: "../elsewhere")
            },
            message: "\"out/c\" is a link, where a folder has to be", yieldsToForce: false),
        Case(
            testDescription: "file for a folder", deed: { $0.put("out/c", []) },
            message: "\"out/c\" is a file, where a folder has to be", yieldsToForce: false),
        Case(
            testDescription: "unreadable", deed: { $0.unreadablePaths = ["/out/b.tf"] },
            message: "cannot read \"out/b.tf\": permission denied", yieldsToForce: false),
        Case(
            testDescription: "linked manifest folder",
            deed: {
                _ = $0.removeFile("out/.infragen/manifest.json")
                _ = $0.removeFolder("out/.infragen")
                $0.putFolder("elsewhere")
                $0.putLink("out/.infragen", to: "../elsewhere")
            },
            message: "\"out/.infragen\" is a link", yieldsToForce: false),
        Case(
            testDescription: "linked manifest",
            deed: {
                _ = $0.removeFile("out/.infragen/manifest.json")
                $0.putLink("out/.infragen/manifest.json", to: "../../precious")
            },
            message: "\"out/.infragen/manifest.json\" is a link", yieldsToForce: false),
    ]

    let next = ["a/main.tf": "one\n", "b.tf": "two, changed\n", "new.tf": "new\n", "c/main.tf": "four\n"]

    func filesAfter(_ deed: (InMemoryFileSystem) -> Void) -> InMemoryFileSystem {
        let files = filesWithTree(["a/main.tf": "one\n", "b.tf": "two\n", "old.tf": "three\n"])
        files.put("precious", Array("precious".utf8))
        deed(files)
        return files
    }

    @Test(arguments: cases)
    func nothingIsWrittenWithoutForce(_ testCase: Case) {
        let files = filesAfter(testCase.deed)
        let before = files.texts()
        let changes = files.changes
        let plan = OutputWriter(files: files, folder: "out").write(tree(next), force: false)
        #expect(plan.diagnostics.hasErrors)
        #expect(plan.report.contains(testCase.message), "\(plan.report)")
        #expect(plan.report.contains("help: "), "\(plan.report)")
        #expect(files.texts() == before)
        #expect(files.changes == changes)
    }

    @Test(arguments: cases)
    func forceOvercomesWhatItMay(_ testCase: Case) {
        let files = filesAfter(testCase.deed)
        let before = files.texts()
        let writer = OutputWriter(files: files, folder: "out")
        let plan = writer.write(tree(next), force: true)
        if testCase.yieldsToForce {
            #expect(!plan.diagnostics.hasErrors, "\(plan.report)")
            #expect(writer.check(tree(next)).isInSync)
        } else {
            #expect(plan.report.contains(testCase.message), "\(plan.report)")
            #expect(files.texts() == before)
        }
        #expect(files.text(of: "precious") == "precious")
        #expect(files.texts(below: "elsewhere").isEmpty)
    }

    @Test func severalEditsAreToldTogether() {
        let files = filesAfter { files in
            files.put("out/b.tf", Array("mine".utf8))
            files.put("out/a/main.tf", Array("mine".utf8))
        }
        let report = OutputWriter(files: files, folder: "out").write(tree(next), force: false).report
        #expect(
            report == """
                error: 2 files were changed by hand since infragen wrote them [edited-file]
                  note: out/a/main.tf
                  note: out/b.tf
                  help: move the change into a file of your own (out/a/NAME.local.tf), into the spec, or into a \
                template (--templates DIR); --force gives it up

                """)
    }

    @Test func handEditThatEqualsTheNewRenderIsNone() {
        let files = filesAfter { $0.put("out/b.tf", Array("two, changed\n".utf8)) }
        let plan = OutputWriter(files: files, folder: "out").write(tree(next), force: false)
        #expect(!plan.diagnostics.hasErrors)
        #expect(plan.lines.contains("unchanged b.tf"))
    }

    @Test func deletedFileComesBack() {
        let files = filesAfter { _ = $0.removeFile("out/b.tf") }
        let plan = OutputWriter(files: files, folder: "out").write(tree(next), force: false)
        #expect(plan.lines.contains("added b.tf"))
        #expect(files.text(of: "out/b.tf") == "two, changed\n")
    }

    @Test func checkTellsWhatWasChangedByHand() {
        let files = filesAfter { $0.put("out/b.tf", Array("mine".utf8)) }
        let plan = OutputWriter(files: files, folder: "out").check(tree(next))
        #expect(plan.lines.contains("changed b.tf (editedByHand)"))
        #expect(plan.diagnostics.isEmpty)
    }

    @Test func outputFolderItselfMayBeALink() {
        let files = InMemoryFileSystem()
        files.putFolder("real")
        files.putLink("out", to: "real")
        #expect(OutputWriter(files: files, folder: "out").write(tree(next), force: false).diagnostics.isEmpty)
        #expect(files.text(of: "real/b.tf") == "two, changed\n")
    }
}
