/// One command of infragen, such as `render`.
///
/// A command is one file in `Commands/` and one line in `Infragen.commands`. Its help text, its completions and
/// the reading of its arguments all come from what it declares here.
protocol Command: Sendable {
    /// What the user types; two words for a command of a group (`hook install`).
    var name: String { get }

    /// Other names for it.
    var aliases: [String] { get }

    /// What it does, in one sentence with a full stop.
    var summary: String { get }

    /// What else there is to know, below the options; paragraphs are wrapped, indented lines kept.
    var discussion: String { get }

    /// What it takes without a name, in order.
    var positionals: [Positional] { get }

    /// What it takes by name; every command has `--help` besides.
    var options: [Option] { get }

    /// Does it.
    func run(_ arguments: Arguments, in context: CommandContext) -> ExitCode
}

extension Command {
    var aliases: [String] { [] }
    var discussion: String { "" }
    var positionals: [Positional] { [] }
    var options: [Option] { [] }
}

/// An argument by place, such as the spec of `render`.
struct Positional: Sendable, Hashable {
    /// The name in the help text, in capitals.
    var name: String

    /// What it is, in one sentence with a full stop.
    var help: String

    /// What is typed there, for completions.
    var kind: Option.Kind = .text

    /// Whether the command does nothing without it.
    var isRequired = false

    /// Whether there may be several.
    var isRepeatable = false
}

/// An argument by name, such as `--out DIR` or `--check`.
struct Option: Sendable, Hashable {
    /// What a value is, for completions and checks.
    enum Kind: Sendable, Hashable {
        case text
        case file
        case folder
        case choice([String])
    }

    /// The long name with its dashes.
    var name: String

    /// The letter of the short name; nil for none.
    var letter: Character?

    /// The name of the value in the help text; nil for an option that takes none.
    var valueName: String?

    /// What the value is.
    var kind: Kind = .text

    /// Whether it may be given more than once.
    var isRepeatable = false

    /// What it does, in one sentence with a full stop.
    var help: String

    /// An option that is there or not.
    static func flag(_ name: String, letter: Character? = nil, help: String) -> Option {
        Option(name: name, letter: letter, help: help)
    }

    /// An option with a value.
    static func value(
        _ name: String, letter: Character? = nil, _ valueName: String, _ kind: Kind = .text,
        isRepeatable: Bool = false, help: String
    ) -> Option {
        Option(
            name: name, letter: letter, valueName: valueName, kind: kind, isRepeatable: isRepeatable,
            help: help)
    }

    /// The option of every command.
    static let help = Option.flag("--help", letter: "h", help: "Print this help.")
}
