import Diagnostics
import Files
import Generator
import Lint
import OutputFolder
import Spec
import TemplateLibrary

/// Renders with the shipped templates, or the user's in their places.
package struct GeneratorRenderer: TreeRenderer {
    package init() {}

    package func render(_ request: RenderRequest) -> RenderedTree {
        var sources = SourceMap()
        let file = sources.add(path: request.specPath, bytes: request.spec)
        let reading = SpecReader.read(
            file, in: sources,
            options: SpecOptions(
                allowsUnknownRegions: request.allowsUnknownRegions, readFile: request.readFile,
                readRecord: { request.readRendered($0, SystemRecord.path) }))
        guard let base = reading.base, !reading.diagnostics.hasErrors else {
            return RenderedTree(files: [], diagnostics: reading.diagnostics, sources: sources)
        }
        let folders = TemplateFolders(templates(with: request), sources: &sources)
        let (files, diagnostics) = TreeGenerator(folders, isProven: request.templates.isEmpty).tree(
            of: reading, sources: &sources, readFile: request.readFile)
        var tree = RenderedTree(
            files: files.map { OutputFile(path: $0.path, bytes: $0.bytes) }, outputFolder: base.output,
            diagnostics: reading.diagnostics + diagnostics, sources: sources)
        if request.isLinted, !tree.diagnostics.hasErrors { lint(&tree) }
        return tree
    }

    /// Adds what is wrong with the tree itself, which is mostly a mistake in a template.
    private func lint(_ tree: inout RenderedTree) {
        let files = LintJob.fileSystem(of: tree.files)
        guard
            let run = LintRun(
                "/", files: files, options: LintOptions(), sources: tree.sources, isRendered: true)
        else {
            return
        }
        tree.diagnostics += run.diagnostics
        tree.sources = run.sources
    }

    /// The shipped templates, and the user's behind them: of two with one path the later counts.
    private func templates(with request: RenderRequest) -> [TemplateFolders.File] {
        let shipped = ShippedTemplates.files.map { file in
            TemplateFolders.File(
                path: file.path, bytes: Array(file.text.utf8), shownPath: "Templates/" + file.path)
        }
        return shipped
            + request.templates.map { file in
                TemplateFolders.File(
                    path: file.path, bytes: file.bytes,
                    shownPath: joinedPath(request.templatesFolder, file.path))
            }
    }
}
