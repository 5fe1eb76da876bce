/// A value of Terraform's language, as far as it can be told before anything runs.
indirect enum Value: Sendable {
    /// A value that nobody knows yet.
    case unknown(ValueType)
    case null
    case string(String)
    case number(Double)
    case bool(Bool)
    case tuple([Value])
    case object(Entries)
    case list([Value], of: ValueType)
    case set([Value], of: ValueType)
    case map(Entries, of: ValueType)

    /// A value with marks, which pass on to all that is made of it.
    case marked(Value, Marks)

    /// What is told about a value besides what it is.
    struct Marks: OptionSet, Sendable, Hashable {
        let rawValue: UInt8

        /// It must not be shown.
        static let sensitive = Marks(rawValue: 1)

        /// It must not be kept.
        static let ephemeral = Marks(rawValue: 2)
    }

    /// Values by key, sorted.
    struct Entries: Sendable {
        private(set) var keys: [String] = []
        private(set) var values: [Value] = []

        init() {}

        /// Entries of which the last of equal keys wins.
        init(_ pairs: [(key: String, value: Value)]) {
            keys.reserveCapacity(pairs.count)
            values.reserveCapacity(pairs.count)
            for pair in pairs { self[pair.key] = pair.value }
        }

        var count: Int { keys.count }
        var isEmpty: Bool { keys.isEmpty }

        subscript(key: String) -> Value? {
            get {
                let position = position(of: key)
                return position < keys.count && keys[position] == key ? values[position] : nil
            }
            set {
                let position = position(of: key)
                let isThere = position < keys.count && keys[position] == key
                guard let newValue else {
                    if isThere {
                        keys.remove(at: position)
                        values.remove(at: position)
                    }
                    return
                }
                if isThere {
                    values[position] = newValue
                } else {
                    keys.insert(key, at: position)
                    values.insert(newValue, at: position)
                }
            }
        }

        /// The entries in order.
        var pairs: Zip2Sequence<[String], [Value]> { zip(keys, values) }

        func mapValues(_ transform: (Value) -> Value) -> Entries {
            var result = self
            result.values = values.map(transform)
            return result
        }

        private func position(of key: String) -> Int {
            if let last = keys.last, last < key { return keys.count }
            var low = 0
            var high = keys.count
            while low < high {
                let middle = (low + high) / 2
                if keys[middle] < key { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    /// A value of which nothing is known.
    static let anything = Value.unknown(.any)

    /// The value without marks around it, and those marks.
    var unmarked: (value: Value, marks: Marks) {
        guard case .marked(let inner, let marks) = self else { return (self, []) }
        let (value, more) = inner.unmarked
        return (value, marks.union(more))
    }

    /// The value without marks around it.
    var plain: Value {
        if case .marked(let inner, _) = self { return inner.plain }
        return self
    }

    /// The value with marks around it.
    func marked(_ marks: Marks) -> Value { marks.isEmpty ? self : .marked(self, marks) }

    /// The marks of the value and of all that it holds.
    var allMarks: Marks {
        switch self {
        case .marked(let inner, let marks): return marks.union(inner.allMarks)
        case .tuple(let items), .list(let items, _), .set(let items, _):
            return items.reduce(into: []) { $0.formUnion($1.allMarks) }
        case .object(let entries), .map(let entries, _):
            return entries.values.reduce(into: []) { $0.formUnion($1.allMarks) }
        default: return []
        }
    }

    /// The type, as far as it is known.
    var type: ValueType {
        switch self {
        case .unknown(let type): return type
        case .null: return .any
        case .string: return .string
        case .number: return .number
        case .bool: return .bool
        case .tuple(let items): return .tuple(items.map(\.type))
        case .object(let entries):
            return .object(Dictionary(zip(entries.keys, entries.values.map(\.type))) { first, _ in first })
        case .list(_, let element): return .list(element)
        case .set(_, let element): return .set(element)
        case .map(_, let element): return .map(element)
        case .marked(let inner, _): return inner.type
        }
    }

    /// Whether the value itself is known, whatever it holds.
    var isKnown: Bool {
        switch self {
        case .unknown: return false
        case .marked(let inner, _): return inner.isKnown
        default: return true
        }
    }

    /// Whether the value and all that it holds is known.
    var isWhollyKnown: Bool {
        switch self {
        case .unknown: return false
        case .marked(let inner, _): return inner.isWhollyKnown
        case .tuple(let items), .list(let items, _), .set(let items, _):
            return items.allSatisfy(\.isWhollyKnown)
        case .object(let entries), .map(let entries, _): return entries.values.allSatisfy(\.isWhollyKnown)
        default: return true
        }
    }

    /// Whether it is `null`.
    var isNull: Bool {
        if case .null = plain { return true }
        return false
    }

    /// The items of a list, set or tuple; nil for all else.
    var items: [Value]? {
        switch plain {
        case .tuple(let items), .list(let items, _), .set(let items, _): return items
        default: return nil
        }
    }

    /// The entries of a map or object; nil for all else.
    var entries: Entries? {
        switch plain {
        case .object(let entries), .map(let entries, _): return entries
        default: return nil
        }
    }

    /// The text of a string, or of a number or truth value made a string; nil for all else.
    var text: String? {
        switch plain {
        case .string(let text): return text
        case .number(let number): return Value.text(of: number)
        case .bool(let isTrue): return isTrue ? "true" : "false"
        default: return nil
        }
    }

    /// The number, also of a string that holds one; nil for all else.
    var number: Double? {
        switch plain {
        case .number(let number): return number
        case .string(let text): return Value.number(of: text)
        default: return nil
        }
    }

    /// The whole number; nil for all else.
    var integer: Int? { number.flatMap { abs($0) < 1e15 && $0.rounded() == $0 ? Int($0) : nil } }

    /// The truth value, also of a string that holds one; nil for all else.
    var bool: Bool? {
        switch plain {
        case .bool(let isTrue): return isTrue
        case .string("true"), .string("1"): return true
        case .string("false"), .string("0"): return false
        default: return nil
        }
    }

    /// A number as Terraform writes it; nil where that would take more digits than are kept.
    static func text(of number: Double) -> String? {
        guard number.isFinite, abs(number) < 1e15 else { return nil }
        if number.rounded() == number { return String(Int(number)) }
        let text = "\(number)"
        return text.utf8.count <= 10 && !text.contains("e") ? text : nil
    }

    /// The number that a text is; nil where it is none.
    static func number(of text: String) -> Double? {
        guard let first = text.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: ".") else {
            return nil
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
                continue
            default: return nil
            }
        }
        return Double(text)
    }

    /// Whether two values are equal; nil where that is not known.
    static func areEqual(_ left: Value, _ right: Value) -> Bool? {
        switch (left.plain, right.plain) {
        case (.unknown, _), (_, .unknown): return nil
        case (.null, .null): return true
        case (.null, _), (_, .null): return false
        case (.string(let first), .string(let second)): return first == second
        case (.number(let first), .number(let second)): return first == second
        case (.bool(let first), .bool(let second)): return first == second
        case (let first, let second):
            if let left = first.items, let right = second.items {
                guard left.count == right.count else { return false }
                return allEqual(zip(left, right))
            }
            if let left = first.entries, let right = second.entries {
                guard left.keys == right.keys else { return false }
                return allEqual(zip(left.values, right.values))
            }
            return false
        }
    }

    private static func allEqual(_ pairs: some Sequence<(Value, Value)>) -> Bool? {
        var result: Bool? = true
        for (left, right) in pairs {
            guard let isEqual = areEqual(left, right) else {
                result = nil
                continue
            }
            if !isEqual { return false }
        }
        return result
    }
}
