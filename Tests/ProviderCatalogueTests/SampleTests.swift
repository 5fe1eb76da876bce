import Diagnostics
import Foundation
import HCL
import TestSupport
import Testing

@testable import ProviderCatalogue

/// The render of the sample uses nothing that the catalogue does not know, in the oldest and newest version that it admits.
@Suite struct SampleTests {
    static let root = folder() + "/../../modules-out"
    static let metaArguments: Set = ["count", "for_each", "provider", "depends_on"]
    static let metaBlocks: Set = ["lifecycle", "provisioner", "connection"]

    @Test(arguments: ["5.100.0", "6.0.0", "6.47.0"])
    func everyArgumentIsKnown(version: String) throws {
        let index = try #require(Catalogue.aws.versions.firstIndex { $0.description == version })
        var checked = (types: Set<String>(), arguments: 0)
        var unknown: [String] = []
        let walker = FileManager.default.enumerator(atPath: Self.root)
        for case let path as String in walker ?? .init() where path.hasSuffix(".tf") {
            let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: Self.root + "/" + path)))
            let (file, _) = ConfigFile.parse(bytes, file: FileID(index: 0))
            for block in file.body.blocks where block.labels.count == 2 {
                let isData = file.spells(block.typeRange, "data")
                guard isData || file.spells(block.typeRange, "resource") else { continue }
                let name = Self.text(block.labels[0].contentRange, file)
                guard name.hasPrefix("aws_") else { continue }
                let schema = isData ? Catalogue.aws.dataSourceType(name) : Catalogue.aws.resourceType(name)
                let type = try #require(schema, "\(path): \(name)")
                #expect(type.lifetime.contains(index))
                checked.types.insert(name)
                let place = "\(path): \(name)"
                Self.check(block.body, type.body, place, file, index, &unknown, &checked.arguments)
            }
        }
        #expect(unknown.isEmpty, "\(unknown)")
        #expect(checked.types.count > 100 && checked.arguments > 1500)
        print(
            "catalogue: sample has \(checked.types.count) types and \(checked.arguments) arguments, all in \(version)"
        )
    }

    private static func text(_ range: SourceRange, _ file: ConfigFile) -> String {
        String(decoding: file.bytes[range.bytes], as: UTF8.self)
    }

    private static func check(
        _ body: Body, _ schema: BlockSchema, _ place: String, _ file: ConfigFile, _ version: Int,
        _ unknown: inout [String], _ count: inout Int
    ) {
        for attribute in body.attributes {
            let name = text(attribute.nameRange, file)
            count += 1
            if metaArguments.contains(name) { continue }
            let entry = schema.attributes(named: name).first { $0.lifetime?.contains(version) ?? true }
            if entry?.isSettable != true { unknown.append("\(place).\(name)") }
        }
        for block in body.blocks {
            let isDynamic = file.spells(block.typeRange, "dynamic")
            let name = text(isDynamic ? block.labels[0].contentRange : block.typeRange, file)
            if metaBlocks.contains(name) { continue }
            guard
                let entry = schema.blocks(named: name).first(where: { $0.lifetime?.contains(version) ?? true }
                )
            else {
                unknown.append("\(place).\(name)")
                continue
            }
            let content = isDynamic ? block.body.blocks(ofType: "content", in: file).first?.body : block.body
            if let content { check(content, entry.body, "\(place).\(name)", file, version, &unknown, &count) }
        }
    }
}
