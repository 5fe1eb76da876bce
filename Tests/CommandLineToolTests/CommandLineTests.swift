import CommandLineTool
import Testing

@Suite struct CommandLineTests {
    @Test(arguments: [
        "--help", "-h", "help", "help help", "version", "--version", "version --help", "help version",
        "completion bash", "completion zsh", "completion fish", "help hook", "hook --help",
        "help hook install",
        "help fmt", "render -h nonsense",
    ])
    func succeeds(line: String) {
        let run = TestWorld().run(line)
        #expect(run.exitCode == .done)
        #expect(!run.output.isEmpty)
        #expect(run.errors.isEmpty)
    }

    @Test(arguments: [
        ("hlep", "unknown command \"hlep\"", "did you mean \"help\"?"),
        ("frobnicate", "unknown command \"frobnicate\"", "run `infragen --help` for the commands"),
        ("help frobnicate", "unknown command \"frobnicate\"", "run `infragen --help` for the commands"),
        ("hook", "\"hook\" needs a second word", "use `infragen hook install` or `infragen hook uninstall`"),
        ("hook instal", "unknown command \"hook instal\"", "did you mean \"hook install\"?"),
        ("hook zzzzzzz", "unknown command \"hook zzzzzzz\"", "use `infragen hook install` or"),
        ("help hook instal", "unknown command \"hook instal\"", "did you mean \"hook install\"?"),
        ("--hepl", "unknown option \"--hepl\"", "did you mean \"--help\"?"),
        ("--zzzzzz", "unknown option \"--zzzzzz\"", "options follow the name of a command"),
        ("version --hlep", "unknown option \"--hlep\"", "did you mean \"--help\"?"),
        ("version -z", "unknown option \"-z\"", "run `infragen help version` to see what it takes"),
        ("version --help=1", "option \"--help\" takes no value", "run `infragen help version`"),
        ("version one", "unexpected argument \"one\"", "run `infragen help version`"),
        ("completion", "argument SHELL is missing", "run `infragen help completion`"),
        (
            "completion fsh", "argument SHELL cannot be \"fsh\", only \"bash\", \"zsh\", \"fish\"",
            "did you mean"
        ),
    ])
    func usageErrors(line: String, summary: String, help: String) {
        let run = TestWorld().run(line)
        #expect(run.exitCode == .failed)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("error: \(summary) ["), "\(run.errors)")
        #expect(run.errors.contains("help: \(help)"), "\(run.errors)")
        #expect(run.errors.hasSuffix("1 error\n"))
    }

    @Test func nothingAskedIsAnErrorWithTheHelp() {
        let run = TestWorld().run("")
        #expect(run.exitCode == .failed)
        #expect(run.errors.contains("Usage: infragen COMMAND"))
    }

    @Test func everyMistakeIsToldAtOnce() {
        let run = TestWorld().run("version --one --two three")
        #expect(run.errors.hasSuffix("3 errors\n"))
    }

    @Test func fullStandardOutputIsAnError() {
        let run = TestWorld(hasFullOutput: true).run("version")
        #expect(run.exitCode == .failed)
        #expect(run.errors == "error: standard output could not be written\n")
    }

    @Test func namesOfTheUserCannotSteerTheTerminal() {
        let run = TestWorld().run(["\u{1B}[31mred\u{9B}"])
        #expect(run.errors.hasPrefix("error: unknown command \"\u{FFFD}[31mred\u{FFFD}\""))
    }

    @Test(arguments: [
        ([:], true), (["NO_COLOR": "1"], false), (["NO_COLOR": ""], true), (["TERM": "dumb"], false),
    ])
    func coloursOnlyWhereTheyAreWanted(environment: [String: String], isColoured: Bool) {
        let run = TestWorld(environment: environment, isTerminal: true).run("hlep")
        #expect(run.errors.contains("\u{1B}[1;31merror:\u{1B}[0m") == isColoured)
        #expect(!TestWorld(environment: environment).run("hlep").errors.contains("\u{1B}"))
    }
}
