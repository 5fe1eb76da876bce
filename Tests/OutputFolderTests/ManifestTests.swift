import Diagnostics
import Files
import OutputFolder
import Testing

/// A manifest that is gone, broken or made up.
@Suite struct ManifestTests {
    let old = ["a.tf": "one\n", "b.tf": "two\n"]
    let manifest = "out/.infragen/manifest.json"

    func filesWithManifest(_ change: (String) -> String) -> InMemoryFileSystem {
        let files = filesWithTree(old)
        files.put(manifest, Array(change(files.text(of: manifest) ?? "").utf8))
        return files
    }

    @Test func withoutManifestEqualFilesAreAdopted() {
        let files = filesWithTree(old)
        _ = files.removeFile(manifest)
        let writer = OutputWriter(files: files, folder: "out")
        #expect(writer.check(tree(old)).manifestChange?.kind == .added)
        #expect(!writer.check(tree(old)).isInSync)
        #expect(writer.write(tree(old), force: false).diagnostics.isEmpty)
        #expect(writer.check(tree(old)).isInSync)
    }

    @Test func withoutManifestOtherFilesAreForeign() {
        let files = filesWithTree(old)
        _ = files.removeFile(manifest)
        let plan = OutputWriter(files: files, folder: "out").write(tree(["a.tf": "new\n"]), force: false)
        #expect(plan.lines == ["changed a.tf (foreignFile)"])
        #expect(plan.diagnostics.hasErrors)
    }

    @Test func bothSidesOfAMergeConflictCount() {
        let files = filesWithManifest { text in
            let line = text.split(separator: "\n").first { $0.contains("b.tf") } ?? ""
            let other = line.replacing("b.tf", with: "c.tf")
            return text.replacing(line + "\n", with: "<<<<<<< HEAD\n\(line)\n=======\n\(other)\n>>>>>>> x\n")
        }
        files.put("out/c.tf", Array("two\n".utf8))
        let plan = OutputWriter(files: files, folder: "out").write(tree(["a.tf": "new\n"]), force: false)
        #expect(plan.lines == ["changed a.tf", "removed b.tf", "removed c.tf"])
        #expect(plan.diagnostics.isEmpty)
        #expect(files.text(of: manifest)?.contains("<<<") == false)
    }

    @Test(arguments: ["", "garbage", "[]", "{\"version\": 1}", "\u{0}\u{1}"])
    func brokenManifestIsAWarningAndWrittenAnew(text: String) {
        let files = filesWithManifest { _ in text }
        let writer = OutputWriter(files: files, folder: "out")
        let plan = writer.write(tree(old), force: false)
        #expect(plan.report.hasPrefix("\(manifest): warning: the manifest cannot be read in full"))
        #expect(!plan.diagnostics.hasErrors)
        #expect(writer.check(tree(old)).isInSync)
    }

    @Test func truncatedManifestStillProvesWhatItNames() {
        let files = filesWithManifest { text in
            text.split(separator: "\n").prefix { !$0.contains("b.tf") }.joined(separator: "\n")
        }
        let plan = OutputWriter(files: files, folder: "out").check(tree(["a.tf": "new\n", "b.tf": "new\n"]))
        #expect(plan.lines == ["changed a.tf", "changed b.tf (foreignFile)"])
    }

    @Test func newerManifestIsNotTouched() {
        let files = filesWithManifest { $0.replacing("\"version\": 1", with: "\"version\": 2") }
        let plan = OutputWriter(files: files, folder: "out").write(tree(["a.tf": "new\n"]), force: true)
        #expect(plan.report.contains("the tree was written by a newer infragen (manifest version 2)"))
        #expect(files.text(of: "out/a.tf") == "one\n")
    }

    @Test func manifestCannotNamePathsOutside() {
        let digest = SHA256(Array("precious".utf8)).hexadecimal
        let files = filesWithManifest {
            $0.replacing(
                "\"a.tf\"",
                with:
                    "\"../precious\": \"\(digest)\", \"/precious\": \"\(digest)\", \"link/precious\": \"\(digest)\", \"a.tf\""
            )
        }
        files.put("precious", Array("precious".utf8))
        files.putLink("out/link", to: "..")
        let plan = OutputWriter(files: files, folder: "out").write(tree(old), force: true)
        #expect(plan.report.contains("note: \"../precious\""))
        #expect(files.text(of: "precious") == "precious")
    }

    @Test func digestThatAPersonMadeUpProvesNothing() {
        let files = filesWithManifest { text in text.replacing("2c8b", with: "0000") }
        let plan = OutputWriter(files: files, folder: "out").check(tree(["a.tf": "new\n", "b.tf": "two\n"]))
        #expect(plan.lines == ["changed a.tf (editedByHand)", "unchanged b.tf"])
    }
}
