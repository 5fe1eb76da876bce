import Diagnostics

/// The diagnostics of the base and of every environment, each told once.
struct DiagnosticCollection {
    private let base: [Diagnostic]
    private let byEnvironment: [(name: String, diagnostics: [Diagnostic])]
    private let spec: InfrastructureSpec
    private let options: SpecOptions

    init(
        base log: ReadLog, overrides: [Diagnostic], readings: [EnvironmentReading], spec: InfrastructureSpec,
        options: SpecOptions
    ) {
        let environments = readings.map(\.environment)
        base = log.diagnostics + overrides + SpecChecks.diagnostics(of: spec, environments, options, log)
        self.spec = spec
        self.options = options
        byEnvironment = readings.map { reading in
            let found = SpecChecks.diagnostics(of: reading, environments, options)
            return (reading.environment.name, reading.log.diagnostics.uniqueByPlace + found)
        }
    }

    /// All diagnostics in the order of the text; what no text is to blame for comes first.
    var sorted: [Diagnostic] {
        let merged = (base + environmentDiagnostics).filter { !isIgnored($0) }.map(judged)
        return merged.enumerated().sorted { left, right in
            let leftPlace = left.element.subject.map { Int($0.start) } ?? -1
            let rightPlace = right.element.subject.map { Int($0.start) } ?? -1
            return (leftPlace, left.offset) < (rightPlace, right.offset)
        }.map(\.element)
    }

    /// What is wrong in environments: once for all of them, or with the names of those that it is wrong in.
    private var environmentDiagnostics: [Diagnostic] {
        var order: [Key] = []
        var found: [Key: (diagnostic: Diagnostic, names: [String])] = [:]
        let known = Set(base.map(Key.init))
        for (name, diagnostics) in byEnvironment {
            for diagnostic in diagnostics where !known.contains(Key(diagnostic)) {
                let key = Key(diagnostic)
                if found[key] == nil { order.append(key) }
                var entry = found[key] ?? (diagnostic, [])
                if !entry.names.contains(name) { entry.names.append(name) }
                found[key] = entry
            }
        }
        let everywhere = Set(SpecRule.all.filter(\.inEveryEnvironment).map(\.id))
        return order.compactMap { found[$0] }.compactMap { diagnostic, names in
            guard names.count < byEnvironment.count else { return diagnostic }
            guard !everywhere.contains(diagnostic.id) else { return nil }
            var named = diagnostic
            let word = names.count == 1 ? "environment" : "environments"
            named.summary = "\(word) \(names.joined(separator: ", ")): \(diagnostic.summary)"
            return named
        }
    }

    private func isIgnored(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.severity == .warning && spec.ignoredRules.contains(diagnostic.id)
    }

    private func judged(_ diagnostic: Diagnostic) -> Diagnostic {
        guard options.isStrict else { return diagnostic }
        var strict = diagnostic
        strict.severity = .error
        return strict
    }

    /// What makes two diagnostics the same: the rule, and the text at fault or, without text, the message.
    private struct Key: Hashable {
        let id: String
        let subject: SourceRange?
        let summary: String

        init(_ diagnostic: Diagnostic) {
            id = diagnostic.id
            subject = diagnostic.subject
            summary = diagnostic.summary
        }
    }
}

extension [Diagnostic] {
    /// The diagnostics with one for each rule and text: a value that stands for every service is wrong once.
    var uniqueByPlace: [Diagnostic] {
        var seen: Set<String> = []
        return filter { diagnostic in
            guard let subject = diagnostic.subject else { return true }
            return seen.insert("\(diagnostic.id) \(subject.start) \(subject.end)").inserted
        }
    }
}
