import CommandLineTool
import Diagnostics
import Files
import Foundation
import JSON
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// A folder with one error and one warning.
private let broken = [
    "/t/main.tf": """
    module "vpc" {
      source = "./vpc"
    }

    locals {
      id = module.vpc.vpc_ip
    }

    """,
    "/t/vpc/main.tf": "output \"vpc_id\" {\n  value = \"x\"\n}\n",
]

private func world(_ files: [String: String]) -> TestWorld {
    TestWorld(files: InMemoryFileSystem(files, currentFolder: "/t"))
}

@Suite struct LintCommandTests {
    @Test func findsAndCounts() {
        let run = world(broken).run("lint")
        #expect(run.exitCode == .outOfDate)
        #expect(
            run.output.contains(
                "main.tf:6:19: error: the module \"vpc\" has no output \"vpc_ip\" [unknown-output]"))
        #expect(run.output.contains("^^^^^^"))
        #expect(run.output.hasSuffix("1 error, 1 warning\n"))
    }

    @Test func cleanFolder() {
        let run = world(["/t/main.tf": "output \"a\" {\n  value = 1\n}\n"]).run("lint .")
        #expect(run.exitCode == .done)
        #expect(run.output == "nothing is wrong in 1 root module\n")
        #expect(world(["/t/main.tf": ""]).run("lint --quiet").output.isEmpty)
    }

    @Test(arguments: [
        ("lint --rule unused-local", 1), ("lint --disable unknown-output --disable unused-local", 0),
        ("lint --rule unused-local --fail-on error", 1),
    ])
    func choosesRules(line: String, count: Int) throws {
        let run = world(broken).run(line + " --format json")
        #expect(try diagnostics(of: run.output).count == count)
        #expect(run.exitCode == (count == 0 || line.contains("--fail-on") ? .done : .outOfDate))
    }

    @Test(arguments: [
        ("lint --rule no-such-rule", "there is no rule"), ("lint missing", "there is no folder \"missing\""),
        ("lint main.tf", "is no folder"), ("lint --format pdf", "--format"),
        ("lint --fail-on never", "--fail-on"),
        ("lint missing.json", "missing.json"), ("lint --explain no-such-rule", "there is no rule"),
    ])
    func badUsage(line: String, message: String) {
        let run = world(broken).run(line)
        #expect(run.exitCode == .failed)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test func emptyFolder() {
        let run = world(["/t/readme.txt": ""]).run("lint")
        #expect(run.exitCode == .failed)
        #expect(run.errors.contains("there is no .tf file"))
    }

    @Test func explains() {
        let run = world([:]).run("lint --explain unknown-output")
        #expect(run.exitCode == .done)
        #expect(run.output.contains("unknown-output (error)") && run.output.contains("X-OUT-01"))
    }

    // MARK: - Settings

    @Test func settings() throws {
        var files = broken
        files["/t/.infragen.json"] = "{\"lint\": {\"disable\": [\"unused-local\"], \"fail_on\": \"error\"}}"
        #expect(world(files).run("lint").output.hasSuffix("1 error\n"))
        files["/t/.infragen.json"] = "{\"lint\": {\"disable\": [\"unknown-output\"], \"fail_on\": \"error\"}}"
        #expect(world(files).run("lint").exitCode == .done)
        #expect(world(files).run("lint --fail-on warning").exitCode == .outOfDate)
    }

    @Test(arguments: [
        ("{\"lint\": {\"disabel\": []}}", "did you mean \"disable\"?"), ("[]", "must be an object"),
        ("{\"lint\": {\"disable\": [\"unused-lokal\"]}}", "did you mean \"unused-local\"?"),
        ("{", "invalid-json"),
        ("{\"lint\": {\"fail_on\": 1}}", "\"fail_on\" is"),
        ("{\"lint\": {\"exclude\": \"a\"}}", "list of strings"),
    ])
    func brokenSettings(text: String, message: String) {
        var files = broken
        files["/t/.infragen.json"] = text
        let run = world(files).run("lint")
        #expect(run.exitCode == .failed)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    // MARK: - Roots

    @Test func severalRoots() throws {
        var files = broken
        files["/t/bootstrap/main.tf"] = "provider \"aws\" {}\n\nlocals {\n  a = var.b\n}\n"
        files["/t/modules/unused/main.tf"] = "locals {\n  a = var.nobody_calls_me\n}\n"
        files["/t/.terraform/modules/x/main.tf"] = "provider \"aws\" {}\n\nlocals {\n  a = var.b\n}\n"
        let places = try diagnostics(
            of: world(files).run("lint --format json --rule undeclared-variable").output)
        #expect(places.map { $0["file"]?.string } == ["bootstrap/main.tf"])
        files["/t/.infragen.json"] = "{\"lint\": {\"exclude\": [\"bootstrap\"]}}"
        #expect(world(files).run("lint --rule undeclared-variable").exitCode == .done)
    }

    @Test func modulesOnTheirOwn() throws {
        let files = [
            "/t/modules/a/main.tf": "locals {\n  a = var.b\n}\n",
            "/t/modules/b/main.tf": "locals {\n  a = var.b\n}\n",
        ]
        let found = try diagnostics(
            of: world(files).run("lint modules --format json --rule undeclared-variable").output)
        #expect(found.map { $0["file"]?.string } == ["a/main.tf", "b/main.tf"])
    }

    @Test func valuesOfEnvironments() {
        var files = [
            "/t/main.tf":
                "variable \"size\" {\n  type = number\n}\n\noutput \"size\" {\n  value = var.size\n}\n"
        ]
        files["/t/environments/dev.tfvars"] = "size = \"many\"\n"
        let run = world(files).run("lint")
        #expect(run.exitCode == .outOfDate)
        #expect(run.output.contains("environments/dev.tfvars:1:8: error: the value does not suit"))
    }

    // MARK: - What cannot be read

    @Test func halfWrittenFile() {
        var files = broken
        files["/t/half.tf"] = "resource \"aws_vpc\" \"this\" {\n  cidr_block = \n"
        let run = world(files).run("lint")
        #expect(run.exitCode == .failed)
        #expect(run.output.contains("half.tf:") && run.output.contains("has no output \"vpc_ip\""))
    }

    @Test func unreadableFile() {
        let files = InMemoryFileSystem(broken, currentFolder: "/t")
        files.put("/t/secret.tf", [])
        files.unreadablePaths = ["/t/secret.tf"]
        let run = TestWorld(files: files).run("lint")
        #expect(run.exitCode == .failed)
        #expect(run.output.contains("secret.tf"))
        #expect(run.output.contains("unreadable-file"))
    }

    @Test func linkLoops() {
        let files = InMemoryFileSystem(
            [
                "/t/main.tf":
                    "module \"a\" {\n  source = \"./loop\"\n}\n\nmodule \"b\" {\n  source = \"./around\"\n}\n"
            ],
            currentFolder: "/t")
        files.putLink("/t/loop", to: "loop")
        files.putLink("/t/around", to: ".")
        let run = TestWorld(files: files).run("lint")
        #expect(run.exitCode == .failed)
        #expect(run.output.contains("main.tf:1:1") && run.output.contains("main.tf:5:1"))
    }

    @Test func sourceThatClimbsOut() {
        let files = InMemoryFileSystem(
            [
                "/r/t/main.tf": "module \"a\" {\n  source = \"../../x\"\n}\n", "/x/main.tf": "",
                "/r/.git/config": "",
            ],
            currentFolder: "/r/t")
        let run = TestWorld(files: files).run("lint")
        #expect(run.exitCode == .failed)
        #expect(run.output.contains("module-missing"))
    }

    @Test func jsonAndOverrides() {
        let files = [
            "/t/main.tf.json": "{\"output\": {\"a\": {\"value\": \"${var.nope}\"}}}",
            "/t/main_override.tf": "output \"a\" {\n  value = local.nope\n}\n",
        ]
        let run = world(files).run("lint")
        #expect(run.exitCode == .outOfDate)
        #expect(run.output.contains("main_override.tf:2:11: error: the local value \"nope\""))
        #expect(!run.output.contains("var.nope"))
    }

    // MARK: - Fixes

    @Test func fixes() {
        let files = InMemoryFileSystem(
            [
                "/t/a/main.tf":
                    "variable \"a\" {\n  type = \"list\"\n}\n\noutput \"a\" {\n  value = var.a\n}\n"
            ],
            currentFolder: "/t")
        #expect(TestWorld(files: files).run("lint a").exitCode == .outOfDate)
        let run = TestWorld(files: files).run("lint a --fix")
        #expect(run.exitCode == .done)
        let text = try? files.read("/t/a/main.tf").get()
        #expect(String(decoding: text ?? [], as: UTF8.self).contains("type = list(string)\n"))
    }

    // MARK: - Reports

    private func diagnostics(of text: String) throws -> [JSONValue] {
        let data = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(data?["version"] as? Int == 1)
        var sources = SourceMap()
        let file = sources.add(path: "report.json", bytes: Array(text.utf8))
        let (value, mistakes) = JSONParser.parse(file, in: sources)
        #expect(mistakes.isEmpty)
        return value?["diagnostics"]?.elements ?? []
    }

    @Test func jsonReport() throws {
        let found = try diagnostics(of: world(broken).run("lint --format json --rule unknown-output").output)
        let first = try #require(found.first)
        #expect(
            first == [
                "rule": "unknown-output", "severity": "error",
                "message": "the module \"vpc\" has no output \"vpc_ip\"",
                "help": "did you mean \"vpc_id\"?", "file": "main.tf", "line": 6, "column": 19, "end_line": 6,
                "end_column": 25, "notes": [],
            ])
    }

    @Test(arguments: ["text", "json", "sarif", "junit", "github"])
    func reportsOfCleanAndBrokenFolders(format: String) throws {
        for files in [broken, ["/t/main.tf": ""]] {
            let run = world(files).run("lint --format \(format)")
            #expect(run == world(files).run("lint --format \(format)"))
            if format == "json" || format == "sarif" {
                _ = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
            }
            if format == "junit" {
                #expect(XMLParser(data: Data(run.output.utf8)).parse())
            }
        }
    }

    @Test func githubReport() {
        let run = world(broken).run("lint ../t --format github --rule unknown-output")
        #expect(
            run.output
                == "::error file=../t/main.tf,line=6,endLine=6,col=19,endColumn=25,title=unknown-output::"
                + "the module \"vpc\" has no output \"vpc_ip\"%0Adid you mean \"vpc_id\"?\n")
    }

    // MARK: - Specs

    @Test func spec() {
        let files = ["/t/spec.json": "file main.tf output \"a\" { value = var.b }\noutput elsewhere\n"]
        let run = world(files).run("lint spec.json")
        #expect(run.exitCode == .outOfDate)
        #expect(run.output.contains("main.tf:1:22: error: the variable \"b\" is not declared"))
        #expect(world(files).run("lint spec.json --fix").exitCode == .failed)
        #expect(world(["/t/spec.json": "error no"]).run("lint spec.json").exitCode == .failed)
    }
}
