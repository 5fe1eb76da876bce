import Diagnostics
import Foundation
import JSON
import Spec
import Testing

/// What an environment may override, with one root for all and with a root for each.
@Suite struct LayoutTests {
    private func reading(_ overrides: String, layout: String) throws -> (
        reading: SpecReading, sources: SourceMap
    ) {
        let environments = #""environments": {"dev": {"overrides": \(overrides)}, "production": {}}"#
            .replacingOccurrences(of: "\\(overrides)", with: overrides)
        let text = try scaffold("minimal.json").replacingOccurrences(
            of: "\"project\"",
            with: "\"terraform\": {\"layout\": \"\(layout)\"}, \(environments), \"project\"")
        return read(text)
    }

    /// What one root cannot have names the layout that can.
    @Test(arguments: [
        #"{"database": {}}"#, #"{"services": {"job": {"image_repository": "a/b"}}}"#,
        #"{"services": {"web": null}}"#, #"{"services": {"web": {"port": 81}}}"#,
        #"{"regions": [{"name": "ap-south-1"}]}"#,
    ])
    func whatIsRefusedNamesTheOtherLayout(overrides: String) throws {
        let result = try reading(overrides, layout: "workspaces")
        let refused = result.reading.diagnostics.filter { $0.id == "structural-override" }
        #expect(refused.count == 1, "\(texts(result))")
        #expect(refused.allSatisfy { $0.help?.contains("terraform.layout \"directories\"") == true })
    }

    @Test func aRootOfItsOwnMayHaveAnotherStructure() throws {
        let result = try reading(
            #"""
            {"services": {"*": {"cpu": 512, "memory": 1024}, "job": {"image_repository": "a/b", "exposure": "none"}},
             "cache": {}, "regions": [{"name": "eu-west-1", "role": "secondary"}, {"name": "us-west-2", "role": "primary"}]}
            """#, layout: "directories")
        #expect(!result.reading.diagnostics.hasErrors, "\(texts(result))")
        let dev = try #require(result.reading.environments.first)
        #expect(dev.spec.services.map(\.name) == ["job", "web"])
        #expect(dev.spec.services.allSatisfy { $0.task.cpu == 512 })
        #expect(dev.spec.cache != nil)
        #expect(dev.enabledRegions.map(\.name) == ["us-west-2", "eu-west-1"])
        let production = try #require(result.reading.environments.last)
        #expect(production.spec.services.map(\.name) == ["web"])
        #expect(production.spec.cache == nil)
        #expect(production.enabledRegions.map(\.name) == ["us-west-2"])
    }

    @Test func aRootOfItsOwnMayLackAService() throws {
        let result = try reading(
            #"{"services": {"web": null, "app": {"image_repository": "a/b", "routing": {"default": true}}}}"#,
            layout: "directories")
        #expect(!result.reading.diagnostics.hasErrors, "\(texts(result))")
        #expect(result.reading.environments.first?.spec.services.map(\.name) == ["app"])
    }

    /// Rules about what is the same for all run on each root.
    @Test func eachRootIsCheckedWhole() throws {
        let result = try reading(
            #"{"terraform": {"required_version": ">= 1.5"}}"#, layout: "directories")
        #expect(result.reading.diagnostics.contains { $0.id == "old-terraform" }, "\(texts(result))")
    }

    /// Regions merge by their names; what is said of one is stronger than what is said of all.
    @Test(arguments: ["workspaces", "directories"])
    func regionsMergeByName(layout: String) throws {
        let result = try reading(
            #"""
            {"regions": [{"name": "us-west-2", "network": {"vpc_cidr": "10.7.0.0/16"}}],
             "network": {"vpc_cidr": "10.8.0.0/16", "flow_log_retention_days": 7}}
            """#, layout: layout)
        #expect(!result.reading.diagnostics.hasErrors, "\(texts(result))")
        let networks = result.reading.environments.flatMap(\.spec.regions).map(\.network)
        #expect(networks.map(\.vpcCIDR) == ["10.7.0.0/16", "10.0.0.0/16"])
        #expect(networks.first?.flowLogRetentionDays == 7)
    }
}
