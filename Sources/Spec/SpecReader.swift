public import Diagnostics
public import JSON

/// What became of a spec.
public struct SpecReading: Sendable {
    /// The spec without the differences of any environment; nil when the text is no JSON object.
    public let base: InfrastructureSpec?

    /// The spec of each environment, in the order of the spec.
    public let environments: [EnvironmentSpec]

    /// What the last render left; nil where there was none.
    public let record: SystemRecord?

    /// What is wrong, in the order of the text; with an error among them nothing should be rendered.
    public let diagnostics: [Diagnostic]
}

/// Makes a spec of its text: reads it, merges the environments, and checks each of them.
public enum SpecReader {
    /// A spec is written by people; what is larger is a mistake, or not a spec.
    public static let maximumSize = 16 * 1024 * 1024

    /// Reads the spec in a file.
    public static func read(
        _ file: FileID, in sources: SourceMap, options: SpecOptions = SpecOptions()
    ) -> SpecReading {
        let size = sources[file].bytes.count
        guard size <= maximumSize else {
            let diagnostic = Diagnostic(
                id: SpecRule.oversizedSpec.id,
                summary:
                    "the spec has \(size / (1024 * 1024)) MiB; it may have \(maximumSize / (1024 * 1024))",
                path: sources[file].path, help: "check that this is the right file")
            return SpecReading(base: nil, environments: [], record: nil, diagnostics: [diagnostic])
        }
        let (value, diagnostics) = JSONParser.parse(file, in: sources)
        // After a syntax error nothing is certain; a repeated key alone leaves the rest as it was meant.
        let isSound = diagnostics.allSatisfy { $0.id == "duplicate-key" }
        guard let value, isSound else {
            return SpecReading(base: nil, environments: [], record: nil, diagnostics: diagnostics)
        }
        return read(value, options: options, found: diagnostics)
    }

    /// Reads a spec that has been parsed; `found` is what was found wrong before, and comes first.
    public static func read(
        _ value: JSONValue, options: SpecOptions = SpecOptions(), found: [Diagnostic] = []
    ) -> SpecReading {
        let (base, log) = specification(value, preset: .none, options: options)
        guard let spec = base else {
            return SpecReading(base: nil, environments: [], record: nil, diagnostics: found + log.diagnostics)
        }
        var options = options
        let recordBytes = options.readRecord?(spec.output)
        options.record = recordBytes.flatMap(SystemRecord.init)
        let broken = recordBytes != nil && options.record == nil ? [brokenRecord] : []
        let isOverridden = spec.environments.contains { $0.overrides != [:] }
        let layout = spec.terraform.layout
        var overrides = OverrideCheck(isOverridden ? .current : SpecSchema(fields: []), layout: layout)
        var readings: [EnvironmentReading] = []
        for entry in spec.environments {
            let path = SpecPath.root["environments"][entry.name]["overrides"]
            let patch = overrides.checked(entry.overrides, base: spec.completed, at: path)
            let merged = OverridePatch(patch, changesStructure: layout == .directories).applied(to: value)
            let preset = entry.preset(in: spec)
            let (environment, log) = specification(merged, preset: preset, options: options)
            guard let environment else { continue }
            readings.append(
                EnvironmentReading(
                    environment: EnvironmentSpec(
                        name: entry.name, shortName: entry.shortName,
                        regions: entry.regions + environment.regionNames(notIn: spec), spec: environment,
                        written: merged, subdomain: preset.subdomain),
                    log: log))
        }
        let diagnostics = DiagnosticCollection(
            base: log, overrides: overrides.log.diagnostics, readings: readings, spec: spec, options: options)
        return SpecReading(
            base: base, environments: readings.map(\.environment), record: options.record,
            diagnostics: found + broken + diagnostics.sorted)
    }

    private static var brokenRecord: Diagnostic {
        Diagnostic(
            id: SpecRule.brokenRecord.id, severity: .warning,
            summary: "the record of the last render cannot be read: what this one removes is not checked",
            path: SystemRecord.path,
            help: "restore it in the output folder from version control; rendering writes it anew")
    }

    /// Reads one variant of the spec; nil when the JSON is no object.
    static func specification(
        _ value: JSONValue, preset: EnvironmentPreset, options: SpecOptions
    ) -> (InfrastructureSpec?, ReadLog) {
        var log = ReadLog()
        let type = FieldType<InfrastructureSpec>.object {
            InfrastructureSpec(&$0, preset: preset, options: options)
        }
        guard let reading = type.read(value, .root, &log) else { return (nil, log) }
        var spec = reading.value
        spec.completed = reading.completed
        return (spec, log)
    }
}

/// One environment and what went wrong while it was read.
struct EnvironmentReading {
    let environment: EnvironmentSpec
    let log: ReadLog
}
