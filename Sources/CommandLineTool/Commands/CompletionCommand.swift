/// `infragen completion SHELL`.
struct CompletionCommand: Command {
    let name = "completion"
    let summary = "Print completions for a shell."
    let discussion = """
        bash, in ~/.bashrc:

          source <(infragen completion bash)

        zsh, in a folder of $fpath:

          infragen completion zsh > ~/.zfunc/_infragen

        fish:

          infragen completion fish > ~/.config/fish/completions/infragen.fish
        """
    let positionals = [shell]

    private static let shell = Positional(
        name: "SHELL", help: "bash, zsh or fish.", kind: .choice(["bash", "zsh", "fish"]), isRequired: true)

    func run(_ arguments: Arguments, in context: CommandContext) -> ExitCode {
        guard let text = CompletionScript.text(for: arguments.value(of: Self.shell) ?? "") else {
            return .failed
        }
        context.console.write(Array(text.utf8))
        return .done
    }
}
