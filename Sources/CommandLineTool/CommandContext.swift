package import Files

/// All that a run has of the world; a test hands in its own.
package struct World {
    /// The files.
    package var files: any FileSystem

    /// The environment variables.
    package var environment: [String: String]

    /// Standard output.
    package var output: any TextSink

    /// Standard error.
    package var errors: any TextSink

    /// Reads all of standard input, up to a number of bytes.
    package var input: (_ limit: Int) -> Result<[UInt8], FileError>

    /// Nanoseconds since some moment, for telling how long something took.
    package var now: () -> UInt64

    /// Runs a program of the PATH with some bytes of input (at most 16 KB) and waits for it.
    ///
    /// Nil when there is no such program.
    package var runProgram: (_ arguments: [String], _ input: [UInt8]) -> ProgramResult?

    /// The path that infragen itself was started by; a mere name when it was found on the PATH.
    package var programPath: String

    /// The templates inside the program, by their path below `Templates/`.
    package var shippedTemplates: () -> [(path: String, text: String)]

    /// What makes a tree of a spec.
    package var renderer: any TreeRenderer

    package init(
        files: any FileSystem, environment: [String: String], output: any TextSink, errors: any TextSink,
        input: @escaping (Int) -> Result<[UInt8], FileError>, now: @escaping () -> UInt64,
        runProgram: @escaping ([String], [UInt8]) -> ProgramResult?, programPath: String,
        shippedTemplates: @escaping () -> [(path: String, text: String)], renderer: any TreeRenderer
    ) {
        self.files = files
        self.environment = environment
        self.output = output
        self.errors = errors
        self.input = input
        self.now = now
        self.runProgram = runProgram
        self.programPath = programPath
        self.shippedTemplates = shippedTemplates
        self.renderer = renderer
    }
}

/// How a program ended, and what it said.
package struct ProgramResult: Sendable, Hashable {
    /// Its exit code.
    package var exitCode: Int32

    /// What it wrote to standard output.
    package var output: [UInt8]

    package init(exitCode: Int32, output: [UInt8]) {
        self.exitCode = exitCode
        self.output = output
    }
}

/// What a command gets to work with.
struct CommandContext {
    /// Files, environment, clock and so on.
    let world: World

    /// Where results and diagnostics go.
    let console: Console

    /// The files.
    var files: any FileSystem { world.files }
}
