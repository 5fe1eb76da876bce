import Diagnostics
import Files
import Lint

/// `infragen lint [DIR or SPEC]`.
struct LintCommand: Command {
    let name = "lint"
    let summary = "Find broken references, arguments and values in a tree of Terraform modules."
    let positionals = [folder]
    let options = [format, rule, disable, failOn, fix, explain, quiet]
    let discussion = """
        Everything that Terraform would refuse is an error, and much that it would accept a warning; nothing is \
        downloaded. Every root module below the folder is linted with all that it calls; values are followed through \
        calls, with those of terraform.tfvars and environments/*.tfvars.

        Of a spec, the tree that it renders is linted, without writing it.

        A rule is silenced by a comment on the line or above it, with the reason:

          # infragen:ignore unused-variable kept for the next version

        or for a folder by .infragen.json: {"lint": {"disable": ["unused-variable"]}}.

        Exit codes: 0 clean; 1 error, something could not be read; 2 something is wrong.
        """

    static let folder = Positional(
        name: "DIR", help: "The folder, or a spec; the current folder if none is given.", kind: .file)
    static let format = Option.value(
        "--format", "FORMAT", .choice(LintReportFormat.allCases.map(\.rawValue)),
        help: "How the result is printed: text, json, sarif, junit or github.")
    static let rule = Option.value(
        "--rule", "RULE", isRepeatable: true, help: "Look for this rule only; may be given more than once.")
    static let disable = Option.value(
        "--disable", "RULE", isRepeatable: true, help: "Leave this rule out; may be given more than once.")
    static let failOn = Option.value(
        "--fail-on", "SEVERITY", .choice(["warning", "error"]),
        help: "What ends the run with exit code 2: warning (the default) or error.")
    static let fix = Option.flag("--fix", help: "Correct what can be corrected without a doubt.")
    static let explain = Option.value("--explain", "RULE", help: "Explain a rule, and lint nothing.")
    static let quiet = Option.flag("--quiet", letter: "q", help: "Print nothing when all is well.")

    func run(_ arguments: Arguments, in context: CommandContext) -> ExitCode {
        if let id = arguments.value(of: Self.explain) { return ExplainCommand.explain(id, in: context) }
        let unknown = (arguments.values(of: Self.rule) + arguments.values(of: Self.disable)).filter {
            AllRules.rule($0) == nil
        }
        guard unknown.isEmpty else {
            context.console.report(unknown.map(ExplainCommand.unknownRule))
            return .failed
        }
        var job = LintJob(arguments: arguments, context: context)
        return job.run()
    }
}
