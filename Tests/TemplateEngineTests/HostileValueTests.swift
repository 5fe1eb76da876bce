import Diagnostics
import HCL
import TemplateEngine
import Testing

/// Whatever a value holds, the file around it keeps its structure, and the value arrives as it was.
@Suite struct HostileValueTests {
    static let pieces = [
        "\"", "\\", "${", "%{", "$", "%", "$$", "%%", "{", "}", "~}", "\n", "\r\n", "\t", " ", "EOT", "E",
        "OT", "#",
        "//", "/*", "*/", "<<X\n", "X", "\u{0}", "\u{1b}", "\u{7f}", "\u{85}", "\u{2028}", "é", "👩‍👩‍👧", "a", "]",
        ")", "=",
        "${var.x}", "%{ if true }", "\nEOT\n}\nresource \"x\" \"y\" {\n", "\"\n}\n", "\\\"", "\\u0041",
        "null", "|", "`",
    ]

    /// Every piece, every pair of the first ones, and longer ones that a fixed sequence of numbers picks.
    static let values: [String] = {
        var values =
            [""] + pieces + pieces.prefix(22).flatMap { first in pieces.prefix(22).map { first + $0 } }
        var state: UInt64 = 88_172_645_463_325_252
        for length in 3..<200 {
            var value = ""
            for _ in 0..<(3 + length % 7) {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                value += pieces[Int(state % UInt64(pieces.count))]
            }
            values.append(value)
        }
        return values
    }()

    /// A template with a value in one place, and the attribute whose text holds it.
    struct Place: Sendable, CustomTestStringConvertible {
        let template: String
        var before = ""
        var after = ""
        var testDescription: String { template }
    }

    @Test(arguments: [
        Place(template: "a = {{ v }}\nb = 1\n"),
        Place(template: "a = \"{{ v }}\"\nb = 1\n"),
        Place(template: "a = \"x-{{ v }}-y\"\nb = 1\n", before: "x-", after: "-y"),
        Place(template: "a = \"{{ v }}{x\"\nb = 1\n", after: "{x"),
        Place(template: "a = \"{{ v }}{{ '{x' }}\"\nb = 1\n", after: "{x"),
        Place(template: "a = \"{{ '$' }}{{ v }}\"\nb = 1\n", before: "$"),
        Place(template: "a = \"%{{ v }}\"\nb = 1\n", before: "%"),
        Place(template: "a = \"${{{ v }}}\"\nb = 1\n"),
        Place(template: "a = \"${\"{{ v }}\"}\"\nb = 1\n"),
        Place(template: "a = (\n  {{ v }}\n)\nb = 1\n"),
        Place(template: "a = <<EOT\n{{ v }}\nEOT\nb = 1\n", after: "\n"),
        Place(template: "a = <<EOT\nx {{ v }} y\nEOT\nb = 1\n", before: "x ", after: " y\n"),
        Place(template: "a = <<EOT\nE{{ v }}\nEOT\nb = 1\n", before: "E", after: "\n"),
        Place(template: "a = <<EOT\n{{ v }}OT\nEOT\nb = 1\n", after: "OT\n"),
        Place(template: "a = <<EOT\n{{ v }}{x\nEOT\nb = 1\n", after: "{x\n"),
        Place(template: "a = <<-EOT\n    {{ v }}\n  EOT\nb = 1\n", after: "\n"),
        Place(template: "a = <<-EOT\n    x\n    y: {{ v }}\n  EOT\nb = 1\n", before: "x\ny: ", after: "\n"),
        Place(template: "a = <<-EOT\n  x\n    y: {{ v }}\n  EOT\nb = 1\n", before: "x\n  y: ", after: "\n"),
        Place(template: "a = <<EOT\n${{{ v }}}\nEOT\nb = 1\n", after: "\n"),
    ])
    func textArrives(_ place: Place) {
        var templates = TestTemplates(place.template)
        for value in Self.values {
            let text = templates.rendered(["v": .string(value)])
            guard let file = parsed(text), file.body.attributes.map({ file.name(of: $0) }) == ["a", "b"]
            else {
                Issue.record("\(value.debugDescription) breaks the file: \(text.debugDescription)")
                continue
            }
            let arrived = Self.text(of: file.body.attributes[0].value, in: file)
            // Terraform reads CR LF in a heredoc as it stands, so nothing is lost that it would keep.
            #expect(arrived == place.before + value + place.after, "\(text.debugDescription)")
        }
    }

    @Test(arguments: [
        "a = {\n  {{ v }} = 1\n  b = 2\n}\n", "a = { {{ v }} : 1, b = 2 }\n",
        "a = {\n  {{ v }} = {{ v }}\n  b = {{ v }}\n}\n",
    ])
    func keysArrive(template: String) {
        var templates = TestTemplates(template)
        for value in Self.values where value != "b" {
            let text = templates.rendered(["v": .string(value)])
            guard let file = parsed(text), case .object(let object) = file.body.attributes.first?.value else {
                Issue.record("\(value.debugDescription) breaks the file: \(text.debugDescription)")
                continue
            }
            #expect(
                object.items.map { file.constantKey(of: $0) } == [value, "b"], "\(text.debugDescription)")
        }
    }

    @Test func nestedValuesArrive() {
        var templates = TestTemplates("  a = {{ v }}\n")
        for value in Self.values {
            let nested = TemplateValue.list([.string(value), .map(of: [value: .list([.string(value)])])])
            let text = templates.rendered(["v": nested])
            guard let file = parsed(text), case .tuple(let tuple) = file.body.attributes.first?.value,
                case .object(let object) = tuple.items.last,
                case .tuple(let inner) = object.items.first?.value
            else {
                Issue.record("\(value.debugDescription) breaks the file: \(text.debugDescription)")
                continue
            }
            let texts = [tuple.items[0], inner.items[0]].map { Self.text(of: $0, in: file) }
            #expect(texts == [value, value])
            #expect(object.items.map { file.constantKey(of: $0) } == [value])
        }
    }

    @Test(arguments: [
        "# {{ v }}\nb = 1\n", "b = 1 # x {{ v }}\n", "/* {{ v }} */\nb = 1\n", "/* *{{ v }}/ */\nb = 1\n",
        "// {{ v }}{{ v }}\nb = 1\n",
    ])
    func commentsStayComments(template: String) {
        var templates = TestTemplates(template)
        for value in Self.values {
            let text = templates.rendered(["v": .string(value)])
            #expect(parsed(text)?.outline == "b = 1\n", "\(text.debugDescription)")
        }
    }

    @Test(arguments: [
        "{{ v }} = 1\n", "{{ v }}_x = 1\n", "x_{{ v }} = 1\n", "{{ v }} {\n}\n", "b \"{{ v }}\" {\n}\n",
        "b \"x_{{ v }}\" {\n}\n",
        "b {{ v }} {\n}\n", "a = x.{{ v }}\n", "a = {{ v }}.x\n", "a = x_{{ v }}.y\n", "a = {{ v }}(1)\n",
        "a = {{ v }}-1\n",
    ])
    func namesAreNamesOrRefused(template: String) {
        var templates = TestTemplates(template)
        for value in Self.values {
            let text = templates.rendered(["v": .string(value)])
            let isName =
                Literal.isIdentifier(value)
                || (template.contains("x_{{") && !value.isEmpty
                    && value.utf8.allSatisfy(Literal.isIdentifierPart))
            if isName {
                #expect(text == template.replacing("{{ v }}", with: value))
            } else {
                #expect(text.contains("[illegal-identifier]"), "\(text.debugDescription)")
            }
        }
    }

    @Test func jsonKeepsItsStructure() {
        var templates = TestTemplates("{\"a\": {{ v }}, \"b\": \"x{{ v }}\"}", path: "a.json.tmpl")
        for value in Self.values {
            let text = templates.rendered([
                "v": .string(value)
            ])
            #expect(!text.dropFirst().dropLast().contains { $0 == "\n" || $0 == "\0" })
            #expect(Self.quotesBalance(text), "\(text.debugDescription)")
        }
    }

    @Test func markdownKeepsItsStructure() {
        let template = "| {{ v }} | `{{ v }}` |\n{{ v }}\n```\n{{ v }}\n```\n"
        var templates = TestTemplates(template, path: "a.md.tmpl")
        for value in Self.values {
            let lines = templates.rendered(["v": .string(value)])
                .split(separator: "\n", omittingEmptySubsequences: false)
            let bars = lines[0].replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" }
            #expect(bars == 3, "\(lines)")
            #expect(lines.filter { $0.hasPrefix("```") }.count == 2)
            #expect(!lines[1].hasPrefix("#") && !lines[1].hasPrefix("|"))
        }
    }

    /// The file of a text that has no mistakes.
    private func parsed(_ text: String) -> ConfigFile? {
        var sources = SourceMap()
        let id = sources.add(path: "main.tf", bytes: Array(text.utf8))
        let (file, diagnostics) = ConfigFile.parse(Array(text.utf8), file: id)
        return diagnostics.isEmpty ? file : nil
    }

    /// The text that an expression stands for, through interpolations of constant strings.
    private static func text(of expression: Expression, in file: ConfigFile) -> String? {
        switch expression {
        case .parentheses(let parentheses): return text(of: parentheses.inner, in: file)
        case .template(let template):
            var result = ""
            for part in template.parts {
                switch part {
                case .text(let text): result += file.text(of: text, in: template)
                case .interpolation(let interpolation):
                    guard let text = text(of: interpolation.expression, in: file) else { return nil }
                    result += text
                case .ifDirective, .forDirective: return nil
                }
            }
            return result
        default: return file.constantText(of: expression)
        }
    }

    /// Whether a text of JSON on one line ends outside of quotes, with the four quoted texts of the template.
    private static func quotesBalance(_ text: String) -> Bool {
        var isQuoted = false
        var count = 0
        var bytes = Array(text.utf8)[...]
        while let byte = bytes.popFirst() {
            if isQuoted, byte == UInt8(ascii: "\\") { _ = bytes.popFirst() }
            guard byte == UInt8(ascii: "\"") else { continue }
            isQuoted.toggle()
            count += 1
        }
        return !isQuoted && count == 8
    }
}
