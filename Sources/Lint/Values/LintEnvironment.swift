import Diagnostics
import HCL
import JSON
import Terraform

/// One environment of the root module: the values that its variable files give, and all that follows from them.
struct LintEnvironment {
    /// The name; empty where there are no files, and the defaults have to do.
    let name: String

    /// The values that the files give, by the name of the variable.
    let given: [String: GivenValue]

    /// Values through the whole tree.
    let values: Evaluator

    /// A value of a variable file.
    struct GivenValue {
        var value: Value
        var nameRange: SourceRange
        var valueRange: SourceRange
    }

    /// The environments of some variable files; one without files where there are none.
    static func all(
        _ files: [VariableFile], ids: [FileID], tree: ModuleTree, isComplete: [Bool]
    ) -> (environments: [LintEnvironment], diagnostics: [Diagnostic]) {
        var names: [String] = []
        for file in files { if let name = file.environment, !names.contains(name) { names.append(name) } }
        var diagnostics: [Diagnostic] = []
        var read: [[String: GivenValue]] = []
        for (file, id) in zip(files, ids) {
            let (values, mistakes) = Self.read(file, id)
            read.append(values)
            diagnostics += mistakes
        }
        let environments = (names.isEmpty ? [""] : names).map { name in
            var given: [String: GivenValue] = [:]
            // A later file wins over an earlier one, as with Terraform.
            for (file, values) in zip(files, read) where file.environment == nil || file.environment == name {
                given.merge(values) { $1 }
            }
            let values = Evaluator(tree, isComplete: isComplete, rootValues: given.mapValues(\.value))
            return LintEnvironment(name: name, given: given, values: values)
        }
        return (environments, diagnostics)
    }

    private static func read(
        _ file: VariableFile, _ id: FileID
    ) -> (values: [String: GivenValue], diagnostics: [Diagnostic]) {
        if file.path.hasSuffix(".json") { return readJSON(file, id) }
        let (config, diagnostics) = ConfigFile.parse(file.bytes, file: id)
        var values: [String: GivenValue] = [:]
        for attribute in config.body.attributes {
            let value = config.constant(of: attribute.value).map { Value($0) } ?? .anything
            values[config.name(of: attribute)] = GivenValue(
                value: value, nameRange: attribute.nameRange, valueRange: attribute.value.range)
        }
        return (values, diagnostics)
    }

    private static func readJSON(
        _ file: VariableFile, _ id: FileID
    ) -> (values: [String: GivenValue], diagnostics: [Diagnostic]) {
        let (value, diagnostics) = JSONParser.parse(file.bytes, file: id)
        var values: [String: GivenValue] = [:]
        for member in value?.members ?? [] {
            guard let range = member.keyRange else { continue }
            values[member.key] = GivenValue(
                value: Value(member.value), nameRange: range, valueRange: member.value.range ?? range)
        }
        return (values, diagnostics)
    }
}

extension Value {
    /// A value that is written down.
    init(_ literal: Literal) {
        switch literal {
        case .string(let text): self = .string(text)
        case .number(let digits): self = Double(digits).map { .number($0) } ?? .unknown(.number)
        case .bool(let isTrue): self = .bool(isTrue)
        case .null: self = .null
        case .list(let items): self = .tuple(items.map { Value($0) })
        case .object(let entries): self = .object(Entries(entries.map { ($0.key, Value($0.value)) }))
        }
    }

    /// A value of JSON.
    init(_ json: JSONValue) {
        switch json.kind {
        case .null: self = .null
        case .bool(let isTrue): self = .bool(isTrue)
        case .number(let number): self = Double(number.text).map { .number($0) } ?? .unknown(.number)
        case .string(let text): self = .string(text)
        case .array(let items): self = .tuple(items.map { Value($0) })
        case .object(let members): self = .object(Entries(members.map { ($0.key, Value($0.value)) }))
        }
    }
}
