/// The help texts, built from what the commands declare.
enum HelpText {
    /// The width that texts are wrapped at.
    private static let width = 88

    /// The text of `infragen --help`.
    static func overview(of commands: [any Command]) -> String {
        var text = """
            infragen renders a JSON spec as a Terraform module tree and keeps the two in step.

            Usage: infragen COMMAND [OPTIONS]

            Commands:

            """
        text += table(commands.map { ($0.name, $0.summary) })
        let version = Option.flag("--version", help: "Print the version.")
        text += "\nOptions:\n" + table([Option.help, version].map { (label(of: $0), $0.help) })
        text += "\nRun `infragen help COMMAND` for what a command takes.\n"
        return text
    }

    /// The text of `infragen help hook`: the commands of a group.
    static func group(_ name: String, of commands: [any Command]) -> String {
        "Usage: infragen \(name) COMMAND [OPTIONS]\n\nCommands:\n"
            + table(commands.map { ($0.name, $0.summary) })
    }

    /// The text of `infragen help COMMAND`.
    static func of(_ command: any Command) -> String {
        var text = wrapped(command.summary) + "\nUsage: " + usage(of: command) + "\n"
        if !command.aliases.isEmpty { text += "Also: " + command.aliases.joined(separator: ", ") + "\n" }
        if !command.positionals.isEmpty {
            text += "\nArguments:\n" + table(command.positionals.map { ($0.name, $0.help) })
        }
        text += "\nOptions:\n" + table((command.options + [.help]).map { (label(of: $0), $0.help) })
        if !command.discussion.isEmpty { text += "\n" + wrapped(command.discussion) }
        return text
    }

    private static func usage(of command: any Command) -> String {
        var words = ["infragen", command.name]
        for positional in command.positionals {
            let name = positional.isRepeatable ? positional.name + "..." : positional.name
            words.append(positional.isRequired ? name : "[\(name)]")
        }
        return (words + ["[OPTIONS]"]).joined(separator: " ")
    }

    private static func label(of option: Option) -> String {
        let letter = option.letter.map { "-\($0), " } ?? "    "
        return letter + option.name + (option.valueName.map { " " + $0 } ?? "")
    }

    /// Two columns, the second one wrapped.
    private static func table(_ rows: [(name: String, help: String)]) -> String {
        let column = (rows.map(\.name.count).max() ?? 0) + 4
        var text = ""
        for row in rows {
            let lines = self.lines(of: row.help, width: width - column)
            text += "  " + row.name + String(repeating: " ", count: column - 2 - row.name.count)
            text += lines.joined(separator: "\n" + String(repeating: " ", count: column)) + "\n"
        }
        return text
    }

    /// Paragraphs at the width of a help text; lines that start with a space stay as they are.
    private static func wrapped(_ text: String) -> String {
        var wrapped = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isKept = line.first == " " || line.isEmpty
            wrapped +=
                isKept ? line + "\n" : lines(of: String(line), width: width).joined(separator: "\n") + "\n"
        }
        return wrapped
    }

    private static func lines(of text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return lines + [line]
    }
}
