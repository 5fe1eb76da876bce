import Diagnostics

extension JSONParser {
    /// Reads the object that starts here.
    mutating func parseObject() -> JSONValue {
        let start = offset
        advance()
        var members: [JSONMember] = []
        var keys = KeyTable()
        while true {
            skipBlanks()
            if isClosed(by: UInt8(ascii: "}"), openedAt: start) { break }
            if let member = parseMember() {
                if let first = keys.insert(member.key, members) {
                    reportDuplicate(member, first: members[first])
                } else {
                    members.append(member)
                }
            }
            separate(closing: UInt8(ascii: "}"))
        }
        return JSONValue(.object(members), at: range(start..<lastTokenEnd))
    }

    /// Reads the array that starts here.
    mutating func parseArray() -> JSONValue {
        let start = offset
        advance()
        var elements: [JSONValue] = []
        while true {
            skipBlanks()
            if isClosed(by: UInt8(ascii: "]"), openedAt: start) { break }
            let before = offset
            if let element = parseValue() { elements.append(element) }
            if offset == before { skipRubbish() }
            separate(closing: UInt8(ascii: "]"))
        }
        return JSONValue(.array(elements), at: range(start..<lastTokenEnd))
    }

    /// Reads `"key": value`; nil when it has no key or no value (reported).
    private mutating func parseMember() -> JSONMember? {
        let start = offset
        guard let key = parseKey() else {
            skipRubbish()
            return nil
        }
        let keyRange = range(start..<lastTokenEnd)
        skipBlanks()
        if current == UInt8(ascii: ":") {
            advance()
        } else {
            report("expected \":\" after the key \"\(key)\"", at: lastTokenEnd..<lastTokenEnd)
            if current == UInt8(ascii: "=") { advance() }
        }
        skipBlanks()
        let before = offset
        guard let value = parseValue() else {
            if offset == before, !isClosingOrComma { skipRubbish() }
            return nil
        }
        return JSONMember(key, at: keyRange, value)
    }

    /// Reads a key; a word without quotes is taken for one.
    private mutating func parseKey() -> String? {
        if current == UInt8(ascii: "\"") { return parseString() }
        if current == UInt8(ascii: "'") { return parseSingleQuoted() }
        let token = tokenRange(at: offset)
        guard Self.isWordByte(current) else {
            report(
                "expected a key in double quotes, found \(described(token))", at: token,
                help: current == UInt8(ascii: ",") ? "remove the surplus comma" : nil)
            return nil
        }
        let word = String(decoding: bytes[token], as: UTF8.self)
        report("the key \(described(token)) needs double quotes", at: token, help: "write \"\(word)\"")
        offset = token.upperBound
        lastTokenEnd = offset
        return word
    }

    /// Whether the collection ends here, by its bracket or by the end of all hope; moves over the bracket.
    private mutating func isClosed(by bracket: UInt8, openedAt start: Int) -> Bool {
        if current == bracket {
            advance()
            return true
        }
        if offset < bytes.count, current != UInt8(ascii: "}"), current != UInt8(ascii: "]") { return false }
        reportUnclosed(by: bracket, openedAt: start)
        return true
    }

    /// Says that an array or object ends without its bracket: at the end of the file or at another bracket.
    private mutating func reportUnclosed(by bracket: UInt8, openedAt start: Int) {
        let name = bracket == UInt8(ascii: "}") ? "object" : "array"
        let expected = bracket == UInt8(ascii: "}") ? "\"}\"" : "\"]\""
        let opened = Diagnostic.Note("the \(name) is opened here", at: range(start..<start + 1))
        guard offset < bytes.count else {
            // The collections around this one miss their brackets too: the innermost says it for all.
            report(
                "the file ends before the \(name) is closed", at: lastTokenEnd..<lastTokenEnd,
                notes: [opened],
                help: "add the missing \(expected)")
            mistakes = Self.maximumMistakes
            return
        }
        report(
            "expected \(expected) to close the \(name), found \(described(offset..<offset + 1))",
            at: offset..<offset + 1, notes: [opened])
        // Where a collection around this one waits for the bracket, this one misses its own; else it is a slip.
        let opening = current == UInt8(ascii: "}") ? UInt8(ascii: "{") : UInt8(ascii: "[")
        if !openBrackets.dropLast().contains(opening) { advance() }
    }

    /// Moves over the comma behind a member or element; says so when it is missing.
    private mutating func separate(closing bracket: UInt8) {
        skipBlanks()
        if current == UInt8(ascii: ",") {
            advance()
            return
        }
        guard offset < bytes.count, !isClosingOrComma else { return }
        let isObject = bracket == UInt8(ascii: "}")
        let found = tokenRange(at: offset)
        let startsNext =
            Self.isWordByte(current) || current == UInt8(ascii: "\"")
            || current == UInt8(ascii: "{") || current == UInt8(ascii: "[")
        report(
            "expected \",\" or \"\(isObject ? "}" : "]")\", found \(described(found))",
            at: startsNext ? lastTokenEnd..<lastTokenEnd : found,
            help: startsNext ? "put a comma between the \(isObject ? "members" : "elements")" : nil)
        if !startsNext { skipRubbish() }
        if current == UInt8(ascii: ",") { advance() }
    }

    private var isClosingOrComma: Bool {
        switch current {
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"): true
        default: false
        }
    }

    /// Moves to the next comma, bracket or line, where reading may go on; always at least over one byte
    /// unless a comma or closing bracket stands here.
    private mutating func skipRubbish() {
        while offset < bytes.count, !isClosingOrComma, current != UInt8(ascii: "\n") { advance() }
    }

    private mutating func reportDuplicate(_ member: JSONMember, first: JSONMember) {
        let lines = [first.keyRange, member.keyRange].compactMap { $0.map { line(at: Int($0.start)) } }
        let place = lines.map(String.init).joined(separator: " and ")
        diagnostics.append(
            Diagnostic(
                id: "duplicate-key", summary: "the key \"\(member.key)\" appears twice (lines \(place))",
                subject: member.keyRange, notes: [Diagnostic.Note("first written here", at: first.keyRange)],
                help: "keep one of the two; other JSON readers silently drop the first"))
    }

    private func line(at end: Int) -> Int {
        1 + bytes[..<end].reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    }
}

/// Finds repeated keys of one object: by comparing while it is small, by hashing once it is not.
private struct KeyTable {
    private var places: [String: Int] = [:]

    /// The place of the member that has the key already; nil when it is new.
    mutating func insert(_ key: String, _ members: [JSONMember]) -> Int? {
        if members.count < 16 { return members.firstIndex { $0.key == key } }
        if places.isEmpty {
            for (index, member) in members.enumerated() { places[member.key] = index }
        }
        if let place = places[key] { return place }
        places[key] = members.count
        return nil
    }
}
