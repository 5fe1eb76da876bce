import Diagnostics
import Files
import Lint
import OutputFolder

/// One run of `lint`, from the words of the user to the exit code.
struct LintJob {
    private let arguments: Arguments
    private let context: CommandContext
    private let path: String

    init(arguments: Arguments, context: CommandContext) {
        self.arguments = arguments
        self.context = context
        path = arguments.value(of: LintCommand.folder) ?? "."
    }

    mutating func run() -> ExitCode {
        let isSpec = path.hasSuffix(".json") && !context.files.isFolder(path)
        if isSpec {
            guard let rendered = renderedTree() else { return .failed }
            return lint(
                "/", files: rendered, settingsFolder: parentPath(of: path), shown: "", isRendered: true)
        }
        guard context.files.isFolder(path) else {
            let isFile = context.files.exists(path)
            return fail(
                Diagnostic(
                    id: isFile ? "not-a-folder" : "folder-missing",
                    summary: isFile ? "\"\(path)\" is no folder" : "there is no folder \"\(path)\"",
                    help: isFile
                        ? "name the folder that it stands in: infragen lint \(parentPath(of: path))" : nil))
        }
        return lint(path, files: context.files, settingsFolder: path, shown: path == "." ? "" : path)
    }

    private func lint(
        _ base: String, files: any FileSystem, settingsFolder: String, shown: String,
        isRendered: Bool = false
    ) -> ExitCode {
        let settings = LintSettings(in: settingsFolder, files: context.files)
        if !settings.diagnostics.isEmpty {
            context.console.report(settings.diagnostics, in: settings.sources)
            return .failed
        }
        let wanted = arguments.values(of: LintCommand.rule)
        let options = LintOptions(
            wanted: wanted.isEmpty ? nil : Set(wanted),
            disabled: settings.disabled.union(arguments.values(of: LintCommand.disable)))
        guard
            var run = LintRun(
                base, files: files, options: options, excluded: settings.excluded, isRendered: isRendered)
        else {
            return fail(Diagnostic(id: "folder-missing", summary: "there is no folder \"\(path)\""))
        }
        if run.rootCount == 0 {
            return fail(
                Diagnostic(
                    id: "no-terraform-file", summary: "there is no .tf file in \"\(path)\", nor below it"))
        }
        var failures: [Diagnostic] = []
        if arguments.isSet(LintCommand.fix) {
            guard !(base == "/" && shown.isEmpty && settingsFolder != path) else {
                return fail(
                    Diagnostic(
                        id: "conflicting-options",
                        summary: "what a spec renders cannot be corrected by \"--fix\"",
                        help: "correct the spec or the templates"))
            }
            var writer = FixWriter(files: files, base: base)
            writer.apply(run.diagnostics, in: run.sources)
            failures = writer.diagnostics
            if writer.count > 0,
                let again = LintRun(base, files: files, options: options, excluded: settings.excluded)
            {
                run = again
            }
        }
        print(run, shown: shown)
        context.console.report(failures)
        if run.isIncomplete || !failures.isEmpty { return .failed }
        let failOn =
            arguments.value(of: LintCommand.failOn).flatMap { Diagnostic.Severity(rawValue: $0) }
            ?? settings.failOn ?? .warning
        return run.diagnostics.contains { $0.severity >= failOn } ? .outOfDate : .done
    }

    private func print(_ run: LintRun, shown: String) {
        let name = arguments.value(of: LintCommand.format) ?? LintReportFormat.text.rawValue
        let format = LintReportFormat(rawValue: name) ?? .text
        let report = LintReport(
            diagnostics: run.diagnostics, sources: run.sources, folder: shown, rootCount: run.rootCount,
            isQuiet: arguments.isSet(LintCommand.quiet))
        context.console.write(Array(format.text(of: report, colours: context.console.coloursOutput).utf8))
    }

    /// The tree that the spec renders, in memory; nil after an error, which has been reported.
    private func renderedTree() -> (any FileSystem)? {
        let folder = parentPath(of: path)
        let spec: [UInt8]
        switch context.files.read(path) {
        case .success(let bytes): spec = bytes
        case .failure(let error):
            context.console.report([Diagnostic(id: "unreadable-file", summary: error.summary)])
            return nil
        }
        let rendered = context.world.renderer.render(
            RenderRequest(
                specPath: path, spec: spec, isLinted: false,
                readFile: { [files = context.files] name in try? files.read(joinedPath(folder, name)).get() })
        )
        if rendered.diagnostics.hasErrors {
            context.console.report(rendered.diagnostics, in: rendered.sources)
            return nil
        }
        return Self.fileSystem(of: rendered.files)
    }

    /// Rendered files as a file system of their own.
    static func fileSystem(of files: [OutputFile]) -> any FileSystem {
        let memory = InMemoryFileSystem()
        for file in files { memory.put("/" + file.path, file.bytes) }
        return memory
    }

    private func fail(_ diagnostic: Diagnostic) -> ExitCode {
        context.console.report([diagnostic])
        return .failed
    }
}
