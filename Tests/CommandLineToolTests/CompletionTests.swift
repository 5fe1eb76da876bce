import Testing

@testable import CommandLineTool

/// The completion scripts, tried in the shells they are for.
@Suite struct CompletionTests {
    @Test(
        .enabled(if: Tool.isInstalled("bash"), "bash is not on the PATH"),
        arguments: [
            ("re", "render"), ("ho", "hook"), ("hook ", "install uninstall"), ("hook un", "uninstall"),
            ("render --st", "--staged --strict"), ("hook install --sp", "--spec"),
            ("completion ", "bash zsh fish"),
            ("completion z", "zsh"), ("--v", "--version"), ("render spec", ""), ("nothing --", ""),
            ("fmt --ch", "--check"),
        ])
    func bashOffers(words: String, expected: String) throws {
        let repository = try Repository()
        try repository.write("completion", TestWorld().run("completion bash").output)
        let list = (["infragen"] + words.split(separator: " ", omittingEmptySubsequences: false))
            .map { CompletionScript.quoted(String($0)) }
        let script = """
            source ./completion
            COMP_WORDS=(\(list.joined(separator: " "))); COMP_CWORD=\(list.count - 1)
            _infragen; echo "${COMPREPLY[*]}"
            """
        let outcome = try repository.run([Tool.path(of: "bash") ?? "bash", "--norc", "-c", script])
        #expect(outcome.text == expected + "\n")
    }

    @Test(
        .enabled(if: Tool.isInstalled("fish"), "fish is not on the PATH"),
        arguments: [
            ("hook ", "install uninstall"), ("render --st", "--staged --strict"), ("completion z", "zsh"),
        ])
    func fishOffers(words: String, expected: String) throws {
        let repository = try Repository()
        try repository.write("completion", TestWorld().run("completion fish").output)
        let script = "source ./completion; complete -C 'infragen \(words)' | cut -f 1"
        let outcome = try repository.run([Tool.path(of: "fish") ?? "fish", "--no-config", "-c", script])
        #expect(outcome.text.split(separator: "\n").joined(separator: " ") == expected)
    }

    @Test(.enabled(if: Tool.isInstalled("zsh"), "zsh is not on the PATH"))
    func zshReadsItsScript() throws {
        let repository = try Repository()
        try repository.write("_infragen", TestWorld().run("completion zsh").output)
        let outcome = try repository.run([Tool.path(of: "zsh") ?? "zsh", "-f", "-n", "_infragen"])
        #expect(outcome.code == 0, "\(outcome.text)")
        #expect(outcome.text.isEmpty)
    }
}
