public import Diagnostics
public import JSON

/// Where a value of a completed spec comes from.
public enum ValueOrigin: Sendable, Equatable {
    /// The spec itself says so.
    case spec(SourceRange)

    /// The overrides of the environment say so.
    case overrides(SourceRange)

    /// Environments of this name usually have it.
    case preset

    /// Nobody says otherwise; the text tells what the default depends on.
    case standard(String?)
}

/// One field of a spec: what it means, and its value in the spec itself and in environments.
public struct FieldExplanation: Sendable {
    /// The value in one place.
    public struct Value: Sendable {
        /// The environment; nil for the spec itself.
        public let environment: String?

        /// The value, or the default that stands in for it.
        public let value: JSONValue

        /// Where it comes from.
        public let origin: ValueOrigin
    }

    /// Where the field stands.
    public let path: SpecPath

    /// What the field means, in a phrase; nil for a key of the user's choice.
    public let help: String?

    /// The values: that of the spec itself, then those of the environments in their order.
    public let values: [Value]
}

/// What was asked for and is not there.
public struct UnknownField: Error, Sendable, Equatable {
    /// The part that holds no such thing.
    public let path: SpecPath

    /// The name that it does not hold.
    public let name: String

    /// The names that it holds.
    public let known: [String]
}

extension SpecReading {
    /// Explains a field, or every field of a section.
    ///
    /// - Parameters:
    ///   - names: The way to the field; an element of a list goes by its number or its own name.
    ///   - environment: The environment to look at; nil for the spec itself and all of them.
    /// - Returns: The fields in their order, or what there is not.
    public func explanations(
        of names: [String], in environment: String? = nil
    ) -> Result<[FieldExplanation], UnknownField> {
        guard let base else { return .failure(UnknownField(path: .root, name: names.first ?? "", known: [])) }
        var variants = environments.filter { environment == nil || $0.name == environment }.map {
            Variant($0, base: base)
        }
        if environment == nil { variants.insert(Variant(base), at: 0) }
        var explanations: [SpecPath: FieldExplanation] = [:]
        var order: [SpecPath] = []
        var missing: UnknownField?
        for variant in variants {
            switch variant.place(of: names) {
            case .failure(let unknown): missing = missing ?? unknown
            case .success(let path):
                for leaf in variant.leaves(below: path) {
                    if explanations[leaf.path] == nil { order.append(leaf.path) }
                    let values = explanations[leaf.path]?.values ?? []
                    explanations[leaf.path] = FieldExplanation(
                        path: leaf.path, help: leaf.field?.help, values: values + [variant.value(of: leaf)])
                }
            }
        }
        if order.isEmpty, let missing { return .failure(missing) }
        return .success(order.compactMap { explanations[$0] })
    }
}

/// The completed spec of one environment, or the spec itself.
private struct Variant {
    let environment: String?
    let completed: JSONValue

    /// What it would be without the preset of its name.
    let plain: JSONValue

    /// The text of its overrides.
    let overrides: SourceRange?

    /// A value without fields of its own.
    struct Leaf {
        let path: SpecPath
        let value: JSONValue
        let field: SchemaField?
    }

    init(_ base: InfrastructureSpec) {
        environment = nil
        completed = base.completed
        plain = base.completed
        overrides = nil
    }

    init(_ environment: EnvironmentSpec, base: InfrastructureSpec) {
        self.environment = environment.name
        completed = environment.spec.completed
        plain = environment.withoutPreset
        overrides = base.environments.first { $0.name == environment.name }?.overrides.range
    }

    /// The path that some names lead to.
    func place(of names: [String]) -> Result<SpecPath, UnknownField> {
        var path = SpecPath.root
        var value = completed
        for name in names {
            if let member = value.member(name) {
                (path, value) = (path[name], member.value)
            } else if let elements = value.elements,
                let index = elements.firstIndex(where: { $0["name"]?.string == name }) ?? Int(name),
                elements.indices.contains(index)
            {
                (path, value) = (path[index], elements[index])
            } else {
                let known =
                    value.members?.map(\.key)
                    ?? value.elements?.enumerated().map {
                        $1["name"]?.string ?? String($0)
                    }
                return .failure(UnknownField(path: path, name: name, known: known ?? []))
            }
        }
        return .success(path)
    }

    /// The values below a path that are no sections themselves.
    func leaves(below path: SpecPath) -> [Leaf] {
        guard let value = Self.value(at: path, in: completed) else { return [] }
        if let members = value.members, !members.isEmpty {
            return members.flatMap { leaves(below: path[$0.key]) }
        }
        if let elements = value.elements, elements.contains(where: { $0.members != nil }) {
            return elements.indices.flatMap { leaves(below: path[$0]) }
        }
        return [Leaf(path: path, value: value, field: SpecSchema.current.field(at: path))]
    }

    func value(of leaf: Leaf) -> FieldExplanation.Value {
        FieldExplanation.Value(environment: environment, value: leaf.value, origin: origin(of: leaf))
    }

    private func origin(of leaf: Leaf) -> ValueOrigin {
        if let range = leaf.value.range {
            let isOverridden =
                overrides.map {
                    $0.file == range.file && $0.start <= range.start && range.end <= $0.end
                } ?? false
            return isOverridden ? .overrides(range) : .spec(range)
        }
        if Self.value(at: leaf.path, in: plain) != leaf.value { return .preset }
        return .standard(leaf.field?.derived)
    }

    private static func value(at path: SpecPath, in value: JSONValue) -> JSONValue? {
        path.steps.reduce(Optional(value)) { value, step in
            switch step {
            case .key(let key): return value?[key]
            case .index(let index):
                guard let elements = value?.elements, elements.indices.contains(index) else { return nil }
                return elements[index]
            }
        }
    }
}

extension SpecSchema {
    /// The field that a path leads to; nil for a key or an element of the user's own.
    func field(at path: SpecPath) -> SchemaField? {
        var type = SchemaType.object(fields)
        var field: SchemaField?
        for step in path.steps {
            if case .nullable(let inner) = type { type = inner }
            field = nil
            switch (type, step) {
            case (.object(let fields), .key(let name)):
                field = fields.first { $0.name == name }
                type = field?.type ?? .any
            case (.map(let element, _), .key), (.list(let element, _), .index): type = element
            default: return nil
            }
        }
        return field
    }
}
