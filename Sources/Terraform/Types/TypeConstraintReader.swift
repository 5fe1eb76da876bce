import Diagnostics
import HCL

/// Reads type constraints: `list(object({ name = string, size = optional(number, 1) }))`.
struct TypeConstraintReader {
    let file: ConfigFile
    private(set) var diagnostics: [Diagnostic] = []

    init(file: ConfigFile) { self.file = file }

    private static let simple: [String: TypeConstraint] = [
        "any": .any, "string": .string, "number": .number, "bool": .bool,
    ]

    /// The type of a whole constraint; nil, with a diagnostic, where it is none.
    mutating func read(_ expression: Expression) -> TypeConstraint? {
        if case .literal(let literal) = expression, literal.kind == .string, file.notation == .native {
            return refuseQuotes(literal)
        }
        // Terraform takes these two without an element type, for the sake of old modules.
        switch keyword(expression) {
        case "list": return .list(.any)
        case "map": return .map(.any)
        default: return type(expression)
        }
    }

    private mutating func refuseQuotes(_ literal: LiteralExpression) -> TypeConstraint? {
        let written = file.text(of: literal)
        let type = ["list": "list(string)", "map": "map(string)"][written] ?? written
        let range = literal.range
        let edit = Fix.Edit(range: range, replacement: type)
        let isKnown = ["string", "list", "map", "number", "bool", "any"].contains(written)
        diagnostics.append(
            Diagnostic(
                id: "quoted-type", summary: "the type constraint stands in quotes", subject: range,
                help: "write \(type) without quotes",
                fix: isKnown ? Fix(edits: [edit], applicability: .safe) : nil))
        return nil
    }

    private func keyword(_ expression: Expression) -> String? {
        guard case .traversal(let traversal) = expression, traversal.steps.isEmpty else { return nil }
        return file.root(of: traversal)
    }

    private mutating func type(_ expression: Expression) -> TypeConstraint? {
        if let keyword = keyword(expression) { return simpleType(keyword, expression) }
        guard case .call(let call) = expression else {
            return fail(
                "a type is expected here", at: expression.range, help: "such as string or list(string)")
        }
        let name = file.text(of: call.nameRange)
        switch name {
        case "list", "set", "map", "tuple", "object":
            guard call.arguments.count == 1, let argument = call.arguments.first, call.ellipsisRange == nil
            else {
                return fail("the type \"\(name)\" takes one argument", at: call.range, help: hint(for: name))
            }
            return collection(name, argument)
        case "optional":
            return fail(
                "\"optional\" stands outside of an object type", at: call.nameRange,
                help: "it marks attributes of object({ ... }) that may be left out")
        default:
            if Self.simple[name] != nil {
                return fail("the type \"\(name)\" takes no argument", at: call.range)
            }
            return failUnknown(name, at: call.nameRange)
        }
    }

    private mutating func simpleType(_ keyword: String, _ expression: Expression) -> TypeConstraint? {
        if let type = Self.simple[keyword] { return type }
        if ["list", "set", "map", "tuple", "object"].contains(keyword) {
            return fail(
                "the type \"\(keyword)\" needs an argument", at: expression.range, help: hint(for: keyword))
        }
        return failUnknown(keyword, at: expression.range)
    }

    private mutating func collection(_ name: String, _ argument: Expression) -> TypeConstraint? {
        switch name {
        case "list": return type(argument).map { .list($0) }
        case "set": return type(argument).map { .set($0) }
        case "map": return type(argument).map { .map($0) }
        case "tuple":
            guard case .tuple(let tuple) = argument else {
                return fail("a list of types is expected here", at: argument.range, help: hint(for: name))
            }
            let types = tuple.items.map { type($0) }
            return types.contains { $0 == nil } ? nil : .tuple(types.compactMap { $0 })
        default: return object(argument)
        }
    }

    private mutating func object(_ argument: Expression) -> TypeConstraint? {
        guard case .object(let object) = argument else {
            return fail(
                "an object with a type for each attribute is expected here", at: argument.range,
                help: hint(for: "object"))
        }
        var attributes: [TypeConstraint.ObjectAttribute] = []
        for item in object.items {
            guard let key = file.constantKey(of: item) else {
                return fail("the name of an attribute is expected here", at: item.key.range)
            }
            guard let attribute = attribute(Name(key, at: item.key.range), item.value) else { return nil }
            attributes.append(attribute)
        }
        return .object(attributes)
    }

    private mutating func attribute(_ name: Name, _ value: Expression) -> TypeConstraint.ObjectAttribute? {
        guard case .call(let call) = value, file.spells(call.nameRange, "optional") else {
            return type(value).map { .init(name: name, type: $0, isOptional: false, defaultValue: nil) }
        }
        guard let first = call.arguments.first, call.arguments.count <= 2 else {
            return fail(
                "\"optional\" takes a type and, if need be, a default value", at: call.range,
                help: "such as optional(number, 1)")
        }
        let defaultValue = call.arguments.count == 2 ? call.arguments[1] : nil
        return type(first).map { .init(name: name, type: $0, isOptional: true, defaultValue: defaultValue) }
    }

    private func hint(for name: String) -> String {
        switch name {
        case "tuple": return "such as tuple([string, number])"
        case "object": return "such as object({ name = string })"
        default: return "such as \(name)(string)"
        }
    }

    private mutating func failUnknown<Result>(_ name: String, at range: SourceRange) -> Result? {
        let types = ["string", "number", "bool", "any", "list", "set", "map", "tuple", "object"]
        let near = nearestName(to: name, among: types)
        return fail(
            "there is no type \"\(name)\"", at: range, help: near.map { "did you mean \"\($0)\"?" })
    }

    private mutating func fail<Result>(
        _ summary: String, at range: SourceRange, help: String? = nil
    ) -> Result? {
        diagnostics.append(Diagnostic(id: "invalid-type", summary: summary, subject: range, help: help))
        return nil
    }
}
