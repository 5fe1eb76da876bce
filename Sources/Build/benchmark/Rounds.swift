#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Repeated measurements; the best one is least disturbed by whatever else the machine does.
enum Rounds {
    static let count = 40
    static let processCount = 5

    /// The shortest processor time of some work, in seconds.
    static func best(_ work: () -> Int) -> Double {
        var best = Double.infinity
        // The sum keeps the work from being optimised away.
        var sum = 0
        for _ in 0..<count { best = min(best, time(CLOCK_PROCESS_CPUTIME_ID) { sum &+= work() }) }
        return sum == .min ? .infinity : best
    }

    /// The shortest times of some command lines from start to end, run in turns; nil where there is no such program.
    static func bestOfProcesses(_ commands: [[String]]) -> [Double?] {
        var best = commands.map { _ in Double?.none }
        for _ in 0..<processCount {
            for (index, command) in commands.enumerated() {
                var isRun = false
                let seconds = time(CLOCK_MONOTONIC) { isRun = run(command) }
                if isRun { best[index] = min(best[index] ?? .infinity, seconds) }
            }
        }
        return best
    }

    /// The processor time of some work, in seconds.
    static func processorTime(_ work: () -> Void) -> Double { time(CLOCK_PROCESS_CPUTIME_ID, work) }

    private static func time(_ clock: clockid_t, _ work: () -> Void) -> Double {
        let start = seconds(clock)
        work()
        return seconds(clock) - start
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Runs a command line to its end, whatever it says; false when there is no such program.
    private static func run(_ command: [String]) -> Bool {
        let words = command.map(quoted).joined(separator: " ")
        let status = system("unset TF_CLI_CONFIG_FILE; exec \(words) >/dev/null 2>&1")
        return status >> 8 & 0xff != 127
    }

    /// A word as the shell takes it literally.
    private static func quoted(_ word: String) -> String {
        "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
