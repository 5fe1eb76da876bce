import Testing

/// What the style guide says and the formatter does not check.
@Suite struct SwiftStyleTests {
    static let sources = SwiftSource.files(below: ["Sources"])
    static let rooms = sources.filter { !$0.path.hasPrefix("Sources/Build/") }

    @Test func thereAreSources() { #expect(Self.rooms.count > 50) }

    @Test(arguments: sources + SwiftSource.files(below: ["Tests"]))
    func filesAndFunctionsAreShort(_ source: SwiftSource) {
        #expect(source.lineCount <= 400, "\(source.path) has too many ideas: split it")
        for function in source.functions where function.length > 60 {
            Issue.record("\(source.path):\(function.line): a function of \(function.length) lines: split it")
        }
    }

    @Test(arguments: rooms)
    func roomsDoWithoutFoundation(_ source: SwiftSource) {
        for (number, line) in source.text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        where line.contains("import Foundation") {
            Issue.record("\(source.path):\(number + 1): Foundation makes the program start ten times slower")
        }
    }

    /// The only places that talk to the operating system.
    static let systemFiles = ["Sources/Files/DiskFileSystem.swift", "Sources/CommandLineTool/System/"]

    @Test(arguments: rooms.filter { source in !systemFiles.contains { source.path.hasPrefix($0) } })
    func onlyFewFilesKnowTheOperatingSystem(_ source: SwiftSource) {
        for module in ["Glibc", "Musl", "Darwin"] {
            #expect(
                !source.text.contains("import \(module)"), "\(source.path): go through FileSystem or World")
        }
    }

    @Test(arguments: rooms)
    func nothingTrapsOnPurpose(_ source: SwiftSource) {
        let lines = source.code.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let marks = Set("!(@".utf8)
        for (number, bytes) in lines.enumerated() where bytes.contains(where: marks.contains) {
            let line = String(decoding: bytes, as: UTF8.self)
            for word in ["try!", "as!", "fatalError(", "unowned(unsafe)", "@unchecked Sendable"]
            where line.contains(word) {
                Issue.record("\(source.path):\(number + 1): \(word) has no place below the door")
            }
            // A `!` behind a name or a bracket unwraps; `!=` does not.
            if bytes.contains(UInt8(ascii: "!")), line.firstMatch(of: /[\w)\]]!(?!=)/) != nil {
                Issue.record("\(source.path):\(number + 1): force unwrap; use guard, if let or ??")
            }
        }
    }

    @Test(arguments: [
        ("func a() {\n}\n", [2]), ("func a()\nfunc b() {\n\n}\n", [3]), ("init() { self.init(x) }", [1]),
        ("let x = \"func a() {\"\n", []), ("// func a() {\n", []),
        ("func a(_ b: () -> Void = {}) {\n}\n", [2]),
        ("func a() { \"\"\"\n } \\(f(\")\")) {\n\"\"\" }", [3]), ("func a() { #\" } \"#\n}", [2]),
    ])
    func functionLengths(text: String, expected: [Int]) {
        #expect(SwiftSource(path: "", text: text).functions.map(\.length) == expected)
    }
}
