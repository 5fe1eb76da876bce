public import Diagnostics

/// The canonical layout of HCL, byte for byte as `terraform fmt` of Terraform 1.11 leaves it.
///
/// The work is a short chain of passes over arrays: `Modernisation` finds the tokens that Terraform rewrites,
/// `Layout` decides the white space before every token (indentation, gaps, aligned cells), and its output is the
/// text. Nothing but white space changes, except for what `Modernisation` lists.
public enum Formatter {
    /// The formatted text, or the text as it was when it does not parse.
    ///
    /// A byte order mark is dropped, the end of every line stays as it is (LF or CR LF), and a missing last line
    /// feed stays missing. Formatting the result again changes nothing.
    ///
    /// - Parameters:
    ///   - bytes: A whole file.
    ///   - file: The name of the file in diagnostics.
    /// - Returns: The text and what the parser said; with an error among the diagnostics the text is `bytes`.
    public static func format(
        _ bytes: [UInt8], file: FileID
    ) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
        Lexer.withTokens(of: bytes, file: file) { tokens, mistakes in
            let (_, diagnostics) = ConfigFile.parse(bytes, tokens, lexerDiagnostics: mistakes, file: file)
            if diagnostics.hasErrors { return (bytes, diagnostics) }
            let formatted = bytes.withUnsafeBufferPointer { Self.formatted($0, tokens: tokens) }
            return (formatted, diagnostics)
        }
    }

    /// The formatted text of a file that parses, from its tokens.
    private static func formatted(
        _ text: UnsafeBufferPointer<UInt8>, tokens: UnsafeBufferPointer<Token>
    ) -> [UInt8] {
        var modernisation = Modernisation(text: text, tokens: tokens)
        modernisation.run()
        let spacesAtEnd = spacesAtEnd(of: tokens)
        if modernisation.edits.isEmpty { return laidOut(text, tokens, spacesAtEnd: spacesAtEnd) }
        let edited = text + modernisation.madeText
        return edited.withUnsafeBufferPointer { text in
            modernisation.editedTokens().withUnsafeBufferPointer { tokens in
                laidOut(text, tokens, spacesAtEnd: spacesAtEnd)
            }
        }
    }

    private static func laidOut(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: UnsafeBufferPointer<Token>, spacesAtEnd: Int32
    ) -> [UInt8] {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: tokens.count) { spaces in
            spaces.initialize(repeating: 0)
            spaces[tokens.count - 1] = spacesAtEnd
            var layout = Layout(text: text, tokens: tokens, spaces: spaces)
            layout.run()
            return layout.output()
        }
    }

    /// What stands behind the last line feed stays, as in Terraform, but a tab there becomes a space.
    private static func spacesAtEnd(of tokens: UnsafeBufferPointer<Token>) -> Int32 {
        guard let end = tokens.last else { return 0 }
        return tokens.count > 1 ? end.start - tokens[tokens.count - 2].end : end.start
    }
}
