import Diagnostics
import JSON

// What is said about values of the wrong kind.
extension ReadLog {
    /// Says that a value is of the wrong JSON type.
    mutating func reportType(_ expected: String, _ value: JSONValue, _ path: SpecPath) {
        var help: String?
        switch (value.kind, expected) {
        case (.null, _): help = "leave the field out to get its default"
        case (.string(let text), "an integer") where Int(text) != nil: help = "write \(text) without quotes"
        case (.string(let text), "a number") where Double(text) != nil: help = "write \(text) without quotes"
        case (.string("true"), "true or false"), (.string("false"), "true or false"):
            help = "write it without quotes"
        case (_, "a list"): help = "put it in brackets: [ ... ]"
        case (_, "an object"): help = "put its fields in braces: { ... }"
        case (_, "an integer"): help = "write a whole number"
        case (_, "true or false"): help = "write true or false, without quotes"
        case (.number(let number), "a string"): help = "write \"\(number.text)\""
        default: help = "write \(expected)"
        }
        report(
            .wrongType, path, at: value.range, "expected \(expected), found \(value.described)", help: help)
    }

    /// The value as a whole number; says what is wrong where it is none.
    mutating func wholeNumber(_ value: JSONValue, _ path: SpecPath) -> Int? {
        guard case .number(let number) = value.kind else {
            reportType("an integer", value, path)
            return nil
        }
        if let whole = number.int { return whole }
        let isHuge = abs(number.double ?? .infinity) >= 9_007_199_254_740_992
        report(
            .numberOutOfRange, path, at: value.range,
            isHuge ? "\(number.text) is too large" : "\(number.text) is not a whole number",
            help: isHuge ? "use a smaller number" : "leave the decimals out")
        return nil
    }

    /// The value as a text; says what is wrong where it is none.
    mutating func text(_ value: JSONValue, _ path: SpecPath, mayHaveLines: Bool = false) -> String? {
        guard case .string(let text) = value.kind else {
            reportType("a string", value, path)
            return nil
        }
        return checkText(text, path, at: value.range, mayHaveLines: mayHaveLines) ? text : nil
    }

    /// Whether a text has no control characters; says so where it has.
    mutating func checkText(
        _ text: String, _ path: SpecPath, at range: SourceRange?, mayHaveLines: Bool = false
    ) -> Bool {
        let control = text.unicodeScalars.first { scalar in
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            return isControl && !(mayHaveLines && (scalar == "\n" || scalar == "\t"))
        }
        guard let control, !isLenient else { return true }
        let code = String(control.value, radix: 16, uppercase: true)
        report(
            .controlCharacter, path, at: range,
            "the text holds the control character U+\(String(repeating: "0", count: 4 - code.count))\(code)",
            help: "remove it")
        return false
    }

    /// Says that a word is none of those there are.
    mutating func reportChoice(
        _ word: String, _ choices: [String], _ path: SpecPath, at range: SourceRange?, _ rule: SpecRule
    ) {
        let list = choices.map { "\"\($0)\"" }.joined(separator: ", ", last: " or ")
        let nearest = nearestName(to: word, among: choices)
        report(
            rule, path, at: range, "\"\(word)\" is not one of the choices",
            help: (nearest.map { "did you mean \"\($0)\"? The choices are " } ?? "use ") + list)
    }
}

extension JSONValue {
    /// The value as messages name it, with its text where that is short.
    var described: String {
        switch kind {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let number): "the number \(number.text)"
        case .string(let text) where text.count <= 40: "the string \"\(text)\""
        default: kindName
        }
    }
}
