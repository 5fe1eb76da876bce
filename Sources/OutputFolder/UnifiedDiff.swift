/// The difference of two texts as `diff -u` shows it.
public enum UnifiedDiff {
    /// How many unchanged lines stand around a change.
    private static let context = 3

    /// The difference as bytes that `patch -p1` understands; empty when there is none.
    ///
    /// - Parameters:
    ///   - old: The old text; nil for a file that is not there.
    ///   - new: The new text; nil for a file that goes.
    ///   - path: The path of both, shown behind `a/` and `b/`.
    /// - Returns: Headers and hunks; for a file with NUL bytes one line that says that it differs.
    public static func bytes(from old: [UInt8]?, to new: [UInt8]?, path: String) -> [UInt8] {
        if old == new { return [] }
        let oldPath = old == nil ? "/dev/null" : "a/" + path
        let newPath = new == nil ? "/dev/null" : "b/" + path
        if (old ?? []).contains(0) || (new ?? []).contains(0) {
            return Array("Binary files \(oldPath) and \(newPath) differ\n".utf8)
        }
        let oldLines = lines(of: old ?? [])
        let newLines = lines(of: new ?? [])
        var output = Array("--- \(oldPath)\n+++ \(newPath)\n".utf8)
        for hunk in hunks(of: LineDifference.runs(from: oldLines, to: newLines)) {
            write(hunk, oldLines, newLines, to: &output)
        }
        return output
    }

    /// The lines with their line feeds; the last one may have none.
    static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
            lines.append(bytes[start..<end])
            start = end
        }
        return lines
    }

    /// Changes that stand close together, and the range of lines to show on both sides.
    private struct Hunk {
        var runs: [LineDifference.Run]
        var leading: Int
        var trailing: Int
    }

    /// Groups changes whose surroundings touch.
    private static func hunks(of runs: [LineDifference.Run]) -> [Hunk] {
        var hunks: [Hunk] = []
        for (index, run) in runs.enumerated() where run.kind == .changed {
            let before = index > 0 ? runs[index - 1].old.count : 0
            let after = index + 1 < runs.count ? runs[index + 1].old.count : 0
            if let last = hunks.indices.last, before <= 2 * context, index > 1 {
                hunks[last].runs += [runs[index - 1], run]
                hunks[last].trailing = min(after, context)
            } else {
                hunks.append(Hunk(runs: [run], leading: min(before, context), trailing: min(after, context)))
            }
        }
        return hunks
    }

    private static func write(
        _ hunk: Hunk, _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], to output: inout [UInt8]
    ) {
        guard let first = hunk.runs.first, let last = hunk.runs.last else { return }
        let oldRange = first.old.lowerBound - hunk.leading..<last.old.upperBound + hunk.trailing
        let newRange = first.new.lowerBound - hunk.leading..<last.new.upperBound + hunk.trailing
        output += Array("@@ -\(place(of: oldRange)) +\(place(of: newRange)) @@\n".utf8)
        write(" ", old[oldRange.lowerBound..<first.old.lowerBound], to: &output)
        for run in hunk.runs {
            if run.kind == .kept {
                write(" ", old[run.old], to: &output)
            } else {
                write("-", old[run.old], to: &output)
                write("+", new[run.new], to: &output)
            }
        }
        write(" ", old[last.old.upperBound..<oldRange.upperBound], to: &output)
    }

    private static func write(
        _ mark: Unicode.Scalar, _ lines: ArraySlice<ArraySlice<UInt8>>, to output: inout [UInt8]
    ) {
        for line in lines {
            output.append(UInt8(ascii: mark))
            output += line
            if line.last != UInt8(ascii: "\n") { output += Array("\n\\ No newline at end of file\n".utf8) }
        }
    }

    /// `line,count` as `diff` writes it: an empty range is named by the line before it.
    private static func place(of range: Range<Int>) -> String {
        switch range.count {
        case 0: "\(range.lowerBound),0"
        case 1: "\(range.lowerBound + 1)"
        default: "\(range.lowerBound + 1),\(range.count)"
        }
    }
}
