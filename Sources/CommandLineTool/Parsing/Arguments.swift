import Diagnostics

/// What the user typed after the name of a command, read by the declarations of that command.
struct Arguments: Sendable {
    private var valuesByOption: [String: [String]] = [:]
    private var words: [String] = []
    private var positionals: [Positional] = []

    /// Whether an option was given.
    func isSet(_ option: Option) -> Bool { valuesByOption[option.name] != nil }

    /// The value of an option; nil when it was not given.
    func value(of option: Option) -> String? { valuesByOption[option.name]?.last }

    /// Every value of an option that may be given more than once.
    func values(of option: Option) -> [String] { valuesByOption[option.name] ?? [] }

    /// The word at the place of a positional; nil when there is none.
    func value(of positional: Positional) -> String? { values(of: positional).first }

    /// The words at the place of a positional that may be several.
    func values(of positional: Positional) -> [String] {
        guard let index = positionals.firstIndex(of: positional), index < words.count else { return [] }
        return positional.isRepeatable ? Array(words[index...]) : [words[index]]
    }

    /// Reads the words of a command line by what a command declares; every mistake is a diagnostic.
    static func parse(_ words: [String], for command: any Command) -> (Arguments, [Diagnostic]) {
        var parser = Parser(words: words, options: command.options + [.help])
        parser.arguments.positionals = command.positionals
        parser.parse()
        // Who asks for help need not get the rest right.
        if !parser.arguments.isSet(.help) { parser.checkPositionals() }
        let ways = "run `infragen help \(command.name)` to see what it takes"
        for index in parser.diagnostics.indices where parser.diagnostics[index].help == nil {
            parser.diagnostics[index].help = ways
        }
        return (parser.arguments, parser.diagnostics)
    }

    private struct Parser {
        var words: [String]
        var options: [Option]
        var next = 0
        var arguments = Arguments()
        var diagnostics: [Diagnostic] = []

        mutating func parse() {
            while next < words.count {
                let word = words[next]
                next += 1
                if word == "--" {
                    arguments.words += words[next...]
                    return
                }
                if word.hasPrefix("--") {
                    parseLong(word)
                } else if word.hasPrefix("-"), word != "-" {
                    parseLetters(word)
                } else {
                    arguments.words.append(word)
                }
            }
        }

        /// Reads `--name`, `--name value` or `--name=value`.
        private mutating func parseLong(_ word: String) {
            let cut = word.firstIndex(of: "=")
            let name = String(word[..<(cut ?? word.endIndex)])
            guard let option = options.first(where: { $0.name == name }) else {
                report("unknown-option", "unknown option \"\(name)\"", name, options.map(\.name))
                return
            }
            let attached = cut.map { String(word[word.index(after: $0)...]) }
            if option.valueName == nil, attached != nil {
                report("unexpected-value", "option \"\(name)\" takes no value")
                return
            }
            set(option, attached)
        }

        /// Reads `-q`, several letters in one (`-qf`), and a value at the end (`-oDIR`, `-o DIR`).
        private mutating func parseLetters(_ word: String) {
            var letters = word.dropFirst()
            while let letter = letters.popFirst() {
                guard let option = options.first(where: { $0.letter == letter }) else {
                    report("unknown-option", "unknown option \"-\(letter)\"")
                    return
                }
                guard option.valueName == nil else {
                    set(option, letters.isEmpty ? nil : String(letters))
                    return
                }
                set(option, nil)
            }
        }

        /// Notes an option and its value, which is the next word unless it was attached.
        private mutating func set(_ option: Option, _ attached: String?) {
            guard let valueName = option.valueName else {
                arguments.valuesByOption[option.name] = []
                return
            }
            var value = attached
            if value == nil, next < words.count, words[next] == "-" || !words[next].hasPrefix("-") {
                value = words[next]
                next += 1
            }
            guard let value, !value.isEmpty else {
                report(
                    "missing-value", "option \"\(option.name)\" needs a value: \(option.name) \(valueName)")
                return
            }
            checkChoice(value, of: option.kind, "option \"\(option.name)\"")
            if !option.isRepeatable, arguments.isSet(option) {
                report("repeated-option", "option \"\(option.name)\" is given twice")
            }
            arguments.valuesByOption[option.name, default: []].append(value)
        }

        mutating func checkPositionals() {
            let positionals = arguments.positionals
            let isOpen = positionals.last?.isRepeatable ?? false
            if !isOpen, arguments.words.count > positionals.count {
                report("unexpected-argument", "unexpected argument \"\(arguments.words[positionals.count])\"")
            }
            for (index, positional) in positionals.enumerated()
            where positional.isRequired && index >= arguments.words.count {
                report("missing-argument", "argument \(positional.name) is missing")
            }
            for (positional, word) in zip(positionals, arguments.words) {
                checkChoice(word, of: positional.kind, "argument \(positional.name)")
            }
        }

        private mutating func checkChoice(_ word: String, of kind: Option.Kind, _ place: String) {
            guard case .choice(let choices) = kind, !choices.contains(word) else { return }
            let list = choices.map { "\"\($0)\"" }.joined(separator: ", ")
            report("unknown-value", "\(place) cannot be \"\(word)\", only \(list)", word, choices)
        }

        private mutating func report(
            _ id: String, _ summary: String, _ name: String = "", _ known: [String] = []
        ) {
            let help = nearestName(to: name, among: known).map { "did you mean \"\($0)\"?" }
            diagnostics.append(Diagnostic(id: id, summary: summary, help: help))
        }
    }
}
