public import Diagnostics
import HCL
public import Spec
import TemplateEngine

/// The way from a spec to the files of its tree: plan, render, tidy, parse and format.
///
/// A text that does not parse is an error and never a file: what a template emits is HCL, or nothing is
/// emitted.
public struct TreeGenerator: Sendable {
    private let folders: TemplateFolders
    private let fields: SystemFields

    /// What is wrong with the templates, whatever the spec is.
    private let templateDiagnostics: [Diagnostic]

    /// Makes a generator over some templates.
    ///
    /// - Parameters:
    ///   - folders: The templates.
    ///   - isProven: Whether the templates are known to be right for every spec, as the shipped ones are, which
    ///     were checked before they were shipped. All others are checked here.
    public init(_ folders: TemplateFolders, isProven: Bool = false) {
        self.folders = folders
        fields = SystemFields(schema: .current)
        let isChecked = isProven || folders.diagnostics.hasErrors
        templateDiagnostics = folders.diagnostics + (isChecked ? [] : folders.check(fields))
    }

    /// The files of the tree that a spec describes.
    ///
    /// - Parameters:
    ///   - reading: A spec without errors; one with errors gives no file.
    ///   - sources: Where rendered texts are kept for diagnostics.
    ///   - readFile: The bytes of a file that the spec names, by its path relative to the spec.
    /// - Returns: The files, sorted by path, and what went wrong with the templates; with an error among the
    ///   diagnostics the files are not to be used.
    public func tree(
        of reading: SpecReading, sources: inout SourceMap, readFile: (String) -> [UInt8]? = { _ in nil }
    ) -> (files: [RenderedFile], diagnostics: [Diagnostic]) {
        guard let base = reading.base, !reading.diagnostics.hasErrors else { return ([], []) }
        guard base.terraform.layout == .directories else {
            let system = SystemModel(base, reading.environments, record: reading.record)
            let (files, diagnostics) = root(of: system, &sources, readFile)
            return ([record(of: reading, [system])] + files, diagnostics)
        }
        var roots: [DirectoryLayout.Root] = []
        var systems: [SystemModel] = []
        var found: [Diagnostic] = []
        for environment in ownerFirst(reading.environments) {
            let system = SystemModel(
                rootOf: environment, among: reading.environments, record: reading.record)
            systems.append(system)
            let (files, diagnostics) = root(of: system, &sources, readFile)
            roots.append(DirectoryLayout.Root(environment: environment.name, files: files))
            found += diagnostics
        }
        let common = tree(of: SystemModel(base, reading.environments), forTree: true, &sources)
        let files = DirectoryLayout(roots).files + common.files + [record(of: reading, systems)]
        var seen = Set<Diagnostic>()
        return (
            files.sorted { $0.path < $1.path },
            (found + common.diagnostics).filter { seen.insert($0).inserted }
        )
    }

    /// What the next render has to know of this one.
    private func record(of reading: SpecReading, _ systems: [SystemModel]) -> RenderedFile {
        var record = SystemRecord(reading.environments)
        for system in systems {
            let groups = system.services.flatMap(\.targetGroups)
            for environment in system.environments {
                for group in groups {
                    record.environments[environment.name]?.priorities[group.key] = group.directPriority
                }
            }
        }
        return RenderedFile(path: SystemRecord.path, bytes: record.bytes, template: "")
    }

    /// The environments by name, behind the one that holds what exists once per account.
    private func ownerFirst(_ environments: [EnvironmentSpec]) -> [EnvironmentSpec] {
        let owner = SystemModel.accountOwner(of: environments)
        return environments.sorted {
            ($0.name != owner ? 1 : 0, $0.name) < ($1.name != owner ? 1 : 0, $1.name)
        }
    }

    /// One root configuration with its modules and the files that the spec names.
    private func root(
        of system: SystemModel, _ sources: inout SourceMap, _ readFile: (String) -> [UInt8]?
    ) -> (files: [RenderedFile], diagnostics: [Diagnostic]) {
        let (files, diagnostics) = tree(of: system, forTree: false, &sources)
        let own = OwnFiles.files(of: system, read: readFile)
        return ((files + own).sorted { $0.path < $1.path }, diagnostics)
    }

    private func tree(
        of system: SystemModel, forTree: Bool, _ sources: inout SourceMap
    ) -> (files: [RenderedFile], diagnostics: [Diagnostic]) {
        var diagnostics = templateDiagnostics
        guard !diagnostics.hasErrors else { return ([], diagnostics) }
        var planner = Planner(folders: folders, system: system, fields: fields)
        let plans = planner.plans(forTree: forTree)
        var files: [RenderedFile] = []
        for plan in plans {
            let rendered = planner.renderer.render(plan.template, values: plan.values)
            diagnostics += rendered.diagnostics
            guard !rendered.diagnostics.hasErrors else { continue }
            let file = finished(plan, rendered.bytes, &sources, &diagnostics)
            if let file { files.append(file) }
        }
        diagnostics += planner.diagnostics
        files += ModuleReadmes.files(of: files, folders: folders.folders)
        // One slip in a template shows in every file that the template gives.
        var seen = Set<Diagnostic>()
        return (files.sorted { $0.path < $1.path }, diagnostics.filter { seen.insert($0).inserted })
    }

    /// A rendered text as the file it becomes; nil for HCL without a single block or argument.
    private func finished(
        _ plan: FilePlan, _ bytes: [UInt8], _ sources: inout SourceMap, _ diagnostics: inout [Diagnostic]
    ) -> RenderedFile? {
        guard plan.path.hasSuffix(".tf") || plan.path.hasSuffix(".tfvars") || plan.path.hasSuffix(".hcl")
        else {
            return RenderedFile(path: plan.path, bytes: bytes, template: plan.template)
        }
        let id = sources.add(path: plan.path, bytes: bytes)
        let tidied = BlankLines.tidied(bytes, file: id)
        guard Self.saysSomething(tidied, file: id) else { return nil }
        let (formatted, found) = Formatter.format(tidied, file: id)
        if !found.isEmpty {
            // The ranges are those of the tidied text, so that is the one to show.
            let shown = sources.add(path: plan.path, bytes: tidied)
            diagnostics += found.map { Self.moved($0, to: shown, template: plan.template) }
        }
        return RenderedFile(path: plan.path, bytes: formatted, template: plan.template)
    }

    /// Whether a file holds more than comments.
    private static func saysSomething(_ bytes: [UInt8], file: FileID) -> Bool {
        Lexer.tokens(of: bytes, file: file).tokens.contains {
            $0.kind != .comment && $0.kind != .newline && $0.kind != .endOfFile
        }
    }

    /// A diagnostic about a rendered text, with the template that it came from.
    private static func moved(_ diagnostic: Diagnostic, to file: FileID, template: String) -> Diagnostic {
        var moved = diagnostic
        moved.subject?.file = file
        moved.notes.append(Diagnostic.Note("the text was rendered by the template \(template)"))
        return moved
    }
}
