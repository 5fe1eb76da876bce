import Diagnostics
import HCL
import Terraform
import Testing

/// A tree read from texts by path, with what was told of them as `file:line: id`.
private func read(_ files: [String: String]) -> (tree: ModuleTree, told: [String]) {
    var sources = SourceMap()
    let (tree, diagnostics) = ModuleTree.read("", into: &sources, folder: FolderReader.memory(files))
    let told = diagnostics.map { diagnostic in
        guard let range = diagnostic.subject else { return diagnostic.id }
        let file = sources[range.file]
        return "\(file.path):\(file.position(at: Int(range.start)).line): \(diagnostic.id)"
    }
    return (tree, told)
}

@Suite struct ModuleTests {
    @Test func everyDeclaration() throws {
        let (tree, told) = read(["main.tf": sample])
        #expect(told.isEmpty)
        let module = tree.root
        let variable = try #require(module.variables["size"])
        #expect(variable.type?.description == "object({ count = number, names = optional(list(string)) })")
        #expect(variable.isSensitive && !variable.isNullable && !variable.isRequired)
        #expect(variable.description == "How much.")
        #expect(variable.validations.count == 1)
        #expect(module.outputs["id"]?.isSensitive == true)
        #expect(module.locals.keys == ["a", "b"])
        #expect(
            module.resources.keys == ["aws_vpc.this", "data.aws_region.current", "ephemeral.aws_secret.x"])
        let resource = try #require(module.resources["aws_vpc.this"])
        #expect(resource.count != nil && resource.isRepeated)
        #expect(resource.provider?.key == "aws.us_east_1")
        #expect(resource.lifecycle?.createsBeforeDestroying == true)
        let call = try #require(module.calls["network"])
        #expect(call.source == .registry("terraform-aws-modules/vpc/aws"))
        #expect(call.providers?.map { "\($0.child.key)=\($0.parent.key)" } == ["aws=aws.us_east_1"])
        #expect(call.arguments.map { module.name(of: $0) } == ["cidr"])
        #expect(module.providerConfigurations.keys == ["aws", "aws.us_east_1"])
        let requirement = try #require(module.providerRequirements["aws"])
        #expect(requirement.source == "hashicorp/aws")
        #expect(requirement.aliases.map(\.key) == ["aws.us_east_1"])
        #expect(Version("6.2.0").map { requirement.version?.allows($0) } == true)
        #expect(module.requiredVersions.count == 1 && module.backend != nil)
        #expect(module.moves.first?.to?.resource?.name.text == "this")
        #expect(module.removals.count == 1 && module.imports.count == 1 && module.checks.keys == ["up"])
    }

    private let sample = """
        terraform {
          required_version = ">= 1.10"
          required_providers {
            aws = {
              source = "hashicorp/aws"
              version = "~> 6.0"
              configuration_aliases = [aws.us_east_1]
            }
          }
          backend "s3" {}
        }
        provider "aws" {}
        provider "aws" {
          alias = "us_east_1"
        }
        variable "size" {
          type = object({ count = number, names = optional(list(string), ["a"]) })
          description = "How much."
          default = { count = "1" }
          sensitive = true
          nullable = false
          validation {
            condition = var.size.count > 0
            error_message = "No."
          }
        }
        output "id" {
          value = aws_vpc.this[0].id
          sensitive = true
        }
        locals {
          a = 1
          b = local.a
        }
        resource "aws_vpc" "this" {
          count = 1
          provider = aws.us_east_1
          lifecycle {
            create_before_destroy = true
            ignore_changes = [tags["a"]]
          }
          depends_on = [module.network]
        }
        data "aws_region" "current" {}
        ephemeral "aws_secret" "x" {}
        module "network" {
          source = "terraform-aws-modules/vpc/aws"
          version = "~> 5.0"
          providers = { aws = aws.us_east_1 }
          cidr = local.a
        }
        moved {
          from = aws_vpc.old
          to = aws_vpc.this
        }
        removed {
          from = module.old
        }
        import {
          to = aws_vpc.this[0]
          id = "vpc-1"
        }
        check "up" {
          assert {
            condition = var.size != null
            error_message = "Down."
          }
        }

        """

    /// A text with one mistake that Terraform refuses when it loads a module, and what is told of it.
    @Test(arguments: [
        ("a = 1", "unknown-argument"), ("resorce \"a\" \"b\" {}", "unknown-block"),
        ("resource \"a\" {}", "missing-label"),
        ("variable \"a\" \"b\" {}", "surplus-label"),
        ("variable \"a\" {\n  typ = string\n}", "unknown-argument"),
        ("variable \"source\" {}", "invalid-name"), ("variable \"1\" {}", "invalid-name"),
        ("output \"a\" {}", "missing-argument"),
        ("variable \"a\" {}\nvariable \"a\" {}", "duplicate-declaration"),
        ("locals {\n  a = 1\n}\nlocals {\n  a = 2\n}", "duplicate-declaration"),
        ("data \"a\" \"b\" {}\ndata \"a\" \"b\" {}", "duplicate-declaration"),
        ("provider \"a\" {}\nprovider \"a\" {}", "duplicate-declaration"),
        ("variable \"a\" {\n  type = \"string\"\n}", "quoted-type"),
        ("variable \"a\" {\n  type = strin\n}", "invalid-type"),
        ("variable \"a\" {\n  type = list(strin)\n}", "invalid-type"),
        ("variable \"a\" {\n  type = set\n}", "invalid-type"),
        ("variable \"a\" {\n  type = optional(string)\n}", "invalid-type"),
        ("variable \"a\" {\n  type = object(string)\n}", "invalid-type"),
        ("variable \"a\" {\n  default = var.b\n}", "not-constant"),
        ("variable \"a\" {\n  default = f()\n}", "not-constant"),
        ("variable \"a\" {\n  type = number\n  default = \"x\"\n}", "invalid-default"),
        ("variable \"a\" {\n  type = list(number)\n  default = [1, \"x\"]\n}", "invalid-default"),
        ("variable \"a\" {\n  type = object({ b = string })\n  default = {}\n}", "invalid-default"),
        ("variable \"a\" {\n  nullable = false\n  default = null\n}", "invalid-default"),
        ("variable \"a\" {\n  sensitive = \"x\"\n}", "wrong-type"),
        ("variable \"a\" {\n  sensitive = var.b\n}", "not-constant"),
        (
            "variable \"a\" {\n  validation {\n  condition = true\n  error_message = \"\"\n}\n}",
            "invalid-validation"
        ),
        ("module \"a\" {}", "missing-argument"), ("module \"a\" {\n  source = var.a\n}", "not-constant"),
        ("module \"a\" {\n  source = \"modules/a\"\n}", "invalid-module-source"),
        ("module \"a\" {\n  source = \"git::x\"\n  version = \"1\"\n}", "invalid-module-source"),
        ("module \"a\" {\n  source = \"./a\"\n}", "module-missing"),
        ("module \"a\" {\n  source = \"a/b/c\"\n  version = \"one\"\n}", "invalid-version-constraint"),
        ("module \"a\" {\n  source = \"a/b/c\"\n  x {}\n}", "unknown-block"),
        ("resource \"a\" \"b\" {\n  count = 1\n  for_each = {}\n}", "conflicting-arguments"),
        ("resource \"a\" \"b\" {\n  depends_on = [\"a${1}\"]\n}", "invalid-dependency"),
        ("resource \"a\" \"b\" {\n  depends_on = [\"a.c\"]\n}", "quoted-reference"),
        ("resource \"a\" \"b\" {\n  lifecycle {}\n  lifecycle {}\n}", "duplicate-declaration"),
        ("resource \"a\" \"b\" {\n  lifecycle {\n  x = 1\n}\n}", "unknown-argument"),
        ("resource \"a\" \"b\" {\n  lifecycle {\n  prevent_destroy = var.a\n}\n}", "not-constant"),
        ("resource \"a\" \"b\" {\n  provider = aws[0]\n}", "invalid-provider-reference"),
        ("terraform {\n  required_version = \">> 1\"\n}", "invalid-version-constraint"),
        (
            "terraform {\n  required_providers {\n  aws = { sauce = \"a/b\" }\n}\n}",
            "invalid-provider-requirement"
        ), ("provider \"aws\" {\n  count = 1\n}", "unknown-argument"),
        ("moved {\n  from = a.b\n  to = module.c\n}", "invalid-move"),
        ("removed {\n  from = a.b[0]\n}", "invalid-address"),
        ("import {\n  to = a\n  id = \"x\"\n}", "invalid-address"),
        ("terraform {\n  backend \"a\" {}\n  backend \"b\" {}\n}", "duplicate-declaration"),
    ])
    func mistake(text: String, id: String) {
        let told = read(["main.tf": text + "\n"]).told
        #expect(told.count == 1 && told.first?.hasSuffix(": \(id)") == true, "\(told)")
    }

    @Test func overrides() {
        let (tree, told) = read([
            "main.tf":
                "variable \"a\" {\n  type = string\n  default = \"x\"\n}\nresource \"t\" \"r\" {\n  p = 1\n  q = 2\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n",
            "x_override.tf":
                "variable \"a\" {\n  default = \"y\"\n}\nresource \"t\" \"r\" {\n  p = 3\n  lifecycle {\n    create_before_destroy = true\n  }\n}\nvariable \"b\" {}\n",
        ])
        #expect(told == ["x_override.tf:10: override-without-base"])
        let variable = tree.root.variables["a"]
        #expect(variable?.type?.description == "string")
        #expect(variable?.defaultValue.flatMap { tree.root.constantText(of: $0) } == "y")
        let resource = tree.root.resources["t.r"]
        let names = resource?.block.body.attributes.map {
            tree.root.name(of: $0) + tree.root.text(of: $0.value.range)
        }
        #expect(names == ["q2", "p3"])
        #expect(
            resource?.lifecycle?.preventsDestroying == true
                && resource?.lifecycle?.createsBeforeDestroying == true)
    }

    @Test func treeOfModules() {
        let (tree, told) = read([
            "main.tf":
                "module \"a\" {\n  source = \"./a\"\n}\nmodule \"b\" {\n  source = \"./b/../b\"\n}\nmodule \"c\" {\n  source = \"a/b/c\"\n}\n",
            "a/main.tf": "module \"b\" {\n  source = \"../b\"\n}\n",
            "b/main.tf": "output \"x\" {\n  value = 1\n}\n",
        ])
        #expect(told.isEmpty)
        #expect(tree.modules.map(\.path) == ["", "a", "b"])
        #expect(tree.instances.map(\.address) == ["", "module.a", "module.b", "module.a.module.b"])
        #expect(tree.calledModules == [[1, 2, nil], [2], []])
        #expect(tree.calls(to: 3).map { $0.call.key } == ["a", "b"])
        #expect(tree.instances(of: 2) == [2, 3])
    }

    @Test func modulesThatCallThemselves() {
        let (tree, told) = read([
            "main.tf": "module \"a\" {\n  source = \"./a\"\n}\n",
            "a/main.tf": "module \"b\" {\n  source = \"../b\"\n}\n",
            "b/main.tf": "module \"a\" {\n  source = \"../a\"\n}\nmodule \"me\" {\n  source = \"./\"\n}\n",
        ])
        #expect(told == ["b/main.tf:1: module-cycle", "b/main.tf:4: module-cycle"])
        #expect(tree.instances.count == 3)
    }

    @Test func missingRoot() {
        let (tree, told) = read([:])
        #expect(told == ["folder-missing"])
        #expect(tree.modules.count == 1 && tree.instances.count == 1)
    }
}
