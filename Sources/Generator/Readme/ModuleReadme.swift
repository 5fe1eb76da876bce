import Diagnostics
import HCL

/// The tables of a module's README.md: what it needs, what it makes, what it takes and what it gives.
///
/// They have the form that terraform-docs 0.24 writes as `markdown table` when nothing is configured, so that a
/// project that runs it leaves the files as they are.
public enum ModuleReadme {
    /// The line before the tables.
    public static let beginMarker = "<!-- BEGIN_TF_DOCS -->"

    /// The line after the tables.
    public static let endMarker = "<!-- END_TF_DOCS -->"

    /// The text between the two markers, without the line ends next to them.
    ///
    /// `files` are the rendered files of one module; those that are no `.tf` files do not count.
    public static func tables(of files: [RenderedFile]) -> String {
        var sources = SourceMap()
        let parsed = files.filter { $0.path.hasSuffix(".tf") }.sorted { $0.path < $1.path }.map { file in
            ConfigFile.parse(file.bytes, file: sources.add(path: file.path, bytes: file.bytes)).0
        }
        return tables(of: ModuleInterface(parsed))
    }

    static func tables(of module: ModuleInterface) -> String {
        let sections = [
            table(
                "Requirements", ["Name", "Version"],
                module.requirements.map { [anchor("requirement", $0.name), cell($0.version)] }),
            table(
                "Providers", ["Name", "Version"],
                module.providers.map { [anchor("provider", $0.name), cell($0.version)] }),
            table(
                "Modules", ["Name", "Source", "Version"],
                module.calls.map { [anchor("module", $0.name), $0.source, cell($0.version)] }),
            table(
                "Resources", ["Name", "Type"],
                module.resources.map(row)),
            table(
                "Inputs", ["Name", "Description", "Type", "Default", "Required"], module.inputs.map(row)),
            table(
                "Outputs", ["Name", "Description"],
                module.outputs.map { [anchor("output", $0.name), MarkdownCell.text(of: $0.description)] }),
        ]
        return sections.joined(separator: "\n\n")
    }

    /// A section: its heading, and its table or the sentence that there is nothing.
    private static func table(_ title: String, _ columns: [String], _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "## \(title)\n\nNo \(title.lowercased())." }
        let rules = columns.map { name in
            name == "Required" ? ":------:" : String(repeating: "-", count: max(name.count, 4))
        }
        let lines = ([columns, rules] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
        return "## \(title)\n\n" + lines.joined(separator: "\n")
    }

    private static func row(_ input: ModuleInterface.Input) -> [String] {
        [
            anchor("input", input.name), MarkdownCell.text(of: input.description),
            MarkdownCell.text(of: MarkdownCell.code(input.type)),
            input.isRequired ? "n/a" : MarkdownCell.text(of: MarkdownCell.code(input.defaultText)),
            input.isRequired ? "yes" : "no",
        ]
    }

    private static func row(_ resource: ModuleInterface.Resource) -> [String] {
        let name = resource.url.isEmpty ? resource.address : "[\(resource.address)](\(resource.url))"
        return [name, resource.isData ? "data source" : "resource"]
    }

    /// A name that links to itself.
    private static func anchor(_ kind: String, _ name: String) -> String {
        let target = "\(kind)_\(name)"
        return "<a name=\"\(target)\"></a> [\(escaped(name))](#\(escaped(target)))"
    }

    private static func escaped(_ name: String) -> String {
        var bytes: [UInt8] = []
        for byte in name.utf8 {
            if byte == UInt8(ascii: "_") { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func cell(_ text: String) -> String { text.isEmpty ? "n/a" : text }
}
