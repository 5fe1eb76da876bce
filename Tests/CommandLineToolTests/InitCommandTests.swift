import Files
import TemplateLibrary
import Testing

@testable import CommandLineTool

@Suite struct InitCommandTests {
    let files: InMemoryFileSystem
    let world: TestWorld

    init() {
        files = InMemoryFileSystem(currentFolder: "/home/shop")
        files.putFolder("/home/shop")
        world = TestWorld(
            files: files,
            shippedTemplates: {
                [
                    ("scaffold/minimal.json", "{\n  \"project\": \"demo\", \"regions\": []\n}\n"),
                    ("scaffold/spec.json", "{ \"project\": \"sample\", \"all\": true }\n"),
                    ("scaffold/gitignore", ".terraform/\n"),
                    ("scaffold/pre-commit-config.yaml", "repos: []\n"),
                    ("scaffold/README.md", "# {{ project }}\n"), ("vpc/main.tf.tmpl", ""),
                    ("scaffold/src/Dockerfile", "FROM x\n"), ("scaffold/src/index.html", "{{ project }}\n"),
                    ("scaffold/src/nginx.conf", "events {}\n"), ("scaffold/src/picture.svg", "<svg/>\n"),
                    ("scaffold/ci/github.yml", "on: push\n"), ("scaffold/ci/Jenkinsfile", "pipeline {}\n"),
                ]
            })
    }

    @Test func startsAProjectInTheCurrentFolder() {
        let run = world.run("init")
        #expect(run.exitCode == .done)
        #expect(
            run.output == """
                added      spec.json
                added      .gitignore
                added      .pre-commit-config.yaml
                added      README.md
                added      src/Dockerfile
                added      src/index.html
                added      src/nginx.conf
                added      src/picture.svg

                Next:
                  1. say in spec.json what you want
                  2. infragen render
                  3. infragen hook install   (or: pre-commit install)

                """)
        #expect(
            files.texts(below: "/home/shop") == [
                "spec.json": "{\n  \"project\": \"shop\", \"regions\": []\n}\n",
                ".gitignore": ".terraform/\n",
                ".pre-commit-config.yaml": "repos: []\n", "README.md": "# shop\n",
                "src/Dockerfile": "FROM x\n", "src/index.html": "shop\n", "src/nginx.conf": "events {}\n",
                "src/picture.svg": "<svg/>\n",
            ])
    }

    @Test(arguments: [
        ("init my-shop", "my-shop/spec.json", "\"my-shop\""),
        ("init My_Shop.2", "My_Shop.2/spec.json", "\"my-shop-2\""),
        ("init 1st", "1st/spec.json", "\"demo\""), ("init aws-thing", "aws-thing/spec.json", "\"demo\""),
        ("init a/b/cart", "a/b/cart/spec.json", "\"cart\""),
        ("init --project till x", "x/spec.json", "\"till\""),
        ("init ..", "../spec.json", "\"home\""),
        ("init --sample", "spec.json", "{ \"project\": \"shop\", \"all\""),
    ])
    func folderAndName(line: String, path: String, text: String) {
        let run = world.run(line)
        #expect(run.exitCode == .done, "\(run.errors)")
        #expect(files.text(of: path)?.contains(text) == true)
    }

    @Test func nothingIsOverwritten() {
        let source = ["Dockerfile", "index.html", "nginx.conf", "picture.svg"].map { "src/" + $0 }
        for name in ["README.md", ".gitignore", ".pre-commit-config.yaml"] + source {
            files.put(name, Array("mine".utf8))
        }
        files.putLink("spec.json", to: "nowhere")
        let run = world.run("init")
        #expect(run.exitCode == .done)
        #expect(run.output.hasPrefix("left alone spec.json\nleft alone .gitignore\n"))
        #expect(run.output.contains(".pre-commit-config.yaml is yours: add the hook"))
        #expect(run.output.contains(".gitignore is yours: see that it names .terraform/"))
        #expect(files.changes.isEmpty)
    }

    @Test(arguments: [("github", ".github/workflows/infrastructure.yml"), ("jenkins", "Jenkinsfile")])
    func checksOfTheRepository(system: String, path: String) {
        #expect(world.run("init --ci \(system)").exitCode == .done)
        #expect(files.text(of: path) != nil)
        #expect(files.texts(below: "/home/shop").count == 9)
    }

    @Test(arguments: ["a", "Shop", "1shop", "shop_", "awsome", "a-name-that-is-too-long", "ecsy", ""])
    func illegalNames(name: String) {
        let run = world.run(["init", "--project=" + name])
        #expect(run.exitCode == .failed)
        #expect(files.changes.isEmpty)
    }

    @Test func fullDiskLeavesNothing() {
        for room in 0..<60 {
            let files = InMemoryFileSystem()
            files.freeBytes = room
            var world = world
            world.files = files
            let run = world.run("init new/shop")
            #expect(run.exitCode == .failed)
            #expect(run.errors.contains("no space left on the disk"))
            #expect(!files.exists("new"))
        }
    }

    @Test func fileInThePlaceOfTheFolder() {
        files.put("taken", [])
        #expect(world.run("init taken").errors.contains("\"taken\" is not a folder"))
        #expect(world.run("init taken/below").exitCode == .failed)
        #expect(files.changes.isEmpty)
    }

    @Test(arguments: [false, true])
    func shippedScaffoldIsWhole(isSample: Bool) throws {
        let texts = Dictionary(ShippedTemplates.files.map { ($0.path, $0.text) }) { first, _ in first }
        let files = Scaffold(texts: texts).files(project: "shop", isSample: isSample)
        let made = try #require(files)
        #expect(
            made.map(\.path) == [
                "spec.json", ".gitignore", ".pre-commit-config.yaml", "README.md", "src/Dockerfile",
                "src/index.html", "src/nginx.conf", "src/picture.svg",
            ])
        for file in made {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains("{{"), "\(file.path)")
            if file.path == "spec.json" { #expect(text.contains("\"project\": \"shop\"")) }
        }
    }
}
