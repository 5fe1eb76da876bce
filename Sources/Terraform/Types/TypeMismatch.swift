public import Diagnostics
public import HCL

extension TypeConstraint {
    /// Why a value, as far as it is written out, does not have this type; nil where it has it or nobody can tell.
    ///
    /// Terraform converts between strings, numbers and truth values where that loses nothing.
    public func mismatch(of value: Expression, in file: ConfigFile) -> (range: SourceRange, reason: String)? {
        if case .parentheses(let parentheses) = value { return mismatch(of: parentheses.inner, in: file) }
        if case .literal(let literal) = value, literal.kind == .null { return nil }
        switch self {
        case .any: return nil
        case .string, .number, .bool: return simpleMismatch(of: value, in: file)
        case .list(let element), .set(let element):
            guard let items = items(of: value) else { return wrongKind(of: value) }
            if case .any = element, let odd = Self.oddItem(of: items, in: file) {
                return (odd, "all items must have the same type")
            }
            return firstMismatch(items.map { (element, $0) }, in: file)
        case .tuple(let elements):
            guard let items = items(of: value) else { return wrongKind(of: value) }
            if case .tuple = value, items.count != elements.count {
                return (
                    value.range, "a tuple of \(elements.count) items is required, here are \(items.count)"
                )
            }
            return firstMismatch(Array(zip(elements, items)), in: file)
        case .map(let element):
            guard let entries = entries(of: value) else { return wrongKind(of: value) }
            if case .any = element, let odd = Self.oddItem(of: entries.map(\.value), in: file) {
                return (odd, "all values must have the same type")
            }
            return firstMismatch(entries.map { (element, $0.value) }, in: file)
        case .object(let attributes):
            guard let entries = entries(of: value) else { return wrongKind(of: value) }
            if case .object = value { return objectMismatch(entries, attributes, value, in: file) }
            return nil
        }
    }

    /// The first item that is a list, an object or simple where the first one is not.
    private static func oddItem(of items: [Expression], in file: ConfigFile) -> SourceRange? {
        var first: Int?
        for item in items {
            let kind: Int
            switch item {
            case .literal(let literal):
                if literal.kind == .null { continue }
                kind = 0
            case .tuple: kind = 1
            case .object: kind = 2
            default: continue
            }
            if let first, first != kind { return item.range }
            first = kind
        }
        return nil
    }

    private func firstMismatch(
        _ pairs: [(type: TypeConstraint, value: Expression)], in file: ConfigFile
    ) -> (range: SourceRange, reason: String)? {
        for pair in pairs {
            if let mismatch = pair.type.mismatch(of: pair.value, in: file) { return mismatch }
        }
        return nil
    }

    private func objectMismatch(
        _ entries: [ObjectConstructor.Item], _ attributes: [ObjectAttribute], _ value: Expression,
        in file: ConfigFile
    ) -> (range: SourceRange, reason: String)? {
        var given: [String: Expression] = [:]
        for entry in entries {
            guard let key = file.constantKey(of: entry) else { return nil }
            given[key] = entry.value
        }
        for attribute in attributes {
            guard let entry = given[attribute.name.text] else {
                if attribute.isOptional { continue }
                return (value.range, "the attribute \"\(attribute.name.text)\" is required")
            }
            if let mismatch = attribute.type.mismatch(of: entry, in: file) { return mismatch }
        }
        return nil
    }

    /// The items of a value that is a list; empty where nobody can tell, nil where it is something else.
    private func items(of value: Expression) -> [Expression]? {
        switch value {
        case .tuple(let tuple): return tuple.items
        case .object, .literal, .template: return nil
        case .unaryOperation, .operation: return nil
        case .forExpression(let expression): return expression.key == nil ? [] : nil
        default: return []
        }
    }

    /// The entries of a value that is a map or object; empty where nobody can tell, nil where it is something else.
    private func entries(of value: Expression) -> [ObjectConstructor.Item]? {
        switch value {
        case .object(let object): return object.items
        case .tuple, .literal, .unaryOperation, .operation: return nil
        case .template(let template): return template.wrappedExpression == nil ? nil : []
        case .forExpression(let expression): return expression.key != nil ? [] : nil
        default: return []
        }
    }

    private func wrongKind(of value: Expression) -> (range: SourceRange, reason: String)? {
        if case .template(let template) = value, template.wrappedExpression != nil { return nil }
        return (value.range, "\(article) is required")
    }

    /// The kind of the type with its article.
    private var article: String {
        switch self {
        case .any: return "a value"
        case .string: return "a string"
        case .number: return "a number"
        case .bool: return "a truth value"
        case .list: return "a list"
        case .set: return "a set"
        case .map: return "a map"
        case .tuple: return "a tuple"
        case .object: return "an object"
        }
    }

    private func simpleMismatch(
        of value: Expression, in file: ConfigFile
    ) -> (range: SourceRange, reason: String)? {
        let fits: Bool
        switch value {
        case .tuple, .object, .forExpression: fits = false
        case .literal, .template, .unaryOperation:
            guard let constant = file.constant(of: value) else { return nil }
            fits = self.fits(constant)
        default: return nil
        }
        return fits ? nil : (value.range, "\(article) is required")
    }

    /// Whether a simple value converts to this simple type.
    private func fits(_ value: Literal) -> Bool {
        switch (self, value) {
        case (.string, .string), (.string, .number), (.string, .bool): return true
        case (.number, .number): return true
        case (.number, .string(let text)): return Self.isNumber(text)
        case (.bool, .bool): return true
        case (.bool, .string(let text)): return ["true", "false", "1", "0"].contains(text)
        default: return false
        }
    }

    private static func isNumber(_ text: String) -> Bool {
        guard let first = text.utf8.first, first != UInt8(ascii: "+") else { return false }
        let isPlain = text.utf8.allSatisfy { byte in
            Literal.isIdentifierPart(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
        }
        return isPlain && !text.lowercased().contains("x") && !text.lowercased().contains("n")
            && Double(text) != nil
    }
}
