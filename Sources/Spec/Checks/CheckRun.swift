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
    mutating func report(
        _ rule: SpecRule, _ path: SpecPath, _ what: String, with related: [SpecPath] = [], help: String? = nil
    ) {
        reportSentence(rule, path, "\(path): \(what)", with: related, help: help)
    }

    /// Says what is wrong with the value of a path in a sentence of its own.
    ///
    /// Nothing is said where a value that the rule looks at could not be read: it would be said of a default.
    mutating func reportSentence(
        _ rule: SpecRule, _ path: SpecPath, _ sentence: String, with related: [SpecPath] = [],
        help: String? = nil
    ) {
        let places = [path] + related
        guard !unreadable.contains(where: { broken in places.contains { broken.contains($0) } }) else {
            return
        }
        let subject = spec.place(of: path)
        let notes = related.compactMap { other -> Diagnostic.Note? in
            guard let range = spec.writtenRange(of: other), range != subject else { return nil }
            return Diagnostic.Note("\(other) is given here", at: range)
        }
        diagnostics.append(
            Diagnostic(
                id: rule.id, severity: rule.severity, summary: sentence, subject: subject, notes: notes,
                help: help))
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
