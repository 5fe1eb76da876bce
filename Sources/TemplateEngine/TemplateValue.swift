/// A value that a template can read and write out.
public enum TemplateValue: Sendable, Hashable {
    /// The absence of a value.
    case null

    /// True or false.
    case bool(Bool)

    /// A whole number.
    case int(Int)

    /// Any other number, in the form HCL and JSON read: digits, at most one point, an optional exponent.
    case number(String)

    /// A text.
    case string(String)

    /// Values in order.
    case list([TemplateValue])

    /// Values by name: a map of the spec or a record of the generator.
    case map(TemplateMap)

    /// An HCL reference, which is written as it is.
    case reference(TemplateReference)

    /// A map of some entries; of entries of one name the last counts.
    public static func map(of entries: [String: TemplateValue]) -> TemplateValue {
        .map(TemplateMap(entries))
    }

    /// The value as people call it in a message.
    var kindName: String {
        switch self {
        case .null: return "null"
        case .bool: return "a bool"
        case .int, .number: return "a number"
        case .string: return "a string"
        case .list: return "a list"
        case .map: return "a map"
        case .reference: return "a reference"
        }
    }

    /// Whether the value counts as true in a condition.
    ///
    /// Null does not, a bool counts by its value, strings, lists and maps when they hold something, and
    /// everything else does.
    var isTrue: Bool {
        switch self {
        case .null: return false
        case .bool(let value): return value
        case .string(let text): return !text.isEmpty
        case .list(let items): return !items.isEmpty
        case .map(let map): return !map.entries.isEmpty
        case .int, .number, .reference: return true
        }
    }

    /// The text of a value that can stand inside other text; nil for null, lists and maps.
    var text: String? {
        switch self {
        case .bool(let value): return value ? "true" : "false"
        case .int(let value): return String(value)
        case .number(let digits): return digits
        case .string(let text): return text
        case .reference(let reference): return reference.text
        case .null, .list, .map: return nil
        }
    }

    /// The value as a number, where it is one.
    var numeric: Double? {
        switch self {
        case .int(let value): return Double(value)
        case .number(let digits): return Double(digits)
        default: return nil
        }
    }

    /// Whether two values are the same; numbers are compared as numbers.
    func isEqual(to other: TemplateValue) -> Bool {
        if case .int(let left) = self, case .int(let right) = other { return left == right }
        if let left = numeric, let right = other.numeric { return left == right }
        return self == other
    }
}

/// Values by name, sorted by name.
public struct TemplateMap: Sendable, Hashable {
    /// One value and its name.
    public struct Entry: Sendable, Hashable {
        /// The name.
        public var key: Name

        /// The value.
        public var value: TemplateValue
    }

    /// A name and a hash of it, so that a look-up compares words of memory instead of texts.
    public struct Name: Sendable, Hashable {
        /// The name itself.
        public let text: String

        let hash: UInt64

        init(_ text: String) {
            self.text = text
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            self.hash = hash
        }

        /// Whether two names are the same text.
        public static func == (left: Name, right: Name) -> Bool {
            left.hash == right.hash && left.text == right.text
        }

        /// Feeds the hash that is already there.
        public func hash(into hasher: inout Hasher) { hasher.combine(hash) }
    }

    /// The entries, sorted by name (by its bytes).
    public private(set) var entries: [Entry]

    /// Makes a map of some values by name.
    public init(_ values: [String: TemplateValue] = [:]) {
        entries = values.map { Entry(key: Name($0.key), value: $0.value) }
        entries.sort { $0.key.text < $1.key.text }
    }

    /// The value of a name; setting nil removes it.
    public subscript(key: String) -> TemplateValue? {
        get { self[Name(key)] }
        set {
            let place = entries.firstIndex { $0.key.text >= key } ?? entries.endIndex
            let exists = place < entries.endIndex && entries[place].key.text == key
            if exists { entries.remove(at: place) }
            if let newValue { entries.insert(Entry(key: Name(key), value: newValue), at: place) }
        }
    }

    /// The names, sorted.
    public var keys: [String] { entries.map(\.key.text) }

    /// This map with the entries of another on top.
    public func merging(_ other: TemplateMap) -> TemplateMap {
        var merged = self
        for entry in other.entries { merged[entry.key.text] = entry.value }
        return merged
    }

    subscript(name: Name) -> TemplateValue? {
        for entry in entries where entry.key.hash == name.hash && entry.key.text == name.text {
            return entry.value
        }
        return nil
    }
}
