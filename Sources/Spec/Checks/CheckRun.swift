import Diagnostics
import JSON

/// The rules at work on one spec: the base, or what one environment makes of it.
struct CheckRun {
    /// The spec that is looked at.
    let spec: InfrastructureSpec

    /// The environment that the spec belongs to; nil for the base.
    let environment: EnvironmentSpec?

    /// All environments.
    let environments: [EnvironmentSpec]

    /// How the spec is read.
    let options: SpecOptions

    /// What was found.
    private(set) var diagnostics: [Diagnostic] = []

    private let unreadable: [SpecPath]
    private var told: Set<Telling> = []

    init(
        _ spec: InfrastructureSpec, environment: EnvironmentSpec?, environments: [EnvironmentSpec],
        options: SpecOptions, unreadable: [SpecPath]
    ) {
        self.spec = spec
        self.environment = environment
        self.environments = environments
        self.options = options
        self.unreadable = unreadable
    }

    /// The regions that are deployed.
    var regions: [RegionSpec] { environment?.enabledRegions ?? spec.regions }

    /// Whether people depend on the environment.
    var isProduction: Bool { environment?.isProduction ?? false }

    /// Says what is wrong with the value of a path: `path: what`.
    ///
    /// A value that was written once for several parts of the spec (`"*"`, `network`) is told of once.
    mutating func report(
        _ rule: SpecRule, _ path: SpecPath, _ what: String, with related: [SpecPath] = [],
        onKey: Bool = false,
        help: String
    ) {
        if isWritten(path), let range = spec.writtenRange(of: path) {
            guard told.insert(Telling(rule: rule, range: range, what: what)).inserted else { return }
        }
        reportSentence(rule, path, "\(path): \(what)", with: related, onKey: onKey, help: help)
    }

    /// Says what is wrong with the value of a path in a sentence of its own.
    ///
    /// Nothing is said where a value that the rule looks at could not be read: it would be said of a default.
    /// Where nobody wrote the value, the first of the related ones that somebody wrote is at fault. With `onKey`
    /// it is not the value that is at fault but its key.
    mutating func reportSentence(
        _ rule: SpecRule, _ path: SpecPath, _ sentence: String, with related: [SpecPath] = [],
        onKey: Bool = false, help: String
    ) {
        let places = [path] + related
        guard !unreadable.contains(where: { broken in places.contains { broken.contains($0) } }) else {
            return
        }
        let written = places.compactMap { place in spec.writtenRange(of: place).map { (place, $0) } }
        let subject = (onKey ? spec.keyRange(of: path) : nil) ?? written.first?.1 ?? spec.place(of: path)
        let notes = written.filter { $0.0 != path && $0.1 != subject }
            .map { Diagnostic.Note("\($0.0) is given here", at: $0.1) }
        diagnostics.append(
            Diagnostic(
                id: rule.id, severity: rule.severity, summary: sentence, subject: subject, notes: notes,
                help: help))
    }

    /// What was said of a text.
    private struct Telling: Hashable {
        let rule: SpecRule
        let range: SourceRange
        let what: String
    }

    /// Whether somebody wrote the value of a path.
    func isWritten(_ path: SpecPath) -> Bool { spec.writtenRange(of: path) != nil }
}

extension InfrastructureSpec {
    /// The text of a value that somebody wrote: its key for an object, the value for anything else.
    func writtenRange(of path: SpecPath) -> SourceRange? {
        var value = completed
        var range = completed.range.map(\.openingBrace)
        for step in path.steps {
            switch step {
            case .key(let key):
                guard let member = value.member(key) else { return nil }
                value = member.value
                range = value.isCompound ? member.keyRange ?? value.range?.openingBrace : value.range
            case .index(let index):
                guard let elements = value.elements, elements.indices.contains(index) else { return nil }
                value = elements[index]
                range = value.members != nil ? value.range?.openingBrace : value.range
            }
        }
        return value.range == nil ? nil : range
    }

    /// The key of a member that somebody wrote.
    func keyRange(of path: SpecPath) -> SourceRange? {
        guard let parent = path.parent, case .key(let key) = path.steps.last else { return nil }
        return value(at: parent)?.member(key)?.keyRange
    }

    /// The value of a path; nil where there is none.
    func value(at path: SpecPath) -> JSONValue? {
        path.steps.reduce(Optional(completed)) { value, step in
            switch step {
            case .key(let key): return value?[key]
            case .index(let index):
                guard let elements = value?.elements, elements.indices.contains(index) else { return nil }
                return elements[index]
            }
        }
    }

    /// The text to show for a value: its own, or that of the nearest part around it that somebody wrote.
    func place(of path: SpecPath) -> SourceRange? {
        var current: SpecPath? = path
        while let place = current {
            if let range = writtenRange(of: place) { return range }
            current = place.parent
        }
        return nil
    }
}

extension JSONValue {
    /// Whether the value is an object, or a list of objects: its text is too long to underline.
    fileprivate var isCompound: Bool { members != nil || elements?.contains { $0.members != nil } == true }
}

extension SourceRange {
    /// The first byte alone.
    var openingBrace: SourceRange { SourceRange(file: file, start: Int(start), end: Int(start) + 1) }
}
