import Diagnostics
import Files
import JSON
import Spec

/// A field of a spec as the user names it: `spec.json#/services/api/cpu`.
struct FieldAddress {
    /// The path of the spec.
    let specPath: String

    /// The way to the field, outermost name first.
    let names: [String]

    /// Reads an address; nil for a text without `#/`.
    init?(_ text: String) {
        guard let hash = text.firstIndex(of: "#"), text[hash...].hasPrefix("#/") || text.hasSuffix("#") else {
            return nil
        }
        specPath = hash == text.startIndex ? "spec.json" : String(text[..<hash])
        // RFC 6901: "~1" stands for "/" and "~0" for "~".
        names = text[hash...].dropFirst().split(separator: "/").map {
            String($0).replacing("~1", with: "/").replacing("~0", with: "~")
        }
    }
}

/// Prints what the fields of a spec mean, and where their values come from.
struct FieldReport {
    private let address: FieldAddress
    private let environment: String?
    private let context: CommandContext

    init(_ address: FieldAddress, environment: String?, _ context: CommandContext) {
        self.address = address
        self.environment = environment
        self.context = context
    }

    func run() -> ExitCode {
        let bytes: [UInt8]
        switch context.files.read(address.specPath) {
        case .success(let text): bytes = text
        case .failure(let error):
            return fail(Diagnostic(id: "unreadable-file", summary: error.summary))
        }
        var sources = SourceMap()
        let file = sources.add(path: address.specPath, bytes: bytes)
        let reading = SpecReader.read(file, in: sources, options: SpecOptions(allowsUnknownRegions: true))
        guard reading.base != nil else {
            context.console.report(reading.diagnostics, in: sources)
            return .failed
        }
        let names = reading.environments.map(\.name)
        if let environment, !names.contains(environment) {
            return fail(
                Diagnostic(
                    id: "unknown-environment", summary: "the spec has no environment \"\(environment)\"",
                    help: nearestName(to: environment, among: names).map { "did you mean \"\($0)\"?" }
                        ?? "it has \(names.joined(separator: ", "))"))
        }
        switch reading.explanations(of: address.names, in: environment) {
        case .failure(let unknown): return fail(Self.diagnostic(of: unknown))
        case .success(let explanations):
            for explanation in explanations { show(explanation, in: sources) }
            return .done
        }
    }

    private func show(_ explanation: FieldExplanation, in sources: SourceMap) {
        let help = explanation.help.map { ": \($0)" } ?? ""
        context.console.print("\(explanation.path)\(help)")
        let rows = explanation.values.map { value in
            [
                value.environment ?? address.specPath, JSONWriter.compact(value.value),
                Self.text(of: value, in: sources),
            ]
        }
        let widths = (0..<2).map { column in rows.map { $0[column].count }.max() ?? 0 }
        for row in rows {
            let cells = zip(row, widths).map { text, width in
                text + String(repeating: " ", count: width - text.count)
            }
            context.console.print("  " + (cells + [row[2]]).joined(separator: "  "))
        }
    }

    private static func text(of value: FieldExplanation.Value, in sources: SourceMap) -> String {
        func place(_ range: SourceRange) -> String {
            let position = sources[range.file].position(at: Int(range.start))
            return "\(sources[range.file].path):\(position.line):\(position.column)"
        }
        switch value.origin {
        case .spec(let range): return place(range)
        case .overrides(let range): return "\(place(range)), overrides of \(value.environment ?? "")"
        case .preset: return "preset of \(value.environment ?? "")"
        case .standard(let derived): return derived.map { "default: \($0)" } ?? "default"
        }
    }

    private static func diagnostic(of unknown: UnknownField) -> Diagnostic {
        let place = unknown.path == .root ? "the spec" : "\(unknown.path)"
        let known = unknown.known.sorted()
        return Diagnostic(
            id: "unknown-field", summary: "\(place) has no \"\(unknown.name)\"",
            help: nearestName(to: unknown.name, among: known).map { "did you mean \"\($0)\"?" }
                ?? (known.isEmpty ? "it has no parts" : "it has \(known.joined(separator: ", "))"))
    }

    private func fail(_ diagnostic: Diagnostic) -> ExitCode {
        context.console.report([diagnostic])
        return .failed
    }
}
