import Diagnostics
import Foundation
import Spec
import TemplateLibrary
import TestSupport

@testable import Generator

/// The tree that a spec renders to with the shipped templates.
struct Rendering {
    var sources = SourceMap()
    var files: [RenderedFile] = []
    var diagnostics: [Diagnostic] = []

    /// Renders a text; files that the spec names are looked for beside the fixture specs, and `before` is the last
    /// rendering of the folder.
    init(
        _ text: String, path: String = "spec.json", templates: [(path: String, text: String)] = [],
        after before: Rendering? = nil
    ) {
        let file = sources.add(path: path, bytes: Array(text.utf8))
        let read = { (name: String) in
            FileManager.default.contents(atPath: specFolder + "/" + name).map { [UInt8]($0) }
        }
        let record = before?.files.first { $0.path == SystemRecord.path }?.bytes
        let reading = SpecReader.read(
            file, in: sources, options: SpecOptions(readFile: read, readRecord: { _ in record }))
        diagnostics = reading.diagnostics.filter { $0.severity == .error }
        let shipped = (ShippedTemplates.files + templates).map {
            TemplateFolders.File(path: $0.path, bytes: Array($0.text.utf8), shownPath: $0.path)
        }
        let folders = TemplateFolders(shipped, sources: &sources)
        let tree = TreeGenerator(folders).tree(of: reading, sources: &sources, readFile: read)
        files = tree.files
        diagnostics += tree.diagnostics
    }

    var messages: String { diagnostics.map { $0.text(in: sources) }.joined() }

    func text(_ path: String) -> String? {
        files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
}

/// The folder of the fixture specs.
let specFolder = folder() + "/Fixtures/specs"

/// The file names of the fixture specs.
let specs = (try? FileManager.default.contentsOfDirectory(atPath: specFolder))?.sorted() ?? []

/// The text of a fixture spec.
func spec(_ name: String) throws -> String {
    try String(contentsOfFile: specFolder + "/" + name, encoding: .utf8)
}
