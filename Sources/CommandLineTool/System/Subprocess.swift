#if canImport(Glibc)
@preconcurrency import Glibc
#elseif canImport(Musl)
@preconcurrency import Musl
#else
@preconcurrency import Darwin
#endif

/// Programs that infragen asks for something; only `git`.
enum Subprocess {
    /// Runs a program of the PATH, waits for it and keeps what it prints.
    ///
    /// Nil when it cannot be started. What it writes to standard error is dropped. The input is written before
    /// anything is read, so it has to fit into the buffer of a pipe.
    static func run(_ arguments: [String], input: [UInt8]) -> ProgramResult? {
        guard let program = arguments.first, let toChild = Pipe() else { return nil }
        guard let fromChild = Pipe() else {
            toChild.close()
            return nil
        }
        let process = start(program, arguments, toChild, fromChild)
        close(toChild.readEnd)
        close(fromChild.writeEnd)
        if process != nil { writeAll(input, to: toChild.writeEnd) }
        close(toChild.writeEnd)
        let output = process == nil ? [] : readAll(fromChild.readEnd)
        close(fromChild.readEnd)
        return process.flatMap { exitCode(of: $0) }.map { ProgramResult(exitCode: $0, output: output) }
    }

    private struct Pipe {
        var readEnd: Int32
        var writeEnd: Int32

        init?() {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { return nil }
            (readEnd, writeEnd) = (ends[0], ends[1])
            // The child must not hold the other ends open, or neither side would ever see the end of the input.
            _ = fcntl(readEnd, F_SETFD, FD_CLOEXEC)
            _ = fcntl(writeEnd, F_SETFD, FD_CLOEXEC)
        }

        func close() {
            closeDescriptor(readEnd)
            closeDescriptor(writeEnd)
        }
    }

    private static func start(_ program: String, _ arguments: [String], _ input: Pipe, _ output: Pipe)
        -> pid_t?
    {
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        #else
        var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input.readEnd, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output.writeEnd, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

        var words = arguments.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        var process = pid_t()
        guard posix_spawnp(&process, program, &actions, nil, &words, environ) == 0 else { return nil }
        return process
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            // A program that does not want its input says so by its exit code.
            if count < 0, errno != EINTR { return }
            rest = rest.dropFirst(max(count, 0))
        }
    }

    private static func readAll(_ descriptor: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count > 0 { bytes += buffer[..<count] }
            if count == 0 || (count < 0 && errno != EINTR) { return bytes }
        }
    }

    /// Waits for a process to end.
    private static func exitCode(of process: pid_t) -> Int32? {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return nil }
        }
        // The exit code stands in the second byte, a signal in the first.
        return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + (status & 0x7f)
    }
}

/// `close` under a name that the method of `Pipe` does not hide.
private func closeDescriptor(_ descriptor: Int32) { close(descriptor) }
