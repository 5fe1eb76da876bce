import Diagnostics
import HCL
import JSON

/// Reads files of the JSON notation (`main.tf.json`) into the tree that the native syntax has.
///
/// JSON does not tell blocks from arguments; `BlockSchema` does. What Terraform's own language does not know is
/// taken for an argument.
struct JSONConfigReader {
    private let bytes: [UInt8]
    private let file: FileID
    private var diagnostics: [Diagnostic] = []

    /// Reads a file.
    static func read(_ bytes: [UInt8], file: FileID) -> (ConfigFile, [Diagnostic]) {
        let (value, diagnostics) = JSONParser.parse(bytes, file: file)
        var reader = JSONConfigReader(bytes: bytes, file: file)
        reader.diagnostics = diagnostics
        let items = value.map { reader.items(of: $0, schema: .file) } ?? []
        let body = Body(items: items, range: SourceRange(file: file, start: 0, end: bytes.count))
        return (ConfigFile(file: file, bytes: bytes, body: body, notation: .json), reader.diagnostics)
    }

    private init(bytes: [UInt8], file: FileID) {
        self.bytes = bytes
        self.file = file
    }

    /// The arguments and blocks of an object, or of an array of objects.
    private mutating func items(of value: JSONValue, schema: BlockSchema) -> [Body.Item] {
        if let elements = value.elements { return elements.flatMap { self.items(of: $0, schema: schema) } }
        guard let members = value.members else {
            if !value.isNull { report("expected an object, found \(value.kindName)", at: value.range) }
            return []
        }
        var items: [Body.Item] = []
        for member in members where member.key != "//" {
            let name = content(of: member.keyRange)
            if let nested = schema.blocks[member.key] {
                let found = blocks(nested, type: name, labels: [], member.value)
                items.append(contentsOf: found.map { Body.Item.block($0) })
            } else {
                items.append(.attribute(attribute(member, name, schema)))
            }
        }
        return items
    }

    /// The blocks of a type that a value stands for: objects by label, and arrays of blocks at every level.
    private mutating func blocks(
        _ schema: BlockSchema, type: SourceRange, labels: [Block.Label], _ value: JSONValue
    ) -> [Block] {
        if let elements = value.elements {
            return elements.flatMap { blocks(schema, type: type, labels: labels, $0) }
        }
        if value.isNull { return [] }
        guard let members = value.members, let range = value.range else {
            report("expected an object, found \(value.kindName)", at: value.range)
            return []
        }
        if labels.count < schema.labels.count {
            return members.filter { $0.key != "//" }.flatMap { member in
                let label = Block.Label(range: content(of: member.keyRange), isQuoted: false)
                return blocks(schema, type: type, labels: labels + [label], member.value)
            }
        }
        let body = Body(items: items(of: value, schema: schema), range: inside(range))
        let block = Block(
            typeRange: type, labels: labels, openBraceRange: byte(Int(range.start)), body: body,
            closeBraceRange: byte(max(Int(range.start), Int(range.end) - 1)))
        return [block]
    }

    private mutating func attribute(_ member: JSONMember, _ name: SourceRange, _ schema: BlockSchema)
        -> Attribute
    {
        let expression: Expression
        if schema.references.contains(member.key) {
            expression = self.expression(member.value, strings: .expressions)
        } else {
            let isPlain = schema.plain.contains(member.key)
            expression = self.expression(member.value, strings: isPlain ? .plain : .templates)
        }
        let equals = SourceRange(file: file, start: Int(name.end), end: Int(name.end))
        return Attribute(nameRange: name, equalsRange: equals, value: expression)
    }

    private mutating func report(_ summary: String, at range: SourceRange?) {
        diagnostics.append(Diagnostic(id: "invalid-json-notation", summary: summary, subject: range))
    }

    private func byte(_ start: Int) -> SourceRange {
        SourceRange(file: file, start: start, end: min(start + 1, bytes.count))
    }

    /// The key without its quotes.
    private func content(of range: SourceRange?) -> SourceRange {
        guard let range else { return SourceRange(file: file, start: 0, end: 0) }
        return inside(range)
    }

    /// A range without its first and last byte.
    private func inside(_ range: SourceRange) -> SourceRange {
        let start = Int(range.start) + 1
        return SourceRange(file: range.file, start: start, end: max(start, Int(range.end) - 1))
    }
}

// MARK: - Expressions

extension JSONConfigReader {
    /// What the strings of a value are.
    private enum Strings { case templates, expressions, plain }

    private mutating func expression(_ value: JSONValue, strings: Strings) -> Expression {
        let range = value.range ?? SourceRange(file: file, start: 0, end: 0)
        switch value.kind {
        case .null: return .literal(LiteralExpression(kind: .null, range: range))
        case .bool(let isTrue):
            return .literal(LiteralExpression(kind: isTrue ? .true : .false, range: range))
        case .number: return number(range)
        case .string: return string(range, strings: strings)
        case .array(let elements):
            let items = elements.map { expression($0, strings: strings) }
            return .tuple(TupleConstructor(items: items, range: range))
        case .object(let members):
            return .object(ObjectConstructor(items: members.map { item($0, strings: strings) }, range: range))
        }
    }

    private func number(_ range: SourceRange) -> Expression {
        guard bytes[range.bytes].first == UInt8(ascii: "-") else {
            return .literal(LiteralExpression(kind: .number, range: range))
        }
        let sign = SourceRange(file: file, start: Int(range.start), end: Int(range.start) + 1)
        let digits = SourceRange(file: file, start: Int(range.start) + 1, end: Int(range.end))
        let operand = Expression.literal(LiteralExpression(kind: .number, range: digits))
        return .unaryOperation(UnaryOperation(operator: .negate, operatorRange: sign, operand: operand))
    }

    private mutating func item(_ member: JSONMember, strings: Strings) -> ObjectConstructor.Item {
        let keyRange = member.keyRange ?? SourceRange(file: file, start: 0, end: 0)
        let end = Int(keyRange.end)
        return ObjectConstructor.Item(
            key: string(keyRange, strings: strings == .expressions ? .plain : strings),
            separatorRange: SourceRange(file: file, start: end, end: end),
            value: expression(member.value, strings: strings))
    }

    private mutating func string(_ range: SourceRange, strings: Strings) -> Expression {
        let literal = Expression.literal(LiteralExpression(kind: .string, range: range))
        let part = inside(range).bytes
        switch strings {
        case .plain: return literal
        case .expressions:
            let aligned = JSONStrings.aligned(bytes, in: part)
            let (expression, mistakes) = ConfigFile.parseExpression(aligned, in: part, file: file)
            diagnostics += mistakes
            return expression
        case .templates:
            guard hasSequence(part) else { return literal }
            let aligned = JSONStrings.aligned(bytes, in: part)
            var (template, mistakes) = ConfigFile.parseTemplate(aligned, in: part, file: file)
            diagnostics += mistakes
            template.range = range
            return .template(template)
        }
    }

    /// Whether a string holds `${` or `%{`, escaped or not.
    private func hasSequence(_ part: Range<Int>) -> Bool {
        zip(bytes[part], bytes[part].dropFirst()).contains { first, second in
            second == UInt8(ascii: "{") && (first == UInt8(ascii: "$") || first == UInt8(ascii: "%"))
        }
    }
}
