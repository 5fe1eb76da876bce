import Foundation
import Spec
import Testing

@testable import Generator

/// What a second render changes, and what it leaves as it was.
@Suite struct ChangeTests {
    private let base = """
        {
          "project": "demo",
          "regions": [{ "name": "us-east-1" }, { "name": "us-west-2" }],
          "environments": { "production": {} },
          "database": {},
          "services": {
            "api": {
              "image_repository": "123456789012.dkr.ecr.{region}.amazonaws.com/demo/a", "routing": { "priority": 100, "paths": ["/api"] },
              "canary": { "percentage": 10 }, "connects_to": ["database"],
              "pipeline": { "source": { "type": "codecommit", "repository": "api", "branch": "main" } }
            },
            "mqtt": { "image_repository": "a/mqtt", "exposure": "nlb" },
            "web": { "image_repository": "a/web", "routing": { "default": true } }
          },
          "functions": { "tidy": { "image_uri": "a/tidy:1" } }
        }
        """

    private func rendering(_ text: String, after before: Rendering? = nil) -> Rendering {
        let rendering = Rendering(text, after: before)
        #expect(rendering.messages == "")
        return rendering
    }

    /// The addresses of a renamed service move in every region, and no name in AWS changes.
    @Test func aRenameMovesAddressesAndNothingElse() throws {
        let before = rendering(base)
        let renamed = base.replacingOccurrences(of: "\"api\": {", with: "\"apis\": { \"was\": \"api\",")
            .replacingOccurrences(of: "\"mqtt\": {", with: "\"mqtts\": { \"was\": \"mqtt\",")
            .replacingOccurrences(of: "\"tidy\": {", with: "\"tidyer\": { \"was\": \"tidy\",")
        let after = rendering(renamed, after: before)
        let moved = try #require(after.text("moved.tf"))
        let calls = [
            "ecs_service_api_us_east_1", "ecs_service_api_us_west_2", "alb_rule_api_us_east_1",
            "alb_rule_api_us_west_2", "pipeline_api", "ecs_service_mqtt_us_east_1",
            "ecs_service_mqtt_us_west_2",
        ]
        #expect(moved.components(separatedBy: "moved {").count == calls.count + 1)
        for call in calls {
            let new = call.replacingOccurrences(of: "_api", with: "_apis")
                .replacingOccurrences(of: "_mqtt", with: "_mqtts")
            #expect(moved.contains("from = module.\(call)\n  to   = module.\(new)\n"), "\(call)")
        }
        #expect(before.text("moved.tf") == nil)
        for file in before.files where file.path.hasSuffix(".tf") {
            let text = try #require(after.text(file.path), "\(file.path)")
            let old = String(decoding: file.bytes, as: UTF8.self)
            #expect(plain(text) == plain(old), "\(file.path)")
            #expect(stripped(text).range(of: #""(apis|mqtts|tidyer)"#, options: .regularExpression) == nil)
        }
    }

    /// Old and new names alike, without the blanks that align them.
    private func plain(_ text: String) -> String {
        ["apis": "api", "mqtts": "mqtt", "tidyer": "tidy"].reduce(text.filter { $0 != " " }) {
            $0.replacingOccurrences(of: $1.key, with: $1.value)
        }
    }

    /// A text without the places where the name of the spec belongs.
    private func stripped(_ text: String) -> String {
        text.replacingOccurrences(
            of: #"(services|functions|weights)\["[a-z]+"\]|\{ name = "[a-z]+"|task_definitions/[a-z]+"#,
            with: "",
            options: .regularExpression)
    }

    /// When the rename is applied everywhere, only the name in AWS stays in the spec.
    @Test func aRenameIsForgottenWithoutAChange() throws {
        let was = base.replacingOccurrences(of: "\"web\": {", with: "\"site\": { \"was\": \"web\",")
        let aws = base.replacingOccurrences(of: "\"web\": {", with: "\"site\": { \"aws_name\": \"web\",")
        let before = rendering(was, after: rendering(base))
        let after = rendering(aws, after: before)
        let changed = before.files.filter { file in
            after.files.first { $0.path == file.path }?.bytes != file.bytes
        }
        #expect(changed.map(\.path) == [SystemRecord.path, "moved.tf"])
        #expect(after.text("moved.tf") == nil)
    }

    /// The resources of a region that is drained are gone, and Terraform has a provider to remove them with.
    @Test func aDrainedRegionKeepsItsProvider() throws {
        let drained = base.replacingOccurrences(
            of: "\"us-west-2\" }", with: "\"us-west-2\", \"state\": \"draining\" }")
        let before = rendering(base)
        let after = rendering(drained, after: before)
        #expect(after.text("region_us_west_2.tf") == nil)
        #expect(after.text("services_us_west_2.tf") == nil)
        #expect(after.text("providers.tf") == before.text("providers.tf"))
        for file in after.files where file.path.hasSuffix(".tf") && file.path != "providers.tf" {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains("us_west_2") && !text.contains("us-west-2"), "\(file.path)")
        }
        let gone = base.replacingOccurrences(of: ", { \"name\": \"us-west-2\" }", with: "")
            .replacingOccurrences(of: "\"database\": {}", with: "\"database\": { \"mode\": \"global\" }")
        #expect(rendering(gone, after: after).text("providers.tf")?.contains("us_west_2") == false)
        #expect(Rendering(gone, after: before).messages.contains("[undrained-region]"))
    }

    /// A new service takes no priority from another, even where both would fall on one number.
    @Test func aNewServiceChangesNoPriority() throws {
        let before = rendering(base)
        let priorities = try directPriorities(of: before)
        #expect(Set(priorities.values).count == priorities.count && !priorities.isEmpty)
        for name in [try twin(of: "web-current", before: "web"), "middle", "aaa", "zzz"] {
            let text = base.replacingOccurrences(
                of: "\"services\": {",
                with: """
                    "services": { "\(name)": {
                      "image_repository": "a/b", "routing": { "priority": 50, "hosts": ["x.example.com"] } },
                    """)
            let after = rendering(text, after: before)
            let now = try directPriorities(of: after)
            #expect(now.filter { priorities.keys.contains($0.key) } == priorities, "\(name)")
            #expect(Set(now.values).count == now.count)
            #expect(rules(of: after).isSuperset(of: rules(of: before)))
            // Without the service everything is as it was.
            #expect(try directPriorities(of: rendering(base, after: after)) == priorities)
        }
    }

    /// A name that sorts before another and whose target group falls on the same number.
    private func twin(of key: String, before name: String) throws -> String {
        let wanted = StableHash.of(key) % 999
        let names = (0..<100_000).lazy.map { "n\($0)" }
        return try #require(names.first { $0 < name && StableHash.of($0 + "-current") % 999 == wanted })
    }

    private func directPriorities(of rendering: Rendering) throws -> [String: Int] {
        let text = try #require(rendering.text("region_us_east_1.tf"))
        var priorities: [String: Int] = [:]
        for match in text.matches(of: /\n    (\S+) = \{\n[^}]*?direct_priority = (\d+)/) {
            priorities[String(match.1)] = Int(match.2)
        }
        return priorities
    }

    private func rules(of rendering: Rendering) -> Set<String> {
        let text = rendering.text("environments/production.tfvars") ?? ""
        return Set(text.matches(of: /priority += \d+\n +path_patterns += .*\n/).map { String($0.0) })
    }
}
