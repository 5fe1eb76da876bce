import Diagnostics
import JSON

/// The first files of a project, made of the texts below `Templates/scaffold/`.
struct Scaffold {
    /// One file to be made.
    struct File {
        var path: String
        var bytes: [UInt8]
    }

    /// What a name has to be like; the spec says the same.
    static let nameRule =
        "2 to 16 lower-case letters, digits and hyphens, a letter first, not aws, ecs or fargate"

    /// The files, by the name of the text they are made of.
    private static let sources = [
        (path: ".gitignore", source: "gitignore"),
        (path: ".pre-commit-config.yaml", source: "pre-commit-config.yaml"),
        (path: "README.md", source: "README.md"),
        (path: "src/Dockerfile", source: "src/Dockerfile"),
        (path: "src/index.html", source: "src/index.html"),
        (path: "src/nginx.conf", source: "src/nginx.conf"),
        (path: "src/picture.svg", source: "src/picture.svg"),
    ]

    /// The systems that check a repository by themselves, and what each of them reads.
    private static let pipelines = [
        "github": (path: ".github/workflows/infrastructure.yml", source: "ci/github.yml"),
        "jenkins": (path: "Jenkinsfile", source: "ci/Jenkinsfile"),
    ]

    /// The names of these systems, sorted.
    static let pipelineNames = pipelines.keys.sorted()

    /// The shipped texts, by their path below `Templates/`.
    var texts: [String: String]

    /// The files of a project; nil when a text is missing.
    ///
    /// - Parameters:
    ///   - project: The name of the project; nil keeps the one of the spec.
    ///   - isSample: Whether the spec shows everything, or only what it cannot do without.
    ///   - pipeline: The system that checks the repository; nil for none.
    /// - Returns: The files in the order in which they are told.
    func files(project: String?, isSample: Bool, pipeline: String? = nil) -> [File]? {
        guard let spec = texts["scaffold/" + (isSample ? "spec.json" : "minimal.json")] else { return nil }
        let named = Self.named(Array(spec.utf8), project)
        var files = [File(path: "spec.json", bytes: named.bytes)]
        let checks = pipeline.flatMap { Self.pipelines[$0] }
        for (path, source) in Self.sources + (checks.map { [$0] } ?? []) {
            guard let text = texts["scaffold/" + source] else { return nil }
            let filled = text.replacing("{{ project }}", with: named.project)
            files.append(File(path: path, bytes: Array(filled.utf8)))
        }
        return files
    }

    /// The spec with another name for its project, and the name it has.
    private static func named(_ spec: [UInt8], _ project: String?) -> (bytes: [UInt8], project: String) {
        var sources = SourceMap()
        let file = sources.add(path: "spec.json", bytes: spec)
        guard let value = JSONParser.parse(file, in: sources).value?["project"],
            let range = value.range?.bytes,
            let project
        else {
            return (
                spec, JSONParser.parse(file, in: sources).value?["project"]?.string ?? "my infrastructure"
            )
        }
        let name = JSONWriter.compact(.string(project))
        return (
            Array(spec[..<range.lowerBound]) + Array(name.utf8) + Array(spec[range.upperBound...]), project
        )
    }

    /// Whether a text can be the name of a project.
    static func isName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (2...16).contains(bytes.count), let first = bytes.first, isLetter(first) else { return false }
        let isReserved = ["aws", "ecs", "fargate"].contains { text.hasPrefix($0) }
        return !isReserved && bytes.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
    }

    /// The name that a folder suggests; nil when it suggests none.
    static func name(ofFolder folder: String) -> String? {
        var name: [UInt8] = []
        for byte in folder.lowercased().utf8 {
            if isLetter(byte) || isDigit(byte) {
                name.append(byte)
            } else if name.last != UInt8(ascii: "-") {
                name.append(UInt8(ascii: "-"))
            }
        }
        while name.last == UInt8(ascii: "-") { name.removeLast() }
        let text = String(decoding: name, as: UTF8.self)
        return isName(text) ? text : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
