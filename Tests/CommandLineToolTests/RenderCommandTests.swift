import CommandLineTool
import Files
import Testing

@Suite struct RenderCommandTests {
    let spec = "file main.tf one\nfile modules/vpc/main.tf two\n"

    /// A world with a spec, and what it renders to if asked.
    func world(rendered: Bool = false, _ spec: String? = nil) -> (TestWorld, InMemoryFileSystem) {
        let files = InMemoryFileSystem(["spec.json": spec ?? self.spec])
        let world = TestWorld(files: files)
        if rendered { #expect(world.run("render").exitCode == .done) }
        return (world, files)
    }

    @Test func tellsEveryFileThatItWritesAndCountsTheRest() {
        let (world, files) = world()
        #expect(
            world.run("render").output == """
                added     modules-out/main.tf
                added     modules-out/modules/vpc/main.tf
                modules-out: 2 added in 0.0 ms

                """)
        #expect(world.run("render").output == "modules-out: 2 unchanged in 0.0 ms\n")
        files.put("spec.json", Array("file main.tf new\nfile b.tf three\nfile c.tf four\n".utf8))
        #expect(
            world.run("render spec.json").output == """
                added     modules-out/b.tf
                added     modules-out/c.tf
                changed   modules-out/main.tf
                removed   modules-out/modules/vpc/main.tf
                modules-out: 2 added, 1 changed, 1 removed in 0.0 ms

                """)
        #expect(world.run("render -q") == TestRun(exitCode: .done, output: "", errors: ""))
    }

    @Test(arguments: [
        ("render", "", "modules-out"), ("render", "output infra/tf", "infra/tf"),
        ("render --out given", "output infra", "given"), ("render -ogiven", "", "given"),
        ("render sub/spec.json", "", "sub/modules-out"),
        ("render sub/spec.json", "output ../tf", "sub/../tf"),
        ("render sub/spec.json --out=given", "", "given"), ("render /sub/spec.json", "", "/sub/modules-out"),
    ])
    func outputFolder(line: String, setting: String, folder: String) {
        let text = "file main.tf one\n" + setting
        let files = InMemoryFileSystem(["spec.json": text, "sub/spec.json": text])
        let run = TestWorld(files: files).run(line)
        #expect(run.output.hasSuffix("\(folder): 1 added in 0.0 ms\n"))
        #expect(files.text(of: folder + "/main.tf") == "one\n")
    }

    @Test func readsTheSpecFromStandardInput() {
        let files = InMemoryFileSystem()
        let run = TestWorld(files: files, input: "file main.tf one\nwarning careful").run("render -")
        #expect(run.exitCode == .done)
        #expect(run.errors.hasPrefix("<stdin>:2:1: warning: careful [said-so]\n"))
        #expect(files.text(of: "modules-out/main.tf") == "one\n")
    }

    @Test func ownTemplatesAreHandedToTheRenderer() {
        let (world, files) = world()
        for path in ["vpc/main.tf.tmpl", "own/module.json", "README.md", ".hidden/x.tmpl"] {
            files.put("mine/" + path, Array(path.utf8))
        }
        let run = world.run("render --templates mine")
        #expect(run.exitCode == .done)
        #expect(files.text(of: "modules-out/vpc/main.tf.tmpl") == "vpc/main.tf.tmpl")
        #expect(files.text(of: "modules-out/own/module.json") == "own/module.json")
        #expect(files.texts(below: "modules-out").count == 5)
    }

    @Test func emptyTemplateFolderIsAWarning() {
        let (world, files) = world()
        files.putFolder("mine")
        let run = world.run("render --templates mine")
        #expect(run.exitCode == .done)
        #expect(run.errors.hasPrefix("warning: no template stands in \"mine\""))
    }

    @Test func errorsWriteNothing() {
        let (world, files) = world(spec + "error broken\nwarning careful\n")
        let run = world.run("render")
        #expect(run.exitCode == .failed)
        #expect(run.output.isEmpty)
        #expect(
            run.errors == """
                spec.json:3:1: error: broken [said-so]
                  error broken
                  ^^^^^^^^^^^^
                spec.json:4:1: warning: careful [said-so]
                  warning careful
                  ^^^^^^^^^^^^^^^
                1 error, 1 warning

                """)
        #expect(files.changes.isEmpty)
        #expect(world.run("render --check").exitCode == .failed)
    }

    @Test func strictTakesWarningsForErrors() {
        let (world, files) = world("file main.tf one\nwarning careful\n")
        let run = world.run("render --strict")
        #expect(run.exitCode == .failed)
        #expect(run.errors.contains("spec.json:2:1: error: careful [said-so]"))
        #expect(files.changes.isEmpty)
    }

    @Test func handEditsStopTheRenderUntilForced() {
        let (world, files) = world(rendered: true)
        files.put("modules-out/main.tf", Array("mine\n".utf8))
        let run = world.run("render")
        #expect(run.exitCode == .failed)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("\"modules-out/main.tf\" was changed by hand since infragen wrote it"))
        #expect(files.text(of: "modules-out/main.tf") == "mine\n")
        let forced = world.run("render --force")
        #expect(forced.exitCode == .done)
        #expect(forced.output.hasPrefix("changed   modules-out/main.tf (by force)\n"))
        #expect(files.text(of: "modules-out/main.tf") == "one\n")
    }

    @Test func surplusFilesAreAWarning() {
        let (world, files) = world(rendered: true)
        files.put("modules-out/extra.tf", [])
        let run = world.run("render")
        #expect(run.exitCode == .done)
        #expect(
            run.errors.hasPrefix("warning: \"modules-out/extra.tf\" is not rendered, but Terraform reads it"))
    }

    @Test(arguments: [
        ("render none.json", "cannot read \"none.json\": no such file or folder", "infragen init"),
        ("render folder", "cannot read \"folder\": it is a folder", "infragen render folder/spec.json"),
        ("render big.json", "cannot read \"big.json\": it is longer than 16 MB", ""),
        ("render secret.json", "cannot read \"secret.json\": permission denied", ""),
        ("render --out taken", "the output folder \"taken\" is not a folder", "choose another folder"),
        ("render --out taken/below", "cannot make the folder \"taken\"", "nothing was written"),
        ("render --templates none", "cannot read \"none\": no such file or folder", ""),
        ("render --check --force", "\"--check\" writes nothing", "leave one of them out"),
        ("render --staged", "\"--staged\" only makes sense with \"--check\"", "add --check"),
        ("render --check --staged", "git knows no repository", "--staged works in a git repository only"),
        ("render --check --staged -", "standard input is not staged in git", "name the spec"),
        ("render --chekc", "unknown option \"--chekc\"", "did you mean \"--check\"?"),
        ("render --out", "option \"--out\" needs a value: --out DIR", "infragen help render"),
        ("render --out a --out b", "option \"--out\" is given twice", "infragen help render"),
        ("render a b", "unexpected argument \"b\"", "infragen help render"),
    ])
    func badInput(line: String, summary: String, help: String) {
        let files = InMemoryFileSystem(["spec.json": spec, "taken": "mine", "secret.json": spec])
        files.putFolder("folder")
        files.put("big.json", [UInt8](repeating: 32, count: 16 << 20 | 1))
        files.unreadablePaths = ["/secret.json"]
        let run = TestWorld(files: files).run(line)
        #expect(run.exitCode == .failed)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(summary), "\(run.errors)")
        #expect(run.errors.contains(help), "\(run.errors)")
        #expect(files.changes.isEmpty)
    }

    @Test(arguments: [true, false])
    func badDisk(isFull: Bool) {
        let (world, files) = world()
        files.isReadOnly = !isFull
        files.freeBytes = 3
        let run = world.run("render")
        #expect(run.exitCode == .failed)
        #expect(run.errors.contains(isFull ? "no space left on the disk" : "the file system is read-only"))
        #expect(files.texts().count == 1)
        #expect(!files.exists("modules-out"))
    }
}
