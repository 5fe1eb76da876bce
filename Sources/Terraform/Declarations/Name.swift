public import Diagnostics

/// A name and where it is written.
public struct Name: Sendable, Hashable {
    /// The name.
    public var text: String

    /// Where it stands, without quotes.
    public var range: SourceRange

    package init(_ text: String, at range: SourceRange) {
        self.text = text
        self.range = range
    }

    /// Names are equal when their texts are; where they stand does not count.
    public static func == (left: Name, right: Name) -> Bool { left.text == right.text }

    /// Feeds the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// Something that a module declares under a name that only one thing of its kind can have.
public protocol Declaration: Sendable {
    /// What tells it from the other declarations of its kind, such as `aws_vpc.this` for a resource.
    var key: String { get }

    /// The name, or type and name, as written: what "declared here" points at.
    var nameRange: SourceRange { get }
}

/// The declarations of one kind in a module, in source order and by key.
public struct Declarations<Element: Declaration>: Sendable, RandomAccessCollection {
    private var elements: [Element] = []
    private var positions: [String: Int] = [:]

    package init() {}

    /// The first position, which is 0.
    public var startIndex: Int { 0 }

    /// The number of declarations.
    public var endIndex: Int { elements.count }

    /// The declaration at a position.
    public subscript(position: Int) -> Element {
        get { elements[position] }
        set { elements[position] = newValue }
    }

    /// The declaration with a key; nil where there is none.
    public subscript(key: String) -> Element? { positions[key].map { elements[$0] } }

    /// The position of the declaration with a key; nil where there is none.
    public func index(of key: String) -> Int? { positions[key] }

    /// The keys in source order.
    public var keys: [String] { elements.map(\.key) }

    /// Adds a declaration unless there is one with its key.
    ///
    /// - Returns: The position of the one with the key, and the one that was there before.
    mutating func insert(_ element: Element) -> (position: Int, earlier: Element?) {
        if let position = positions[element.key] { return (position, elements[position]) }
        positions[element.key] = elements.count
        elements.append(element)
        return (elements.count - 1, nil)
    }
}
