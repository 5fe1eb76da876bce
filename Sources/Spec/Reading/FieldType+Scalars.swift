import Diagnostics
import JSON

extension FieldType where Value == Bool {
    /// `true` or `false`.
    static var bool: FieldType {
        FieldType(schema: { .bool }) { value, path, log in
            guard let bool = value.bool else {
                log.reportType("true or false", value, path)
                return nil
            }
            return (bool, value)
        }
    }
}

extension FieldType where Value == Int {
    /// A whole number within bounds.
    static func integer(_ range: ClosedRange<Int>? = nil, rule: SpecRule = .numberOutOfRange) -> FieldType {
        FieldType(schema: { .integer(range) }) { value, path, log in
            guard let number = log.wholeNumber(value, path) else { return nil }
            if let range, !range.contains(number), !log.isLenient {
                log.report(
                    rule, path, at: value.range, "\(number) is out of range", help: "use \(range.text)")
                return nil
            }
            return (number, JSONValue(.number(JSONNumber(number)), at: value.range))
        }
    }

    /// One of some whole numbers.
    static func integer(oneOf choices: [Int], rule: SpecRule = .numberOutOfRange) -> FieldType {
        FieldType(schema: { .integers(choices) }) { value, path, log in
            guard let number = log.wholeNumber(value, path) else { return nil }
            guard choices.contains(number) || log.isLenient else {
                log.report(
                    rule, path, at: value.range, "\(number) is not a value this field can have",
                    help: "use \(choices.map(String.init).joined(separator: ", ", last: " or "))")
                return nil
            }
            return (number, JSONValue(.number(JSONNumber(number)), at: value.range))
        }
    }
}

extension FieldType where Value == Double {
    /// A number within bounds, with or without decimals.
    static func number(_ range: ClosedRange<Double>? = nil, rule: SpecRule = .numberOutOfRange) -> FieldType {
        FieldType(schema: { .number(range) }) { value, path, log in
            guard case .number(let number) = value.kind else {
                log.reportType("a number", value, path)
                return nil
            }
            guard let double = number.double else {
                log.report(
                    .numberOutOfRange, path, at: value.range, "\(number.text) is too large",
                    help: "use a smaller number")
                return nil
            }
            if let range, !range.contains(double), !log.isLenient {
                let low = JSONNumber.text(range.lowerBound)
                let help =
                    range.upperBound == .infinity
                    ? "\(low) or more" : "\(low)-\(JSONNumber.text(range.upperBound))"
                log.report(rule, path, at: value.range, "\(number.text) is out of range", help: "use \(help)")
                return nil
            }
            return (double, value)
        }
    }
}

extension FieldType where Value == String {
    /// A text without control characters.
    static var string: FieldType {
        FieldType(schema: { .string(pattern: nil) }) { value, path, log in
            log.text(value, path).map { ($0, value) }
        }
    }

    /// A text that may have several lines.
    static var lines: FieldType {
        FieldType(schema: { .string(pattern: nil) }) { value, path, log in
            log.text(value, path, mayHaveLines: true).map { ($0, value) }
        }
    }

    /// A name in DNS, in which `{domain}` stands for the domain of the environment.
    static func host(in domain: String?) -> FieldType {
        FieldType(schema: { .string(pattern: nil) }) { value, path, log in
            guard let text = log.text(value, path) else { return nil }
            guard let domain, text.contains("{domain}") else { return (text, value) }
            let host = text.replacing("{domain}", with: domain)
            return (host, JSONValue(.string(host), at: value.range))
        }
    }

    /// A text of a certain form.
    static func name(_ pattern: NamePattern, rule: SpecRule) -> FieldType {
        FieldType(schema: { .string(pattern: pattern.regularExpression) }) { value, path, log in
            guard let text = log.text(value, path) else { return nil }
            guard pattern.matches(text) || log.isLenient else {
                log.report(
                    rule, path, at: value.range, "\"\(text)\" is not a legal name",
                    help: "use \(pattern.words)")
                return nil
            }
            return (text, value)
        }
    }

    /// One of some words.
    static func choice(_ choices: [String], rule: SpecRule = .unknownChoice) -> FieldType {
        FieldType(schema: { .choice(choices) }) { value, path, log in
            guard let text = log.text(value, path) else { return nil }
            guard choices.contains(text) || log.isLenient else {
                log.reportChoice(text, choices, path, at: value.range, rule)
                return nil
            }
            return (text, value)
        }
    }
}

extension FieldType where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of the words of an enumeration.
    static func choice(_ type: Value.Type) -> FieldType {
        let words = FieldType<String>.choice(Value.allCases.map(\.rawValue))
        return FieldType(schema: words.schema) { value, path, log in
            guard let reading = words.read(value, path, &log), let choice = Value(rawValue: reading.value)
            else {
                return nil
            }
            return (choice, reading.completed)
        }
    }
}

extension JSONNumber {
    /// A number as a person writes it: without decimals where it has none.
    static func text(_ value: Double) -> String {
        if let whole = Int(String(value).split(separator: ".")[0]), Double(whole) == value {
            return String(whole)
        }
        return String(value)
    }
}

extension [String] {
    /// The texts in a row: `a, b or c`.
    func joined(separator: String, last: String) -> String {
        guard count > 1 else { return first ?? "" }
        return dropLast().joined(separator: separator) + last + self[count - 1]
    }
}
