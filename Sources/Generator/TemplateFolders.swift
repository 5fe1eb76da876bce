public import Diagnostics
import TemplateEngine

/// The templates of a run: their texts, and the manifest of each folder.
public struct TemplateFolders: Sendable {
    /// One file below the templates folder.
    public struct File: Sendable {
        /// The path below the templates folder.
        public var path: String

        /// The whole text.
        public var bytes: [UInt8]

        /// The path that diagnostics show.
        public var shownPath: String

        package init(path: String, bytes: [UInt8], shownPath: String) {
            self.path = path
            self.bytes = bytes
            self.shownPath = shownPath
        }
    }

    /// One file that a folder renders, as its manifest describes it.
    struct Output {
        /// The template, such as `vpc/main.tf.tmpl`.
        var template: String

        /// The output path, or the template that gives it.
        var path: String
        var isPathTemplate: Bool
        var each: String?

        /// The template that renders to something when the file is wanted; nil for always.
        var condition: String?

        /// The template inside the conditions of its folder and its own.
        var guarded: String
    }

    /// A folder with a manifest.
    struct Folder {
        var name: String
        var manifest: TemplateManifest

        /// The template that renders to something when the folder is wanted.
        var condition: String
        var outputs: [Output]
    }

    /// Every template, for the renderer.
    private(set) var set = TemplateSet()

    /// The folders, sorted by name.
    private(set) var folders: [Folder] = []

    /// The texts that stand around templates only for their check.
    private var guards: Set<FileID> = []

    /// What is wrong with the manifests and the templates.
    public private(set) var diagnostics: [Diagnostic] = []

    /// Reads the files below a templates folder.
    ///
    /// - Parameters:
    ///   - files: The files; of two with one path the later counts, so that a user's file replaces a shipped one.
    ///   - sources: Where the texts are kept for diagnostics.
    public init(_ files: [File], sources: inout SourceMap) {
        let byPath = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { _, later in later })
        let paths = byPath.keys.sorted()
        for path in paths where path.hasSuffix(".tmpl") {
            guard let file = byPath[path] else { continue }
            set.add(path: path, bytes: file.bytes, to: &sources, shownPath: file.shownPath)
        }
        for path in paths where path.hasSuffix("/module.json") {
            guard let file = byPath[path] else { continue }
            let name = String(path.dropLast("/module.json".count))
            let id = sources.add(path: file.shownPath, bytes: file.bytes)
            let manifest = TemplateManifest(bytes: file.bytes, file: id) { diagnostics.append($0) }
            let templates = paths.filter { Self.isOutput($0, of: name) }
            addFolder(name, manifest, templates, shownPath: file.shownPath, sources: &sources)
        }
        diagnostics += set.diagnostics
    }

    /// Whether a path is a template that a folder renders as a file: not a partial, not in a folder below.
    private static func isOutput(_ path: String, of folder: String) -> Bool {
        guard path.hasPrefix(folder + "/"), path.hasSuffix(".tmpl") else { return false }
        let name = path.dropFirst(folder.count + 1)
        return !name.contains("/") && !name.hasPrefix("_")
    }

    private mutating func addFolder(
        _ name: String, _ manifest: TemplateManifest, _ templates: [String], shownPath: String,
        sources: inout SourceMap
    ) {
        var folder = Folder(
            name: name, manifest: manifest,
            condition: addCondition(manifest.when, name: name + "/when", shownPath, &sources), outputs: [])
        let prefix = manifest.folder.isEmpty ? "" : manifest.folder + "/"
        for template in templates {
            let file = String(template.dropFirst(name.count + 1))
            let entry = manifest.files[file] ?? TemplateManifest.File()
            var output = Output(
                template: template, path: prefix + file.dropLast(".tmpl".count), isPathTemplate: false,
                each: entry.each,
                guarded: addGuarded(template, [manifest.when, entry.when ?? "true"], shownPath, &sources))
            if let path = entry.path {
                output.path = "\(template)/path"
                output.isPathTemplate = true
                set.add(
                    path: output.path, bytes: Array((prefix + path).utf8), to: &sources, shownPath: shownPath)
            }
            if let when = entry.when {
                output.condition = addCondition(when, name: template + "/when", shownPath, &sources)
            }
            folder.outputs.append(output)
        }
        reportStrayFiles(of: manifest, folder, shownPath)
        folders.append(folder)
    }

    /// Adds a template that renders to something when a condition holds, and returns its path.
    private mutating func addCondition(
        _ condition: String, name: String, _ shownPath: String, _ sources: inout SourceMap
    ) -> String {
        let text = "{% if \(condition) %}1{% endif %}"
        set.add(path: name, bytes: Array(text.utf8), to: &sources, shownPath: shownPath)
        return name
    }

    /// Adds a template that includes another one inside some conditions, and returns its path.
    private mutating func addGuarded(
        _ template: String, _ conditions: [String], _ shownPath: String, _ sources: inout SourceMap
    ) -> String {
        let open = conditions.map { "{% if \($0) %}\n" }.joined()
        let close = conditions.map { _ in "{% endif %}\n" }.joined()
        let text = "\(open){% include \"\(template)\" %}\n\(close)"
        // The ending says how values are written, as it does for the template itself.
        let ending = template.dropLast(".tmpl".count).split(separator: ".").last ?? ""
        let path = "\(template)/guarded.\(ending)"
        guards.insert(sources.nextID)
        set.add(path: path, bytes: Array(text.utf8), to: &sources, shownPath: shownPath)
        return path
    }

    private mutating func reportStrayFiles(
        of manifest: TemplateManifest, _ folder: Folder, _ shownPath: String
    ) {
        let names = folder.outputs.map { String($0.template.dropFirst(folder.name.count + 1)) }
        for name in manifest.files.keys.sorted() where !names.contains(name) {
            diagnostics.append(
                Diagnostic(
                    id: "unknown-template",
                    summary: "the manifest names \"\(name)\", which is no template here",
                    path: shownPath,
                    help: nearestName(to: name, among: names).map { "did you mean \"\($0)\"?" }))
        }
    }

    /// What is wrong with the templates for any spec: names and types, in the branches of every condition.
    ///
    /// A template is checked inside the conditions of its folder and of its own, because they say what is
    /// there when it is rendered.
    func check(_ fields: SystemFields) -> [Diagnostic] {
        var checker = Checker(set)
        var found: [Diagnostic] = []
        let system = fields.systemScope
        for output in folders.flatMap(\.outputs) {
            let roots = system.merging(fields.scope(of: output.each), uniquingKeysWith: { _, own in own })
            if output.isPathTemplate { found += checker.check(output.path, roots: roots) }
            found += checker.check(output.guarded, roots: roots)
        }
        return found.map(withoutGuards)
    }

    /// A diagnostic without the notes that point into the conditions around a template.
    private func withoutGuards(_ diagnostic: Diagnostic) -> Diagnostic {
        var plain = diagnostic
        plain.notes.removeAll { note in note.range.map { guards.contains($0.file) } ?? false }
        return plain
    }
}
