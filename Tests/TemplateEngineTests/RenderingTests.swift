import TemplateEngine
import Testing

/// One template and the text that it gives with `sampleValues`.
struct RenderingCase: Sendable, CustomTestStringConvertible {
    let template: String
    let expected: String
    var path = "main.tf.tmpl"
    var testDescription: String { template }

    init(_ template: String, _ expected: String, path: String = "main.tf.tmpl") {
        self.template = template
        self.expected = expected
        self.path = path
    }
}

@Suite struct RenderingTests {
    @Test(arguments: [
        RenderingCase("{{ name }} {{ 1 + 2 - 4 }} {{ 'a' + \"b\" }}", "web-api -1 ab"),
        RenderingCase("{{ service.name }} {{ service[\"port\"] }} {{ zones[1] }}", "api 8080 b"),
        RenderingCase("{{ on and not off }} {{ off or nothing }} {{ not empty }}", "true false true"),
        RenderingCase("{{ 'x' if on else 'y' }}{{ 'x' if off else 'z' if on else 'y' }}", "xz"),
        RenderingCase(
            "{{ count > 2 }} {{ count <= 2 }} {{ 'a' < 'b' }} {{ name == 'web-api' }}", "true false true true"
        ),
        RenderingCase("{{ 'a' in zones }} {{ 'c' not in zones }} {{ 'Team' in tags }}", "true true true"),
        RenderingCase("{{ nothing == null }} {{ service.canary != null }}", "true false"),
        RenderingCase(
            "{% for z in zones %}{{ loop.index }}{{ z }}{% if not loop.last %}, {% endif %}{% endfor %}",
            "1a, 2b"),
        RenderingCase("{% for k, v in tags %}{{ k }}={{ v }};{% endfor %}", "Team=core;aws:x=1;"),
        RenderingCase("{% if off %}1{% elif on %}2{% else %}3{% endif %}", "2"),
        RenderingCase("a{# note #}b", "ab"),
        RenderingCase("{{ '{{' }}{{{ name }}}", "{{{web-api}"),
        RenderingCase("{{ zones | join(', ') | upper }}", "A, B"),
        RenderingCase("{{ name | underscore }} {{ zones | length }} {{ zones | first }}", "web_api 2 a"),
        RenderingCase("{{ nothing | default('d') }} {{ tags | json }}", #"d {"Team":"core","aws:x":"1"}"#),
        RenderingCase("{{ [count, 1] | sort | join('<') }}", "1<3"),
    ])
    func expressionsAndTags(_ sample: RenderingCase) {
        var templates = TestTemplates(sample.template, path: "a.txt.tmpl")
        #expect(templates.rendered(sampleValues) == sample.expected)
    }

    @Test(arguments: [
        RenderingCase("a\n  {% if on %}\n  b\n  {% endif %}  \nc\n", "a\n  b\nc\n"),
        RenderingCase("{# top #}\n{# and\nmore #}\na\n", "a\n"),
        RenderingCase("a {% if on %}\nb\n{% endif %}", "a \nb\n"),
        RenderingCase("{% if on %}{% for z in zones %}\nx\n{% endfor %}{% endif %}\ny", "x\nx\ny"),
        RenderingCase("{% if on %}\r\na\r\n{% endif %}\r\nb", "a\r\nb"),
    ])
    func tagLinesVanish(_ sample: RenderingCase) {
        var templates = TestTemplates(sample.template, path: "a.txt.tmpl")
        #expect(templates.rendered(sampleValues) == sample.expected)
    }

    @Test(arguments: [
        RenderingCase("a = {{ name }}\n", "a = \"web-api\"\n"),
        RenderingCase("a = {{ count }} + {{ ratio }}\n", "a = 3 + 0.5\n"),
        RenderingCase("a = {{ nothing }}\n", "a = null\n"),
        RenderingCase("a = {{ zones }}\n", "a = [\"a\", \"b\"]\n"),
        RenderingCase("  a = {{ tags }}\n", "  a = {\n    Team = \"core\"\n    \"aws:x\" = \"1\"\n  }\n"),
        RenderingCase(
            "a = {{ [tags] }}\n", "a = [\n  {\n    Team = \"core\"\n    \"aws:x\" = \"1\"\n  },\n]\n"),
        RenderingCase("a = \"{{ name }}-x\"\n", "a = \"web-api-x\"\n"),
        RenderingCase("a = \"${{{ vpc }}.id}-{{ count }}\"\n", "a = \"${module.vpc_us_west_2[0].id}-3\"\n"),
        RenderingCase("a = \"${ {{ name }} }\"\n", "a = \"${ \"web-api\" }\"\n"),
        RenderingCase("a = {{ vpc }}.vpc_id\n", "a = module.vpc_us_west_2[0].vpc_id\n"),
        RenderingCase("a = module.vpc_{{ id }}.x\n", "a = module.vpc_web_api.x\n"),
        RenderingCase("a = aws.{{ id }}\n", "a = aws.web_api\n"),
        RenderingCase("{{ id }}_on = {{ on }}\n", "web_api_on = true\n"),
        RenderingCase("{{ id }} \"x\" {\n}\n", "web_api \"x\" {\n}\n"),
        RenderingCase(
            "module \"vpc_{{ id }}\" {\n  a = \"{{ name }}\"\n}\n",
            "module \"vpc_web_api\" {\n  a = \"web-api\"\n}\n"),
        RenderingCase(
            "a = {\n  {{ name }} = 1\n  {{ 'b c' }} = 2\n  {{ 'null' }} = 3\n}\n",
            "a = {\n  web-api = 1\n  \"b c\" = 2\n  \"null\" = 3\n}\n"),
        RenderingCase(
            "a = { for k in {{ zones }} : {{ name }} => k }\n",
            "a = { for k in [\"a\", \"b\"] : \"web-api\" => k }\n"),
        RenderingCase("a = [for z in b : {{ count }}]\n", "a = [for z in b : 3]\n"),
        RenderingCase(
            "a = f({{ name }}, [{% for z in zones %}{{ z }}{% if not loop.last %}, {% endif %}{% endfor %}])\n",
            "a = f(\"web-api\", [\"a\", \"b\"])\n"),
        RenderingCase("# {{ 'a\\nb' }}\nc = 1\n", "# a b\nc = 1\n"),
        RenderingCase(
            "a = <<-EOT\n  x {{ 'EOT' }}\n  {{ 'EOT' }}\n  {{ 'a\\nEOT\\n b' }}\n  EOT\nb = {{ name }}\n",
            "a = <<-EOT\n  x ${\"EOT\"}\n  ${\"EOT\"}\n  ${\"a\\nEOT\\n b\"}\n  EOT\nb = \"web-api\"\n"
        ),
        RenderingCase("a = \"{{ '$' }}{x}{{ '${x}' }}{{ 'a$' }}{{ '{b' }}\"\n", "a = \"$${x}$${x}a$${b\"\n"),
        RenderingCase("a = {{ count }}-1\n", "a = 3-1\n"),
        RenderingCase(
            "a = {\n  b = {{ tags }}\n}\n",
            "a = {\n  b = {\n    Team = \"core\"\n    \"aws:x\" = \"1\"\n  }\n}\n"),
    ])
    func placesOfHCL(_ sample: RenderingCase) {
        var templates = TestTemplates(sample.template)
        #expect(templates.rendered(sampleValues) == sample.expected)
    }

    @Test(arguments: [
        RenderingCase(
            #"{"a": {{ name }}, "b": "x {{ quote }}", {{ name }}: {{ tags }}}"#,
            #"{"a": "web-api", "b": "x \"\\\n", "web-api": {"Team":"core","aws:x":"1"}}"#, path: "a.json.tmpl"
        ),
        RenderingCase(
            "| {{ cell }} | `{{ cell }}` |\n{{ line }}\n", "| a\\|\\`b \\_x | `a\\|'b _x` |\n\\# x y\n",
            path: "a.md.tmpl"),
        RenderingCase("{{ cell }}|", "a|`b\n_x|", path: "a.sh.tmpl"),
    ])
    func otherModes(_ sample: RenderingCase) {
        let values: [String: TemplateValue] = [
            "quote": .string("\"\\\n"), "cell": .string("a|`b\n_x"), "line": .string("# x\ny"),
        ]
        let all = sampleValues.merging(values) { $1 }
        var templates = TestTemplates(sample.template, path: sample.path)
        #expect(templates.rendered(all) == sample.expected)
    }

    @Test func includesKeepTheIndentation() {
        var templates = TestTemplates(
            "a {\n  {% include \"call.tmpl\" with source = name %}\n  d = \"{% include 'inline.tmpl' %}\"\n}\n",
            partials: [
                "call.tmpl":
                    "b = {{ source }}\n\n{% if on %}\nt = {{ tags }}\n{% endif %}\nc = <<EOT\nx\nEOT\n",
                "inline.tmpl": "{{ id }}!\n",
            ])
        #expect(
            templates.rendered(sampleValues) == """
                a {
                  b = "web-api"

                  t = {
                    Team = "core"
                    "aws:x" = "1"
                  }
                  c = <<EOT
                x
                EOT
                  d = "web_api!"
                }

                """)
    }

    @Test func laterTemplatesReplaceEarlierOnes() {
        var templates = TestTemplates("a")
        templates.set.add(path: "main.tf.tmpl", bytes: Array("b".utf8), to: &templates.sources)
        var renderer = Renderer(templates.set)
        #expect(renderer.render("main.tf.tmpl", values: TemplateMap()).bytes == Array("b".utf8))
    }
}
