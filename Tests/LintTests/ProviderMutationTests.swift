import Diagnostics
import Foundation
import HCL
import Lint
import ProviderCatalogue
import TestSupport
import Testing

/// The modules of the rendered sample, each with one edit that the AWS provider would refuse.
@Suite struct ProviderMutationTests {
    static let modules = folder() + "/../../modules-out/modules"

    /// One edit of one file.
    private struct Mutation: Sendable {
        var kind: String
        var module: String
        var file: String
        var range: Range<Int>
        var replacement: String
        var expected: Set<String>

        var description: String { "\(kind) in \(module)/\(file) at \(range): \"\(replacement)\"" }
    }

    @Test func everyMutationIsFound() throws {
        var random = Generator(state: 20_250_601)
        var groups: [String: [Mutation]] = [:]
        for mutation in try mutations() { groups[mutation.kind, default: []].append(mutation) }
        #expect(groups.count >= 10, "\(groups.mapValues(\.count).sorted { $0.key < $1.key })")
        var (tried, found) = (0, 0)
        for (kind, all) in groups.sorted(by: { $0.key < $1.key }) {
            for mutation in all.shuffled(using: &random).prefix(14) {
                tried += 1
                let options = LintOptions(wanted: Set(mutation.expected))
                let linted = LintCase(Self.modules + "/" + mutation.module, options: options) { path, bytes in
                    guard path.hasSuffix(mutation.module + "/" + mutation.file) else { return bytes }
                    var bytes = bytes
                    bytes.replaceSubrange(mutation.range, with: Array(mutation.replacement.utf8))
                    return bytes
                }
                let hit = linted.result.diagnostics.contains { mutation.expected.contains($0.id) }
                found += hit ? 1 : 0
                #expect(hit, "\(mutation.description): told only \(linted.places)")
            }
            print("lint: \(all.count) mutations of the kind \"\(kind)\"")
        }
        print("lint: \(found) of \(tried) mutations of the sample's modules found")
        #expect(tried >= 100)
    }

    /// Without an edit nothing is found.
    @Test func unchangedModulesAreClean() throws {
        for module in try Self.moduleNames() {
            let linted = LintCase(Self.modules + "/" + module)
            // Called alone, a module does not get the configurations that it wants handed over.
            let told = linted.places.filter { !$0.hasSuffix("missing-provider") }
            #expect(told.isEmpty, "\(module)")
        }
    }

    private static func moduleNames() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: modules).filter { !$0.hasPrefix(".") }.sorted()
    }

    private func mutations() throws -> [Mutation] {
        var result: [Mutation] = []
        for module in try Self.moduleNames() {
            let folder = Self.modules + "/" + module
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            for name in names where name.hasSuffix(".tf") {
                let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
                let (file, _) = ConfigFile.parse(bytes, file: FileID(index: 0))
                var finder = MutationFinder(file: file)
                finder.visitFile()
                result += finder.found.map {
                    Mutation(
                        kind: $0.kind, module: module, file: name, range: $0.range,
                        replacement: $0.replacement,
                        expected: $0.expected)
                }
            }
        }
        return result
    }

    /// A small generator, so that every run tries the same.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }
}

/// Finds the places of a file where an edit breaks what the provider wants.
private struct MutationFinder {
    typealias Found = (kind: String, range: Range<Int>, replacement: String, expected: Set<String>)

    let file: ConfigFile
    private(set) var found: [Found] = []
    private let newest = Catalogue.aws.versions.count - 1

    init(file: ConfigFile) { self.file = file }

    private mutating func add(
        _ kind: String, _ range: SourceRange, _ replacement: String, _ expected: Set<String>
    ) {
        found.append((kind, range.bytes, replacement, expected))
    }

    /// A word with two letters in the other order, behind the prefix of the provider.
    private func slip(of word: String) -> String {
        var letters = Array(word)
        let first = word.hasPrefix("aws_") ? 5 : 2
        for index in letters.indices.dropFirst(first) where letters[index] != letters[index - 1] {
            letters.swapAt(index, index - 1)
            return String(letters)
        }
        return word + "x"
    }

    mutating func visitFile() {
        for block in file.body.blocks where block.labels.count == 2 {
            let isData = file.spells(block.typeRange, "data")
            guard isData || file.spells(block.typeRange, "resource") else { continue }
            let name = file.text(of: block.labels[0])
            guard let type = isData ? Catalogue.aws.dataSourceType(name) : Catalogue.aws.resourceType(name)
            else { continue }
            add("misspelt type", block.labels[0].contentRange, slip(of: name), ["unsupported-type"])
            visit(block, block.body, type.body, isOutermost: true)
        }
        var references = ReferenceFinder(file: file)
        references.visit(file)
        for range in references.attributes {
            add("misspelt attribute", range, slip(of: file.text(of: range)), ["unknown-attribute"])
        }
    }

    private mutating func visit(_ block: Block, _ body: Body, _ schema: BlockSchema, isOutermost: Bool) {
        let place = SourceRange(
            file: block.openBraceRange.file, start: Int(block.openBraceRange.end),
            end: Int(block.openBraceRange.end))
        let isMultiLine = !body.items.isEmpty
        if isMultiLine {
            add("unknown argument", place, "\n  zz_no_such_thing = 1\n", ["unsupported-argument"])
        }
        if isOutermost, isMultiLine, let arn = schema.attributes(named: "arn").last, !arn.isSettable {
            add("value for a read-only attribute", place, "\n  arn = \"arn:aws:x\"\n", ["read-only-argument"])
        }
        for attribute in body.attributes {
            let name = file.name(of: attribute)
            guard let meaning = schema.attributes(named: name).last else { continue }
            add("misspelt argument", attribute.nameRange, slip(of: name), ["unsupported-argument"])
            if meaning.flags.contains(.required) {
                add("missing argument", attribute.range, "", ["missing-required-argument"])
                add(
                    "null for a required argument", attribute.value.range, "null",
                    ["missing-required-argument"])
            }
            visit(attribute, meaning)
        }
        for inner in body.blocks {
            let isDynamic = file.spells(inner.typeRange, "dynamic")
            let range = isDynamic ? inner.labels[0].contentRange : inner.typeRange
            let name = file.text(of: range)
            guard let meaning = schema.blocks(named: name).last else { continue }
            add("misspelt block", range, slip(of: name), ["unsupported-block"])
            let content = isDynamic ? inner.body.blocks(ofType: "content", in: file).first : inner
            if !isDynamic {
                let isOnly = body.blocks(ofType: name, in: file).count == 1
                let hasDynamic = body.blocks.contains {
                    file.spells($0.typeRange, "dynamic") && file.spells($0.labels[0].contentRange, name)
                }
                if isOnly, !hasDynamic, meaning.minimum > 0 {
                    add("missing block", inner.range, "", ["missing-required-block"])
                }
                if meaning.maximum == 1, isOnly {
                    let text = String(decoding: file.bytes[inner.range.bytes], as: UTF8.self)
                    add("block given twice", inner.range, text + "\n" + text, ["too-many-blocks"])
                }
                if inner.body.blocks.isEmpty {
                    add("block as argument", inner.openBraceRange, "= {", ["block-as-argument"])
                }
            }
            if let content { visit(content, content.body, meaning.body, isOutermost: false) }
        }
    }

    private mutating func visit(_ attribute: Attribute, _ meaning: AttributeSchema) {
        let range = attribute.value.range
        switch meaning.type {
        case .bool: add("text for a truth value", range, "\"perhaps\"", ["incorrect-argument-type"])
        case .number: add("text for a number", range, "\"many\"", ["incorrect-argument-type"])
        case .string: add("list for a text", range, "[\"a\"]", ["incorrect-argument-type"])
        case .list(.string), .set(.string):
            add("text for a list", range, "\"a\"", ["incorrect-argument-type"])
        case .map(.string):
            add("list in a map of texts", range, "{ a = [1] }", ["incorrect-argument-type"])
            if case .object = attribute.value {
                add("argument as block", attribute.equalsRange, "", ["argument-as-block"])
            }
        default: break
        }
    }
}

/// Finds the names of attributes that are read from AWS resources.
private struct ReferenceFinder {
    let file: ConfigFile
    private(set) var attributes: [SourceRange] = []

    init(file: ConfigFile) { self.file = file }

    mutating func visit(_ file: ConfigFile) {
        // Names of attributes follow TYPE.NAME, perhaps with a key between them.
        let text = String(decoding: file.bytes, as: UTF8.self)
        for match in text.matches(of: /(?:^|[^\w."])(?:data\.)?aws_\w+\.\w+(?:\[[^\]\n]*\])?\.([a-z_]{3,})/) {
            let start = text.utf8.distance(from: text.startIndex, to: match.output.1.startIndex)
            let end = text.utf8.distance(from: text.startIndex, to: match.output.1.endIndex)
            attributes.append(SourceRange(file: file.file, start: start, end: end))
        }
    }
}
