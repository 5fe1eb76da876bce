import Diagnostics

/// `infragen format [PATH...]`.
struct FormatCommand: Command {
    let name = "format"
    let aliases = ["fmt"]
    let summary = "Format Terraform files as terraform fmt does, or check that they are."
    let positionals = [path]
    let options = [check, diff, quiet]
    let discussion = """
        Of a folder, every *.tf, *.tfvars, *.tftest.hcl and *.tfmock.hcl is formatted, also in the folders below; \
        what is hidden (.terraform) is passed over. A file that is named is formatted whatever its name is. The \
        files that change are printed; a file with a syntax error stays as it is.

        The text on standard input goes formatted to standard output:

          infragen format - < main.tf

        Exit codes: 0 done, or all is formatted; 1 error; 2 not all is formatted (--check).
        """

    static let path = Positional(
        name: "PATH",
        help: "A file or a folder, or - for standard input; the current folder if none is given.",
        kind: .file, isRepeatable: true)
    static let check = Option.flag("--check", help: "Write nothing; tell which files are not formatted.")
    static let diff = Option.flag("--diff", help: "Print what changes, in place of the names of the files.")
    static let quiet = Option.flag("--quiet", letter: "q", help: "Print nothing but errors.")

    func run(_ arguments: Arguments, in context: CommandContext) -> ExitCode {
        let paths = arguments.values(of: Self.path)
        var job = FormatJob(
            context: context, isCheck: arguments.isSet(Self.check),
            showsDifferences: arguments.isSet(Self.diff),
            isQuiet: arguments.isSet(Self.quiet))
        if paths == ["-"] {
            job.formatInput()
        } else if paths.contains("-") {
            context.console.report([Self.mixedInput])
            return .failed
        } else {
            job.formatFiles(paths.isEmpty ? ["."] : paths)
        }
        return job.finish()
    }

    private static let mixedInput = Diagnostic(
        id: "conflicting-arguments", summary: "standard input cannot be formatted together with files",
        help: "run `infragen format -` on its own")
}
