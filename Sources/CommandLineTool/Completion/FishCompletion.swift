/// Completions for fish.
enum FishCompletion {
    static func text(for commands: [any Command]) -> String {
        var text = "# Completions of infragen for fish.\ncomplete -c infragen -f\n"
        text += line("__fish_use_subcommand", "-l help -s h -d 'Print help.'")
        text += line("__fish_use_subcommand", "-l version -d 'Print the version.'")
        for command in commands where !command.name.contains(" ") {
            text += line("__fish_use_subcommand", "-a \(command.name) -d \(quoted(command.summary))")
        }
        for group in CompletionScript.groups(of: commands) {
            text += line("__fish_use_subcommand", "-a \(group.name)")
            let words = group.words.joined(separator: " ")
            let open = "\(seen(group.name)); and not \(seen(words))"
            for command in commands where command.name.hasPrefix(group.name + " ") {
                let word = command.name.dropFirst(group.name.count + 1)
                text += line(open, "-a \(word) -d \(quoted(command.summary))")
            }
        }
        return text + commands.map(arguments).joined()
    }

    private static func arguments(of command: any Command) -> String {
        let words = command.name.split(separator: " ").map(String.init)
        let condition = words.map { word in
            seen(words.count == 1 ? ([word] + command.aliases).joined(separator: " ") : word)
        }.joined(separator: "; and ")
        var text = ""
        for option in command.allOptions {
            let letter = option.letter.map { " -s \($0)" } ?? ""
            let value = option.valueName == nil ? "" : " " + offer(for: option.kind)
            text += line(
                condition, "-l \(option.name.dropFirst(2))\(letter)\(value) -d \(quoted(option.help))")
        }
        for positional in command.positionals where positional.kind != .text {
            text += line(condition, offer(for: positional.kind))
        }
        return text
    }

    private static func offer(for kind: Option.Kind) -> String {
        switch kind {
        case .text: "-x"
        case .file: "-r -F"
        case .folder: "-x -a '(__fish_complete_directories)'"
        case .choice(let choices): "-x -a '\(choices.joined(separator: " "))'"
        }
    }

    private static func seen(_ words: String) -> String { "__fish_seen_subcommand_from \(words)" }

    private static func line(_ condition: String, _ rest: String) -> String {
        "complete -c infragen -n '\(condition)' \(rest)\n"
    }

    /// A text between single quotes, where fish knows the backslash.
    private static func quoted(_ text: String) -> String {
        "'" + text.map { "'\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "'"
    }
}
