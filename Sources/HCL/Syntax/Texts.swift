import Diagnostics

/// What the strings of a file mean.
extension ConfigFile {
    /// The text of a string in quotes without sequences, or the letters of another literal.
    public func text(of literal: LiteralExpression) -> String {
        guard literal.kind == .string else { return text(of: literal.range) }
        let content = content(of: literal.range).dropFirst().dropLast()
        // A string of JSON has the escapes of JSON and no others; those inside of its sequences have both.
        // The quotes inside of sequences are themselves escaped.
        let start = Int(literal.range.start)
        let isJSONString =
            notation == .json && bytes[start] == UInt8(ascii: "\"")
            && (start == 0 || bytes[start - 1] != UInt8(ascii: "\\"))
        return String(decoding: StringDecoder.decoded(Array(content), isQuoted: !isJSONString), as: UTF8.self)
    }

    /// The text that a piece of a template stands for: escapes decoded, white space trimmed, indentation taken.
    public func text(of text: TemplateText, in template: Template) -> String {
        var value = StringDecoder.decoded(Array(content(of: text.range)), isQuoted: text.isQuoted)
        if text.trimsStart { value.removeFirst(Whitespace.leading(value).bytes) }
        if text.trimsEnd { value.removeLast(Whitespace.trailing(value)) }
        let string = String(decoding: value, as: UTF8.self)
        guard text.losesIndentation, template.indentation > 0 else { return string }
        return String(string.dropFirst(Int(template.indentation)))
    }

    /// The text of an expression that is a string or heredoc without sequences; nil for all others.
    public func constantText(of expression: Expression) -> String? {
        switch expression {
        case .literal(let literal): return literal.kind == .string ? text(of: literal) : nil
        case .template(let template):
            var result = ""
            for part in template.parts {
                guard case .text(let text) = part else { return nil }
                result += self.text(of: text, in: template)
            }
            return result
        default: return nil
        }
    }

    /// The name that a key of an object constructor is: a bare word or a constant string; nil where it has to be
    /// computed.
    public func constantKey(of item: ObjectConstructor.Item) -> String? {
        switch item.key {
        case .traversal(let traversal): return traversal.steps.isEmpty ? root(of: traversal) : nil
        case .literal(let literal): return text(of: literal)
        default: return constantText(of: item.key)
        }
    }
}
