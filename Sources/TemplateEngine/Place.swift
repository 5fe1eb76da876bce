/// Where a value is written, and so in which form.
enum Place: Sendable, Hashable {
    /// A text file without rules: the value as it is.
    case plain

    /// An expression of HCL: the value as a literal.
    case expression

    /// A whole identifier or the start of one.
    case identifier

    /// The continuation of an identifier.
    case identifierPart

    /// Left of a dot, or right of one: an identifier or a reference.
    case root

    /// Left of a `-`: a number, or an identifier that goes on with the dash.
    case beforeDash

    /// The key of an object constructor: bare where it can be, quoted where it cannot.
    case key

    /// Inside quotes.
    case quoted

    /// Inside a heredoc; `stripped` is true for `<<-`.
    case heredoc(marker: [UInt8], stripped: Bool)

    /// Inside `#` and `//` comments, and inside `/* */`.
    case lineComment, blockComment

    /// A value of JSON, and text inside a string of JSON.
    case json, jsonString

    /// Running text, a code span and a fenced block of Markdown.
    case markdown(isLineStart: Bool), markdownCode(inTable: Bool), markdownFence

    /// Nobody can tell; a diagnostic has said so.
    case unclear
}

/// The rules of a file, after its name without `.tmpl`.
enum Mode: Sendable {
    case hcl, json, markdown, plain

    init(path: String) {
        let name = path.hasSuffix(".tmpl") ? String(path.dropLast(5)) : path
        let suffix = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[$0...]) } ?? ""
        switch suffix {
        case ".tf", ".tfvars", ".hcl": self = .hcl
        case ".json": self = .json
        case ".md": self = .markdown
        default: self = .plain
        }
    }
}
