import Diagnostics
import Lint
import Testing

/// Rules about the AWS provider where files are not as they mostly are.
@Suite struct ProviderRuleTests {
    @Test func jsonNotation() {
        let linted = LintCase([
            "main.tf.json": """
            {"resource": {
              "aws_lb": {"a": {
                "name": "web",
                "idle_timeuot": 60,
                "access_logs": [{"bucket": "logs"}]}},
              "aws_subnet": {"b": {
                "cidr_block": "10.0.0.0/24"}},
              "aws_lb_listener": {"c": {
                "load_balancer_arn": "arn",
                "default_action": {"type": "forward"}}}}}
            """
        ])
        #expect(
            linted.places == [
                "main.tf.json:4: unsupported-argument", "main.tf.json:6: missing-required-argument",
            ])
    }

    /// What is missing may stand where the file cannot be read.
    @Test func brokenFiles() {
        let linted = LintCase([
            "main.tf": "resource \"aws_subnet\" \"a\" {\n  vpc_id == \"x\"\n  cidr_blok = \"y\"\n}\n"
        ])
        #expect(!linted.places.contains { $0.contains("missing-required") })
        #expect(linted.places.contains("main.tf:3: unsupported-argument"))
    }

    @Test func overrideFiles() {
        let linted = LintCase([
            "main.tf": "resource \"aws_subnet\" \"a\" {\n  cidr_block = \"10.0.0.0/24\"\n}\n",
            "override.tf": "resource \"aws_subnet\" \"a\" {\n  vpc_id = \"vpc-1\"\n}\n",
        ])
        #expect(linted.places.isEmpty, "\(linted.text)")
    }

    /// One version is in use in the whole tree.
    @Test func constraintsOfAllModulesCount() {
        let root = """
            terraform {
              required_providers {
                aws = { source = "hashicorp/aws", version = ">= 5.0" }
              }
            }
            module "a" {
              source = "./a"
            }
            """
        let resource = "resource \"aws_eip\" \"a\" {\n  vpc = true\n}\n"
        func places(_ constraint: String) -> [String] {
            let requirement =
                "terraform {\n  required_providers {\n    aws = { version = \"\(constraint)\" }\n  }\n}\n"
            return LintCase(["main.tf": root, "a/main.tf": resource + requirement]).places
        }
        #expect(places("< 6.0") == ["a/main.tf:2: deprecated-argument"])
        #expect(places(">= 6.0") == ["a/main.tf:2: unsupported-argument"])
        #expect(places(">= 4.0") == ["a/main.tf:2: version-dependent-argument"])
        // Between two known versions, and beyond all of them.
        #expect(places("= 5.82.3").isEmpty)
        #expect(places(">= 9.0").isEmpty)
        // Nothing is known of it, but that the root wants another.
        #expect(places("= 1.0.0") == ["a/main.tf:6: conflicting-versions"])
    }

    @Test func valuesThatNobodyKnowsAreRight() {
        let linted = LintCase([
            "main.tf": """
            variable "any" {
              type    = any
              default = null
            }
            variable "text" {
              type    = string
              default = null
            }
            resource "aws_lb" "a" {
              name            = var.any
              idle_timeout    = var.text
              internal        = var.text
              subnets         = var.any
              security_groups = [var.any, var.text]
              tags            = merge(var.any, { a = var.text })
              load_balancer_type = null
            }
            """
        ])
        #expect(linted.places.isEmpty, "\(linted.text)")
    }

    @Test func unsupportedArgumentsAreMended() throws {
        let text =
            "resource \"aws_lb\" \"a\" {\n  idle_timeuot = 60\n  internl = true\n  tags {\n    a = 1\n  }\n}\n"
        let linted = LintCase(["main.tf": text])
        var bytes = Array(text.utf8)
        let edits = linted.result.diagnostics.compactMap(\.fix).flatMap(\.edits)
        for edit in edits.sorted(by: { $0.range.start > $1.range.start }) {
            bytes.replaceSubrange(edit.range.bytes, with: Array(edit.replacement.utf8))
        }
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "resource \"aws_lb\" \"a\" {\n  idle_timeout = 60\n  internal = true\n  tags = {\n    a = 1\n  }\n}\n"
        )
    }
}
