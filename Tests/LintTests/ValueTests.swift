import Diagnostics
import HCL
import Terraform
import Testing

@testable import Lint

/// Evaluates expressions in a root module.
private func evaluated(_ expression: String, in module: String = "") -> (value: Value, problems: [String]) {
    var sources = SourceMap()
    let text = module + "\nlocals {\n  it = \(expression)\n}\n"
    let (tree, _) = ModuleTree.read("", into: &sources, folder: LintCase.reader(of: ["main.tf": text]))
    let values = Evaluator(tree, isComplete: [true], rootValues: [:])
    guard let position = tree.root.locals.index(of: "it") else { return (.anything, []) }
    let value = values.local(position, in: 0)
    return (value, values.problems.map { "\($0.kind.rawValue): \($0.summary)" })
}

/// A value as text.
private func shown(_ value: Value) -> String {
    switch value.plain {
    case .unknown(let type): return "?\(type)"
    case .null: return "null"
    case .string(let text): return "\"\(text)\""
    case .number(let number): return Value.text(of: number) ?? "\(number)"
    case .bool(let bool): return "\(bool)"
    case .tuple(let items), .list(let items, _), .set(let items, _):
        return "[" + items.map(shown).joined(separator: ", ") + "]"
    case .object(let entries), .map(let entries, _):
        return "{" + entries.pairs.map { "\($0)=\(shown($1))" }.joined(separator: ", ") + "}"
    case .marked: return "marked"
    }
}

@Suite struct ValueTests {
    @Test(arguments: [
        ("1 + 2 * 3", "7"), ("10 % 4", "2"), ("-(2)", "-2"), ("1 == 1 && !false", "true"),
        ("true || null.x", "true"), ("\"a${1}b${true}\"", "\"a1btrue\""), ("\"${[1]}\"", "[1]"),
        ("\"%{ for x in [1, 2] }${x},%{ endfor }\"", "\"1,2,\""), ("true ? \"a\" : 1", "\"a\""),
        ("false ? \"a\" : 1", "\"1\""), ("[for x in [1, 2, 3] : x * 2 if x > 1]", "[4, 6]"),
        ("{ for k, v in { a = 1 } : upper(k) => v + 1 }", "{A=2}"),
        ("{ for x in [\"a\", \"b\", \"a\"] : x => 1... }", "{a=[1, 1], b=[1]}"), ("[1, 2][1]", "2"),
        ("{ a = { b = 1 } }.a.b", "1"), ("{ a = 1 }[\"a\"]", "1"), ("[{ a = 1 }, { a = 2 }][*].a", "[1, 2]"),
        ("null[*].a", "[]"), ("{ a = 1 }[*].a", "[1]"),
        ("format(\"%s-%03d-%5s\", \"a\", 7, \"b\")", "\"a-007-    b\""),
        ("join(\", \", [\"a\", \"b\"])", "\"a, b\""), ("split(\",\", \"a,b,\")", "[\"a\", \"b\", \"\"]"),
        ("replace(\"a.b.c\", \".\", \"-\")", "\"a-b-c\""), ("substr(\"hello\", 1, 3)", "\"ell\""),
        ("substr(\"hello\", -3, -1)", "\"llo\""), ("title(\"a bc\")", "\"A Bc\""),
        ("trimsuffix(\"a.com.\", \".\")", "\"a.com\""), ("lower(\"ÄB\")", "\"äb\""),
        ("concat([1], [2], [])", "[1, 2]"), ("merge({ a = 1 }, { a = 2, b = 3 }, null)", "{a=2, b=3}"),
        ("length({ a = 1 })", "1"), ("length(\"äöü\")", "3"), ("keys({ b = 1, a = 2 })", "[\"a\", \"b\"]"),
        ("values({ b = 1, a = 2 })", "[2, 1]"), ("lookup({ a = 1 }, \"b\", 3)", "3"),
        ("element([\"a\", \"b\"], 3)", "\"b\""), ("one([])", "null"), ("one([5])", "5"),
        ("coalesce(null, \"\", \"x\")", "\"x\""), ("coalescelist([], [1])", "[1]"),
        ("contains([\"a\"], \"a\")", "true"), ("flatten([[1, [2]], 3])", "[1, 2, 3]"),
        ("zipmap([\"a\"], [1])", "{a=1}"), ("distinct([1, 2, 1])", "[1, 2]"),
        ("compact([\"a\", \"\", \"b\"])", "[\"a\", \"b\"]"), ("reverse([1, 2])", "[2, 1]"),
        ("sort([\"b\", \"a\"])", "[\"a\", \"b\"]"), ("sum([1, 2])", "3"), ("alltrue([true, false])", "false"),
        ("range(3)", "[0, 1, 2]"), ("range(1, 7, 3)", "[1, 4]"), ("slice([1, 2, 3], 1, 2)", "[2]"),
        ("index([\"a\", \"b\"], \"b\")", "1"), ("toset([\"b\", \"a\", \"b\"])", "[\"a\", \"b\"]"),
        ("setsubtract([\"a\", \"b\"], [\"a\"])", "[\"b\"]"), ("setproduct([1], [2, 3])", "[[1, 2], [1, 3]]"),
        ("tostring(1.5)", "\"1.5\""), ("tonumber(\"1e2\")", "100"), ("tobool(\"true\")", "true"),
        ("try({}.a, 1)", "1"), ("can({}.a)", "false"), ("try(1, 2)", "1"), ("max(1, 3, 2)", "3"),
        ("pow(2, 8)", "256"), ("floor(1.9)", "1"), ("cidrsubnet(\"10.0.0.0/16\", 8, 2)", "\"10.0.2.0/24\""),
        ("cidrhost(\"10.0.1.0/24\", 5)", "\"10.0.1.5\""),
        ("cidrnetmask(\"10.0.0.0/20\")", "\"255.255.240.0\""),
        ("cidrsubnets(\"10.0.0.0/16\", 4, 8)", "[\"10.0.0.0/20\", \"10.0.16.0/24\"]"),
        ("startswith(\"abc\", \"ab\")", "true"), ("basename(\"a/b.txt\")", "\"b.txt\""),
        ("\"a${plantimestamp()}\"", "?string"), ("1 + length(data.x.y.z)", "?number"),
        ("tolist([\"a\", 1])", "[\"a\", \"1\"]"), ("chomp(\"a\\n\")", "\"a\""),
        ("nonsensitive(sensitive(1))", "1"), ("<<-X\n    a\n      b${1}\n    X\n", "\"a\n  b1\n\""),
    ])
    func expression(_ text: String, _ expected: String) {
        let (value, problems) = evaluated(text, in: "data \"x\" \"y\" {}\n")
        #expect(shown(value) == expected, "\(text)")
        #expect(problems.isEmpty, "\(text)")
    }

    /// What would grow without end stays unknown, and the work ends.
    @Test func bombs() {
        var module = "locals {\n  a0 = \"0123456789\"\n  b0 = [1, 2, 3]\n"
        for number in 1..<60 {
            module += "  a\(number) = \"${local.a\(number - 1)}${local.a\(number - 1)}\"\n"
            module += "  b\(number) = flatten([local.b\(number - 1), local.b\(number - 1)])\n"
        }
        module += "}\n"
        let start = ContinuousClock.now
        #expect(!evaluated("local.a59", in: module).value.isKnown)
        #expect(!evaluated("local.b59", in: module).value.isKnown)
        let nested = "[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : a + b + c]]]"
        _ = evaluated("length(\(nested))")
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    /// Values go through calls, into every repetition of them, and out again.
    @Test func throughModules() throws {
        var sources = SourceMap()
        let files = [
            "main.tf": """
            module "service" {
              source   = "./service"
              for_each = { api = { port = 80 }, web = { port = 8080 } }
              name     = "shop-${each.key}"
              port     = each.value.port
            }
            """,
            "service/main.tf": """
            variable "name" {
              type = string
            }
            variable "port" {
              type = number
            }
            resource "aws_lb_target_group" "this" {
              name = "${var.name}-${var.port}"
            }
            resource "aws_lb_listener" "this" {
              name = aws_lb_target_group.this.name
            }
            """,
        ]
        let (tree, _) = ModuleTree.read("", into: &sources, folder: LintCase.reader(of: files))
        let values = Evaluator(tree, isComplete: [true, true], rootValues: [:])
        let found = values.resources(ofTypes: ["aws_lb_target_group", "aws_lb_listener"]).map {
            "\($0.address) \($0.value("name")?.text ?? "?")"
        }
        #expect(
            found == [
                "module.service[\"api\"].aws_lb_listener.this shop-api-80",
                "module.service[\"web\"].aws_lb_listener.this shop-web-8080",
                "module.service[\"api\"].aws_lb_target_group.this shop-api-80",
                "module.service[\"web\"].aws_lb_target_group.this shop-web-8080",
            ])
    }
}
