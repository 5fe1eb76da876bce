import Diagnostics
import Foundation
import JSON
import Testing

/// The folder of the public parsing tests; nil where they are not on this machine.
private let corpus = ProcessInfo.processInfo.environment["INFRAGEN_CORPORA"].map { $0 + "/json/test_parsing" }

// The corpus is too large for the repository: INFRAGEN_CORPORA names the folder that holds it.
@Suite(.enabled(if: corpus != nil, "INFRAGEN_CORPORA names no folder with the JSON corpus"))
struct CorpusTests {
    /// Texts that are no JSON but that the accepted extensions allow.
    private static let extensions = [
        "n_array_extra_comma.json": "a comma after the last element",
        "n_array_number_and_comma.json": "a comma after the last element",
        "n_object_trailing_comma.json": "a comma after the last member",
        "n_object_trailing_comment.json": "a comment",
        "n_object_trailing_comment_slash_open.json": "a comment",
        "n_structure_object_with_comment.json": "a comment",
    ]

    /// JSON that is refused all the same.
    private static let refused = [
        "y_object_duplicated_key.json": "a repeated key is a mistake in a spec",
        "y_object_duplicated_key_and_value.json": "a repeated key is a mistake in a spec",
    ]

    @Test func everyFileParsesOrFailsAsItsNameSays() throws {
        let folder = try #require(corpus)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names.count > 300)
        for name in names {
            let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
            let (value, diagnostics) = parse(bytes)
            for diagnostic in diagnostics {
                let subject = try #require(diagnostic.subject)
                #expect(subject.start <= subject.end && subject.end <= bytes.count, "\(name)")
            }
            switch name.prefix(2) {
            case "y_":
                #expect(diagnostics.isEmpty == (Self.refused[name] == nil), "\(name): \(diagnostics)")
                #expect(value != nil, "\(name)")
            case "n_": #expect(diagnostics.isEmpty == (Self.extensions[name] != nil), "\(name)")
            default: break  // Either answer is right.
            }
        }
    }

    @Test func whatIsReadIsWrittenBack() throws {
        let folder = try #require(corpus)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        where name.hasPrefix("y_") {
            let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
            let value = try #require(parse(bytes).value, "\(name)")
            #expect(parse(JSONWriter.pretty(value)).value == value, "\(name)")
            #expect(parse(JSONWriter.compact(value)).value == value, "\(name)")
        }
    }
}

/// Parses a text that stands alone.
func parse(_ text: String) -> (value: JSONValue?, diagnostics: [Diagnostic]) { parse(Array(text.utf8)) }

/// Parses bytes that stand alone.
func parse(_ bytes: [UInt8]) -> (value: JSONValue?, diagnostics: [Diagnostic]) {
    var sources = SourceMap()
    let file = sources.add(path: "spec.json", bytes: bytes)
    return JSONParser.parse(file, in: sources)
}
