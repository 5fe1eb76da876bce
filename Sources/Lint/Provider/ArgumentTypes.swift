import Diagnostics
import HCL
import ProviderCatalogue
import Terraform

/// The types that the AWS provider wants of the arguments of a tree, by the ranges of their names.
struct ArgumentTypes {
    private let bodies: [ProvidedBody]
    private var places: [Int64: Place] = [:]

    /// An argument by the positions of its body and of its item, and what most values are right for.
    private struct Place {
        var body: Int32
        var item: Int32
        var shape: Shape
    }

    /// The types that most arguments have.
    private enum Shape: UInt8 { case text, number, bool, texts, textsByKey, other }

    init(_ bodies: [ProvidedBody]) {
        self.bodies = bodies
        places.reserveCapacity(bodies.reduce(0) { $0 + $1.items.count })
        for (body, content) in bodies.enumerated() where !content.isOpen {
            for (item, entry) in content.items.enumerated()
            where entry.kind == .argument && entry.traits.contains(.attribute) {
                places[Self.key(entry.nameRange)] = Place(
                    body: Int32(body), item: Int32(item),
                    shape: Self.shape(of: content.schema.attributes(named: entry.name)))
            }
        }
    }

    private static func key(_ range: SourceRange) -> Int64 {
        Int64(range.file.index) << 32 | Int64(range.start)
    }

    private static func shape(of meanings: ArraySlice<AttributeSchema>) -> Shape {
        guard meanings.count == 1, let type = meanings.first?.type else { return .other }
        switch type {
        case .string: return .text
        case .number: return .number
        case .bool: return .bool
        case .list(.string), .set(.string): return .texts
        case .map(.string): return .textsByKey
        default: return .other
        }
    }

    /// What is wrong with the value of an argument, in the form of a summary; nil where nothing is, as far as is known.
    func mistake(
        in value: Value, of attribute: Attribute, _ conversion: Conversion
    ) -> (kind: Problem.Kind, words: String)? {
        guard let place = places[Self.key(attribute.nameRange)], !Self.isRight(value, for: place.shape) else {
            return nil
        }
        let body = bodies[Int(place.body)]
        return mistake(in: value.plain, of: attribute, body, Int(place.item), conversion)
    }

    private func mistake(
        in value: Value, of attribute: Attribute, _ body: ProvidedBody, _ position: Int,
        _ conversion: Conversion
    ) -> (kind: Problem.Kind, words: String)? {
        let item = body.items[position]
        let meanings = body.attributes(named: item.name)
        if value.isNull {
            // A null that is written down has a rule of its own.
            if case .literal = attribute.value { return nil }
            guard meanings.allSatisfy({ $0.flags.contains(.required) }) else { return nil }
            return (.nullValue, "\"\(item.name)\" of \(body.words) cannot be null")
        }
        var mismatch: Mismatch?
        for type in Set(meanings.map(\.type)) {
            switch conversion.convert(value, to: Self.constraint(type, at: attribute.nameRange)) {
            case .success: return nil
            case .failure(let error): mismatch = error.mismatch
            }
        }
        return mismatch.map { mismatch in
            (
                .incorrectArgumentType,
                "the value does not suit \"\(item.name)\" of \(body.words): \(mismatch.words)"
            )
        }
    }

    /// Whether a value is certainly right, seen without looking closely.
    private static func isRight(_ value: Value, for shape: Shape) -> Bool {
        switch (shape, value) {
        case (_, .unknown(.any)): return true
        case (.text, _): return isText(value)
        case (.number, .number), (.number, .unknown(.number)), (.number, .unknown(.string)): return true
        case (.bool, .bool), (.bool, .unknown(.bool)), (.bool, .unknown(.string)): return true
        case (.texts, .tuple(let items)), (.texts, .list(let items, _)), (.texts, .set(let items, _)):
            return items.allSatisfy(isText)
        case (.texts, .unknown(.list(.string))), (.texts, .unknown(.set(.string))): return true
        case (.textsByKey, .object(let entries)), (.textsByKey, .map(let entries, _)):
            return entries.values.allSatisfy(isText)
        case (.textsByKey, .unknown(.map(.string))): return true
        default: return false
        }
    }

    private static func isText(_ value: Value) -> Bool {
        switch value {
        case .string, .number, .bool: return true
        case .unknown(let type): return type == .any || type.isPrimitive
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
