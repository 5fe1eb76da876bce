import Diagnostics
import TemplateEngine

/// Some templates in memory; the first is the one that is rendered.
struct TestTemplates {
    var sources = SourceMap()
    var set = TemplateSet()
    let main: String
    private var renderer = Renderer(TemplateSet())

    init(_ text: String, path: String = "main.tf.tmpl", partials: [String: String] = [:]) {
        main = path
        for (path, text) in partials.sorted(by: { $0.key < $1.key }) {
            set.add(path: path, bytes: Array(text.utf8), to: &sources)
        }
        set.add(path: path, bytes: Array(text.utf8), to: &sources)
        renderer = Renderer(set)
    }

    /// The rendered text, or the diagnostics as a person reads them.
    mutating func rendered(_ values: [String: TemplateValue] = [:]) -> String {
        let result = renderer.render(main, values: TemplateMap(values))
        guard !result.diagnostics.isEmpty else { return String(decoding: result.bytes, as: UTF8.self) }
        return result.diagnostics.map { $0.text(in: sources) }.joined()
    }
}

/// Values of every kind that tests share.
let sampleValues: [String: TemplateValue] = [
    "name": .string("web-api"), "id": .string("web_api"), "count": .int(3), "ratio": .number("0.5"),
    "on": .bool(true), "off": .bool(false), "nothing": .null, "empty": .list([]),
    "zones": .list([.string("a"), .string("b")]),
    "tags": .map(of: ["Team": .string("core"), "aws:x": .string("1")]),
    "service": .map(of: [
        "name": .string("api"), "port": .int(8080), "canary": .null,
        "hosts": .list([.string("a.example"), .string("b.example")]),
    ]),
    "vpc": TemplateReference("module", "vpc_us_west_2").map { .reference($0.index(0)) } ?? .null,
]
