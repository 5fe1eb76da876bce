import Diagnostics
import Files
import HCL
import OutputFolder

/// One run of `format`: what is formatted, and what came of it so far.
struct FormatJob {
    let context: CommandContext
    let isCheck: Bool
    let showsDifferences: Bool
    let isQuiet: Bool

    private var unformattedCount = 0
    private var sources = SourceMap()
    private var diagnostics: [Diagnostic] = []

    init(context: CommandContext, isCheck: Bool, showsDifferences: Bool, isQuiet: Bool) {
        self.context = context
        self.isCheck = isCheck
        self.showsDifferences = showsDifferences
        self.isQuiet = isQuiet
    }

    /// Formats files, and those of folders, in the order given; one that is named twice only once.
    mutating func formatFiles(_ paths: [String]) {
        var finder = TerraformFiles(files: context.files)
        for path in paths { finder.find(path) }
        diagnostics += finder.diagnostics
        for path in finder.paths { formatFile(path) }
    }

    private mutating func formatFile(_ path: String) {
        switch context.files.read(path) {
        case .failure(let error):
            diagnostics.append(Diagnostic(id: "unreadable-file", summary: error.summary))
        case .success(let bytes):
            guard let formatted = formatted(bytes, path: path), formatted != bytes else { return }
            unformattedCount += 1
            if !isCheck, let error = context.files.write(formatted, to: path) {
                diagnostics.append(Diagnostic(id: "unwritable-file", summary: error.summary))
                return
            }
            if isQuiet { return }
            if showsDifferences {
                showDifference(from: bytes, to: formatted, path: path)
            } else {
                context.console.print(Console.printable(path))
            }
        }
    }

    /// Formats standard input to standard output; as Terraform does, it ends the text with a line feed.
    mutating func formatInput() {
        switch context.world.input(256 << 20) {
        case .failure(let error):
            diagnostics.append(Diagnostic(id: "unreadable-file", summary: error.summary))
        case .success(let bytes):
            guard var formatted = formatted(bytes, path: "<stdin>") else { return }
            if formatted.last != UInt8(ascii: "\n") { formatted.append(UInt8(ascii: "\n")) }
            if formatted != bytes { unformattedCount += 1 }
            if showsDifferences, !isQuiet { showDifference(from: bytes, to: formatted, path: "<stdin>") }
            if !showsDifferences, !isCheck { context.console.write(formatted) }
        }
    }

    /// The formatted text; nil when the file does not parse.
    private mutating func formatted(_ bytes: [UInt8], path: String) -> [UInt8]? {
        let file = FileID(index: Int32(sources.files.count))
        let result = Formatter.format(bytes, file: file)
        if !result.diagnostics.isEmpty {
            _ = sources.add(path: path, bytes: bytes)
            diagnostics += result.diagnostics
        }
        return result.diagnostics.hasErrors ? nil : result.bytes
    }

    private func showDifference(from old: [UInt8], to new: [UInt8], path: String) {
        context.console.writeDifference(UnifiedDiff.bytes(from: old, to: new, path: path))
    }

    /// Tells what went wrong; an error outweighs a file that is not formatted.
    func finish() -> ExitCode {
        var diagnostics = diagnostics
        if isCheck, unformattedCount > 0 {
            let verb = unformattedCount == 1 ? "is" : "are"
            diagnostics.append(
                Diagnostic(
                    id: "unformatted-files",
                    summary: "\(counted(unformattedCount, "file")) \(verb) not formatted",
                    help: "run `infragen format` with the same paths"))
        }
        context.console.report(diagnostics, in: sources)
        if self.diagnostics.hasErrors { return .failed }
        return isCheck && unformattedCount > 0 ? .outOfDate : .done
    }
}
