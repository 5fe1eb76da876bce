import CommandLineTool
import Files
import Testing

@Suite struct ExplainCommandTests {
    @Test(arguments: ["edited-file", "[edited-file]", "unknown-field", "tree-out-of-date"])
    func explainsARule(id: String) {
        let run = TestWorld().run("explain " + id)
        #expect(run.exitCode == .done)
        #expect(run.output.contains(" (error): "))
    }

    @Test func warningsSayHowToAcceptThem() throws {
        let list = TestWorld().run("explain")
        #expect(list.exitCode == .done)
        let lines = list.output.split(separator: "\n")
        #expect(lines.count > 80)
        let ids = lines.compactMap { $0.split(separator: " ").dropFirst().first }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
        for warning in lines where warning.hasPrefix("warning") && !warning.contains("manifest") {
            let id = try #require(warning.split(separator: " ").dropFirst().first)
            let text = TestWorld().run("explain \(id)").output
            let ways = ["\"ignore\": [\"\(id)\"]", "# infragen:ignore \(id) and why", "Name it *.local.tf"]
            #expect(ways.contains { text.contains($0) }, "\(text)")
        }
    }

    @Test func unknownRule() {
        let run = TestWorld().run("explain edited-fiel")
        #expect(run.exitCode == .failed)
        #expect(run.errors.contains("there is no rule \"edited-fiel\""))
        #expect(run.errors.contains("did you mean \"edited-file\"?"))
    }

    private static let spec = """
        {
          "project": "demo",
          "regions": [{ "name": "us-west-2" }, { "name": "us-east-1" }],
          "environments": {
            "dev": { "overrides": { "services": { "*": { "cpu": 512, "memory": 1024 } } } },
            "production": {}
          },
          "dns": { "zone": "example.com" },
          "services": {
            "web": { "image_repository": "a/b", "routing": { "default": true }, "port": 80 }
          }
        }
        """

    private static func explained(_ subject: String) -> TestRun {
        TestWorld(files: InMemoryFileSystem(["spec.json": Self.spec])).run("explain " + subject)
    }

    /// Every place that a value can come from.
    @Test(arguments: [
        (
            subject: "spec.json#/services/web/cpu",
            lines: [
                "services.web.cpu: CPU units of a task; 1024 are one vCPU",
                "  spec.json   256  default",
                "  dev         512  spec.json:5:57, overrides of dev",
                "  production  256  default",
            ]
        ),
        (
            subject: "#/services/web/desired_count --env dev",
            lines: [
                "services.web.desired_count: tasks in each region; the initial number where the service is scaled",
                "  dev  1  preset of dev",
            ]
        ),
        (
            subject: "spec.json#/services/web/port --env production",
            lines: [
                "services.web.port: port the container listens on", "  production  80  spec.json:10:81",
            ]
        ),
        (
            subject: "spec.json#/dns/domain -e dev",
            lines: [
                "dns.domain: the zone or a name in it; {domain} in hosts and names stands for it",
                "  dev  \"dev.example.com\"  default: dns.zone in production and for a lone environment, "
                    + "else <environment>.<dns.zone>",
            ]
        ),
        (
            subject: "spec.json#/regions/us-east-1/role -e production",
            lines: [
                "regions[1].role: which region serves and which takes over",
                "  production  \"secondary\"  default: primary for the first region",
            ]
        ),
    ])
    func tellsWhereAValueComesFrom(subject: String, lines: [String]) {
        let run = Self.explained(subject)
        #expect(run.errors == "")
        #expect(run.output == lines.map { $0 + "\n" }.joined())
    }

    @Test func aSectionShowsItsFields() {
        let run = Self.explained("spec.json#/services/web/deployment --env production")
        #expect(run.output.split(separator: "\n").count == 6)
    }

    @Test(arguments: [
        (
            subject: "spec.json#/services/wob", message: "services has no \"wob\"",
            help: "did you mean \"web\"?"
        ),
        (
            subject: "spec.json#/services/web/cpu --env prodction",
            message: "the spec has no environment \"prodction\"", help: "did you mean \"production\"?"
        ),
        (subject: "other.json#/services", message: "other.json", help: ""),
    ])
    func whatIsNotThereIsTold(subject: String, message: String, help: String) {
        let run = Self.explained(subject)
        #expect(run.exitCode == .failed)
        #expect(run.errors.contains(message) && run.errors.contains(help), "\(run.errors)")
    }
}
