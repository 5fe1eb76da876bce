// Values in Swift source are written as JSON is: ["retention_days": 30, "replicate": ["files"]].

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    /// A string.
    public init(stringLiteral value: String) { self.init(.string(value)) }

    /// A whole number.
    public init(integerLiteral value: Int) { self.init(.number(JSONNumber(value))) }

    /// A boolean.
    public init(booleanLiteral value: Bool) { self.init(.bool(value)) }

    /// An array.
    public init(arrayLiteral elements: JSONValue...) { self.init(.array(elements)) }

    /// An object with its members in the given order.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self.init(.object(members.map { JSONMember($0.0, $0.1) }))
    }

    /// The value `null`.
    public init(nilLiteral: ()) { self.init(.null) }
}

extension JSONValue {
    /// A string that nobody wrote.
    public static func string(_ text: String) -> JSONValue { JSONValue(.string(text)) }

    /// A whole number that nobody wrote.
    public static func int(_ value: Int) -> JSONValue { JSONValue(.number(JSONNumber(value))) }

    /// A boolean that nobody wrote.
    public static func bool(_ value: Bool) -> JSONValue { JSONValue(.bool(value)) }

    /// An array that nobody wrote.
    public static func array(_ elements: [JSONValue]) -> JSONValue { JSONValue(.array(elements)) }

    /// An object that nobody wrote.
    public static func object(_ members: [JSONMember]) -> JSONValue { JSONValue(.object(members)) }

    /// The value `null` that nobody wrote.
    public static var null: JSONValue { JSONValue(.null) }
}
