import Diagnostics
import Files
import OutputFolder
import Testing

/// Disks that are full, read-only or break in the middle.
@Suite struct FaultTests {
    let old = ["a/main.tf": "one\n", "b.tf": "two\n", "gone/main.tf": "three\n"]
    let new = ["a/main.tf": "one, changed\n", "b.tf": "two, changed\n", "c/d/main.tf": "four\n"]

    @Test func fullDiskChangesNothing() {
        for room in stride(from: 0, to: 400, by: 7) {
            let files = filesWithTree(old)
            let before = files.texts()
            files.freeBytes = room
            let plan = OutputWriter(files: files, folder: "out").write(tree(new), force: false)
            if plan.diagnostics.isEmpty { continue }
            #expect(plan.report.contains("no space left on the disk"))
            #expect(plan.report.contains("help: nothing was written"))
            #expect(files.texts() == before)
            #expect(!files.exists("out/c"))
        }
    }

    @Test func readOnlyDiskChangesNothing() {
        let files = filesWithTree(old)
        let before = files.texts()
        files.isReadOnly = true
        let writer = OutputWriter(files: files, folder: "out")
        #expect(writer.write(tree(new), force: true).report.contains("the file system is read-only"))
        #expect(files.texts() == before)
        #expect(writer.write(tree(old), force: false).isInSync)
        #expect(writer.check(tree(new)).diagnostics.isEmpty)
        let elsewhere = OutputWriter(files: files, folder: "elsewhere").write(tree(new), force: false)
        #expect(
            elsewhere.report.contains("cannot make the folder \"elsewhere\": the file system is read-only"))
    }

    @Test func everyFileIsWholeWhicheverChangeFails() {
        for count in 0..<40 {
            let files = filesWithTree(old)
            files.changesUntilFault = count
            let plan = OutputWriter(files: files, folder: "out").write(tree(new), force: false)
            for (path, text) in files.texts(below: "out") where !path.hasSuffix(".infragen-new") {
                if path == ".infragen/manifest.json" { continue }
                #expect(text == old[path] || text == new[path])
            }
            // Once the disk is well again, the next run finishes the work without force.
            files.changesUntilFault = Int.max
            let writer = OutputWriter(files: files, folder: "out")
            let repaired = writer.write(tree(new), force: false)
            #expect(repaired.diagnostics.isEmpty, "after \(count) changes: \(plan.report)\(repaired.report)")
            #expect(writer.check(tree(new)).isInSync)
            #expect(files.texts(below: "out").count == new.count + 1)
        }
    }

    @Test(arguments: ["out", "out/below"])
    func outputPathThatIsAFile(folder: String) {
        let files = InMemoryFileSystem(["out": "mine"])
        let writer = OutputWriter(files: files, folder: folder)
        let plan = writer.write(tree(new), force: true)
        #expect(plan.diagnostics.hasErrors)
        #expect(files.texts() == ["out": "mine"])
        #expect(files.changes.isEmpty)
        #expect(!writer.check(tree(new)).isInSync)
    }

    @Test func lockedFolderIsLeftAlone() {
        let files = filesWithTree(old)
        files.lockedFolders = ["/out"]
        let plan = OutputWriter(files: files, folder: "out").write(tree(new), force: true)
        #expect(plan.report.contains("cannot lock \"out\": another infragen is at work in it"))
        #expect(files.text(of: "out/b.tf") == "two\n")
    }
}
