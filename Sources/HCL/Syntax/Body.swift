public import Diagnostics

/// What stands between the braces of a block, or in a whole file: attributes and blocks.
public struct Body: Sendable {
    /// An attribute or a block.
    public enum Item: Sendable {
        case attribute(Attribute)
        case block(Block)

        /// The whole item.
        public var range: SourceRange {
            switch self {
            case .attribute(let attribute): return attribute.range
            case .block(let block): return block.range
            }
        }
    }

    /// The attributes and blocks in source order.
    public var items: [Item]

    /// The text between the braces, or the whole file.
    public var range: SourceRange

    package init(items: [Item], range: SourceRange) {
        self.items = items
        self.range = range
    }

    /// The attributes in source order.
    public var attributes: [Attribute] {
        items.compactMap { item in
            if case .attribute(let attribute) = item { return attribute }
            return nil
        }
    }

    /// The blocks in source order.
    public var blocks: [Block] {
        items.compactMap { item in
            if case .block(let block) = item { return block }
            return nil
        }
    }

    /// The attribute of a name; the first where a broken file has several.
    public func attribute(_ name: String, in file: ConfigFile) -> Attribute? {
        for case .attribute(let attribute) in items where file.spells(attribute.nameRange, name) {
            return attribute
        }
        return nil
    }

    /// The blocks of a type in source order.
    public func blocks(ofType type: String, in file: ConfigFile) -> [Block] {
        items.compactMap { item in
            if case .block(let block) = item, file.spells(block.typeRange, type) { return block }
            return nil
        }
    }
}

/// `name = expression` in a body.
public struct Attribute: Sendable {
    /// The name.
    public var nameRange: SourceRange

    /// The equals sign.
    public var equalsRange: SourceRange

    /// What stands right of the equals sign.
    public var value: Expression

    package init(nameRange: SourceRange, equalsRange: SourceRange, value: Expression) {
        self.nameRange = nameRange
        self.equalsRange = equalsRange
        self.value = value
    }

    /// From the name to the end of the value.
    public var range: SourceRange { nameRange.union(value.range) }
}

/// A type, labels and a body: `resource "aws_vpc" "this" { }`.
public struct Block: Sendable {
    /// One label, quoted or bare.
    public struct Label: Sendable {
        /// The label with its quotes.
        public var range: SourceRange

        /// Whether the label stands in quotes.
        public var isQuoted: Bool

        package init(range: SourceRange, isQuoted: Bool) {
            self.range = range
            self.isQuoted = isQuoted
        }

        /// The label without its quotes.
        public var contentRange: SourceRange {
            guard isQuoted else { return range }
            let start = Int(range.start) + 1
            return SourceRange(file: range.file, start: start, end: max(start, Int(range.end) - 1))
        }
    }

    /// The type.
    public var typeRange: SourceRange

    /// The labels in order.
    public var labels: [Label]

    /// The opening brace; empty, behind the header, where it is missing.
    public var openBraceRange: SourceRange

    /// What stands between the braces.
    public var body: Body

    /// The closing brace; empty, at the end of the body, where it is missing.
    public var closeBraceRange: SourceRange

    package init(
        typeRange: SourceRange, labels: [Label], openBraceRange: SourceRange, body: Body,
        closeBraceRange: SourceRange
    ) {
        self.typeRange = typeRange
        self.labels = labels
        self.openBraceRange = openBraceRange
        self.body = body
        self.closeBraceRange = closeBraceRange
    }

    /// From the type to the closing brace.
    public var range: SourceRange { typeRange.union(closeBraceRange) }

    /// The type and the labels, which is what a diagnostic about the whole block points at.
    public var headerRange: SourceRange {
        guard let last = labels.last else { return typeRange }
        return typeRange.union(last.range)
    }
}
