import Files
import TemplateLibrary

#if canImport(Glibc)
@preconcurrency import Glibc
#elseif canImport(Musl)
@preconcurrency import Musl
#else
@preconcurrency import Darwin
#endif

extension Infragen {
    /// Runs the command line of the process and ends the process.
    public static func main() -> Never {
        // A reader that closes its end is told by `write`, not by a signal that kills.
        signal(SIGPIPE, SIG_IGN)
        let files = DiskFileSystem()
        let world = World(
            files: files,
            environment: environment(),
            output: StandardStream(descriptor: STDOUT_FILENO),
            errors: StandardStream(descriptor: STDERR_FILENO),
            input: { files.read("/dev/stdin", limit: $0) },
            now: now,
            runProgram: Subprocess.run,
            programPath: CommandLine.arguments.first ?? "infragen",
            shippedTemplates: { ShippedTemplates.files },
            renderer: GeneratorRenderer())
        exit(run(arguments: Array(CommandLine.arguments.dropFirst()), in: world).rawValue)
    }

    private static func environment() -> [String: String] {
        var values: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            if let cut = text.firstIndex(of: "=") {
                values[String(text[..<cut])] = String(text[text.index(after: cut)...])
            }
            next += 1
        }
        return values
    }

    /// Nanoseconds of the clock that nobody sets.
    private static func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
