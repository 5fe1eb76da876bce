import Diagnostics
import Files

/// What infragen asks git.
///
/// Everything is asked of git itself, so that worktrees, `core.hooksPath`, filters and the index of a commit
/// under way (`GIT_INDEX_FILE`) count as they do for git.
struct Git {
    let run: (_ arguments: [String], _ input: [UInt8]) -> ProgramResult?

    /// The folder of the work tree that a folder belongs to.
    func topFolder(of folder: String) -> String? { line(["-C", folder, "rev-parse", "--show-toplevel"]) }

    /// The folder where git looks for the hooks of a work tree.
    func hooksFolder(ofTop top: String) -> String? {
        line(["-C", top, "rev-parse", "--git-path", "hooks"]).map { joinedPath(top, $0) }
    }

    /// Copies the content of git's index at a path and below it to its places in the work tree.
    ///
    /// What git cannot tell is not copied.
    func copyIndex(below path: String, in top: String, to files: InMemoryFileSystem) {
        let entries = index(of: path, in: top) ?? []
        // A line has 41 or 65 bytes, and the input of a program is bounded.
        for start in stride(from: 0, to: entries.count, by: 200) {
            let batch = Array(entries[start..<min(start + 200, entries.count)])
            guard let blobs = blobs(batch.map(\.object), in: top), blobs.count == batch.count else {
                return
            }
            for (entry, bytes) in zip(batch, blobs) {
                let path = joinedPath(top, entry.path)
                if entry.mode == "120000" {
                    files.putLink(path, to: String(decoding: bytes, as: UTF8.self))
                } else {
                    files.put(path, bytes, permissions: entry.mode == "100755" ? 0o755 : 0o644)
                }
            }
        }
    }

    private struct IndexEntry {
        var mode: Substring
        var object: String
        var path: String
    }

    /// The entries of the index below a path; submodules are left out.
    private func index(of path: String, in top: String) -> [IndexEntry]? {
        guard let result = run(["git", "-C", top, "ls-files", "--stage", "-z", "--", path], []),
            result.exitCode == 0
        else { return nil }
        return result.output.split(separator: 0).compactMap { line in
            // `mode object stage<TAB>path`
            let text = String(decoding: line, as: UTF8.self)
            guard let tab = text.firstIndex(of: "\t") else { return nil }
            let words = text[..<tab].split(separator: " ")
            guard words.count == 3, words[0] != "160000" else { return nil }
            return IndexEntry(
                mode: words[0], object: String(words[1]), path: String(text[text.index(after: tab)...]))
        }
    }

    /// The contents of objects, in order.
    private func blobs(_ objects: [String], in top: String) -> [[UInt8]]? {
        let input = objects.map { $0 + "\n" }.joined()
        guard let result = run(["git", "-C", top, "cat-file", "--batch"], Array(input.utf8)),
            result.exitCode == 0
        else { return nil }
        var blobs: [[UInt8]] = []
        var rest = result.output[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            // `object type size`, the content, a line feed
            let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
            guard words.count == 3, let size = Int(words[2]), rest.endIndex - end > size else { return nil }
            blobs.append(Array(rest[end + 1..<end + 1 + size]))
            rest = rest[(end + 2 + size)...]
        }
        return blobs
    }

    /// The one line that git prints; nil when it fails.
    private func line(_ arguments: [String]) -> String? {
        guard let result = run(["git"] + arguments, []), result.exitCode == 0 else { return nil }
        let text = String(decoding: result.output, as: UTF8.self)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
}
