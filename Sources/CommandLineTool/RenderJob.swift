import Diagnostics
import Files
import OutputFolder

/// One spec on its way to a tree: what is read, and where the tree goes.
struct RenderJob {
    /// The longest spec that is read; a thousand times what a large system needs.
    private static let specLimit = 16 << 20

    private let arguments: Arguments
    private let context: CommandContext

    /// The path of the spec, as the user typed it.
    let specPath: String

    /// The output folder; known once the spec is rendered.
    private(set) var folder = ""

    /// Where everything is read and written: the disk, or git's index in memory.
    private(set) var files: any FileSystem

    init(arguments: Arguments, context: CommandContext) {
        self.arguments = arguments
        self.context = context
        specPath = arguments.value(of: RenderCommand.spec) ?? "spec.json"
        files = context.files
    }

    /// The tree; nil after an error, which has been reported.
    mutating func render() -> [OutputFile]? {
        if arguments.isSet(RenderCommand.staged) {
            guard let staged = stagedFiles else { return nil }
            files = staged
        }
        guard let spec = readSpec() else { return nil }
        guard let templates = readTemplates() else { return nil }
        let rendered = context.world.renderer.render(
            RenderRequest(
                specPath: specPath == "-" ? "<stdin>" : specPath, spec: spec, templates: templates,
                templatesFolder: arguments.value(of: RenderCommand.templates) ?? "",
                allowsUnknownRegions: arguments.isSet(RenderCommand.unknownRegion),
                readFile: { [files, specFolder] path in
                    try? files.read(joinedPath(specFolder, path), limit: Self.specLimit).get()
                },
                readRendered: { [files, outputFolder] folder, path in
                    try? files.read(joinedPath(outputFolder(folder), path), limit: Self.specLimit).get()
                }))
        var diagnostics = rendered.diagnostics
        if arguments.isSet(RenderCommand.strict) {
            for index in diagnostics.indices { diagnostics[index].severity = .error }
        }
        context.console.report(diagnostics, in: rendered.sources)
        if diagnostics.hasErrors { return nil }
        folder = outputFolder(rendered.outputFolder ?? "modules-out")
        return rendered.files
    }

    /// The folder to write to, given the one that the spec names.
    private func outputFolder(_ named: String) -> String {
        arguments.value(of: RenderCommand.out) ?? joinedPath(specFolder, named)
    }

    /// What is staged in the repository of the spec; nil when there is none, which is reported.
    private var stagedFiles: StagedFiles? {
        let git = Git(run: context.world.runProgram)
        if let files = StagedFiles(containing: specFolder, git: git, disk: context.files) { return files }
        return fail([
            Diagnostic(
                id: "no-repository", summary: "git knows no repository at \"\(specFolder)\"",
                help: "--staged works in a git repository only; `git -C \(specFolder) status` may say more")
        ])
    }

    /// The folder that paths in the spec start from.
    private var specFolder: String { specPath == "-" ? "." : parentPath(of: specPath) }

    /// The command that brings the folder in step, for messages.
    var renderCommand: String {
        var words = ["infragen", "render"]
        if arguments.value(of: RenderCommand.spec) != nil { words.append(specPath) }
        for option in [RenderCommand.out, RenderCommand.templates] {
            if let value = arguments.value(of: option) { words += [option.name, value] }
        }
        if arguments.isSet(RenderCommand.unknownRegion) { words.append(RenderCommand.unknownRegion.name) }
        return words.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
    }

    private func readSpec() -> [UInt8]? {
        let result =
            specPath == "-"
            ? context.world.input(Self.specLimit) : files.read(specPath, limit: Self.specLimit)
        switch result {
        case .success(let bytes): return bytes
        case .failure(let error):
            let help: String? =
                switch error.reason {
                case .notFound: "name your spec (infragen render SPEC), or make one with `infragen init`"
                case .isFolder: "name the file: infragen render \(joinedPath(specPath, "spec.json"))"
                default: nil
                }
            return fail([Diagnostic(id: "unreadable-file", summary: error.summary, help: help)])
        }
    }

    /// The templates of the user; none without the option.
    private func readTemplates() -> [OutputFile]? {
        guard let folder = arguments.value(of: RenderCommand.templates) else { return [] }
        switch TemplateFolder.files(below: folder, in: files) {
        case .failure(let error):
            return fail([Diagnostic(id: "unreadable-file", summary: error.summary)])
        case .success(let templates):
            if templates.isEmpty {
                context.console.report([
                    Diagnostic(
                        id: "no-template", severity: .warning, summary: "no template stands in \"\(folder)\"",
                        help: "put a template there under the path of a shipped one, such as vpc/main.tf.tmpl"
                    )
                ])
            }
            return templates
        }
    }

    private func fail<Value>(_ diagnostics: [Diagnostic]) -> Value? {
        context.console.report(diagnostics)
        return nil
    }
}
