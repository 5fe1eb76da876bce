import CommandLineTool
import Files
import Testing

@testable import CommandLineTool

@Suite struct CostCommandTests {
    private func run(_ spec: String, _ line: String = "cost") -> TestRun {
        let files = InMemoryFileSystem()
        files.put("spec.json", Array(spec.utf8))
        return TestWorld(files: files).run(line)
    }

    private let spec = """
        {
          "project": "demo", "regions": [{ "name": "us-west-2" }], "database": { "mode": "standalone" },
          "cost": { "monthly_limit_usd": 400 },
          "services": { "web": {
            "image_repository": "public.ecr.aws/demo/web", "cpu": 512, "memory": 1024, "desired_count": 3,
            "routing": { "default": true }, "autoscaling": { "enabled": false }
          } }
        }
        """

    /// 2 x 0.045 x 730, 0.0225 x 730, 3 x (0.5 x 0.04048 + 0.004445) x 730.
    @Test func everyPartIsPricedByTheHour() {
        let run = run(spec, "cost --environment production")
        #expect(run.exitCode == .done, "\(run.errors)")
        #expect(
            run.output.hasPrefix(
                """
                production (us-west-2): 136.19 USD a month
                  us-west-2  NAT gateway       2       65.70
                  us-west-2  load balancer     1       16.43
                  us-west-2  service "web"     3       54.06
                  not estimated: databases, load balancer capacity units (0.008 USD an hour), data sent out (0.09 USD a \
                GB), logs, storage and requests
                  budget: 400.00 USD (34 % of it estimated)

                """), "\(run.output)")
        #expect(run.output.contains("Savings Plans"))
    }

    /// One NAT gateway and Spot tasks, as the preset of dev has them.
    @Test func environmentsHavePricesOfTheirOwn() {
        let run = run(spec)
        #expect(run.output.contains("dev (us-west-2): 65.49 USD a month"), "\(run.output)")
        #expect(run.output.contains("staging (us-west-2): "))
    }

    @Test(arguments: [
        ("cost --environment prodction", "did you mean \"production\"?"),
        ("cost nowhere.json", "name your spec"),
    ])
    func mistakes(line: String, help: String) {
        let run = run(spec, line)
        #expect(run.exitCode == .failed)
        #expect(run.errors.contains(help), "\(run.errors)")
    }

    @Test func aSpecWithErrorsHasNoPrice() {
        let run = run("{ \"project\": \"demo\" }")
        #expect(run.exitCode == .failed)
        #expect(run.output == "")
        #expect(run.errors.contains("regions"))
    }

    @Test(arguments: [(0.0, "0.00"), (0.005, "0.01"), (12.3, "12.30"), (1999.999, "2000.00")])
    func amounts(amount: Double, text: String) { #expect(CostReport.dollars(amount) == text) }
}
