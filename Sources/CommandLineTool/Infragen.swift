import Diagnostics

/// The program.
public enum Infragen {
    /// The version that `infragen --version` prints.
    package static let version = "0.1.0"

    /// Every command, in the order of the help text.
    static let commands: [any Command] = [
        InitCommand(),
        RenderCommand(),
        FormatCommand(),
        LintCommand(),
        HookInstallCommand(),
        HookUninstallCommand(),
        CostCommand(),
        SchemaCommand(),
        ExplainCommand(),
        HelpCommand(),
        VersionCommand(),
        CompletionCommand(),
    ]

    /// Runs one command line, without the name of the program.
    package static func run(arguments: [String], in world: World) -> ExitCode {
        let console = Console(output: world.output, errors: world.errors, environment: world.environment)
        let context = CommandContext(world: world, console: console)
        let code = run(arguments, in: context)
        console.flush()
        if console.hasFailed {
            console.complain("error: standard output could not be written")
            return .failed
        }
        return code
    }

    private static func run(_ words: [String], in context: CommandContext) -> ExitCode {
        switch CommandLookup(words) {
        case .command(let command, let rest): return run(command, rest, in: context)
        case .help: context.console.write(Array(HelpText.overview(of: commands).utf8))
        case .version: return VersionCommand().run(Arguments(), in: context)
        case .unknown(let diagnostic):
            context.console.report([diagnostic])
            return .failed
        case .nothing:
            context.console.complain(HelpText.overview(of: commands))
            return .failed
        }
        return .done
    }

    private static func run(_ command: any Command, _ words: [String], in context: CommandContext) -> ExitCode
    {
        let (arguments, diagnostics) = Arguments.parse(words, for: command)
        if arguments.isSet(.help) {
            context.console.write(Array(HelpText.of(command).utf8))
            return .done
        }
        if !diagnostics.isEmpty {
            context.console.report(diagnostics)
            return .failed
        }
        return command.run(arguments, in: context)
    }
}
