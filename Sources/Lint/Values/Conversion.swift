import HCL
import Terraform

/// Why a value does not convert to a type.
struct Mismatch {
    /// Where in the value: `.a[0]`; empty for the value itself.
    var path: String

    /// What is wrong there, such as "a number is required".
    var reason: String

    /// Both, as a sentence without a full stop.
    var words: String { path.isEmpty ? reason : "at \(path): \(reason)" }

    /// The same one level further out.
    func below(_ step: String) -> Mismatch { Mismatch(path: step + path, reason: reason) }
}

/// Converts values to the types of variables, as Terraform does.
struct Conversion {
    /// Evaluates the default of an optional attribute.
    let defaultValue: (Expression) -> Value

    /// The value as one of a type, with the defaults of what is left out; or why it is none.
    func convert(_ value: Value, to type: TypeConstraint) -> Result<Value, MismatchError> {
        do { return .success(try converted(value, type)) } catch { return .failure(error) }
    }

    /// A mismatch on its way.
    struct MismatchError: Error { var mismatch: Mismatch }

    private func fail(_ reason: String) -> MismatchError {
        MismatchError(mismatch: Mismatch(path: "", reason: reason))
    }

    private func converted(_ value: Value, _ type: TypeConstraint) throws(MismatchError) -> Value {
        if case .marked(let inner, let marks) = value { return try converted(inner, type).marked(marks) }
        if case .null = value { return value }
        if case .unknown(.any) = value { return .unknown(ValueType(type)) }
        switch type {
        case .any: return value
        case .string, .number, .bool: return try primitive(value, type)
        case .list(let element):
            guard let items = try elements(of: value, element) else { return .unknown(ValueType(type)) }
            return .list(items, of: Self.elementType(element, items))
        case .set(let element):
            guard let items = try elements(of: value, element) else { return .unknown(ValueType(type)) }
            return .set(Self.distinct(items), of: Self.elementType(element, items))
        case .tuple(let types): return try tuple(value, types)
        case .map(let element): return try map(value, element)
        case .object(let attributes): return try object(value, attributes)
        }
    }

    private static func elementType(_ constraint: TypeConstraint, _ items: [Value]) -> ValueType {
        if case .any = constraint { return ValueType.common(items.map(\.type)) ?? .any }
        return ValueType(constraint)
    }

    /// The values without those that are certainly equal to an earlier one.
    static func distinct(_ items: [Value]) -> [Value] {
        if items.count > 500 { return items }
        var result: [Value] = []
        for item in items where !result.contains(where: { Value.areEqual($0, item) == true }) {
            result.append(item)
        }
        return result
    }

    private func primitive(_ value: Value, _ type: TypeConstraint) throws(MismatchError) -> Value {
        switch (type, value) {
        case (_, .unknown(let known)) where known.isPrimitive:
            if case (.number, .bool) = (type, known) { throw fail("a number is required") }
            if case (.bool, .number) = (type, known) { throw fail("a truth value is required") }
            return .unknown(ValueType(type))
        case (.string, .string), (.number, .number), (.bool, .bool): return value
        case (.string, .number), (.string, .bool):
            return value.text.map { .string($0) } ?? .unknown(.string)
        case (.number, .string(let text)):
            if let number = Value.number(of: text) { return .number(number) }
        case (.bool, .string):
            if let bool = value.bool { return .bool(bool) }
        default: break
        }
        throw fail("\(ValueType(type).words) is required")
    }

    /// The items of a list or set, converted; nil where they are not known.
    private func elements(of value: Value, _ type: TypeConstraint) throws(MismatchError) -> [Value]? {
        if let items = value.items {
            if case .any = type, ValueType.common(items.map(\.type)) == nil {
                throw fail("all items must have the same type")
            }
            var result: [Value] = []
            result.reserveCapacity(items.count)
            for (position, item) in items.enumerated() {
                do { result.append(try converted(item, type)) } catch {
                    throw MismatchError(mismatch: error.mismatch.below("[\(position)]"))
                }
            }
            return result
        }
        switch value {
        case .unknown(.list(let element)), .unknown(.set(let element)):
            do { _ = try converted(.unknown(element), type) } catch {
                throw MismatchError(mismatch: error.mismatch.below("[...]"))
            }
            return nil
        case .unknown(.tuple(let types)):
            for (position, item) in types.enumerated() {
                do { _ = try converted(.unknown(item), type) } catch {
                    throw MismatchError(mismatch: error.mismatch.below("[\(position)]"))
                }
            }
            return nil
        default: throw fail("a list is required, this is \(value.type.words)")
        }
    }

    private func tuple(_ value: Value, _ types: [TypeConstraint]) throws(MismatchError) -> Value {
        var items = value.items
        if case .unknown(.tuple(let known)) = value { items = known.map { .unknown($0) } }
        if case .unknown(.list) = value { return .unknown(.tuple(types.map { ValueType($0) })) }
        guard let items else { throw fail("a tuple is required, this is \(value.type.words)") }
        guard items.count == types.count else {
            throw fail("a tuple of \(types.count) items is required, here are \(items.count)")
        }
        var result: [Value] = []
        for (position, (item, type)) in zip(items, types).enumerated() {
            do { result.append(try converted(item, type)) } catch {
                throw MismatchError(mismatch: error.mismatch.below("[\(position)]"))
            }
        }
        return .tuple(result)
    }

    private func map(_ value: Value, _ type: TypeConstraint) throws(MismatchError) -> Value {
        if let entries = value.entries {
            if case .any = type, ValueType.common(entries.values.map(\.type)) == nil {
                throw fail("all values of the map must have the same type")
            }
            var result: [(key: String, value: Value)] = []
            for (key, entry) in entries.pairs {
                do { result.append((key, try converted(entry, type))) } catch {
                    throw MismatchError(mismatch: error.mismatch.below("[\"\(key)\"]"))
                }
            }
            return .map(Value.Entries(result), of: Self.elementType(type, result.map(\.value)))
        }
        switch value {
        case .unknown(.map(let element)):
            do { _ = try converted(.unknown(element), type) } catch {
                throw MismatchError(mismatch: error.mismatch.below("[...]"))
            }
        case .unknown(.object(let members)):
            for (key, member) in members.sorted(by: { $0.key < $1.key }) {
                do { _ = try converted(.unknown(member), type) } catch {
                    throw MismatchError(mismatch: error.mismatch.below("[\"\(key)\"]"))
                }
            }
        case .unknown(.provided): break
        default: throw fail("a map is required, this is \(value.type.words)")
        }
        return .unknown(.map(ValueType(type)))
    }

    private func object(
        _ value: Value, _ attributes: [TypeConstraint.ObjectAttribute]
    ) throws(MismatchError) -> Value {
        var entries = value.entries
        var isKnown = true
        switch value {
        case .unknown(.object(let members)):
            entries = Value.Entries(members.map { ($0.key, .unknown($0.value)) })
            isKnown = false
        case .unknown(.map): return .unknown(ValueType(.object(attributes)))
        case .unknown(.provided(let type)):
            if type.isOpen { return .unknown(ValueType(.object(attributes))) }
            entries = Value.Entries(
                attributes.compactMap { attribute in
                    type.member(attribute.name.text).map { (attribute.name.text, .unknown($0.type)) }
                })
            isKnown = false
        default: break
        }
        guard let entries else { throw fail("an object is required, this is \(value.type.words)") }
        var result: [(key: String, value: Value)] = []
        for attribute in attributes {
            let name = attribute.name.text
            guard let entry = entries[name] else {
                guard attribute.isOptional else { throw fail("the attribute \"\(name)\" is required") }
                result.append((name, try defaultValue(of: attribute)))
                continue
            }
            do {
                var member = try converted(entry, attribute.type)
                if member.isNull, attribute.isOptional { member = try defaultValue(of: attribute) }
                result.append((name, member))
            } catch {
                throw MismatchError(mismatch: error.mismatch.below(".\(name)"))
            }
        }
        return isKnown ? .object(Value.Entries(result)) : .unknown(ValueType(.object(attributes)))
    }

    private func defaultValue(
        of attribute: TypeConstraint.ObjectAttribute
    ) throws(MismatchError) -> Value {
        guard let expression = attribute.defaultValue else { return .null }
        return try converted(defaultValue(expression), attribute.type)
    }
}
