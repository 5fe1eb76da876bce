/// Completions for bash 3.2 and later.
enum BashCompletion {
    static func text(for commands: [any Command]) -> String {
        let first = CompletionScript.firstWords(of: commands) + ["--help", "--version"]
        return """
            # Completions of infragen for bash.
            _infragen() {
                local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
                local command="${COMP_WORDS[1]}"
                COMPREPLY=()
                if [ "$COMP_CWORD" -eq 1 ]; then
                    COMPREPLY=($(compgen -W "\(first.joined(separator: " "))" -- "$word"))
                    return
                fi
            \(groups(of: commands))\
                case "$command $before" in
            \(commands.map(values).joined())\
                esac
                case "$command" in
            \(commands.map(words).joined())\
                esac
            }
            # Where nothing is offered, bash offers files.
            complete -o default -F _infragen infragen

            """
    }

    /// Makes one name of the two words of a group.
    private static func groups(of commands: [any Command]) -> String {
        CompletionScript.groups(of: commands).map { group in
            """
                if [ "$command" = \(group.name) ]; then
                    if [ "$COMP_CWORD" -eq 2 ]; then
                        COMPREPLY=($(compgen -W "\(group.words.joined(separator: " "))" -- "$word"))
                        return
                    fi
                    command="\(group.name) ${COMP_WORDS[2]}"
                fi

            """
        }.joined()
    }

    /// What follows an option that takes a value.
    private static func values(of command: any Command) -> String {
        command.options.filter { $0.valueName != nil }.map { option in
            let patterns = option.spellings.map { "\"\(command.name) \($0)\"" }.joined(separator: " | ")
            let offer =
                switch option.kind {
                case .choice(let choices): "-W \"\(choices.joined(separator: " "))\""
                case .folder: "-d"
                case .file, .text: "-f"
                }
            return "    \(patterns)) COMPREPLY=($(compgen \(offer) -- \"$word\")); return ;;\n"
        }.joined()
    }

    /// What else a command takes.
    private static func words(of command: any Command) -> String {
        let options = command.allOptions.map(\.name).joined(separator: " ")
        let names = ([command.name] + command.aliases).map { "\"\($0)\"" }.joined(separator: " | ")
        var text = "    \(names))\n        case \"$word\" in\n"
        text += "        -*) COMPREPLY=($(compgen -W \"\(options)\" -- \"$word\")) ;;\n"
        if !command.choices.isEmpty {
            let choices = command.choices.joined(separator: " ")
            text += "        *) COMPREPLY=($(compgen -W \"\(choices)\" -- \"$word\")) ;;\n"
        }
        return text + "        esac ;;\n"
    }
}
