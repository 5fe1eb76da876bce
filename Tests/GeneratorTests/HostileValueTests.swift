import Diagnostics
import Foundation
import HCL
import Spec
import TemplateLibrary
import TestSupport
import Testing

@testable import Generator

/// No value of a spec can change the structure of the HCL.
///
/// The hostile text would, unescaped, end a string, open an interpolation, a directive, a block, a comment or a
/// heredoc, and name `pwned` as an identifier. Whatever field it stands in, it must be refused or stay text.
@Suite struct HostileValueTests {
    private static let hostile =
        "x\" = pwned\n${pwned} %{ if pwned }\npwned \"a\" {\n}\n# pwned\n/* pwned */ <<EOT\nEOT\npwned \\\" $${"

    /// One field of a spec, as the keys and indexes that lead to it.
    private typealias Path = [any Sendable]

    @Test(arguments: ["everything-else.json"])
    func hostileTextStaysTextOrIsRefused(name: String) throws {
        let data = try #require(FileManager.default.contents(atPath: folder() + "/Fixtures/specs/" + name))
        let spec = try JSONSerialization.jsonObject(with: data)
        var sources = SourceMap()
        let files = ShippedTemplates.files.map {
            TemplateFolders.File(path: $0.path, bytes: Array($0.text.utf8), shownPath: $0.path)
        }
        let generator = TreeGenerator(TemplateFolders(files, sources: &sources))
        var rendered = 0
        for path in Self.texts(in: spec, at: []) {
            let changed = Self.replacing(path[...], in: spec)
            let bytes = Array(try JSONSerialization.data(withJSONObject: changed))
            var own = SourceMap()
            let reading = SpecReader.read(own.add(path: name, bytes: bytes), in: own)
            if reading.diagnostics.hasErrors { continue }
            let tree = generator.tree(of: reading, sources: &own)
            // An identifier's place may refuse the value, with a diagnostic.
            if tree.diagnostics.hasErrors { continue }
            rendered += 1
            for file in tree.files where file.path.hasSuffix(".tf") || file.path.hasSuffix(".tfvars") {
                #expect(!Self.namesPwned(file), "\(path) broke out of its place in \(file.path)")
            }
        }
        // Free texts exist: tags, environment variables and the like are rendered, not refused.
        #expect(rendered > 0)
    }

    /// The paths of all strings of a JSON value.
    private static func texts(in value: Any, at path: Path) -> [Path] {
        switch value {
        case let object as [String: Any]:
            object.sorted { $0.key < $1.key }.flatMap { texts(in: $0.value, at: path + [$0.key]) }
        case let list as [Any]: list.enumerated().flatMap { texts(in: $0.element, at: path + [$0.offset]) }
        case is String: [path]
        default: []
        }
    }

    /// The value with the string at a path replaced.
    private static func replacing(_ path: ArraySlice<any Sendable>, in value: Any) -> Any {
        guard let step = path.first else { return hostile }
        if var object = value as? [String: Any], let key = step as? String, let inner = object[key] {
            object[key] = replacing(path.dropFirst(), in: inner)
            return object
        }
        if var list = value as? [Any], let index = step as? Int {
            list[index] = replacing(path.dropFirst(), in: list[index])
            return list
        }
        return value
    }

    /// Whether the hostile identifier is an identifier of a file.
    private static func namesPwned(_ file: RenderedFile) -> Bool {
        var sources = SourceMap()
        let id = sources.add(path: file.path, bytes: file.bytes)
        return Lexer.tokens(of: file.bytes, file: id).tokens.contains { token in
            token.kind == .identifier
                && file.bytes[Int(token.start)..<Int(token.end)].elementsEqual("pwned".utf8)
        }
    }
}
