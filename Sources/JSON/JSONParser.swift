public import Diagnostics

/// Reads JSON text: RFC 8259, plus comments (`//`, `/* */`) and a comma after the last element.
///
/// Never fails: what cannot be read is reported, and the parser goes on behind it. A value comes back even then,
/// with the parts that were read.
public struct JSONParser {
    /// Arrays and objects may be nested this deep; deeper ones are refused, so that no pass over a value can
    /// exhaust the stack.
    public static let maximumDepth = 512

    /// After so many mistakes the rest of the text is not worth reading.
    static let maximumMistakes = 50

    let bytes: [UInt8]
    let file: FileID
    var offset = 0
    /// The end of the last token, where a missing comma or bracket belongs.
    var lastTokenEnd = 0
    /// The brackets that are open here, outermost first.
    var openBrackets: [UInt8] = []
    var mistakes = 0
    var diagnostics: [Diagnostic] = []

    private init(bytes: [UInt8], file: FileID) {
        self.bytes = bytes
        self.file = file
    }

    /// The value of a file and what is wrong with its text.
    ///
    /// The value is nil when the text holds none at all. Ids: `invalid-json`, `invalid-utf-8`, `duplicate-key`,
    /// `deep-nesting`.
    public static func parse(_ file: FileID, in sources: SourceMap) -> (
        value: JSONValue?, diagnostics: [Diagnostic]
    ) {
        parse(sources[file].bytes, file: file)
    }

    /// The value of some bytes and what is wrong with them; ranges are given in `file`.
    public static func parse(_ bytes: [UInt8], file: FileID) -> (value: JSONValue?, diagnostics: [Diagnostic])
    {
        var parser = JSONParser(bytes: bytes, file: file)
        guard parser.checkEncoding() else { return (nil, parser.diagnostics) }
        let value = parser.parseText()
        return (value, parser.diagnostics)
    }

    /// Reads one value and nothing but blanks and comments around it.
    private mutating func parseText() -> JSONValue? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
        lastTokenEnd = offset
        skipBlanks()
        guard offset < bytes.count else {
            report("the file holds no JSON value", at: 0..<0, help: "write an object: { ... }")
            return nil
        }
        let value = parseValue()
        skipBlanks()
        if offset < bytes.count, mistakes < Self.maximumMistakes {
            let found = tokenRange(at: offset)
            report(
                "unexpected \(described(found)) after the end of the JSON value", at: found,
                help: "a file holds one value; check the brackets above")
        }
        return value
    }

    /// Reads the value that starts here; nil when none does (reported, nothing consumed but rubbish).
    mutating func parseValue() -> JSONValue? {
        switch current {
        case UInt8(ascii: "{"): return parseNested { $0.parseObject() }
        case UInt8(ascii: "["): return parseNested { $0.parseArray() }
        case UInt8(ascii: "\""):
            let start = offset
            let text = parseString()
            return JSONValue(.string(text), at: range(start..<lastTokenEnd))
        default: return parseScalar()
        }
    }

    /// Reads an array or object unless it lies too deep.
    private mutating func parseNested(_ parse: (inout JSONParser) -> JSONValue) -> JSONValue {
        guard openBrackets.count < Self.maximumDepth else { return skipNested() }
        openBrackets.append(current)
        defer { openBrackets.removeLast() }
        return parse(&self)
    }

    /// Steps over an array or object that lies too deep, without recursion.
    private mutating func skipNested() -> JSONValue {
        let start = offset
        diagnostics.append(
            Diagnostic(
                id: "deep-nesting",
                summary: "arrays and objects are nested more than \(Self.maximumDepth) deep",
                subject: range(start..<start + 1), help: "check for a bracket that is never closed"))
        var open = 0
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): open -= 1
            case UInt8(ascii: "\""): skipQuoted()
            default: break
            }
            offset += 1
            if open == 0 { break }
        }
        offset = min(offset, bytes.count)
        lastTokenEnd = offset
        // What follows an opening bracket without end is the same mistake once more.
        if open > 0 { mistakes = Self.maximumMistakes }
        return JSONValue(.null, at: range(start..<offset))
    }

    /// Moves to the closing quote of the string that starts here, or to the end.
    private mutating func skipQuoted() {
        offset += 1
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
            offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
    }
}
