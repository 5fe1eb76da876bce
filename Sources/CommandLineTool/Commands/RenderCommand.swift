import Diagnostics
import Files
import OutputFolder

/// `infragen render [SPEC]`.
struct RenderCommand: Command {
    let name = "render"
    let summary = "Render the Terraform tree of a spec, or check that it is in step with the spec."
    let positionals = [spec]
    let options = [out, templates, check, staged, force, strict, unknownRegion, quiet]
    let discussion = """
        The tree goes to the folder that the spec names in "output" (modules-out beside the spec, if none). Nothing \
        is written unless the whole tree has rendered without an error. Files that infragen wrote before and renders \
        no longer are removed. A file that somebody changed or made is never touched without --force; a file named \
        *.local.tf is yours for good.

        With --check nothing is written: the difference between the folder and the tree is printed.

        Exit codes: 0 done, or in step; 1 error, and nothing was written; 2 not in step (--check).
        """

    static let spec = Positional(
        name: "SPEC", help: "The spec, or - for standard input; spec.json if none is given.", kind: .file)
    static let out = Option.value(
        "--out", letter: "o", "DIR", .folder, help: "The folder to write to, whatever the spec says.")
    static let templates = Option.value(
        "--templates", letter: "t", "DIR", .folder,
        help: "A folder with templates of your own, each in the place of the shipped one of the same path.")
    static let check = Option.flag("--check", help: "Write nothing; show what rendering would change.")
    static let staged = Option.flag(
        "--staged", help: "Check what is staged in git, not what lies in the folder; for hooks, with --check."
    )
    static let force = Option.flag(
        "--force", letter: "f", help: "Write over files that were changed or made by hand.")
    static let strict = Option.flag("--strict", help: "Take warnings for errors.")
    static let unknownRegion = Option.flag(
        "--allow-unknown-region", help: "Accept AWS regions that infragen does not know.")
    static let quiet = Option.flag("--quiet", letter: "q", help: "Print nothing but errors and warnings.")

    func run(_ arguments: Arguments, in context: CommandContext) -> ExitCode {
        let isCheck = arguments.isSet(Self.check)
        if let conflict = Self.conflict(of: arguments) {
            context.console.report([conflict])
            return .failed
        }
        let start = context.world.now()
        var job = RenderJob(arguments: arguments, context: context)
        guard let tree = job.render() else { return .failed }
        let report = RenderReport(job: job, console: context.console, isQuiet: arguments.isSet(Self.quiet))
        let writer = OutputWriter(files: job.files, folder: job.folder)
        let plan = isCheck ? writer.check(tree) : writer.write(tree, force: arguments.isSet(Self.force))
        let milliseconds = Double(context.world.now() - start) / 1_000_000
        return isCheck
            ? report.check(plan, milliseconds: milliseconds)
            : report.written(plan, milliseconds: milliseconds)
    }

    /// What cannot be asked for together.
    private static func conflict(of arguments: Arguments) -> Diagnostic? {
        if arguments.isSet(check), arguments.isSet(force) {
            return Diagnostic(
                id: "conflicting-options",
                summary: "\"--check\" writes nothing, so \"--force\" has nothing to do",
                help: "leave one of them out")
        }
        if arguments.isSet(staged), !arguments.isSet(check) {
            return Diagnostic(
                id: "conflicting-options", summary: "\"--staged\" only makes sense with \"--check\"",
                help: "add --check, or leave --staged out")
        }
        if arguments.isSet(staged), arguments.value(of: spec) == "-" {
            return Diagnostic(
                id: "conflicting-options", summary: "standard input is not staged in git",
                help: "name the spec, or leave --staged out")
        }
        return nil
    }
}
