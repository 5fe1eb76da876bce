public import Diagnostics

/// `[a, b]`.
public struct TupleConstructor: Sendable {
    /// The items in order.
    public var items: [Expression]

    /// From the opening to the closing bracket.
    public var range: SourceRange

    package init(items: [Expression], range: SourceRange) {
        self.items = items
        self.range = range
    }
}

/// `{ a = b, "c" : d }`.
public struct ObjectConstructor: Sendable {
    /// One key with its value.
    public struct Item: Sendable {
        /// The key.
        ///
        /// A traversal without steps is not a reference here but the name itself; parentheses around it make it
        /// a reference.
        public var key: Expression

        /// The `=` or `:` between key and value.
        public var separatorRange: SourceRange

        /// The value.
        public var value: Expression

        package init(key: Expression, separatorRange: SourceRange, value: Expression) {
            self.key = key
            self.separatorRange = separatorRange
            self.value = value
        }

        /// From the key to the end of the value.
        public var range: SourceRange { key.range.union(value.range) }
    }

    /// The items in order.
    public var items: [Item]

    /// From the opening to the closing brace.
    public var range: SourceRange

    package init(items: [Item], range: SourceRange) {
        self.items = items
        self.range = range
    }
}

/// `[for v in c : e if d]` or `{for k, v in c : e => f... if d}`.
public struct ForExpression: Sendable {
    /// The name for each key; nil where only values are named.
    public var keyNameRange: SourceRange?

    /// The name for each value.
    public var valueNameRange: SourceRange

    /// What is iterated over.
    public var collection: Expression

    /// The key of each entry; nil where a tuple is made.
    public var key: Expression?

    /// The value of each entry.
    public var value: Expression

    /// The `...` that groups the values of equal keys; nil where there is none.
    public var ellipsisRange: SourceRange?

    /// What an entry must fulfil to be kept; nil where all are.
    public var condition: Expression?

    /// From the opening to the closing bracket or brace.
    public var range: SourceRange

    package init(
        keyNameRange: SourceRange?, valueNameRange: SourceRange, collection: Expression, key: Expression?,
        value: Expression, ellipsisRange: SourceRange?, condition: Expression?, range: SourceRange
    ) {
        self.keyNameRange = keyNameRange
        self.valueNameRange = valueNameRange
        self.collection = collection
        self.key = key
        self.value = value
        self.ellipsisRange = ellipsisRange
        self.condition = condition
        self.range = range
    }
}
