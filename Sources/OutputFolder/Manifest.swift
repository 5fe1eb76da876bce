import Diagnostics
import Files
import JSON

/// Which files of an output folder infragen wrote, and what it wrote: `.infragen/manifest.json`.
///
/// A file is infragen's own as long as its content has the digest that stands here. The manifest is committed
/// with the tree; it has one line a file, so that its changes read and merge well.
struct Manifest: Equatable {
    /// Where the manifest stands in an output folder.
    static let path = ".infragen/manifest.json"

    /// The newest form of the manifest that this infragen knows.
    private static let version = 1

    /// The digests a file may have; several only where a merge left both sides standing.
    private(set) var digestsByPath: [RelativePath: Set<String>] = [:]

    /// Whether infragen wrote these bytes to this path.
    func owns(_ path: RelativePath, _ digest: String) -> Bool {
        digestsByPath[path]?.contains(digest) ?? false
    }

    /// The paths, sorted.
    var paths: [RelativePath] { digestsByPath.keys.sorted() }

    /// The manifest of files with these contents.
    init(_ digests: [RelativePath: String] = [:]) { digestsByPath = digests.mapValues { [$0] } }

    /// The text of the manifest.
    var bytes: [UInt8] {
        let members = paths.map { JSONMember($0.text, .string(digestsByPath[$0]?.min() ?? "")) }
        let value: JSONValue = [
            "about": "Files that `infragen render` wrote, with SHA-256. Commit it with them; do not edit.",
            "version": .int(Self.version), "files": .object(members),
        ]
        return Array(JSONWriter.pretty(value).utf8)
    }

    /// Reads a manifest.
    ///
    /// Whatever can be made out counts, for the digests prove what infragen wrote. So both sides of a merge
    /// conflict are read, and a broken manifest costs no more than the files it does not name any more.
    /// - Parameters:
    ///   - bytes: The text of the manifest.
    ///   - path: Its path as the user knows it.
    /// - Returns: The manifest, and what is wrong with it; an error when it must not be written over.
    static func read(_ bytes: [UInt8], path: String) -> (Manifest, [Diagnostic]) {
        var manifest = Manifest()
        var isWhole = true
        var strangers: [String] = []
        for side in sides(of: bytes) {
            var sources = SourceMap()
            let file = sources.add(path: path, bytes: side)
            let (value, diagnostics) = JSONParser.parse(file, in: sources)
            if let written = value?["version"]?.int, written > version {
                return (manifest, [tooNew(path, written)])
            }
            let members = value?["files"]?.members
            if diagnostics.hasErrors || members == nil { isWhole = false }
            for member in members ?? [] {
                guard let file = RelativePath(member.key), let digest = member.value.string else {
                    strangers.append(member.key)
                    continue
                }
                manifest.digestsByPath[file, default: []].insert(digest)
            }
        }
        var diagnostics: [Diagnostic] = []
        if !isWhole { diagnostics.append(broken(path)) }
        if !strangers.isEmpty { diagnostics.append(leaving(path, strangers)) }
        return (manifest, diagnostics)
    }

    /// Our side and their side of a text with merge conflicts; the text itself when it has none.
    private static func sides(of bytes: [UInt8]) -> [[UInt8]] {
        enum Part { case both, ours, base, theirs }
        var part = Part.both
        var ours: [UInt8] = []
        var theirs: [UInt8] = []
        for line in UnifiedDiff.lines(of: bytes) {
            switch line.prefix(7) {
            case "<<<<<<<": part = .ours
            case "|||||||" where part == .ours: part = .base
            case "=======" where part != .both: part = .theirs
            case ">>>>>>>": part = .both
            default:
                if part == .both || part == .ours { ours += line }
                if part == .both || part == .theirs { theirs += line }
            }
        }
        return ours == theirs ? [ours] : [ours, theirs]
    }

    private static func tooNew(_ path: String, _ version: Int) -> Diagnostic {
        Diagnostic(
            id: "manifest-too-new",
            summary: "the tree was written by a newer infragen (manifest version \(version))",
            path: path, help: "use that infragen, or remove the manifest to let this one start over")
    }

    private static func broken(_ path: String) -> Diagnostic {
        Diagnostic(
            id: "broken-manifest", severity: .warning,
            summary: "the manifest cannot be read in full, so some of infragen's files may count as yours",
            path: path, help: "restore it from version control; `infragen render` writes it anew")
    }

    private static func leaving(_ path: String, _ names: [String]) -> Diagnostic {
        Diagnostic(
            id: "broken-manifest", severity: .warning,
            summary: "the manifest names what cannot be a file of this folder; it is passed over",
            path: path, notes: names.sorted().map { Diagnostic.Note("\"\($0)\"") })
    }
}

/// Lets `switch` compare the start of a line with a marker.
private func ~= (marker: StaticString, bytes: ArraySlice<UInt8>) -> Bool {
    marker.withUTF8Buffer { bytes.elementsEqual($0) }
}
