import Diagnostics
import Foundation
import JSON
import Spec
import TestSupport
import Testing

@Suite struct SpecReaderTests {
    @Test func completeExampleReads() throws {
        let result = read(try scaffold("spec.json"))
        #expect(texts(result) == [])
        let spec = try #require(result.reading.base)
        #expect(spec.services.map(\.name) == ["admin", "api", "web"])
        #expect(spec.completed["services"]?["api"]?["desired_count"]?.int == 2)
        #expect(spec.completed["cdn"]?["dynamic_paths"] == ["/api/*"])
        #expect(result.reading.environments.map(\.name) == ["dev", "staging", "production"])
        #expect(result.reading.environments.map(\.shortName) == ["dev", "stg", "prod"])
        let dev = try #require(result.reading.environments.first)
        #expect(dev.regions == ["us-east-1"])
        #expect(dev.spec.service("web")?.canary?.isEnabled == false)
        #expect(dev.spec.service("web")?.canary?.percentage == 15)
        #expect(dev.spec.service("api")?.strategy.keys.sorted() == ["FARGATE_SPOT"])
        #expect(dev.spec.regions.allSatisfy { $0.network.singleNATGateway })
    }

    @Test func minimalExampleReads() throws {
        let result = read(try scaffold("minimal.json"))
        let spec = try #require(result.reading.base)
        #expect(result.reading.diagnostics.allSatisfy { $0.severity == .warning }, "\(texts(result))")
        let network = try #require(spec.completed["regions"]?.elements?.first?["network"])
        #expect(network["vpc_cidr"] == "10.0.0.0/16")
        #expect(network["azs"] == ["us-west-2a", "us-west-2b"])
        #expect(network["public_subnets"] == ["10.0.1.0/24", "10.0.2.0/24"])
        #expect(network["private_subnets"] == ["10.0.11.0/24", "10.0.12.0/24"])
        #expect(spec.completed["cdn"]?["enabled"] == false)
        #expect(spec.completed["load_balancer"]?["ingress"] == "cidr")
        #expect(spec.completed["database"] == .null)
        #expect(spec.completed["certificate"] == .null)
        let figures = result.reading.environments.map { environment in
            let service = environment.spec.services[0]
            return [service.desiredCount, service.autoscaling.minCapacity, service.autoscaling.maxCapacity]
        }
        #expect(figures == [[1, 1, 2], [2, 2, 4], [2, 2, 10]])
        #expect(result.reading.environments.map { $0.spec.services[0].logRetentionDays } == [7, 30, 90])
    }

    /// A name leads to one environment; what is written as `{domain}` is another name in each of them.
    @Test func environmentsHaveDomainsOfTheirOwn() throws {
        let text = try scaffold("minimal.json").replacingOccurrences(
            of: "\"project\"",
            with:
                #""dns": {"zone": "example.com"}, "cdn": {"aliases": ["{domain}", "www.{domain}"]}, "project""#
        )
        let result = read(
            text.replacingOccurrences(
                of: "\"default\": true", with: #""default": true, "priority": 1, "hosts": ["www.{domain}"]"#))
        #expect(!result.reading.diagnostics.hasErrors, "\(texts(result))")
        let specs = result.reading.environments.map(\.spec)
        #expect(specs.map(\.dns?.zone) == ["example.com", "example.com", "example.com"])
        #expect(specs.map(\.dns?.domain) == ["dev.example.com", "staging.example.com", "example.com"])
        #expect(specs.map { $0.services[0].routing.hosts } == specs.map { ["www.\($0.dns?.domain ?? "")"] })
        #expect(specs[0].cdn.aliases == ["dev.example.com", "www.dev.example.com"])
        #expect(specs[0].certificate?.names == ["dev.example.com", "*.dev.example.com"])
        #expect(specs[0].completed["cdn"]?["aliases"] == ["dev.example.com", "www.dev.example.com"])
    }

    /// A name of production that is written for all environments is told with what to write instead.
    @Test func namesOfProductionAreToldInOtherEnvironments() throws {
        let text = try scaffold("minimal.json").replacingOccurrences(
            of: "\"project\"",
            with: #""dns": {"zone": "example.com"}, "cdn": {"aliases": ["www.example.com"]}, "project""#)
        let result = read(text)
        #expect(texts(result).filter { $0.contains("[shared-alias]") }.count == 1)
        #expect(texts(result).contains { $0.contains("help: write \"www.{domain}\"") }, "\(texts(result))")
        #expect(!result.reading.diagnostics.contains { $0.id == "uncovered-name" })
    }

    /// The specs that the generator renders in its tests.
    @Test func variantsRead() throws {
        let path = folder() + "/../GeneratorTests/Fixtures/specs"
        for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
            let result = read(try String(contentsOfFile: path + "/" + name, encoding: .utf8))
            #expect(!result.reading.diagnostics.hasErrors, "\(name): \(texts(result))")
        }
    }

    @Test func orderOfKeysDoesNotMatter() throws {
        let text = try scaffold("spec.json")
        let value = try #require(JSONParser.parse(Array(text.utf8), file: SourceMap().firstID).value)
        func reversed(_ value: JSONValue) -> JSONValue {
            switch value.kind {
            case .object(let members):
                .object(members.reversed().map { JSONMember($0.key, reversed($0.value)) })
            case .array(let elements): .array(elements.map(reversed))
            default: value
            }
        }
        let left = SpecReader.read(value).base?.completed
        let right = SpecReader.read(reversed(value)).base?.completed
        #expect(left != nil && left == right)
    }

    @Test(arguments: [
        ("[]", "spec.json:1:1: error: the spec: expected an object, found an array [wrong-type]"),
        ("{\"project\": \"demo\"}", "spec.json:1:1: error: regions is required [missing-field]"),
    ])
    func whatIsNoSpecIsReported(text: String, expected: String) {
        #expect(texts(read(text)).first?.hasPrefix(expected) == true, "\(texts(read(text)))")
    }
}

extension SourceMap {
    /// The id of a file in a map of its own.
    var firstID: FileID {
        var copy = self
        return copy.add(path: "spec.json", bytes: [])
    }
}
