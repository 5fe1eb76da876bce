import Diagnostics
import JSON
import Spec

/// A random spec that breaks no rule, the same for the same seed.
package struct RandomSpec: Sendable {
    /// The text of the spec.
    package let text: String

    /// The rules that were broken at first, one for each field that was taken away; empty for a spec that was right
    /// at once.
    package let mistakes: [String]

    /// The number of regions.
    package let regionCount: Int

    /// The files that the spec names, with their paths relative to it.
    package let files: [(path: String, bytes: [UInt8])]

    /// What became of a seed.
    package enum Outcome {
        case spec(RandomSpec)

        /// The mistakes that nothing could be taken away for.
        case unrepaired([String])
    }

    /// Makes the spec of a seed; nil where no repair helped.
    package init?(seed: UInt64) {
        guard case .spec(let spec) = Self.make(seed: seed) else { return nil }
        self = spec
    }

    private init(text: String, mistakes: [String], base: InfrastructureSpec) {
        self.text = text
        self.mistakes = mistakes
        regionCount = base.regions.count
        let own = base.services.compactMap(\.task.containerDefinitionsFile)
        let paths = own + [base.application?.userDataFile].compactMap { $0 }
        files = paths.compactMap { path in Self.file(at: path).map { (path, $0) } }
    }

    /// Makes the spec of a seed, taking away what rules refuse.
    package static func make(seed: UInt64) -> Outcome {
        var arrangement = Arrangement(seed: seed, schema: .current)
        var value = arrangement.spec()
        var mistakes: [String] = []
        while true {
            let text = JSONWriter.pretty(value)
            var sources = SourceMap()
            let file = sources.add(path: "spec.json", bytes: Array(text.utf8))
            let reading = SpecReader.read(file, in: sources, options: SpecOptions(readFile: Self.file(at:)))
            let errors = reading.diagnostics.filter { $0.severity == .error }
            if errors.isEmpty, let base = reading.base {
                return .spec(RandomSpec(text: text, mistakes: mistakes, base: base))
            }
            guard mistakes.count < 80, let parsed = JSONParser.parse(file, in: sources).value,
                let repaired = Repair.without(errors, in: parsed)
            else { return .unrepaired(errors.map { "\($0.id): \($0.summary)" }) }
            mistakes += errors.prefix(1).map { "\($0.id): \($0.summary)" }
            value = repaired
        }
    }

    /// The fields of the schema for which no words are known, over some seeds.
    package static func unknownTexts(seeds: Range<UInt64>) -> Set<String> {
        seeds.reduce(into: []) { names, seed in
            var arrangement = Arrangement(seed: seed, schema: .current)
            _ = arrangement.spec()
            names.formUnion(arrangement.unknownTexts)
        }
    }

    /// The files that random specs name: a container's name and port stand in the path of its definition.
    package static func file(at path: String) -> [UInt8]? {
        let names = path.split(separator: "/").map(String.init)
        if path == "user_data.sh" { return Array("#!/bin/sh\necho started\n".utf8) }
        guard names.count == 3, names[0] == "containers", let port = Int(names[2].dropLast(".json".count))
        else {
            return nil
        }
        let text = """
            [{ "name": "\(names[1])", "image": "x", "essential": true, "portMappings": [{ "containerPort": \(port) }] }]

            """
        return Array(text.utf8)
    }
}

/// Takes away what rules refuse.
enum Repair {
    /// The spec without the first fields at fault; nil when nothing of it can go.
    static func without(_ errors: [Diagnostic], in spec: JSONValue) -> JSONValue? {
        // One at a time: the next rule may be content once the first is.
        for error in errors {
            guard let subject = error.subject?.bytes else { continue }
            if let repaired = without(subject, in: spec, isRoot: true) { return repaired }
        }
        return nil
    }

    private static func without(_ place: Range<Int>, in value: JSONValue, isRoot: Bool = false) -> JSONValue?
    {
        switch value.kind {
        case .object(var members):
            guard let index = members.firstIndex(where: { holds($0.range, place) }) else { return nil }
            // Without these there is no spec.
            let isNeeded = isRoot && ["project", "regions"].contains(members[index].key)
            if let inner = without(place, in: members[index].value) {
                members[index].value = inner
            } else if isNeeded {
                return nil
            } else {
                members.remove(at: index)
            }
            return JSONValue(.object(members))
        case .array(var elements):
            guard let index = elements.firstIndex(where: { holds($0.range, place) }) else { return nil }
            if let inner = without(place, in: elements[index]) {
                elements[index] = inner
            } else {
                elements.remove(at: index)
            }
            return JSONValue(.array(elements))
        default: return nil
        }
    }

    private static func holds(_ range: SourceRange?, _ place: Range<Int>) -> Bool {
        guard let bytes = range?.bytes else { return false }
        return bytes.lowerBound <= place.lowerBound && place.upperBound <= bytes.upperBound
    }
}
