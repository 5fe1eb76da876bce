public import Diagnostics

/// Cuts HCL's native syntax into tokens.
public enum Lexer {
    /// The tokens of a file and what is wrong with its characters.
    ///
    /// The tokens stand in order, do not overlap, and end with one `.endOfFile`. What lies between two tokens is
    /// spaces and tabs only (and, before the first one, a byte order mark). Tokens of kind `.invalid` have been
    /// reported; every other mistake (unbalanced brackets, a string or heredoc that the file ends in) is the
    /// parser's to report. Never fails, whatever the bytes are.
    public static func tokens(of bytes: [UInt8], file: FileID) -> (tokens: [Token], diagnostics: [Diagnostic])
    {
        withTokens(of: bytes, file: file) { tokens, diagnostics in (Array(tokens), diagnostics) }
    }

    /// Hands over the tokens of a file where they lie, which spares a copy of them.
    static func withTokens<Result>(
        of bytes: [UInt8], in part: Range<Int>? = nil, asTemplate: Bool = false, file: FileID,
        _ body: (UnsafeBufferPointer<Token>, [Diagnostic]) -> Result
    ) -> Result {
        guard bytes.count < Int32.max else {
            let (tokens, diagnostics) = tooLarge(file: file)
            return tokens.withUnsafeBufferPointer { body($0, diagnostics) }
        }
        return bytes.withUnsafeBufferPointer { text in
            ByteClass.table.withUnsafeBufferPointer { classes in
                let visible = UnsafeBufferPointer(rebasing: text[..<(part?.upperBound ?? text.count)])
                var scanner = Scanner(text: visible, classes: classes, file: file)
                if let part { scanner.position = part.lowerBound }
                if asTemplate {
                    scanner.frames.append(Scanner.Frame(kind: .template, start: scanner.position))
                }
                scanner.scan()
                return body(scanner.tokens.contents, scanner.diagnostics)
            }
        }
    }

    private static func tooLarge(file: FileID) -> (tokens: [Token], diagnostics: [Diagnostic]) {
        let start = SourceRange(file: file, start: 0, end: 0)
        let diagnostic = Diagnostic(
            id: "file-too-large", summary: "the file is larger than 2 GiB", subject: start,
            help: "no configuration is that large: is this the right file?")
        return ([Token(kind: .endOfFile, start: 0, end: 0)], [diagnostic])
    }
}

/// The state of the lexer within one file.
struct Scanner: ~Copyable {
    /// A construct that the lexer stands in, with the rules that hold there.
    struct Frame {
        enum Kind {
            case code, quotes, heredoc

            /// A template without quotes, which ends where the text ends.
            case template
        }

        var kind: Kind

        /// The start of the token that opened the frame.
        var start: Int

        /// Braces that are open in this frame (`.code` only).
        var openBraces = 0

        /// The marker that closes the frame (`.heredoc` only).
        var marker = 0..<0

        /// Whether the next byte is the first of a line of the heredoc.
        var isAtLineStart = true
    }

    let text: UnsafeBufferPointer<UInt8>
    let classes: UnsafeBufferPointer<UInt8>
    let runs: ByteRun
    let file: FileID

    var position = 0
    var tokens: Pile<Token>

    /// The constructs around `position`, outermost first; the first is the file itself and is never left.
    var frames = [Frame(kind: .code, start: 0)]

    var diagnostics: [Diagnostic] = []

    /// How often a kind of mistake was made, where it is told only once or twice.
    var told: [Told: Int] = [:]

    init(text: UnsafeBufferPointer<UInt8>, classes: UnsafeBufferPointer<UInt8>, file: FileID) {
        self.text = text
        self.classes = classes
        runs = ByteRun(text: text, classes: classes)
        self.file = file
        // Real files need a token for every five or six bytes.
        tokens = Pile(capacity: text.count / 5 + 16)
    }

    mutating func scan() {
        // A byte order mark is allowed at the very start and nowhere else.
        if position == 0, text.starts(with: [0xef, 0xbb, 0xbf]) { position = 3 }
        while position < text.count {
            switch frames[frames.count - 1].kind {
            case .code: scanCode()
            case .quotes: scanQuotes()
            case .heredoc, .template: scanHeredoc()
            }
        }
        add(.endOfFile, from: text.count)
    }

    /// Adds the token that starts at `start` and ends at the current position.
    @inline(__always)
    mutating func add(_ kind: Token.Kind, from start: Int) {
        tokens.push(Token(kind: kind, start: start, end: position))
    }

    /// The byte at an offset, or NUL behind the end.
    @inline(__always)
    func byte(_ offset: Int) -> UInt8 { offset < text.count ? text[offset] : 0 }

    /// The number of bytes of the character outside ASCII that starts at an offset; nil where it is no UTF-8.
    ///
    /// Overlong forms and surrogates pass, as they do in Terraform.
    func characterLength(at offset: Int) -> Int? {
        let length: Int
        switch text[offset] {
        case 0xc0...0xdf: length = 2
        case 0xe0...0xef: length = 3
        case 0xf0...0xf7: length = 4
        default: return nil
        }
        for index in 1..<length where byte(offset + index) & 0xc0 != 0x80 { return nil }
        return length
    }
}
