import Diagnostics
import Foundation
import HCL
import TestSupport
import Testing

@testable import Generator

/// Every requirement has a place in what is rendered, and a test that shows it: `Requirements.md` says which.
@Suite struct RequirementsTests {
    private static let root = folder() + "/../.."
    private static let page = root + "/Sources/infragen/infragen.docc/Requirements.md"

    /// One row of the table.
    struct Row: Sendable, CustomTestStringConvertible {
        var id: String
        var what: String
        var places: [Place]
        var tests: [Place]

        var testDescription: String { id }
    }

    /// Texts between backticks: a file, or a test of this package, and what stands in it.
    struct Place: Sendable {
        var texts: [String]
    }

    static let rows: [Row] = {
        let text = (try? String(contentsOfFile: page, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { $0.hasPrefix("| R") }.map { line in
            let cells = line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
            return Row(
                id: cells[0], what: cells.count > 1 ? cells[1] : "",
                places: cells.count > 2 ? places(in: cells[2], separator: "; ") : [],
                tests: cells.count > 3 ? places(in: cells[3], separator: ", ") : [])
        }
    }()

    private static func places(in cell: String, separator: String) -> [Place] {
        cell.components(separatedBy: "`" + separator + "`").map { part in
            let texts = part.components(separatedBy: "`").enumerated()
            // Between backticks stands every second part; the outermost ones are gone where the cell was cut.
            let isOpen = part.hasPrefix("`")
            return Place(texts: texts.filter { ($0.offset % 2 == 1) == isOpen }.map(\.element))
        }
    }

    @Test func everyRequirementHasItsRow() {
        let expected = (1...208).map {
            "R" + String(repeating: "0", count: 3 - String($0).count) + String($0)
        }
        #expect(Self.rows.map(\.id) == expected)
        for row in Self.rows {
            #expect(!row.what.isEmpty && !row.places.isEmpty && !row.tests.isEmpty, "\(row.id) is not whole")
        }
    }

    @Test func everyPlaceIsThere() throws {
        var trees = Trees(root: Self.root)
        for row in Self.rows {
            for place in row.places {
                guard let problem = trees.problem(with: place.texts) else { continue }
                Issue.record("\(row.id): \(problem)")
            }
        }
    }

    @Test func everyTestIsThere() throws {
        var trees = Trees(root: Self.root)
        let sources = try Self.testSources()
        for row in Self.rows {
            for test in row.tests {
                let name = test.texts.first ?? ""
                if name.hasPrefix("Tests/") {
                    #expect(
                        FileManager.default.fileExists(atPath: Self.root + "/" + name), "\(row.id): \(name)")
                } else if name.hasSuffix(".tftest.hcl") {
                    let run = test.texts.dropFirst().map { "run.\($0)" }
                    #expect(!run.isEmpty, "\(row.id) names no run")
                    if let problem = trees.problem(with: [name] + run) {
                        Issue.record("\(row.id): \(problem)")
                    }
                } else {
                    let parts = name.split(separator: ".")
                    let isThere = sources.contains { source in
                        parts.count == 2 && source.contains("struct \(parts[0])")
                            && source.contains("func \(parts[1])(")
                    }
                    #expect(isThere, "\(row.id): there is no test \"\(name)\"")
                }
            }
        }
    }

    private static func testSources() throws -> [String] {
        let walker = FileManager.default.enumerator(atPath: root + "/Tests")
        return (walker?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".swift") }.compactMap {
            try? String(contentsOfFile: root + "/Tests/" + $0, encoding: .utf8)
        }
    }
}

/// The trees that places stand in, each rendered once.
private struct Trees {
    let root: String
    private var renderings: [String: Rendering] = [:]

    init(root: String) { self.root = root }

    /// What is wrong with a place: a file, perhaps with the name of its tree, and what it has to hold.
    mutating func problem(with texts: [String]) -> String? {
        guard let name = texts.first, texts.count > 1 else {
            return "a place names a file and what stands in it"
        }
        let parts = name.components(separatedBy: ": ")
        let tree = parts.count > 1 ? parts[0] : "sample"
        let path = parts[parts.count - 1]
        guard let text = text(of: path, in: tree) else { return "\(tree) has no file \(path)" }
        var scope = Self.normal(text, isHCL: Self.isHCL(path))
        var wanted = texts.dropFirst()
        if Self.isHCL(path), let address = wanted.first, let header = Self.header(of: address) {
            guard let body = Self.body(of: header, in: text) else { return "\(name) has no \(address)" }
            scope = body
            wanted = wanted.dropFirst()
        }
        let missing = wanted.first { !scope.contains(Self.normal($0, isHCL: false)) }
        return missing.map { "\(name) does not hold \($0)" }
    }

    private mutating func text(of path: String, in tree: String) -> String? {
        if tree == "project" { return try? String(contentsOfFile: root + "/" + path, encoding: .utf8) }
        if let rendering = renderings[tree] { return rendering.text(path) }
        let scaffold = ["sample": "spec", "minimal": "minimal"][tree].map {
            root + "/Templates/scaffold/\($0).json"
        }
        guard
            let spec = try? String(contentsOfFile: scaffold ?? specFolder + "/\(tree).json", encoding: .utf8)
        else { return nil }
        let rendering = Rendering(spec, path: tree + ".json")
        renderings[tree] = rendering
        return rendering.text(path)
    }

    private static func isHCL(_ path: String) -> Bool {
        [".tf", ".tfvars", ".hcl"].contains { path.hasSuffix($0) }
    }

    /// The words of a block's first line for an address; nil for what is no address.
    private static func header(of address: String) -> [String]? {
        let parts = address.split(separator: ".").map(String.init)
        guard address.allSatisfy({ $0.isLetter || $0.isNumber || "._-".contains($0) }) else { return nil }
        switch parts.first {
        case "data" where parts.count == 3: return parts
        case "module", "variable", "output", "check", "run": return parts.count == 2 ? parts : nil
        case let type? where type.hasPrefix("aws_") && parts.count == 2: return ["resource"] + parts
        default: return nil
        }
    }

    /// The text of a block without comments, on one line; nil when there is none.
    private static func body(of header: [String], in text: String) -> String? {
        let bytes = Array(text.utf8)
        var sources = SourceMap()
        let config = ConfigFile.parse(bytes, file: sources.add(path: "place.tf", bytes: bytes)).0
        let block = config.body.blocks(ofType: header[0], in: config).first { block in
            block.labels.map { config.text(of: $0) } == Array(header.dropFirst())
        }
        return block.map { normal(String(decoding: bytes[$0.range.bytes], as: UTF8.self), isHCL: true) }
    }

    /// A text without comments, with single spaces: a comment meets no requirement.
    private static func normal(_ text: String, isHCL: Bool) -> String {
        let lines = text.split(separator: "\n").filter { line in
            !isHCL || line.first { $0 != " " } != "#"
        }
        return lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    }
}
