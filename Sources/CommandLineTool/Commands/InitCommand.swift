import Diagnostics
import Files

/// `infragen init [DIR]`.
struct InitCommand: Command {
    let name = "init"
    let summary = "Start a project: a spec, and the files that a repository with one wants."
    let positionals = [directory]
    let options = [sample, project, pipeline]
    let discussion = """
        Makes spec.json, .gitignore, .pre-commit-config.yaml, README.md and src/, the container of a small site to \
        start with. A file that is there already is left alone, so it can be used in a repository that holds other \
        things.

        With --ci there is also a job that checks every change, and plans every night whether the account is still \
        as the tree says.
        """

    private static let directory = Positional(
        name: "DIR", help: "The folder of the project; the current one if none is given.", kind: .folder)
    private static let sample = Option.flag(
        "--sample", help: "Write a spec of a whole two-region system instead of the smallest one.")
    private static let project = Option.value(
        "--project", letter: "p", "NAME",
        help: "The name of the project, first part of every name in AWS; that of the folder if none is given."
    )
    private static let pipeline = Option.value(
        "--ci", "SYSTEM", .choice(Scaffold.pipelineNames), help: "Write the checks for this system as well.")

    func run(_ arguments: Arguments, in context: CommandContext) -> ExitCode {
        let folder = arguments.value(of: Self.directory) ?? "."
        let given = arguments.value(of: Self.project)
        if let given, !Scaffold.isName(given) {
            return fail(
                "illegal-project-name", "\"\(given)\" cannot be the name of a project", Scaffold.nameRule,
                context)
        }
        let files = context.files
        if files.exists(folder), !files.isFolder(folder) {
            return fail(
                "blocked-path", "\"\(folder)\" is not a folder", "name a folder, or a new one", context)
        }
        let project = given ?? Scaffold.name(ofFolder: folderName(folder, files))
        let texts = Dictionary(context.world.shippedTemplates().map { ($0.path, $0.text) }) { first, _ in
            first
        }
        let isSample = arguments.isSet(Self.sample)
        let scaffold = Scaffold(texts: texts)
        guard
            let wanted = scaffold.files(
                project: project, isSample: isSample, pipeline: arguments.value(of: Self.pipeline))
        else {
            return fail(
                "missing-template", "this build of infragen has no scaffold", "build it anew", context)
        }
        let missing = wanted.filter { !files.exists(joinedPath(folder, $0.path)) }
        if let error = make(missing, in: folder, files) {
            return fail("unwritable-file", error.summary, "nothing was written", context)
        }
        tell(wanted, made: Set(missing.map(\.path)), folder: folder, context.console)
        return .done
    }

    /// Makes all files or none.
    private func make(_ missing: [Scaffold.File], in folder: String, _ files: any FileSystem) -> FileError? {
        if missing.isEmpty { return nil }
        var made: [String] = []
        for (index, file) in missing.enumerated() {
            guard let error = create(joinedPath(folder, file.path), file.bytes, files, &made) else {
                continue
            }
            missing[..<index].forEach { _ = files.removeFile(joinedPath(folder, $0.path)) }
            made.reversed().forEach { _ = files.removeFolder($0) }
            return error
        }
        return nil
    }

    /// Makes a file and the folders above it, which are added to those made so far.
    private func create(_ path: String, _ bytes: [UInt8], _ files: any FileSystem, _ made: inout [String])
        -> FileError?
    {
        switch files.makeFolders(parentPath(of: path)) {
        case .failure(let error): return error
        case .success(let folders): made += folders
        }
        return files.create(path, bytes: bytes, permissions: nil)
    }

    private func tell(_ wanted: [Scaffold.File], made: Set<String>, folder: String, _ console: Console) {
        for file in wanted {
            let word = made.contains(file.path) ? "added     " : "left alone"
            console.print("\(word) \(joinedPath(folder, file.path))")
        }
        let spec = joinedPath(folder, "spec.json")
        let place = folder == "." ? "" : " " + folder
        console.print(
            """

            Next:
              1. say in \(spec) what you want
              2. infragen render\(folder == "." ? "" : " " + spec)
              3. infragen hook install\(place)   (or: pre-commit install)
            """)
        if !made.contains(".pre-commit-config.yaml") {
            console.print(
                "     .pre-commit-config.yaml is yours: add the hook `infragen render --check --staged`")
        }
        if !made.contains(".gitignore") {
            console.print(
                "     .gitignore is yours: see that it names .terraform/, *.tfstate and *.auto.tfvars")
        }
    }

    /// The last name of a folder's real path.
    private func folderName(_ folder: String, _ files: any FileSystem) -> String {
        if case .success(let path) = files.resolvedPath(of: folder) { return lastName(of: path) }
        return lastName(of: folder)
    }

    private func fail(_ id: String, _ summary: String, _ help: String, _ context: CommandContext) -> ExitCode
    {
        context.console.report([Diagnostic(id: id, summary: summary, help: help)])
        return .failed
    }
}
