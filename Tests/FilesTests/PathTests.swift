import Files
import Testing

@Suite struct PathTests {
    @Test(arguments: [
        ("a/b", "a"), ("a", "."), ("/a", "/"), ("/", "/"), ("a/b/", "a"), ("a//b", "a"), (".", ".."),
        ("./a", "."),
    ])
    func parentOfAPath(path: String, parent: String) { #expect(parentPath(of: path) == parent) }

    @Test(arguments: [
        ("a", "b", "a/b"), ("a/", "b", "a/b"), ("", "b", "b"), (".", "b", "b"), ("a", "/b", "/b"),
        ("a", "", "a"),
        ("a", ".", "a"), ("/", "b", "/b"),
    ])
    func joined(folder: String, path: String, expected: String) {
        #expect(joinedPath(folder, path) == expected)
    }

    @Test(arguments: ["", "/", "/a", "..", "../a", "a/../b", "a//b", "a/", ".", "./a", "a\nb", "a/\0"])
    func pathsThatLeaveTheFolderAreNone(path: String) { #expect(RelativePath(path) == nil) }

    @Test(arguments: ["a", "a/b", "..a", "a..b/c", ".infragen/manifest.json", "ä/ö"])
    func pathsThatStayAreKept(path: String) { #expect(RelativePath(path)?.text == path) }

    @Test func foldersOfAPath() {
        let path = RelativePath("a/b/c.tf")
        #expect(path?.folders.map(\.text) == ["a", "a/b"])
        #expect(path?.name == "c.tf")
        #expect(path?.below("out") == "out/a/b/c.tf")
    }
}
