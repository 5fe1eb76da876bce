/// `infragen version`, also `infragen --version`.
struct VersionCommand: Command {
    let name = "version"
    let summary = "Print the version of infragen."

    func run(_ arguments: Arguments, in context: CommandContext) -> ExitCode {
        context.console.print("infragen \(Infragen.version)")
        return .done
    }
}
