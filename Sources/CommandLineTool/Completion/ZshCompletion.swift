/// Completions for zsh.
enum ZshCompletion {
    static func text(for commands: [any Command]) -> String {
        let first = commands.filter { !$0.name.contains(" ") }.map { described($0.name, $0.summary) }
        let groups = CompletionScript.groups(of: commands)
        let groupWords = groups.map { described($0.name, $0.words.joined(separator: ", ")) }
        return """
            #compdef infragen
            # Completions of infragen for zsh.
            _infragen() {
                local -a names
                if (( CURRENT == 2 )); then
                    names=(\((first + groupWords).joined(separator: " ")))
                    _describe command names
                    return
                fi
                local name=$words[2]
                shift words
                (( CURRENT-- ))
            \(groups.map { group($0, of: commands) }.joined())\
                case $name in
            \(commands.map(arguments).joined())\
                esac
            }
            if [ "$funcstack[1]" = _infragen ]; then
                _infragen "$@"
            else
                compdef _infragen infragen
            fi

            """
    }

    private static func group(_ group: (name: String, words: [String]), of commands: [any Command]) -> String
    {
        let names = commands.filter { $0.name.hasPrefix(group.name + " ") }
            .map { described(String($0.name.dropFirst(group.name.count + 1)), $0.summary) }
        return """
                if [[ $name == \(group.name) ]]; then
                    if (( CURRENT == 2 )); then
                        names=(\(names.joined(separator: " ")))
                        _describe command names
                        return
                    fi
                    name="\(group.name) $words[2]"
                    shift words
                    (( CURRENT-- ))
                fi

            """
    }

    /// What one command takes, for zsh's own `_arguments`.
    private static func arguments(of command: any Command) -> String {
        let names = ([command.name] + command.aliases).map { "\"\($0)\"" }.joined(separator: " | ")
        var specifications = command.allOptions.flatMap { option -> [String] in
            let value = option.valueName.map { ":" + $0 + ":" + action(for: option.kind) } ?? ""
            let repeated = option.isRepeatable ? "*" : ""
            return option.spellings.map { repeated + $0 + "[" + escaped(option.help) + "]" + value }
        }
        for (index, positional) in command.positionals.enumerated() {
            let place = positional.isRepeatable ? "*" : "\(index + 1)"
            specifications.append("\(place):\(positional.name):\(action(for: positional.kind))")
        }
        let list = specifications.map(CompletionScript.quoted).joined(separator: " \\\n            ")
        return "    \(names))\n        _arguments \\\n            \(list) ;;\n"
    }

    private static func action(for kind: Option.Kind) -> String {
        switch kind {
        case .text: ""
        case .file: "_files"
        case .folder: "_files -/"
        case .choice(let choices): "(" + choices.joined(separator: " ") + ")"
        }
    }

    private static func described(_ name: String, _ text: String) -> String {
        CompletionScript.quoted(name + ":" + text)
    }

    /// Text for the brackets of an option.
    private static func escaped(_ text: String) -> String {
        text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
    }
}
