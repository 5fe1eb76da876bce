import Diagnostics
import Files
import Lint
import OutputFolder
import Terraform

/// All roots of a folder, linted.
struct LintRun {
    /// What is wrong, by file, place and rule; paths are relative to the folder.
    private(set) var diagnostics: [Diagnostic] = []

    /// The texts that the diagnostics point into.
    private(set) var sources: SourceMap

    /// Whether something could not be read.
    private(set) var isIncomplete = false

    /// How many root modules there are.
    private(set) var rootCount = 0

    /// What the manifests say of the folders that have one, by path; for one without them whether it was rendered
    /// into memory.
    private var renderedFolders: RenderedFolders

    /// Lints every root below a folder; nil where the folder is not there.
    ///
    /// What infragen promises of its trees is asked of folders with a manifest, and of all where `isRendered`.
    init?(
        _ base: String, files: any FileSystem, options: LintOptions, excluded: Set<String> = [],
        sources: SourceMap = SourceMap(), isRendered: Bool = false
    ) {
        self.sources = sources
        renderedFolders = RenderedFolders(base, files: files, isRendered: isRendered)
        guard let folders = LintFolders(base, files: files) else { return nil }
        let candidates = folders.candidates(except: excluded)
        var covered: Set<String> = []
        var others: [String] = []
        for candidate in candidates {
            if candidate.isEmpty {
                lint(candidate, folders, options, &covered)
            } else {
                others.append(candidate)
            }
        }
        lintOthers(others, folders, options, &covered)
        // Nobody runs Terraform here; the modules that no other calls are looked at on their own.
        if rootCount == 0 {
            for candidate in others where !covered.contains(candidate) {
                lint(candidate, folders, options, &covered)
            }
        }
        if folders.hasBlockedPaths, diagnostics.contains(where: { $0.id.hasPrefix("module-") }) {
            isIncomplete = true
        }
        diagnostics = Self.distinct(Linter.sorted(diagnostics, in: self.sources), in: self.sources)
    }

    /// Lints what no root calls, but what looks as if Terraform were run there; outer folders first, so that what
    /// they call is not taken for a root.
    private mutating func lintOthers(
        _ candidates: [String], _ folders: LintFolders, _ options: LintOptions, _ covered: inout Set<String>
    ) {
        for candidate in candidates where !covered.contains(candidate) {
            var scratch = SourceMap()
            let (tree, _) = ModuleTree.read(candidate, into: &scratch, folder: folders.folder)
            if folders.looksLikeRoot(candidate, tree.root) { lint(candidate, folders, options, &covered) }
        }
    }

    private mutating func lint(
        _ root: String, _ folders: LintFolders, _ options: LintOptions, _ covered: inout Set<String>
    ) {
        rootCount += 1
        let (variableFiles, mistakes) = folders.variableFiles(of: root)
        let first = sources.files.count
        let result = Linter(options: options).lint(
            root, variableFiles: variableFiles, rendered: renderedFolders.record(around: root),
            into: &sources,
            folder: folders.folder)
        diagnostics += result.diagnostics + mistakes
        isIncomplete = isIncomplete || result.isIncomplete || !mistakes.isEmpty
        for file in sources.files[first...] {
            let folder = parentPath(of: file.path)
            covered.insert(folder == "." ? "" : folder)
        }
    }

    /// Each diagnostic once, also where two roots call one module.
    private static func distinct(_ diagnostics: [Diagnostic], in sources: SourceMap) -> [Diagnostic] {
        struct Key: Hashable {
            var id: String
            var summary: String
            var path: String
            var start: Int32
        }
        var seen: Set<Key> = []
        return diagnostics.filter { diagnostic in
            let path = diagnostic.subject.map { sources[$0.file].path } ?? diagnostic.path ?? ""
            return seen.insert(
                Key(
                    id: diagnostic.id, summary: diagnostic.summary, path: path,
                    start: diagnostic.subject?.start ?? -1)
            ).inserted
        }
    }
}
