public import Diagnostics

/// One parsed file of HCL's native syntax.
///
/// The tree holds ranges, not texts: a name becomes a `String` when somebody asks the file for it.
public struct ConfigFile: Sendable {
    /// The two notations of HCL.
    public enum Notation: Sendable, Hashable {
        /// The native syntax, as in `main.tf`.
        case native

        /// JSON, as in `main.tf.json`.
        ///
        /// The tree has the same form; its ranges lie in the JSON text, where every string carries the escapes
        /// of JSON too. Labels and names of blocks are the keys of objects, without their quotes.
        case json
    }

    /// The file that the ranges of the tree refer to.
    public let file: FileID

    /// The whole text.
    public let bytes: [UInt8]

    /// The attributes and blocks that stand in no block.
    public let body: Body

    /// The notation of the text.
    public let notation: Notation

    package init(file: FileID, bytes: [UInt8], body: Body, notation: Notation = .native) {
        self.file = file
        self.bytes = bytes
        self.body = body
        self.notation = notation
    }

    /// Reads a whole file.
    ///
    /// Broken input gives a tree too, with `.invalid` where an expression could not be read, and a diagnostic for
    /// each mistake. Without errors among the diagnostics the tree is complete.
    public static func parse(_ bytes: [UInt8], file: FileID) -> (ConfigFile, [Diagnostic]) {
        Lexer.withTokens(of: bytes, file: file) { tokens, diagnostics in
            parse(bytes, tokens, lexerDiagnostics: diagnostics, file: file)
        }
    }

    /// Reads a whole file whose tokens are known already, so that a formatter need not cut them twice.
    public static func parse(
        _ bytes: [UInt8], tokens: [Token], lexerDiagnostics: [Diagnostic], file: FileID
    ) -> (ConfigFile, [Diagnostic]) {
        tokens.withUnsafeBufferPointer { parse(bytes, $0, lexerDiagnostics: lexerDiagnostics, file: file) }
    }

    /// Reads a whole file whose tokens lie somewhere already.
    static func parse(
        _ bytes: [UInt8], _ tokens: UnsafeBufferPointer<Token>, lexerDiagnostics: [Diagnostic], file: FileID
    ) -> (ConfigFile, [Diagnostic]) {
        bytes.withUnsafeBufferPointer { text in
            var parser = Parser(text: text, tokens: tokens, file: file)
            let body = parser.parseFile()
            let diagnostics = Self.inOrder(lexerDiagnostics + parser.diagnostics)
            return (ConfigFile(file: file, bytes: bytes, body: body), diagnostics)
        }
    }

    /// Reads an expression that stands alone, such as a type constraint.
    ///
    /// - Parameters:
    ///   - bytes: A whole file.
    ///   - part: Where in it the expression stands, and nothing else but blanks; nil for all of it.
    ///   - file: The file that the ranges of the expression refer to.
    /// - Returns: The expression and what is wrong with it.
    public static func parseExpression(
        _ bytes: [UInt8], in part: Range<Int>? = nil, file: FileID
    ) -> (Expression, [Diagnostic]) {
        Lexer.withTokens(of: bytes, in: part, file: file) { tokens, lexerDiagnostics in
            bytes.withUnsafeBufferPointer { text in
                var parser = Parser(text: text, tokens: tokens, file: file)
                let expression = parser.parseLoneExpression()
                return (expression, Self.inOrder(lexerDiagnostics + parser.diagnostics))
            }
        }
    }

    /// Reads a template that stands alone, without quotes, as in the strings of JSON.
    ///
    /// - Parameters:
    ///   - bytes: A whole file.
    ///   - part: Where in it the template stands.
    ///   - file: The file that the ranges of the template refer to.
    /// - Returns: The template, whose range is `part`, and what is wrong with it.
    public static func parseTemplate(
        _ bytes: [UInt8], in part: Range<Int>, file: FileID
    ) -> (Template, [Diagnostic]) {
        Lexer.withTokens(of: bytes, in: part, asTemplate: true, file: file) { tokens, lexerDiagnostics in
            bytes.withUnsafeBufferPointer { text in
                var parser = Parser(text: text, tokens: tokens, file: file)
                let template = parser.parseLoneTemplate(part)
                return (template, Self.inOrder(lexerDiagnostics + parser.diagnostics))
            }
        }
    }

    /// The diagnostics by place, those of one place in the order in which they were found.
    private static func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard diagnostics.count > 1 else { return diagnostics }
        return diagnostics.enumerated().sorted { left, right in
            let leftStart = left.element.subject?.start ?? 0
            let rightStart = right.element.subject?.start ?? 0
            return (leftStart, left.offset) < (rightStart, right.offset)
        }.map(\.element)
    }
}

extension ConfigFile {
    /// The text of a range of this file, as written, or with the escapes of JSON decoded; empty for a range of another.
    public func text(of range: SourceRange) -> String { String(decoding: content(of: range), as: UTF8.self) }

    /// The bytes of a range of this file; in JSON with the escapes of JSON decoded.
    func content(of range: SourceRange) -> ArraySlice<UInt8> {
        guard range.file == file else { return [] }
        return notation == .native ? bytes[range.bytes] : JSONStrings.decoded(bytes[range.bytes])
    }

    /// Whether a range holds exactly this word; quicker than to make its text.
    public func spells(_ range: SourceRange, _ word: String) -> Bool {
        if notation == .json { return text(of: range) == word }
        let utf8 = word.utf8
        guard Int(range.end - range.start) == utf8.count, range.file == file else { return false }
        return bytes[range.bytes].elementsEqual(utf8)
    }

    /// The name of an attribute.
    public func name(of attribute: Attribute) -> String { text(of: attribute.nameRange) }

    /// The type of a block, such as `resource`.
    public func type(of block: Block) -> String { text(of: block.typeRange) }

    /// The labels of a block with their escapes decoded.
    public func labels(of block: Block) -> [String] { block.labels.map(text(of:)) }

    /// A label with its escapes decoded.
    public func text(of label: Block.Label) -> String {
        label.isQuoted ? StringDecoder.text(ofQuoted: bytes[label.contentRange.bytes]) : text(of: label.range)
    }

    /// The name of a called function with its namespaces, without the space and comments that may stand around `::`.
    public func name(of call: FunctionCall) -> String {
        let written = bytes[call.nameRange.bytes]
        guard written.contains(UInt8(ascii: ":")) else { return text(of: call.nameRange) }
        let (tokens, _) = Lexer.tokens(of: Array(written), file: file)
        return tokens.filter { $0.kind != .comment && $0.kind != .newline }.map { token in
            let range = (written.startIndex + Int(token.start))..<(written.startIndex + Int(token.end))
            return String(decoding: bytes[range], as: UTF8.self)
        }.joined()
    }

    /// The root of a traversal, such as `var`.
    public func root(of traversal: Traversal) -> String { text(of: traversal.rootRange) }
}
