import Diagnostics
import HCL
import Terraform

/// Comments that silence rules: `# infragen:ignore rule-id reason`, at the end of a line or above it.
struct Suppression {
    /// The word that such a comment starts with.
    private static let word = Array("infragen:ignore".utf8)

    private static let withoutReason = CommentRule(
        id: "ignore-without-reason",
        summary: "a comment that silences a rule and does not say why",
        explanation: """
            Whoever reads the line next wants to know why the rule does not count here: write
            `# infragen:ignore rule-id reason`.
            """)

    private static let unused = CommentRule(
        id: "unused-ignore",
        summary: "a comment that silences a rule where the rule finds nothing",
        explanation: """
            What was silenced is gone, or the id of the rule is misspelt. Remove the comment, or correct it; it
            works for its own line, or, standing alone, for the next line that is no comment.
            """)

    /// The rules about the comments themselves.
    static var rules: [any Rule] { [withoutReason, unused] }

    /// One rule that one comment silences.
    private struct Entry {
        var id: String
        var range: SourceRange
        var file: FileID
        var line: Range<Int>
        var isUsed = false
    }

    private var entries: [Entry] = []
    private var found: [Diagnostic] = []

    /// The diagnostics that no comment silences, and what is wrong with the comments.
    static func applied(
        to diagnostics: [Diagnostic], in context: LintContext, options: LintOptions
    ) -> [Diagnostic] {
        var suppression = Suppression()
        for module in context.tree.modules {
            for file in module.files where file.notation == .native { suppression.collect(from: file) }
        }
        guard !suppression.entries.isEmpty || !suppression.found.isEmpty else { return diagnostics }
        let kept = diagnostics.filter { !suppression.silences($0) }
        return (kept + suppression.complaints(options, context)).filter {
            options.includes($0.id) || kept.contains($0)
        }
    }

    /// Whether a comment stands on the line of a diagnostic or above it.
    private mutating func silences(_ diagnostic: Diagnostic) -> Bool {
        guard let subject = diagnostic.subject else { return false }
        var isSilenced = false
        for index in entries.indices
        where entries[index].file == subject.file && entries[index].id == diagnostic.id
            && entries[index].line.contains(Int(subject.start))
        {
            entries[index].isUsed = true
            isSilenced = true
        }
        return isSilenced
    }

    private func complaints(_ options: LintOptions, _ context: LintContext) -> [Diagnostic] {
        var complaints = found
        for entry in entries where !entry.isUsed {
            let known = AllRules.rule(entry.id)
            // Who asks for some rules only does not want to hear of the others.
            if let known, !options.includes(entry.id) || !context.includes(known) { continue }
            let summary =
                known == nil
                ? "there is no rule \"\(entry.id)\" to ignore"
                : "there is nothing to ignore here: \"\(entry.id)\" finds nothing"
            let help =
                known == nil ? didYouMean(entry.id, among: AllRules.all.map(\.id)) : "remove the comment"
            complaints.append(
                Diagnostic(
                    id: Self.unused.id, severity: Self.unused.severity, summary: summary,
                    subject: entry.range, help: help))
        }
        return complaints
    }

    // MARK: - Reading comments

    private mutating func collect(from file: ConfigFile) {
        guard Self.firstWord(in: file.bytes) != nil else { return }
        let tokens = Lexer.tokens(of: file.bytes, file: file.file).tokens
        for token in tokens where token.kind == .comment {
            var end = Int(token.end)
            while end > Int(token.start), file.bytes[end - 1] == 10 || file.bytes[end - 1] == 13 { end -= 1 }
            read(Int(token.start)..<end, of: file)
        }
    }

    private static func firstWord(in bytes: [UInt8]) -> Int? {
        let word = word
        return bytes.withUnsafeBufferPointer { text in
            // The colon is rare, so look for it first.
            var index = 8
            while index + 7 <= text.count {
                if text[index] == UInt8(ascii: ":"), text[(index - 8)...].starts(with: word) {
                    return index - 8
                }
                index += 1
            }
            return nil
        }
    }

    /// Reads one comment without its end of line.
    private mutating func read(_ comment: Range<Int>, of file: ConfigFile) {
        var start = comment.lowerBound
        while start < comment.upperBound, "#/* \t".utf8.contains(file.bytes[start]) { start += 1 }
        guard file.bytes[start..<comment.upperBound].starts(with: Self.word) else { return }
        let rest = file.bytes[start..<comment.upperBound].dropFirst(Self.word.count)
        let words = String(decoding: rest, as: UTF8.self).split(whereSeparator: { $0 == " " || $0 == "\t" })
        let range = SourceRange(file: file.file, start: start, end: comment.upperBound)
        let ids = (words.first ?? "").split(separator: ",").map { $0.hasSuffix(":") ? $0.dropLast() : $0 }
        if ids.isEmpty || words.count < 2 {
            let help = "write # infragen:ignore \(ids.first ?? "rule-id") and why"
            found.append(
                Diagnostic(
                    id: Self.withoutReason.id, severity: Self.withoutReason.severity,
                    summary: "the comment does not say why the rule is ignored", subject: range, help: help))
        }
        let line = Self.silencedLine(for: comment, in: file.bytes)
        for id in ids {
            entries.append(Entry(id: String(id), range: range, file: file.file, line: line))
        }
    }

    /// The line that a comment speaks of: its own, or, if nothing else stands there, the next that holds more
    /// than comments.
    private static func silencedLine(for comment: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        func lineEnd(_ start: Int) -> Int { bytes[start...].firstIndex(of: 10) ?? bytes.count }
        let start = (bytes[..<comment.lowerBound].lastIndex(of: 10) ?? -1) + 1
        let isAlone = bytes[start..<comment.lowerBound].allSatisfy { $0 == 32 || $0 == 9 }
        guard isAlone else { return start..<lineEnd(start) }
        var next = min(lineEnd(comment.upperBound) + 1, bytes.count)
        while next < bytes.count {
            let end = lineEnd(next)
            let text = bytes[next..<end].drop { $0 == 32 || $0 == 9 || $0 == 13 }
            if let first = text.first, first != UInt8(ascii: "#") { return next..<end }
            next = end + 1
        }
        return next..<next
    }
}

/// A rule about comments, which is checked where they are read.
private struct CommentRule: Rule {
    let id: String
    let severity = Diagnostic.Severity.warning
    let summary: String
    let explanation: String
    let requirement: String? = nil

    func check(_ context: LintContext, _ report: inout RuleReport) {}
}
