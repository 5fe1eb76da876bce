import Testing

@testable import Generator

/// The tree in which each environment has a root of its own.
@Suite struct DirectoryLayoutTests {
    @Test func eachEnvironmentHasARoot() throws {
        let rendering = Rendering(try spec("directories.json"))
        #expect(rendering.messages == "")
        #expect(rendering.text("terraform.tf") == nil)
        for environment in ["dev", "staging", "production"] {
            let folder = "environments/\(environment)"
            #expect(rendering.text("\(folder)/terraform.tf") != nil)
            #expect(rendering.text("\(folder)/terraform.tfvars")?.contains("\"\(environment)\"") == true)
            let backend = rendering.text("\(folder)/backend.tf")
            #expect(backend?.contains("\"\(environment)/infrastructure.tfstate\"") == true)
            #expect(backend?.contains("workspace_key_prefix") == false)
        }
    }

    @Test func structureIsThatOfTheEnvironment() throws {
        let rendering = Rendering(try spec("directories.json"))
        let dev = try #require(rendering.text("environments/dev/region_us_east_1.tf"))
        #expect(!dev.contains("module \"database_us_east_1\""))
        #expect(!dev.contains("_enabled ? 1 : 0"))
        #expect(rendering.text("environments/dev/region_us_west_2.tf") == nil)
        #expect(
            rendering.text("environments/dev/services_us_east_1.tf")?.contains("ecs_service_mail") == true)
        let production = try #require(rendering.text("environments/production/region_us_west_2.tf"))
        #expect(production.contains("module \"database_us_west_2\""))
        #expect(
            rendering.text("environments/staging/terraform.tfvars")?.contains("\"10.9.0.0/16\"") == true)
    }

    /// Every call leads to a folder of the tree, from the root of each environment and from module to module.
    @Test func everyCallLeadsToAModule() throws {
        let rendering = Rendering(try spec("directories.json"))
        let folders = Set(rendering.files.map { TreePath.folder(of: $0.path) })
        var isShared = false
        for file in rendering.files {
            let targets = ModuleSources(file).folders
            #expect(targets.isSubset(of: folders), "\(file.path)")
            isShared = isShared || file.path.hasPrefix("environments/") && targets.contains("modules/kms")
        }
        #expect(isShared)
    }

    @Test func aBackendIsMadeOnce() throws {
        let rendering = Rendering(try spec("directories.json"))
        let roots = rendering.files.map(\.path).filter { $0.hasSuffix("bootstrap/main.tf") }
        #expect(roots == ["bootstrap/main.tf", "environments/production/bootstrap/main.tf"])
        #expect(rendering.text(roots[1])?.contains("\"../../../modules/state-backend\"") == true)
    }

    @Test func modulesThatCallAnotherFollowIt() {
        func root(_ environment: String, alb: String) -> DirectoryLayout.Root {
            DirectoryLayout.Root(
                environment: environment,
                files: [
                    file("main.tf", "module \"a\" {\n  source = \"./modules/app\"\n}\n"),
                    file("modules/alb/main.tf", alb),
                    file("modules/app/main.tf", "module \"b\" {\n  source = \"../alb\"\n}\n"),
                ])
        }
        let layout = DirectoryLayout([
            root("live", alb: "# 1\n"), root("test", alb: "# 2\n"), root("dev", alb: "# 1\n"),
        ])
        let texts = Dictionary(
            uniqueKeysWithValues: layout.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
        #expect(
            texts.keys.sorted() == [
                "environments/dev/main.tf", "environments/live/main.tf", "environments/test/main.tf",
                "environments/test/modules/alb/main.tf", "environments/test/modules/app/main.tf",
                "modules/alb/main.tf", "modules/app/main.tf",
            ])
        #expect(texts["environments/dev/main.tf"]?.contains("\"../../modules/app\"") == true)
        #expect(texts["environments/test/main.tf"]?.contains("\"./modules/app\"") == true)
        #expect(texts["environments/test/modules/app/main.tf"]?.contains("\"../alb\"") == true)
    }

    @Test(arguments: [
        (target: "modules/vpc", from: "", address: "./modules/vpc"),
        (target: "modules/vpc", from: "environments/dev", address: "../../modules/vpc"),
        (target: "environments/dev/modules/vpc", from: "environments/dev", address: "./modules/vpc"),
        (target: "modules/alb", from: "modules/application", address: "../alb"),
    ])
    func addressesLeadBothWays(target: String, from: String, address: String) {
        #expect(TreePath.address(of: target, from: from) == address)
        #expect(TreePath.folder(at: address, from: from) == target)
    }

    @Test(arguments: ["hashicorp/x/aws", "/etc", "../../.."])
    func otherAddressesAreNoFolders(address: String) {
        #expect(TreePath.folder(at: address, from: "modules") == nil)
    }

    private func file(_ path: String, _ text: String) -> RenderedFile {
        RenderedFile(path: path, bytes: Array(text.utf8), template: "")
    }
}
