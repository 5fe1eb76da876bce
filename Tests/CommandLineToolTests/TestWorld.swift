import CommandLineTool
import Files
import TemplateLibrary

/// What a command wrote to one stream.
final class CapturedText: TextSink {
    var isTerminal = false
    var hasFailed = false
    private(set) var text = ""

    func write(_ bytes: [UInt8]) { text += String(decoding: bytes, as: UTF8.self) }
}

/// A run of infragen inside the test's own process.
struct TestRun: Equatable {
    var exitCode: ExitCode
    var output: String
    var errors: String
}

/// The world that a run sees in a test.
struct TestWorld {
    var files: any FileSystem = InMemoryFileSystem()
    var environment: [String: String] = [:]
    var input = ""
    var isTerminal = false
    var hasFullOutput = false
    var runProgram: ([String], [UInt8]) -> ProgramResult? = { _, _ in nil }
    var programPath = "infragen"
    var shippedTemplates: () -> [(path: String, text: String)] = { ShippedTemplates.files }
    var renderer: any TreeRenderer = FakeRenderer()

    /// Runs a command line; words are separated by one space.
    func run(_ line: String) -> TestRun {
        run(line.isEmpty ? [] : line.split(separator: " ").map(String.init))
    }

    func run(_ arguments: [String]) -> TestRun {
        let output = CapturedText()
        let errors = CapturedText()
        output.isTerminal = isTerminal
        errors.isTerminal = isTerminal
        output.hasFailed = hasFullOutput
        let input = Array(input.utf8)
        let world = World(
            files: files, environment: environment, output: output, errors: errors,
            input: {
                $0 < input.count ? .failure(FileError(.read, "-", .tooLarge(limit: $0))) : .success(input)
            },
            now: { 0 }, runProgram: runProgram, programPath: programPath, shippedTemplates: shippedTemplates,
            renderer: renderer)
        let code = Infragen.run(arguments: arguments, in: world)
        return TestRun(exitCode: code, output: output.text, errors: errors.text)
    }
}
