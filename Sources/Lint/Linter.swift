public import Diagnostics
public import Terraform

/// What a linter found out about a tree.
public struct LintResult: Sendable {
    /// What is wrong, by file, place and rule.
    public var diagnostics: [Diagnostic]

    /// Whether something could not be read: a file, a folder, or a text with syntax errors.
    public var isIncomplete: Bool
}

/// Looks at a root module and all that it calls.
public struct Linter: Sendable {
    /// What is looked at.
    public var options: LintOptions

    /// Makes a linter.
    public init(options: LintOptions = LintOptions()) { self.options = options }

    /// Reads a root module with all that it calls through local sources, and says what is wrong.
    ///
    /// - Parameters:
    ///   - path: The path of the root module's folder.
    ///   - variableFiles: The values of its variables, in the order in which Terraform reads them.
    ///   - rendered: What infragen's manifest says of the folder; nil where infragen did not render it.
    ///   - sources: Where the files that are read go.
    ///   - folder: Tells what stands in a folder, by its path; nil where there is none or where it must not be
    ///     read.
    /// - Returns: What is wrong.
    public func lint(
        _ path: String, variableFiles: [VariableFile] = [], rendered: RenderRecord? = nil,
        into sources: inout SourceMap,
        folder: (String) -> ModuleFolder?
    ) -> LintResult {
        let (tree, mistakes) = ModuleTree.read(path, into: &sources, folder: folder)
        var loading = mistakes
        let ids = variableFiles.map { sources.add(path: $0.path, bytes: $0.bytes) }
        let hidden = loading.filter { LoadRule.hidesDeclarations($0.id) && $0.severity == .error }
        let context = LintContext(
            tree: tree, sources: sources, hidden: Set(hidden.compactMap { $0.subject?.file }),
            rendered: rendered,
            requested: options.wanted ?? []
        ) { tree, isComplete in
            let (environments, mistakes) = LintEnvironment.all(
                variableFiles, ids: ids, tree: tree, isComplete: isComplete)
            loading += mistakes
            return environments
        }
        var diagnostics = loading.map { diagnostic in
            var diagnostic = diagnostic
            if let subject = diagnostic.subject {
                diagnostic.notes += context.chain(to: subject, instance: nil)
            }
            return diagnostic
        }
        for rule in AllRules.list where options.includes(rule.id) && context.includes(rule) {
            var report = RuleReport(rule: rule, context: context)
            rule.check(context, &report)
            diagnostics += report.diagnostics
        }
        let wanted = diagnostics.filter { options.includes($0.id) }
        let kept = Suppression.applied(to: wanted, in: context, options: options)
        return LintResult(
            diagnostics: Self.sorted(kept, in: sources),
            isIncomplete: loading.contains { LoadRule.isUnreadable($0.id) && $0.severity == .error })
    }

    /// Diagnostics by path, place, rule and words.
    package static func sorted(_ diagnostics: [Diagnostic], in sources: SourceMap) -> [Diagnostic] {
        diagnostics.map { diagnostic in
            let path = diagnostic.subject.map { sources[$0.file].path } ?? diagnostic.path ?? ""
            return (path: path, diagnostic: diagnostic)
        }.sorted { left, right in
            if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
            let (first, second) = (left.diagnostic, right.diagnostic)
            let starts = (first.subject?.start ?? -1, second.subject?.start ?? -1)
            if starts.0 != starts.1 { return starts.0 < starts.1 }
            if first.id != second.id { return first.id < second.id }
            return first.summary < second.summary
        }.map(\.diagnostic)
    }
}
