// Filters on strings.
extension Filter {
    static let textFilters: [Filter] = [
        text("upper") { $0.uppercased() },
        text("lower") { $0.lowercased() },
        text("underscore") { String($0.map { $0 == "-" ? "_" : $0 }) },
        text("dash") { String($0.map { $0 == "_" ? "-" : $0 }) },
        text("trim") { trimmed($0) },
        text("title") { text in
            text.split(separator: " ", omittingEmptySubsequences: false)
                .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
        },
        Filter(
            "replace", arguments: 2...2,
            signature: strings("a string and two strings as arguments", give: .string)
        ) { value, arguments in
            guard case .string(let text) = value, case .string(let old) = arguments[0],
                case .string(let new) = arguments[1]
            else { return .needs("a string and two strings as arguments") }
            return .value(.string(replaced(old, by: new, in: text)))
        },
        Filter("split", arguments: 1...1, signature: splitSignature) { value, arguments in
            guard case .string(let text) = value, case .string(let separator) = arguments[0],
                !separator.isEmpty
            else { return .needs("a string and a separator that is not empty") }
            return .value(.list(pieces(of: text, separator: separator).map { .string($0) }))
        },
        Filter(
            "starts_with", arguments: 1...1,
            signature: strings("a string and a string as argument", give: .bool)
        ) { value, arguments in
            guard case .string(let text) = value, case .string(let start) = arguments[0] else {
                return .needs("a string and a string as argument")
            }
            return .value(.bool(text.utf8.starts(with: start.utf8)))
        },
        Filter(
            "ends_with", arguments: 1...1,
            signature: strings("a string and a string as argument", give: .bool)
        ) { value, arguments in
            guard case .string(let text) = value, case .string(let end) = arguments[0] else {
                return .needs("a string and a string as argument")
            }
            return .value(.bool(text.utf8.reversed().starts(with: end.utf8.reversed())))
        },
        Filter("string", signature: stringSignature) { value, _ in
            switch value {
            case .string, .int, .number, .bool: return .value(.string(value.text ?? ""))
            default: return .needs("a string, a number or a bool")
            }
        },
    ]

    /// The signature of a filter whose value and arguments are strings.
    private static func strings(_ needs: String, give result: TemplateShape) -> Signature {
        { shape, arguments in
            let isFine = shape.isString && arguments.allSatisfy { $0.shape.isString }
            return isFine ? .shape(result) : .needs(needs)
        }
    }

    /// A separator is written out, so that nobody splits at nothing.
    private static let splitSignature: Signature = { shape, arguments in
        guard shape.isString, case .string(let separator) = arguments.first?.literal, !separator.isEmpty
        else {
            return .needs("a string and a separator that is not empty")
        }
        return .shape(.list(.string))
    }

    private static let stringSignature: Signature = { shape, _ in
        shape.isString || shape == .number || shape == .bool
            ? .shape(.string) : .needs("a string, a number or a bool")
    }

    /// A filter from a string to a string.
    private static func text(_ name: String, _ change: @escaping @Sendable (String) -> String) -> Filter {
        Filter(name, signature: strings("a string", give: .string)) { value, _ in
            guard case .string(let text) = value else { return .needs("a string") }
            return .value(.string(change(text)))
        }
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        let length = start.reversed().drop { $0.isWhitespace }.count
        return String(start.prefix(length))
    }

    /// The pieces of a text between separators.
    private static func pieces(of text: String, separator: String) -> [String] {
        let bytes = Array(text.utf8)
        let separator = Array(separator.utf8)
        var pieces: [String] = []
        var start = 0
        var index = 0
        while index + separator.count <= bytes.count {
            guard bytes[index..<index + separator.count].elementsEqual(separator) else {
                index += 1
                continue
            }
            pieces.append(String(decoding: bytes[start..<index], as: UTF8.self))
            index += separator.count
            start = index
        }
        return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
    }

    private static func replaced(_ old: String, by new: String, in text: String) -> String {
        old.isEmpty ? text : pieces(of: text, separator: old).joined(separator: new)
    }
}
