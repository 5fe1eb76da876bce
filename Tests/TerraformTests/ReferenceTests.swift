import Diagnostics
import HCL
import Terraform
import Testing

@Suite struct ReferenceTests {
    /// An expression and what its references are read as.
    @Test(arguments: [
        ("var.a.b[0]", ["var a +2"]), ("local.a", ["local a"]), ("module.a", ["module a"]),
        ("module.a.b.c", ["module a.b +1"]),
        ("module.a[0].b", ["module a[].b"]), ("module.a[*].b", ["module a[*].b"]),
        ("module.a[var.k].b", ["module a[].b", "var k"]),
        ("aws_vpc.a.id", ["managed aws_vpc a.id"]), ("aws_vpc.a[\"x\"].id", ["managed aws_vpc a[].id"]),
        ("aws_vpc.a.*.id", ["managed aws_vpc a[*].id"]),
        ("aws_vpc.a.0.id", ["managed aws_vpc a[].id"]), ("resource.aws_vpc.a", ["managed aws_vpc a"]),
        ("data.aws_region.b.name", ["data aws_region b.name"]),
        ("ephemeral.s.b", ["ephemeral s b"]), ("each.value.x", ["each value +1"]),
        ("count.index", ["count index"]), ("path.module", ["path module"]),
        ("terraform.workspace", ["terraform workspace"]), ("self.id", ["self id"]), ("var", ["invalid"]),
        ("aws_vpc", ["invalid"]), ("data.x", ["invalid"]),
        ("var[\"a\"]", ["invalid"]), ("[for x in var.a : x.b if x.c]", ["var a"]),
        ("{for var, v in local.a : var => v.x + var.y}", ["local a"]),
        ("[for x in [1] : [for y in x : y.z]]", []),
        (
            "{ a = b.c, (d.e) = 1, \"${f.g}\" = 2, h = i }",
            ["managed b c", "managed d e", "managed f g", "invalid"]
        ),
        ("\"%{ for x in var.l }${x.a}${var.b}%{ endfor }\"", ["var l", "var b"]),
        ("f(var.a...) ? -var.b : !(var.c)", ["var a", "var b", "var c"]),
        ("f(var.a).x[var.b]", ["var a", "var b"]), ("<<-T\n  ${var.a}\n  T\n", ["var a"]),
    ])
    func readAs(expression: String, expected: [String]) {
        let text = "resource \"t\" \"r\" {\n  x = \(expression)\n}\n"
        let module = module(["main.tf": text])
        #expect(module.references.map(shown) == expected)
        for reference in module.references {
            let site = module.site(of: reference)
            #expect(site.owner == .resource(0) && site.isArgument("x"))
        }
    }

    @Test func dynamicBlocks() {
        let module = module([
            "main.tf": """
            resource "t" "r" {
              dynamic "setting" {
                for_each = var.a
                content {
                  x = setting.value.b + var.c
                  dynamic "inner" {
                    for_each = setting.value.d
                    iterator = it
                    content {
                      y = it.key + inner.z + setting.key
                    }
                  }
                }
              }
              z = setting.value
            }

            """
        ])
        #expect(
            module.references.map(shown) == ["var a", "var c", "managed inner z", "managed setting value"])
        #expect(
            module.sites.map { $0.blocks + [$0.argument] } == [
                ["dynamic", "for_each"], ["setting", "x"], ["setting", "inner", "y"], ["z"],
            ])
    }

    @Test func everywhere() {
        let module = module([
            "main.tf": """
            variable "a" {
              validation {
                condition = var.a > 0
                error_message = "${local.b}"
              }
            }
            output "o" {
              value = var.c
              depends_on = [aws_x.d]
            }
            locals {
              e = var.f
            }
            provider "aws" {
              region = var.g
            }
            module "m" {
              source = "./m"
              for_each = var.h
              providers = { aws = aws.x }
              arg = each.key
              depends_on = ["aws_x.i"]
            }
            resource "t" "r" {
              provider = aws.y
              provisioner "local-exec" {
                command = self.id
              }
              lifecycle {
                ignore_changes = [tags]
                replace_triggered_by = [t.j]
                precondition {
                  condition = var.k
                  error_message = "x"
                }
              }
            }
            check "c" {
              assert {
                condition = data.t.l.ok
                error_message = "x"
              }
            }
            import {
              to = t.r
              id = var.m
            }

            """, "m/main.tf": "",
        ])
        #expect(
            module.references.map(shown) == [
                "var a", "local b", "var c", "managed aws_x d", "var f", "var g", "var h", "each key",
                "managed aws_x i", "managed t j", "var k", "self id", "data t l.ok", "var m",
            ])
    }

    /// The same module in JSON has the same references, and they point into the JSON text.
    @Test func jsonNotation() throws {
        let text = """
            {
              "//": "a comment",
              "variable": { "a": { "type": "list(string)", "default": ["${x}"] } },
              "locals": [{ "b": "${var.a}" }, { "c": "x-${var.a[\\"k\\"]}-%{ if local.b }y%{ endif }" }],
              "resource": { "aws_vpc": { "this": [{
                "provider": "aws.east", "depends_on": ["module.m"], "cidr": "$${no} ${local.c}", "n": -1.5,
                "tags": { "${local.b}": "${f(\\"a\\\\nb\\", var.a)}", "plain": true },
                "lifecycle": { "ignore_changes": ["tags"], "create_before_destroy": true }
              }] } },
              "module": { "m": { "source": "./m", "x": { "y": ["${aws_vpc.this.id}"] } } },
              "output": { "o": { "value": "${aws_vpc.this.id}" } }
            }
            """
        let module = module(["main.tf.json": text, "m/main.tf": ""])
        #expect(module.variables["a"]?.type?.description == "list(string)")
        #expect(module.resources["aws_vpc.this"]?.provider?.key == "aws.east")
        #expect(module.resources["aws_vpc.this"]?.lifecycle?.createsBeforeDestroying == true)
        #expect(
            module.references.map(shown) == [
                "var a", "var a +1", "local b", "module m", "local c", "local b", "var a",
                "managed aws_vpc this.id",
                "managed aws_vpc this.id",
            ])
        #expect(
            module.references.map { module.text(of: $0.range) }.prefix(3) == [
                "var.a", "var.a[\"k\"]", "local.b",
            ])
        let file = try #require(module.files.first)
        let cidr = try #require(module.resources["aws_vpc.this"]?.block.body.attribute("cidr", in: file))
        #expect(file.outline(of: cidr.value) == "(template \"$${no} \" local.c)")
        let tags = try #require(module.resources["aws_vpc.this"]?.block.body.attribute("tags", in: file))
        #expect(
            file.outline(of: tags.value)
                == "{(template local.b)=(template (f \"a\\nb\" var.a)) \"plain\"=true}")
    }

    private func module(_ files: [String: String]) -> Module {
        var sources = SourceMap()
        let (tree, diagnostics) = ModuleTree.read("", into: &sources, folder: FolderReader.memory(files))
        #expect(diagnostics.filter { $0.severity == .error }.isEmpty, "\(diagnostics.map(\.summary))")
        return tree.root
    }

    private func shown(_ reference: Reference) -> String {
        let rest = reference.remainingSteps.isEmpty ? "" : " +\(reference.remainingSteps.count)"
        switch reference.subject {
        case .variable(let name): return "var \(name.text)\(rest)"
        case .local(let name): return "local \(name.text)\(rest)"
        case .module(let name, let key, let output):
            return "module \(name.text)\(shown(key))\(output.map { "." + $0.text } ?? "")\(rest)"
        case .resource(let mode, let type, let name, let key, let attribute):
            let end = "\(shown(key))\(attribute.map { "." + $0.text } ?? "")\(rest)"
            return "\(mode.rawValue) \(type.text) \(name.text)\(end)"
        case .each(let name): return "each \(name.text)\(rest)"
        case .count(let name): return "count \(name.text)\(rest)"
        case .path(let name): return "path \(name.text)\(rest)"
        case .terraform(let name): return "terraform \(name.text)\(rest)"
        case .itself(let attribute): return "self\(attribute.map { " " + $0.text } ?? "")\(rest)"
        case .invalid: return "invalid"
        }
    }

    private func shown(_ key: Reference.InstanceKey) -> String {
        switch key {
        case .none: return ""
        case .index: return "[]"
        case .splat: return "[*]"
        }
    }
}

@Suite struct VersionTests {
    @Test(arguments: [
        (">= 1.10", "1.10.0", true), (">= 1.10", "1.9.9", false), ("~> 6.0", "6.99", true),
        ("~> 6.0", "7.0", false), ("~> 6.0.1", "6.0.9", true),
        ("~> 6.0.1", "6.1", false), (">= 1, < 2", "1.5", true), (">= 1, < 2", "2.0.0", false),
        ("1.2.3", "1.2.3", true), ("!= 1.2.3", "1.2.3", false),
        ("= 1.2", "1.2.0", true), (">= 1.0", "1.1.0-beta1", false), (">= 1.1.0-alpha", "1.1.0-beta1", true),
        ("~> 1", "99.0", true),
    ])
    func allows(constraint: String, version: String, expected: Bool) throws {
        let constraint = try #require(VersionConstraint(constraint))
        #expect(constraint.allows(try #require(Version(version))) == expected)
    }

    @Test(arguments: ["", ">", "a", ">> 1", "1..2", "1.x", ">= 1,", "latest"])
    func broken(constraint: String) { #expect(VersionConstraint(constraint) == nil) }

    @Test(arguments: [
        ("./a", ModuleSource.local("./a")), ("../a", .local("../a")),
        ("terraform-aws-modules/vpc/aws", .registry("terraform-aws-modules/vpc/aws")),
        ("app.terraform.io/org/vpc/aws//sub", .registry("app.terraform.io/org/vpc/aws//sub")),
        ("github.com/a/b", .remote("github.com/a/b")),
        ("git::https://x.y/z.git?ref=1", .remote("git::https://x.y/z.git?ref=1")),
        ("https://x.y/a.zip", .remote("https://x.y/a.zip")), ("a/b", .remote("a/b")),
    ])
    func sources(address: String, expected: ModuleSource) { #expect(ModuleSource(address) == expected) }
}
