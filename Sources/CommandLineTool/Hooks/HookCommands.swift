import Diagnostics
import Files

/// `infragen hook install [DIR]`.
struct HookInstallCommand: Command {
    let name = "hook install"
    let summary = "Let git check before every commit that the tree is in step with the spec."
    let positionals = [directory]
    let options = [spec, out, templates]
    let discussion = """
        The hook checks what is staged, for that becomes the commit (infragen render --check --staged). It stands \
        where git looks for hooks, core.hooksPath and worktrees included. A hook that stands there already is kept \
        and runs first. `git commit --no-verify` passes both by.

        With the pre-commit framework, use the hook infragen-render-check of its .pre-commit-config.yaml instead.
        """

    static let directory = Positional(
        name: "DIR", help: "The folder of the spec; the current one if none is given.", kind: .folder)
    private static let spec = Option.value(
        "--spec", "NAME", .file, help: "The spec in it; spec.json if none.")
    private static let out = Option.value(
        "--out", letter: "o", "DIR", .folder, help: "The output folder, as for render.")
    private static let templates = Option.value(
        "--templates", letter: "t", "DIR", .folder, help: "Templates of your own, as for render.")

    func run(_ arguments: Arguments, in context: CommandContext) -> ExitCode {
        let folder = arguments.value(of: Self.directory) ?? "."
        let spec = joinedPath(folder, arguments.value(of: Self.spec) ?? "spec.json")
        let result = HookPlace.find(for: folder, in: context).flatMap { place in
            var script = HookScript(spec: place.path(spec))
            for option in [Self.out, Self.templates] {
                if let value = arguments.value(of: option) {
                    script.options += [option.name, place.path(value)]
                }
            }
            script.program = place.program
            return HookFile(files: context.files, folder: place.hooksFolder).install(script)
        }
        guard let deeds = context.tell(result) else { return .failed }
        if deeds.contains(where: { $0.word == "kept" }) {
            context.console.print("The hook that stood there before runs first.")
        }
        if !context.files.exists(spec) {
            context.console.print(
                "There is no \(spec) yet: until it is staged, the hook lets every commit pass.")
        }
        return .done
    }
}

/// `infragen hook uninstall [DIR]`.
struct HookUninstallCommand: Command {
    let name = "hook uninstall"
    let summary = "Take infragen's hook away, and put back the one that stood there before."
    let positionals = [HookInstallCommand.directory]

    func run(_ arguments: Arguments, in context: CommandContext) -> ExitCode {
        let folder = arguments.value(of: HookInstallCommand.directory) ?? "."
        let result = HookPlace.find(for: folder, in: context).flatMap {
            HookFile(files: context.files, folder: $0.hooksFolder).uninstall()
        }
        guard let deeds = context.tell(result) else { return .failed }
        if deeds.isEmpty { context.console.print("No hook of infragen is installed.") }
        return .done
    }
}

extension CommandContext {
    /// Prints what was done, or why not.
    fileprivate func tell(_ result: Result<HookFile.Deeds, Refusal>) -> HookFile.Deeds? {
        switch result {
        case .failure(let refusal):
            console.report([refusal.diagnostic])
            return nil
        case .success(let deeds):
            for deed in deeds {
                console.print(deed.word + String(repeating: " ", count: 10 - deed.word.count) + deed.path)
            }
            return deeds
        }
    }
}

/// Where the hooks of a repository stand, and how it names paths.
private struct HookPlace {
    let hooksFolder: String
    let program: String?
    private let top: String
    private let files: any FileSystem

    static func find(for folder: String, in context: CommandContext) -> Result<HookPlace, Refusal> {
        let git = Git(run: context.world.runProgram)
        guard let top = git.topFolder(of: folder), let hooks = git.hooksFolder(ofTop: top) else {
            return .failure(
                Refusal(
                    id: "no-repository", summary: "git knows no repository at \"\(folder)\"",
                    help: "run `git init` first; `git -C \(folder) status` may say more"))
        }
        // Found on the PATH now, it is found there later; otherwise the hook has to know where it is.
        let started = context.world.programPath
        let program = started.contains("/") ? try? context.files.resolvedPath(of: started).get() : nil
        return .success(HookPlace(hooksFolder: hooks, program: program, top: top, files: context.files))
    }

    /// A path as git's hooks see it: relative to the top of the work tree where it lies below.
    func path(_ path: String) -> String {
        var absolute = path
        if case .success(let real) = files.resolvedPath(of: path) {
            absolute = real
        } else if case .success(let folder) = files.resolvedPath(of: parentPath(of: path)) {
            absolute = joinedPath(folder, lastName(of: path))
        }
        return absolute.hasPrefix(top + "/") ? String(absolute.dropFirst(top.count + 1)) : absolute
    }
}
