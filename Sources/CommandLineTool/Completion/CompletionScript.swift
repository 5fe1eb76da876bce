/// The completion scripts, built from what the commands declare.
enum CompletionScript {
    /// The script for a shell: `bash`, `zsh` or `fish`; nil for another.
    static func text(for shell: String, commands: [any Command] = Infragen.commands) -> String? {
        switch shell {
        case "bash": BashCompletion.text(for: commands)
        case "zsh": ZshCompletion.text(for: commands)
        case "fish": FishCompletion.text(for: commands)
        default: nil
        }
    }

    /// The first words of all command names, each once, in their order.
    static func firstWords(of commands: [any Command]) -> [String] {
        var words: [String] = []
        for name in commands.flatMap({ [$0.name] + $0.aliases }) {
            let first = String(name.prefix { $0 != " " })
            if !words.contains(first) { words.append(first) }
        }
        return words
    }

    /// The groups, such as `hook`, with the second words of their commands.
    static func groups(of commands: [any Command]) -> [(name: String, words: [String])] {
        firstWords(of: commands).compactMap { group in
            let names = commands.map(\.name).filter { $0.hasPrefix(group + " ") }
            return names.isEmpty ? nil : (group, names.map { String($0.dropFirst(group.count + 1)) })
        }
    }

    /// A text between single quotes of a POSIX shell.
    static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

extension Command {
    /// Every option, that of all commands included.
    var allOptions: [Option] { options + [.help] }

    /// The words that a positional may be, where they are known.
    var choices: [String] {
        positionals.flatMap { positional -> [String] in
            if case .choice(let choices) = positional.kind { choices } else { [] }
        }
    }
}

extension Option {
    /// The option as it is typed: the long name and the letter, if any.
    var spellings: [String] { [name] + (letter.map { ["-\($0)"] } ?? []) }
}
