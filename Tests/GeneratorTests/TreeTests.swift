import Diagnostics
import Foundation
import HCL
import TestSupport
import Testing

@testable import Generator

@Suite struct TreeTests {
    @Test(arguments: specs)
    func everyVariantRenders(name: String) throws {
        let rendering = Rendering(try spec(name), path: name)
        #expect(rendering.messages == "")
        #expect(rendering.files.contains { $0.path.hasSuffix("terraform.tf") })
    }

    @Test(arguments: specs)
    func whatIsRenderedIsFormatted(name: String) throws {
        let rendering = Rendering(try spec(name), path: name)
        for file in rendering.files where file.path.hasSuffix(".tf") || file.path.hasSuffix(".tfvars") {
            var sources = SourceMap()
            let id = sources.add(path: file.path, bytes: file.bytes)
            let (formatted, diagnostics) = Formatter.format(file.bytes, file: id)
            #expect(diagnostics.isEmpty, "\(file.path) does not parse")
            #expect(formatted == file.bytes, "\(file.path) is not formatted")
        }
    }

    @Test func theOrderOfKeysDoesNotShow() throws {
        let text = try spec("everything-else.json")
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let sorted = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
        let plain = Rendering(text)
        let reordered = Rendering(String(decoding: sorted, as: UTF8.self))
        #expect(plain.files.map(\.path) == reordered.files.map(\.path))
        for (left, right) in zip(plain.files, reordered.files) {
            #expect(left.bytes == right.bytes, "\(left.path) depends on the order of the keys")
        }
    }

    @Test func renderingTwiceGivesTheSameBytes() throws {
        let first = Rendering(try spec("three-regions.json"))
        let second = Rendering(try spec("three-regions.json"))
        #expect(first.files.map(\.bytes) == second.files.map(\.bytes))
    }

    @Test func aUserTemplateTakesThePlaceOfTheShippedOne() throws {
        let own = [(path: "root/checks.tf.tmpl", text: "# {{ project }}\nlocals {\n  mine = true\n}\n")]
        let rendering = Rendering(try spec("one-region.json"), templates: own)
        #expect(rendering.text("checks.tf") == "# demo\nlocals {\n  mine = true\n}\n")
    }

    @Test func aTemplateThatDoesNotParseGivesNoTree() throws {
        let own = [(path: "root/checks.tf.tmpl", text: "locals {\n  mine =\n}\n")]
        let rendering = Rendering(try spec("one-region.json"), templates: own)
        #expect(rendering.diagnostics.hasErrors)
        #expect(rendering.messages.contains("rendered by the template root/checks.tf.tmpl"))
    }

    /// A slip in a branch that this spec does not take is found all the same.
    @Test func everyBranchOfATemplateIsChecked() throws {
        let own = [
            (
                path: "root/checks.tf.tmpl",
                text: "{% if spec.cache %}\n{{ spec.cache.nodez }} = 1\n{% endif %}\n"
            )
        ]
        let rendering = Rendering(try spec("one-region.json"), templates: own)
        #expect(rendering.messages.contains("checks.tf.tmpl:2:4: error: "))
        #expect(rendering.messages.contains("did you mean \"nodes\"?"))
    }

    @Test(arguments: [
        (spec: "canary-off.json", expected: "enabled            = false"),
        (spec: "canary-10.json", expected: "percentage         = 10"),
        (spec: "canary-100.json", expected: "desired_count      = 2"),
    ])
    func theCanaryIsAValue(name: String, expected: String) throws {
        let rendering = Rendering(try spec(name))
        #expect(rendering.text("environments/production.tfvars")?.contains(expected) == true)
        #expect(rendering.text("services_us_east_1.tf")?.contains("web-canary") == true)
    }

    /// A load balancer with HTTPS answers port 80 with a redirect, at which CloudFront would go round in circles.
    @Test func aPlainOriginHasNoListenerThatRedirects() throws {
        let text = try spec("one-region.json").replacingOccurrences(
            of: "\"dns\": {", with: "\"cdn\": {\"origin_protocol\": \"http-only\"},\n  \"dns\": {")
        let rendering = Rendering(text)
        #expect(rendering.messages == "")
        #expect(rendering.text("modules/alb/listeners.tf")?.contains("redirect") == false)
        #expect(rendering.text("modules/cdn/distribution.tf")?.contains("\"http-only\"") == true)
        #expect(rendering.text("global.tf")?.contains("certificate_arn") == true)
        #expect(rendering.text("region_us_east_1.tf")?.contains("certificate_arn") == false)
    }

    /// What exists is looked up, and nothing of its kind is made.
    @Test(arguments: ["existing-by-id.json", "existing-by-tags.json"])
    func whatExistsIsNotMade(name: String) throws {
        let rendering = Rendering(try spec(name))
        #expect(rendering.messages == "")
        let kinds = [
            "aws_kms_key", "aws_sns_topic", "aws_ecr_repository", "aws_acm_certificate", "aws_route53_zone",
        ]
        for file in rendering.files where file.path.hasSuffix(".tf") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            // The state and the audit records have keys of their own in any case.
            for kind in kinds where !["state-backend", "security"].contains(where: file.path.contains) {
                #expect(!text.contains("resource \"\(kind)\""), "\(file.path) makes \(kind)")
            }
        }
        for kind in kinds + ["aws_vpc", "aws_subnets"] {
            let isLookedUp = rendering.files.contains {
                String(decoding: $0.bytes, as: UTF8.self).contains("data \"\(kind)\"")
            }
            #expect(isLookedUp || name.contains("by-id") && kind == "aws_acm_certificate", "\(kind)")
        }
        #expect(rendering.text("services_us_west_2.tf")?.contains(".repository_url") == true)
    }

    /// CloudFront needs the keys and topics of us-east-1 also in an environment that leaves that region out.
    @Test func theHomeOfGlobalThingsIsNeverLeftOut() throws {
        let rendering = Rendering(try spec("east-secondary.json"))
        let region = try #require(rendering.text("region_us_east_1.tf"))
        #expect(region.contains("local.us_east_1_enabled ? 1 : 0"))
        for name in ["kms", "notifications", "certificate"] {
            let call = region.split(separator: "module \"\(name)_us_east_1\"").dropFirst().first
            #expect(call?.split(separator: "\n}").first?.contains("count") == false, "\(name)")
        }
    }

    @Test func noModuleStandsWithoutNeed() throws {
        let rendering = Rendering(try spec("fargate-only.json"))
        let modules = Set(
            rendering.files.compactMap { file -> String? in
                let parts = file.path.split(separator: "/")
                return parts.first == "modules" ? String(parts[1]) : nil
            })
        for absent in [
            "database", "cdn", "cache", "application", "certificate", "dns", "functions", "pipeline",
        ] {
            #expect(!modules.contains(absent), "\(absent) is rendered without need")
        }
    }
}

/// The committed render of the sample, which is the review of every change of a template.
@Suite struct CommittedRenderTests {
    private let root = folder() + "/../.."

    @Test func modulesOutIsTheRenderOfTheSample() throws {
        let sample = try String(contentsOfFile: root + "/Templates/scaffold/spec.json", encoding: .utf8)
        let rendering = Rendering(sample)
        try #require(rendering.messages == "")
        for file in rendering.files {
            let committed = FileManager.default.contents(atPath: root + "/modules-out/" + file.path)
            let isCurrent = committed.map { [UInt8]($0) } == file.bytes
            #expect(isCurrent, "\(file.path) is stale: run `make render`")
        }
    }

    /// The nine modules that every reader of the sample expects.
    @Test(arguments: [
        "vpc", "application", "database", "cdn", "monitoring", "ecs-cluster", "ecs-service", "alb",
        "alb-rule",
    ])
    func theSampleHasEveryModule(name: String) throws {
        let sample = try String(contentsOfFile: root + "/Templates/scaffold/spec.json", encoding: .utf8)
        let rendering = Rendering(sample)
        for file in ["README.md", "main.tf", "variables.tf", "outputs.tf", "terraform.tf"] {
            #expect(
                rendering.files.contains { $0.path == "modules/\(name)/\(file)" }, "\(name) has no \(file)")
        }
    }
}
