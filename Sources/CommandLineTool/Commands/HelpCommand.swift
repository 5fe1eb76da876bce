/// `infragen help [COMMAND]`.
struct HelpCommand: Command {
    let name = "help"
    let summary = "Explain infragen, or one of its commands."
    let positionals = [command]

    private static let command = Positional(
        name: "COMMAND", help: "The command to explain.", isRepeatable: true)

    func run(_ arguments: Arguments, in context: CommandContext) -> ExitCode {
        let words = arguments.values(of: Self.command)
        if words.isEmpty {
            context.console.write(Array(HelpText.overview(of: Infragen.commands).utf8))
            return .done
        }
        if case .command(let command, _) = CommandLookup(words) {
            context.console.write(Array(HelpText.of(command).utf8))
            return .done
        }
        let group = CommandLookup.group(words[0])
        if words.count == 1, !group.isEmpty {
            context.console.write(Array(HelpText.group(words[0], of: group).utf8))
            return .done
        }
        context.console.report([CommandLookup.unknownCommand(words)])
        return .failed
    }
}
