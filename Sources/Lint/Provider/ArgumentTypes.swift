import Diagnostics
import HCL
import ProviderCatalogue
import Terraform

/// The types that the AWS provider wants of the arguments of a tree, by the ranges of their names.
struct ArgumentTypes {
    private let bodies: [ProvidedBody]
    private var places: [SourceRange: (body: Int, item: Int)] = [:]

    init(_ bodies: [ProvidedBody]) {
        self.bodies = bodies
        for (body, content) in bodies.enumerated() where !content.isOpen {
            for (item, entry) in content.items.enumerated() where !entry.attributes.isEmpty {
                if case .argument = entry.content { places[entry.nameRange] = (body, item) }
            }
        }
    }

    /// What is wrong with the value of an argument, in the form of a summary; nil where nothing is, as far as is known.
    func mistake(
        in value: Value, of attribute: Attribute, _ conversion: Conversion
    ) -> (kind: Problem.Kind, words: String)? {
        guard let place = places[attribute.nameRange] else { return nil }
        if case .unknown(.any) = value { return nil }
        let body = bodies[place.body]
        let item = body.items[place.item]
        // Mostly the value is plain, and of the type that is wanted.
        if item.attributes.count == 1, let only = item.attributes.first, Self.certainlySuits(value, only.type)
        {
            return nil
        }
        let meanings = body.attributes(of: item)
        var name: String { "\"\(item.name)\" of \(body.words)" }
        if value.isNull {
            let isRequired = meanings.allSatisfy { $0.flags.contains(.required) }
            // A null that is written down has a rule of its own.
            if case .literal = attribute.value { return nil }
            return isRequired && !meanings.isEmpty ? (.nullValue, "\(name) cannot be null") : nil
        }
        var mismatch: Mismatch?
        for type in Set(meanings.map(\.type)) {
            switch conversion.convert(value, to: Self.constraint(type, at: attribute.nameRange)) {
            case .success: return nil
            case .failure(let error): mismatch = error.mismatch
            }
        }
        return mismatch.map { (.incorrectArgumentType, "the value does not suit \(name): \($0.words)") }
    }

    /// Whether a value has a simple type that needs no conversion; false where that takes a closer look.
    private static func certainlySuits(_ value: Value, _ type: AttributeType) -> Bool {
        switch (type, value) {
        case (.string, .string), (.string, .unknown(.string)), (.number, .number),
            (.number, .unknown(.number)),
            (.bool, .bool), (.bool, .unknown(.bool)), (.dynamic, .string), (.dynamic, .unknown),
            (.map(.string), .unknown(.map(.string))), (.list(.string), .unknown(.list(.string))),
            (.set(.string), .unknown(.list(.string))), (.set(.string), .unknown(.set(.string))):
            return true
        default: return false
        }
    }

    private static func constraint(_ type: AttributeType, at range: SourceRange) -> TypeConstraint {
        switch type {
        case .string: .string
        case .number: .number
        case .bool: .bool
        case .dynamic: .any
        case .list(let element): .list(constraint(element, at: range))
        case .set(let element): .set(constraint(element, at: range))
        case .map(let element): .map(constraint(element, at: range))
        case .tuple(let elements): .tuple(elements.map { constraint($0, at: range) })
        case .object(let members):
            .object(
                members.map {
                    TypeConstraint.ObjectAttribute(
                        name: Name($0.name, at: range), type: constraint($0.type, at: range),
                        isOptional: false)
                })
        }
    }
}
