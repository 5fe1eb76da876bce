#if canImport(Glibc)
@preconcurrency import Glibc
#elseif canImport(Musl)
@preconcurrency import Musl
#else
@preconcurrency import Darwin
#endif

/// Programs that infragen asks for something; only `git`.
enum Subprocess {
    /// Runs a program of the PATH without input, waits for it and keeps what it prints.
    ///
    /// Nil when it cannot be started. What it writes to standard error is dropped.
    static func run(_ arguments: [String]) -> ProgramResult? {
        var ends: [Int32] = [-1, -1]
        guard let program = arguments.first, pipe(&ends) == 0 else { return nil }
        defer { close(ends[0]) }
        let process = start(program, arguments, output: ends)
        close(ends[1])
        guard let process else { return nil }
        let output = readAll(ends[0])
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return nil }
        }
        // The exit code stands in the second byte, a signal in the first.
        let exitCode = status & 0x7f == 0 ? status >> 8 & 0xff : 128 + (status & 0x7f)
        return ProgramResult(exitCode: exitCode, output: String(decoding: output, as: UTF8.self))
    }

    private static func start(_ program: String, _ arguments: [String], output ends: [Int32]) -> pid_t? {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        #else
        var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        posix_spawn_file_actions_addclose(&actions, ends[1])

        var words = arguments.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var process = pid_t()
        guard posix_spawnp(&process, program, &actions, nil, &words, environ) == 0 else { return nil }
        return process
    }

    private static func readAll(_ descriptor: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count > 0 { bytes += buffer[..<count] }
            if count == 0 || (count < 0 && errno != EINTR) { return bytes }
        }
    }
}
