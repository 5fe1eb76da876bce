package import Diagnostics
package import OutputFolder

/// What makes a tree of files of a spec: the generator, or what a test puts in its place.
package protocol TreeRenderer: Sendable {
    /// Renders a spec; a tree with errors among its diagnostics is not written.
    func render(_ request: RenderRequest) -> RenderedTree
}

/// What there is to render, and how.
package struct RenderRequest {
    /// The path of the spec as the user typed it, for diagnostics.
    package var specPath: String

    /// The text of the spec.
    package var spec: [UInt8]

    /// The user's own templates, each in the place of the shipped one with the same path.
    package var templates: [OutputFile]

    /// The folder that the user's templates stand in, for diagnostics.
    package var templatesFolder: String

    /// Whether a region that infragen does not know is left to AWS to judge.
    package var allowsUnknownRegions: Bool

    /// Whether the rendered tree is linted, with its diagnostics among those of the rendering.
    package var isLinted: Bool

    /// The bytes of a file that the spec names, by its path relative to the spec; nil where there is none.
    package var readFile: (String) -> [UInt8]?

    /// The bytes of a file of the last render, by the spec's own output folder and the path in it.
    package var readRendered: (_ folder: String, _ path: String) -> [UInt8]?

    package init(
        specPath: String, spec: [UInt8], templates: [OutputFile] = [], templatesFolder: String = "",
        allowsUnknownRegions: Bool = false, isLinted: Bool = true,
        readFile: @escaping (String) -> [UInt8]? = { _ in nil },
        readRendered: @escaping (String, String) -> [UInt8]? = { _, _ in nil }
    ) {
        self.specPath = specPath
        self.spec = spec
        self.templates = templates
        self.templatesFolder = templatesFolder
        self.allowsUnknownRegions = allowsUnknownRegions
        self.isLinted = isLinted
        self.readFile = readFile
        self.readRendered = readRendered
    }
}

/// What came of it.
package struct RenderedTree: Sendable {
    /// Every file, in any order.
    package var files: [OutputFile]

    /// The output folder that the spec asks for, relative to the spec's own folder; nil for the default.
    package var outputFolder: String?

    /// What is wrong with the spec and the templates.
    package var diagnostics: [Diagnostic]

    /// The texts that the diagnostics point into.
    package var sources: SourceMap

    package init(
        files: [OutputFile], outputFolder: String? = nil, diagnostics: [Diagnostic] = [],
        sources: SourceMap = SourceMap()
    ) {
        self.files = files
        self.outputFolder = outputFolder
        self.diagnostics = diagnostics
        self.sources = sources
    }
}
