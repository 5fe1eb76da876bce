import Diagnostics
import HCL

extension Evaluator {
    /// The value of a function call.
    func call(_ call: FunctionCall, _ frame: Frame) -> Value {
        var name = frame.file.name(of: call)
        if name.hasPrefix("core::") { name.removeFirst(6) }
        guard let signature = FunctionSignature.all[name] else {
            let arguments = call.arguments.map { self.value(of: $0, in: frame) }
            // Functions of providers are known to their providers.
            if !name.contains("::") { reportUnknown(name, call, frame) }
            return Value.anything.marked(Self.marks(of: arguments))
        }
        switch name {
        case "try": return firstThatWorks(call, frame)
        case "can": return isWorking(call, frame)
        default: break
        }
        var arguments = call.arguments.map { self.value(of: $0, in: frame) }
        let isExact = spread(&arguments, call, frame)
        let marks = Self.marks(of: arguments)
        guard isExact else { return Value.unknown(signature.result).marked(marks) }
        guard checkCount(arguments.count, name, signature, call, frame) else {
            return Value.unknown(signature.result).marked(marks)
        }
        switch name {
        case "sensitive": return arguments[0].marked(.sensitive)
        case "nonsensitive":
            let (value, marks) = arguments[0].unmarked
            return value.marked(marks.subtracting(.sensitive))
        case "issensitive": return arguments[0].isKnown ? .bool(marks.contains(.sensitive)) : .unknown(.bool)
        case "ephemeralasnull": return arguments[0].unmarked.marks.contains(.ephemeral) ? .null : arguments[0]
        default: break
        }
        // What functions make of a provider's objects is not followed.
        let plain = arguments.map { argument in
            if case .unknown(.provided) = argument.plain { return Value.anything }
            return argument.plain
        }
        guard checkTypes(plain, name, signature, call, frame) else {
            return Value.unknown(signature.result).marked(marks)
        }
        switch KnownFunctions.result(of: name, plain) {
        case .value(let value): return value.marked(marks)
        case .unknown: return Value.unknown(signature.result).marked(marks)
        case .failure(let argument, let reason):
            let range =
                call.arguments.indices.contains(argument) ? call.arguments[argument].range : call.range
            report(.invalidFunctionArgument, "\(name)(): \(reason)", at: range, frame.scope)
            return Value.unknown(signature.result).marked(marks)
        }
    }

    private static func marks(of arguments: [Value]) -> Value.Marks {
        arguments.reduce(into: []) { $0.formUnion($1.unmarked.marks) }
    }

    private func reportUnknown(_ name: String, _ call: FunctionCall, _ frame: Frame) {
        report(
            .unknownFunction, "there is no function \"\(name)\"", at: call.nameRange, frame.scope,
            help: didYouMean(name, among: FunctionSignature.all.keys.sorted()))
    }

    // MARK: - Arguments

    /// Puts the items of a last argument that ends in `...` in its place; false where they are not known.
    private func spread(_ arguments: inout [Value], _ call: FunctionCall, _ frame: Frame) -> Bool {
        guard call.ellipsisRange != nil, let last = arguments.popLast() else { return true }
        let (value, marks) = last.unmarked
        guard let items = value.items else {
            if value.isKnown || value.type.element == nil, !value.isNull {
                let range = call.arguments.last?.range ?? call.range
                report(
                    .invalidFunctionArgument,
                    "what \"...\" spreads must be a list, this is \(value.type.words)",
                    at: range, frame.scope)
            }
            arguments.append(last)
            return false
        }
        arguments += items.map { $0.marked(marks) }
        return true
    }

    private func checkCount(
        _ count: Int, _ name: String, _ signature: FunctionSignature, _ call: FunctionCall, _ frame: Frame
    ) -> Bool {
        if count < signature.required {
            report(
                .wrongArgumentCount,
                "\(name)() takes \(Self.counted(signature)), here \(count == 1 ? "is 1" : "are \(count)")",
                at: call.closeParenthesisRange, frame.scope)
            return false
        }
        if count > signature.parameters.count, signature.further == nil {
            let first = signature.parameters.count
            let range = call.arguments.indices.contains(first) ? call.arguments[first].range : call.range
            report(
                .wrongArgumentCount,
                "\(name)() takes \(Self.counted(signature)), here are \(count)", at: range, frame.scope)
            return false
        }
        return true
    }

    private static func counted(_ signature: FunctionSignature) -> String {
        let least = signature.required
        let words = least == 1 ? "1 argument" : "\(least) arguments"
        if signature.further != nil { return "at least \(words)" }
        return signature.parameters.count > least
            ? "\(least) to \(signature.parameters.count) arguments" : words
    }

    private func checkTypes(
        _ arguments: [Value], _ name: String, _ signature: FunctionSignature, _ call: FunctionCall,
        _ frame: Frame
    ) -> Bool {
        for (position, argument) in arguments.enumerated() {
            let type =
                position < signature.parameters.count
                ? signature.parameters[position] : signature.further ?? .any
            if type == .any { continue }
            guard let reason = Self.mismatch(argument, type) else { continue }
            let index = min(position, call.arguments.count - 1)
            // Null may be why nothing comes this far.
            let kind: Problem.Kind =
                isInDoubt && reason == Self.nullArgument ? .nullValue : .invalidFunctionArgument
            report(kind, "\(name)(): \(reason)", at: call.arguments[index].range, frame.scope)
            return false
        }
        return true
    }

    private static let nullArgument = "the argument must not be null"

    /// Why an argument does not suit a parameter; nil where it does, or may.
    private static func mismatch(_ value: Value, _ type: ValueType) -> String? {
        if case .null = value { return nullArgument }
        let given = value.type
        if given == .any { return nil }
        switch type {
        case .string: return given.isPrimitive ? nil : "a string is needed, this is \(given.words)"
        case .number:
            if given == .number { return nil }
            if case .string(let text) = value {
                return Value.number(of: text) == nil ? "a number is needed, this is a string" : nil
            }
            return given == .string ? nil : "a number is needed, this is \(given.words)"
        case .bool:
            if given == .bool || given == .string && !value.isKnown || value.bool != nil { return nil }
            return "a truth value is needed, this is \(given.words)"
        case .list(let element), .set(let element):
            switch given {
            case .list(let own), .set(let own): return items(own, element)
            case .tuple(let types): return types.lazy.compactMap { items($0, element) }.first
            default: return "a list is needed, this is \(given.words)"
            }
        default: return nil
        }
    }

    private static func items(_ given: ValueType, _ wanted: ValueType) -> String? {
        guard wanted == .string, !given.isPrimitive, given != .any else { return nil }
        return "a list of strings is needed, this one holds \(given.words)"
    }

    // MARK: - try and can

    private func firstThatWorks(_ call: FunctionCall, _ frame: Frame) -> Value {
        var marks: Value.Marks = []
        for argument in call.arguments {
            let (value, hasFailed) = attempt { self.value(of: argument, in: frame) }
            if hasFailed { continue }
            marks.formUnion(value.unmarked.marks)
            // An unknown value may fail later, and the next argument be taken.
            guard value.isWhollyKnown else { return Value.anything.marked(marks) }
            return value
        }
        // Without problems on the way, an argument was left out that may work.
        if !call.arguments.isEmpty, call.ellipsisRange == nil {
            report(
                .invalidFunctionArgument, "try(): none of the arguments works", at: call.range, frame.scope)
        }
        return .anything
    }

    private func isWorking(_ call: FunctionCall, _ frame: Frame) -> Value {
        guard let argument = call.arguments.first else { return .unknown(.bool) }
        let (value, hasFailed) = attempt { self.value(of: argument, in: frame) }
        if hasFailed { return .bool(false) }
        return value.isWhollyKnown ? .bool(true) : .unknown(.bool)
    }
}
