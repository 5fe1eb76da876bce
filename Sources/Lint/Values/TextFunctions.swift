/// Functions of Terraform over texts.
enum TextFunctions {
    static func result(of name: String, _ arguments: [Value]) -> KnownFunctions.Result? {
        switch name {
        case "format": return format(arguments)
        case "join": return join(arguments)
        case "lower", "upper", "trimspace", "strrev", "title", "chomp", "basename", "dirname":
            return arguments.first?.text.map { .value(.string(one(name, $0))) } ?? .unknown
        case "startswith", "endswith", "strcontains", "trimprefix", "trimsuffix", "trim", "split":
            guard arguments.count == 2, let first = arguments[0].text, let second = arguments[1].text else {
                return .unknown
            }
            return two(name, first, second)
        case "replace":
            let texts = arguments.compactMap(\.text)
            // A text between slashes is a regular expression.
            guard texts.count == 3,
                !(texts[1].count > 1 && texts[1].hasPrefix("/") && texts[1].hasSuffix("/"))
            else { return .unknown }
            return limited(replaced(texts[0], texts[1], texts[2]))
        case "substr": return substring(arguments)
        default: return nil
        }
    }

    private static func limited(_ text: String) -> KnownFunctions.Result {
        text.utf8.count > Evaluator.maximumLength ? .unknown : .value(.string(text))
    }

    private static func one(_ name: String, _ text: String) -> String {
        func isSpace(_ character: Character) -> Bool { character.isWhitespace }
        switch name {
        case "lower": return text.lowercased()
        case "upper": return text.uppercased()
        case "strrev": return String(text.reversed())
        case "chomp":
            var text = text[...]
            while let last = text.last, last.isNewline { text.removeLast() }
            return String(text)
        case "title":
            var isStart = true
            return String(
                text.map { character -> Character in
                    defer { isStart = isSpace(character) }
                    return isStart ? character.uppercased().first ?? character : character
                })
        case "basename":
            return text.split(separator: "/").last.map(String.init) ?? (text.isEmpty ? "." : "/")
        case "dirname":
            guard let slash = text.lastIndex(of: "/") else { return "." }
            return slash == text.startIndex ? "/" : String(text[..<slash])
        default:
            var text = text[...].drop(while: isSpace)
            while let last = text.last, isSpace(last) { text.removeLast() }
            return String(text)
        }
    }

    private static func two(_ name: String, _ first: String, _ second: String) -> KnownFunctions.Result {
        switch name {
        case "startswith": return .value(.bool(first.hasPrefix(second)))
        case "endswith": return .value(.bool(first.hasSuffix(second)))
        case "strcontains":
            return .value(.bool(position(of: Array(second.utf8), in: Array(first.utf8), 0) != nil))
        case "trimprefix":
            return .value(.string(first.hasPrefix(second) ? String(first.dropFirst(second.count)) : first))
        case "trimsuffix":
            return .value(.string(first.hasSuffix(second) ? String(first.dropLast(second.count)) : first))
        case "trim":
            var text = first[...].drop { second.contains($0) }
            while let last = text.last, second.contains(last) { text.removeLast() }
            return .value(.string(String(text)))
        default:
            let parts = pieces(of: second, separator: first)
            return parts.count > Evaluator.maximumCount
                ? .unknown : .value(.list(parts.map { .string($0) }, of: .string))
        }
    }

    private static func position(of part: [UInt8], in text: [UInt8], _ start: Int) -> Int? {
        guard part.count <= text.count - start else { return nil }
        return (start...(text.count - part.count)).first { text[$0..<($0 + part.count)].elementsEqual(part) }
    }

    private static func pieces(of text: String, separator: String) -> [String] {
        if separator.isEmpty { return text.map { String($0) } }
        if text.isEmpty { return [""] }
        let bytes = Array(text.utf8)
        let part = Array(separator.utf8)
        var result: [String] = []
        var start = 0
        while let next = position(of: part, in: bytes, start) {
            result.append(String(decoding: bytes[start..<next], as: UTF8.self))
            start = next + part.count
        }
        result.append(String(decoding: bytes[start...], as: UTF8.self))
        return result
    }

    private static func replaced(_ text: String, _ part: String, _ replacement: String) -> String {
        if part.isEmpty { return text }
        return pieces(of: text, separator: part).joined(separator: replacement)
    }

    private static func join(_ arguments: [Value]) -> KnownFunctions.Result {
        guard let separator = arguments.first?.text else { return .unknown }
        var texts: [String] = []
        for argument in arguments.dropFirst() {
            guard let items = argument.items else { return .unknown }
            for item in items {
                // Terraform passes on the marks of items; so does it here, by saying nothing.
                guard let text = item.text, item.allMarks.isEmpty else { return .unknown }
                texts.append(text)
            }
        }
        return limited(texts.joined(separator: separator))
    }

    private static func substring(_ arguments: [Value]) -> KnownFunctions.Result {
        guard arguments.count == 3, let text = arguments[0].text, var start = arguments[1].integer,
            let length = arguments[2].integer
        else { return .unknown }
        let characters = Array(text)
        if start < 0 { start += characters.count }
        guard start >= 0, start <= characters.count else { return .value(.string("")) }
        let end = length < 0 ? characters.count : min(characters.count, start + length)
        return .value(.string(String(characters[start..<end])))
    }

    // MARK: - format

    private static func format(_ arguments: [Value]) -> KnownFunctions.Result {
        guard let pattern = arguments.first?.text else { return .unknown }
        var result = ""
        var next = 1
        var characters = Array(pattern)[...]
        while let character = characters.popFirst() {
            guard character == "%" else {
                result.append(character)
                continue
            }
            if characters.first == "%" {
                result.append("%")
                characters.removeFirst()
                continue
            }
            var flags = ""
            while let flag = characters.first, flag.isNumber || "-+ #.".contains(flag) {
                flags.append(flag)
                characters.removeFirst()
            }
            guard let verb = characters.popFirst() else { return .unknown }
            guard next < arguments.count else {
                return .failure(argument: 0, reason: "there are not enough arguments for \"%\(verb)\"")
            }
            let argument = arguments[next]
            next += 1
            if let reason = mistake(argument, verb) {
                return .failure(argument: next - 1, reason: reason)
            }
            guard argument.allMarks.isEmpty, let piece = formatted(argument, verb, flags) else {
                return .unknown
            }
            result += piece
        }
        if next < arguments.count {
            return .failure(argument: next, reason: "the format has no place for this argument")
        }
        return limited(result)
    }

    /// Why a verb cannot write an argument; nil where it can, or may.
    private static func mistake(_ value: Value, _ verb: Character) -> String? {
        let type = value.type
        switch verb {
        case "s", "q":
            return type.isPrimitive || type == .any
                ? nil : "\"%\(verb)\" takes a string, this is \(type.words)"
        case "d", "b", "o", "x", "X", "e", "E", "f", "F", "g", "G":
            if type == .any || type == .number || value.number != nil { return nil }
            if type == .string, !value.isKnown { return nil }
            return "\"%\(verb)\" takes a number, this is \(type.words)"
        case "t", "v": return nil
        default: return "there is no verb \"%\(verb)\""
        }
    }

    /// One argument as a verb writes it; nil where that is not followed here.
    private static func formatted(_ value: Value, _ verb: Character, _ flags: String) -> String? {
        var text: String
        switch verb {
        case "s", "v":
            guard let plain = value.text else { return nil }
            text = plain
        case "d":
            guard let number = value.integer else { return nil }
            text = String(number)
        default: return nil
        }
        if flags.isEmpty { return text }
        guard let width = Int(flags), width < 1000 else { return nil }
        let padding = flags.hasPrefix("0") && verb == "d" ? "0" : " "
        let isNegative = text.hasPrefix("-")
        if isNegative, padding == "0" { return nil }
        while text.count < abs(width) { text = width < 0 ? text + " " : padding + text }
        return text
    }
}
