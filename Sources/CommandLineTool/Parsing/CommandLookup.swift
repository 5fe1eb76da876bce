import Diagnostics

/// What the first words of a command line ask for.
enum CommandLookup {
    /// A command, and the words that follow its name.
    case command(any Command, [String])

    /// The list of commands.
    case help

    /// The version.
    case version

    /// Nothing that infragen knows.
    case unknown(Diagnostic)

    /// An empty command line.
    case nothing

    init(_ words: [String]) {
        guard let first = words.first else {
            self = .nothing
            return
        }
        if first == "--help" || first == "-h" {
            self = .help
        } else if first == "--version" {
            self = .version
        } else if first.hasPrefix("-") {
            self = .unknown(Self.unknownOption(first))
        } else if let found = Self.command(named: words) {
            self = found
        } else {
            self = .unknown(Self.unknownCommand(words))
        }
    }

    /// The commands of a group, such as `hook install` and `hook uninstall` of `hook`.
    static func group(_ name: String) -> [any Command] {
        Infragen.commands.filter { $0.name.hasPrefix(name + " ") }
    }

    /// The command whose name the first words are, if any; the longest name wins.
    private static func command(named words: [String]) -> CommandLookup? {
        for count in [2, 1] where words.count >= count {
            let name = words[..<count].joined(separator: " ")
            if let command = Infragen.commands.first(where: { $0.name == name || $0.aliases.contains(name) })
            {
                return .command(command, Array(words[count...]))
            }
        }
        // `infragen hook --help` tells of the group.
        guard words.count == 2, ["--help", "-h"].contains(words[1]), !group(words[0]).isEmpty else {
            return nil
        }
        return .command(HelpCommand(), [words[0]])
    }

    private static func unknownOption(_ word: String) -> Diagnostic {
        let near = nearestName(to: word, among: ["--help", "--version"]).map { "did you mean \"\($0)\"?" }
        return Diagnostic(
            id: "unknown-option", summary: "unknown option \"\(word)\"",
            help: near ?? "options follow the name of a command; run `infragen --help` for the commands")
    }

    static func unknownCommand(_ words: [String]) -> Diagnostic {
        let group = words.first.map(group) ?? []
        if !group.isEmpty {
            let names = group.map { "`infragen \($0.name)`" }.joined(separator: " or ")
            let asked = words.prefix(2).joined(separator: " ")
            let near = nearestName(to: asked, among: group.map(\.name)).map { "did you mean \"\($0)\"?" }
            let summary =
                words.count == 1 ? "\"\(asked)\" needs a second word" : "unknown command \"\(asked)\""
            return Diagnostic(id: "unknown-command", summary: summary, help: near ?? "use \(names)")
        }
        let names = Infragen.commands.flatMap { [$0.name] + $0.aliases }
        let near = nearestName(to: words.first ?? "", among: names).map { "did you mean \"\($0)\"?" }
        return Diagnostic(
            id: "unknown-command", summary: "unknown command \"\(words.first ?? "")\"",
            help: near ?? "run `infragen --help` for the commands")
    }
}
