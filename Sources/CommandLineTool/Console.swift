import Diagnostics

/// Where text goes: a stream of the process, or what a test keeps.
package protocol TextSink: AnyObject {
    /// Whether a person sees the text on a terminal.
    var isTerminal: Bool { get }

    /// Whether something was lost on the way, other than that the reader had gone.
    var hasFailed: Bool { get }

    /// Takes some bytes; what cannot be written is dropped.
    func write(_ bytes: [UInt8])
}

/// What a command says: results on standard output, diagnostics on standard error.
final class Console {
    private let output: any TextSink
    private let errors: any TextSink
    private var pending: [UInt8] = []
    private let coloursErrors: Bool

    /// Whether what is printed may hold colours.
    let coloursOutput: Bool

    init(output: any TextSink, errors: any TextSink, environment: [String: String]) {
        self.output = output
        self.errors = errors
        // https://no-color.org: any text but the empty one says no.
        let isPlain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        coloursOutput = output.isTerminal && !isPlain
        coloursErrors = errors.isTerminal && !isPlain
    }

    /// Whether all that was printed got out.
    var hasFailed: Bool { output.hasFailed }

    /// Prints a line on standard output.
    func print(_ line: String) { write(Array(line.utf8) + [UInt8(ascii: "\n")]) }

    /// Writes bytes to standard output as they are.
    func write(_ bytes: [UInt8]) {
        pending += bytes
        if pending.count >= 1 << 16 { flush() }
    }

    /// Writes a unified diff; on a terminal in colours, and so that nothing in it can steer the terminal.
    func writeDifference(_ bytes: [UInt8]) {
        guard output.isTerminal else { return write(bytes) }
        // By bytes: CR and LF together are one Character, at which a text would not be split.
        for bytes in bytes.split(separator: UInt8(ascii: "\n")) {
            let line = Self.printable(String(decoding: bytes, as: UTF8.self))
            let colour =
                switch line.first {
                case "+": "32"
                case "-": "31"
                case "@": "36"
                default: "0"
                }
            print(coloursOutput ? "\u{1B}[\(colour)m\(line)\u{1B}[0m" : line)
        }
    }

    /// Hands on what is still waiting.
    func flush() {
        if pending.isEmpty { return }
        output.write(pending)
        pending.removeAll(keepingCapacity: true)
    }

    /// Prints a line on standard error.
    func complain(_ line: String) {
        flush()
        errors.write(Array(Self.printable(line).utf8) + [UInt8(ascii: "\n")])
    }

    /// Prints diagnostics on standard error, in the order of the text they point at, and how many there are.
    func report(_ diagnostics: [Diagnostic], in sources: SourceMap = SourceMap()) {
        if diagnostics.isEmpty { return }
        flush()
        var text = ""
        for diagnostic in Self.sorted(diagnostics) {
            let plain = Self.printable(diagnostic.text(in: sources))
            text += coloursErrors ? Self.coloured(plain, diagnostic) : plain
        }
        errors.write(Array((text + Self.count(of: diagnostics) + "\n").utf8))
    }

    /// Diagnostics by file and place; those without a place first, equal ones in the order given.
    private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        let places = diagnostics.map { ($0.subject?.file.index ?? -1, $0.subject?.start ?? -1) }
        return diagnostics.indices
            .sorted { (places[$0].0, places[$0].1, $0) < (places[$1].0, places[$1].1, $1) }
            .map { diagnostics[$0] }
    }

    /// "2 errors, 1 warning".
    static func count(of diagnostics: [Diagnostic]) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let parts = [(errors, "error"), (diagnostics.count - errors, "warning")]
        return parts.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }.joined(separator: ", ")
    }

    /// The text with the severity and the carets in colour.
    static func coloured(_ text: String, _ diagnostic: Diagnostic) -> String {
        let colour = diagnostic.severity == .error ? "\u{1B}[1;31m" : "\u{1B}[1;33m"
        let word = diagnostic.severity.rawValue + ":"
        var isHead = true
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if isHead, let range = Self.range(of: word, in: line) {
                lines.append(
                    line[..<range.lowerBound] + colour + word + "\u{1B}[0m" + line[range.upperBound...])
                isHead = false
            } else if line.contains("^"), line.allSatisfy({ $0 == " " || $0 == "\t" || $0 == "^" }) {
                lines.append("\u{1B}[32m" + line + "\u{1B}[0m")
            } else {
                lines.append(String(line))
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func range(of word: String, in line: Substring) -> Range<Substring.Index>? {
        var start = line.startIndex
        while start < line.endIndex {
            if line[start...].hasPrefix(word) { return start..<line.index(start, offsetBy: word.count) }
            start = line.index(after: start)
        }
        return nil
    }

    /// Text that cannot steer a terminal, whatever names of the user stand in it.
    static func printable(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f || $0 == 0x0a }) { return text }
        var printable = ""
        for scalar in text.unicodeScalars {
            let isKept = scalar == "\n" || scalar == "\t" || (scalar.value >= 0x20 && scalar.value < 0x7f)
            printable.unicodeScalars.append(isKept || scalar.value > 0x9f ? scalar : "\u{FFFD}")
        }
        return printable
    }
}

/// "1 file", "2 files".
func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)" + (count == 1 ? "" : "s") }
