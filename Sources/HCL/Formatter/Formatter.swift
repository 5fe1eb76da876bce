public import Diagnostics

/// The canonical layout of HCL, byte for byte as `terraform fmt` of Terraform 1.11 leaves it.
///
/// The work is a short chain of passes over arrays: tokens become *pieces* (`Modernisation`: what Terraform
/// rewrites), pieces become *lines* (`Layout`: indentation, gaps, aligned cells), and lines become bytes.
/// Nothing but white space changes, except for what `Modernisation` lists.
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
        let (tokens, mistakes) = Lexer.tokens(of: bytes, file: file)
        let (_, diagnostics) = ConfigFile.parse(bytes, tokens: tokens, lexerDiagnostics: mistakes, file: file)
        return (diagnostics.hasErrors ? bytes : formatted(bytes, tokens: tokens), diagnostics)
    }

    /// The formatted text of a file that parses, from its tokens.
    static func formatted(_ bytes: [UInt8], tokens: [Token]) -> [UInt8] {
        var modernisation = Modernisation(bytes: bytes, tokens: tokens)
        modernisation.run()
        return modernisation.text.withUnsafeBufferPointer { text in
            modernisation.pieces.withUnsafeMutableBufferPointer { pieces in
                var layout = Layout(text: text, pieces: pieces)
                layout.run()
                return layout.output()
            }
        }
    }
}
