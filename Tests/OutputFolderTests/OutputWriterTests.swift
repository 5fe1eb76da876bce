import Diagnostics
import Files
import OutputFolder
import Testing

/// A tree of files with texts.
func tree(_ texts: [String: String]) -> [OutputFile] {
    texts.map { OutputFile(path: $0.key, bytes: Array($0.value.utf8)) }
}

/// A file system that holds what infragen wrote for a tree into `out`.
func filesWithTree(_ texts: [String: String]) -> InMemoryFileSystem {
    let files = InMemoryFileSystem()
    _ = OutputWriter(files: files, folder: "out").write(tree(texts), force: false)
    return files
}

extension OutputPlan {
    /// The changes in short: `added a`, `changed b (foreignFile)`.
    var lines: [String] {
        changes.map { change in
            "\(change.kind) \(change.path)" + (change.protection.map { " (\($0))" } ?? "")
        }
    }

    /// The diagnostics as a user reads them.
    var report: String { diagnostics.map { $0.text(in: SourceMap()) }.joined() }
}

@Suite struct OutputWriterTests {
    let first = ["main.tf": "one\n", "modules/vpc/main.tf": "two\n"]

    @Test func firstRenderWritesFilesAndManifest() {
        let files = InMemoryFileSystem()
        let plan = OutputWriter(files: files, folder: "out").write(tree(first), force: false)
        #expect(plan.lines == ["added main.tf", "added modules/vpc/main.tf"])
        #expect(plan.diagnostics.isEmpty)
        #expect(files.text(of: "out/modules/vpc/main.tf") == "two\n")
        #expect(
            files.text(of: "out/.infragen/manifest.json") == """
                {
                  "about": "Files that `infragen render` wrote, with SHA-256. Commit it with them; do not edit.",
                  "version": 1,
                  "files": {
                    "main.tf": "2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806",
                    "modules/vpc/main.tf": "27dd8ed44a83ff94d557f9fd0412ed5a8cbca69ea04922d88c01184a07300a5a"
                  }
                }

                """)
        #expect(files.texts(below: "out").count == 3)
    }

    @Test func secondRenderChangesNothing() {
        let files = filesWithTree(first)
        let before = files.changes
        let plan = OutputWriter(files: files, folder: "out").write(tree(first), force: false)
        #expect(plan.isInSync)
        #expect(files.changes == before)
    }

    @Test func changedAddedAndRemovedFiles() {
        let files = filesWithTree(first)
        let second = ["main.tf": "new\n", "modules/alb/main.tf": "three\n"]
        let writer = OutputWriter(files: files, folder: "out")
        let expected = ["changed main.tf", "added modules/alb/main.tf", "removed modules/vpc/main.tf"]
        #expect(writer.check(tree(second)).lines == expected)
        #expect(!writer.check(tree(second)).isInSync)
        #expect(writer.write(tree(second), force: false).lines == expected)
        #expect(writer.check(tree(second)).isInSync)
        #expect(files.texts(below: "out").keys.sorted() == [".infragen/manifest.json"] + second.keys.sorted())
        #expect(!files.exists("out/modules/vpc"))
    }

    @Test func onlyEmptyFoldersGo() {
        let files = filesWithTree(first)
        files.put("out/modules/vpc/mine.local.tf", [])
        let plan = OutputWriter(files: files, folder: "out").write(tree(["main.tf": "one\n"]), force: false)
        #expect(plan.lines == ["unchanged main.tf", "removed modules/vpc/main.tf"])
        #expect(files.texts(below: "out/modules").keys.sorted() == ["vpc/mine.local.tf"])
    }

    @Test func checkChangesNothing() {
        let files = filesWithTree(first)
        let before = files.changes
        _ = OutputWriter(files: files, folder: "out").check(tree(["main.tf": "new\n"]))
        _ = OutputWriter(files: files, folder: "elsewhere").check(tree(first))
        #expect(files.changes == before)
        #expect(!files.exists("elsewhere"))
    }

    @Test func writingKeepsPermissions() throws {
        let files = filesWithTree(["run.sh": "one\n"])
        _ = files.setPermissions(0o755, of: "out/run.sh")
        _ = OutputWriter(files: files, folder: "out").write(tree(["run.sh": "two\n"]), force: false)
        #expect(try files.status(of: "out/run.sh").get().permissions == 0o755)
    }

    @Test func leftoversOfAKilledRunAreReplaced() {
        let files = filesWithTree(first)
        files.put("out/.main.tf.infragen-new", Array("half".utf8))
        let plan = OutputWriter(files: files, folder: "out").write(tree(["main.tf": "new\n"]), force: false)
        #expect(plan.diagnostics.isEmpty)
        #expect(files.texts(below: "out").keys.sorted() == [".infragen/manifest.json", "main.tf"])
    }

    @Test(arguments: ["../main.tf", "/etc/passwd", "a//b", "", ".infragen/manifest.json"])
    func pathsOutOfTheFolderAreErrors(path: String) {
        let files = InMemoryFileSystem()
        let plan = OutputWriter(files: files, folder: "out").write(tree([path: "x"]), force: true)
        #expect(plan.report.contains("cannot be a file of the output folder"))
        #expect(files.texts().isEmpty)
        #expect(!files.exists("out"))
    }

    @Test func fileAndFolderOfOneNameAreAnError() {
        let plan = OutputWriter(files: InMemoryFileSystem(), folder: "out")
            .write(tree(["a": "x", "a/b": "y"]), force: true)
        #expect(plan.report.contains("\"a\" is rendered as a file and as a folder"))
    }

    @Test func surplusFilesAreFoundInRenderedFolders() {
        let files = filesWithTree(first)
        let mine = [
            "out/extra.tf", "out/modules/vpc/extra.tf.json", "out/modules/vpc/my.local.tf", "out/notes.txt",
            "out/modules/own/main.tf", "out/.terraform/modules/x.tf", "out/terraform.tfvars",
        ]
        for path in mine { files.put(path, []) }
        let writer = OutputWriter(files: files, folder: "out")
        #expect(writer.check(tree(first)).surplus.map(\.text) == ["extra.tf", "modules/vpc/extra.tf.json"])
        #expect(!writer.check(tree(first)).isInSync)
        _ = writer.write(tree(first), force: true)
        for path in mine { #expect(files.exists(path)) }
    }
}
