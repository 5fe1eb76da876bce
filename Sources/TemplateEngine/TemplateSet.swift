public import Diagnostics

/// Templates by path, as they include each other.
public struct TemplateSet: Sendable {
    /// The templates by path.
    private(set) var templates: [String: Template] = [:]

    /// Makes a set without templates.
    public init() {}

    /// Parses a template and adds it; one that has the path already is replaced.
    ///
    /// - Parameters:
    ///   - path: The path under which others include it, such as `vpc/main.tf.tmpl`. Without `.tmpl` its ending
    ///     says how values are written: `.tf`, `.tfvars` and `.hcl`, `.json`, `.md`, or plain text.
    ///   - bytes: The whole text.
    ///   - sources: Where the text is kept for diagnostics.
    ///   - shownPath: The path that diagnostics show, where it is another one.
    public mutating func add(
        path: String, bytes: [UInt8], to sources: inout SourceMap, shownPath: String? = nil
    ) {
        let file = sources.add(path: shownPath ?? path, bytes: bytes)
        templates[path] = Template(path: path, file: file, bytes: bytes)
    }

    /// The paths of all templates, sorted.
    public var paths: [String] { templates.keys.sorted() }

    /// What is wrong with the templates as they stand, whatever their values are: sorted by path.
    public var diagnostics: [Diagnostic] {
        templates.values.sorted { $0.path < $1.path }.flatMap(\.diagnostics)
    }
}
