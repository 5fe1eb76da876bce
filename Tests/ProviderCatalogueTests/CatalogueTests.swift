import Foundation
import TestSupport
import Testing

@testable import ProviderCatalogue

/// What is in the catalogue; the figures change when it is renewed.
@Suite struct CatalogueTests {
    static let catalogue = Catalogue.aws
    static let file = folder() + "/../../Sources/Build/provider-catalogue/aws.catalogue"

    @Test func standsForManyVersions() {
        #expect(Self.catalogue.provider == "hashicorp/aws")
        #expect(Self.catalogue.versions.first?.description == "2.70.4")
        #expect(Self.catalogue.newestVersion.description == "6.47.0")
        #expect(Self.catalogue.versions.count == 167)
        #expect(Self.catalogue.versions == Self.catalogue.versions.sorted())
        #expect(Self.catalogue.versions.contains { $0.description == "5.100.0" })
    }

    @Test func hasAllTypes() {
        #expect(Self.catalogue.resourceTypeNames.count == 1688)
        #expect(Self.catalogue.dataSourceTypeNames.count == 665)
        #expect(Self.catalogue.ephemeralTypeNames.count == 10)
        for names in [Self.catalogue.resourceTypeNames, Self.catalogue.dataSourceTypeNames] {
            #expect(names == names.sorted())
            #expect(names.allSatisfy { $0.hasPrefix("aws_") })
        }
    }

    @Test func staysSmall() throws {
        let size = try Data(contentsOf: URL(fileURLWithPath: Self.file)).count
        #expect(
            size < 800_000, "the catalogue has \(size) bytes: look at what grew before you raise the limit")
    }

    @Test func programHoldsTheCommittedFile() throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: Self.file))
        let embedded = EmbeddedCatalogue.text.withUTF8Buffer { Data($0) }
        #expect(data == embedded, "aws.catalogue has changed: run `make build`")
    }

    @Test func otherNamesAreNoTypes() {
        for name in ["", "aws", "aws_", "aws_vpcz", "zzz", "google_compute_instance"] {
            #expect(Self.catalogue.resourceType(name)?.name == nil)
            #expect(Self.catalogue.dataSourceType(name)?.name == nil)
        }
        #expect(Self.catalogue.dataSourceType("aws_iam_policy_document")?.name == "aws_iam_policy_document")
        #expect(Self.catalogue.resourceType("aws_iam_policy_document")?.name == nil)
    }

    /// Walks every body of every type.
    @Test func everyTypeDecodes() {
        var walk = Walk(last: Self.catalogue.versions.count - 1)
        for name in Self.catalogue.resourceTypeNames {
            walk.visit(Self.catalogue.resourceType(name), named: name)
        }
        for name in Self.catalogue.dataSourceTypeNames {
            walk.visit(Self.catalogue.dataSourceType(name), named: name)
        }
        for name in Self.catalogue.ephemeralTypeNames {
            walk.visit(Self.catalogue.ephemeralType(name), named: name)
        }
        walk.visit(Self.catalogue.providerType, named: "aws")
        #expect(walk.mistakes.isEmpty, "\(walk.mistakes.prefix(10))")
        #expect(walk.topAttributes > 24_000)
        print("catalogue: \(walk.topAttributes) attributes of types, \(walk.bodies) bodies walked")
    }
}

/// Looks at every entry of the types it is shown.
private struct Walk {
    let last: Int
    var mistakes: [String] = []
    var topAttributes = 0
    var bodies = 0

    init(last: Int) { self.last = last }

    mutating func visit(_ type: TypeSchema?, named name: String) {
        guard let type, type.name == name else { return mistakes.append("\(name) is not found by its name") }
        topAttributes += type.body.attributes.count
        if type.lifetime.upperBound > last { mistakes.append("\(name) lives too long") }
        visit(type.body, path: name, depth: 0)
    }

    private mutating func visit(_ body: BlockSchema, path: String, depth: Int) {
        bodies += 1
        if !body.attributes.map(\.name).isSorted || !body.blocks.map(\.name).isSorted {
            mistakes.append("\(path) is not sorted")
        }
        for attribute in body.attributes {
            let path = path + "." + attribute.name
            if !Self.isName(attribute.name) { mistakes.append("\(path) is no name") }
            if attribute.flags.isDisjoint(with: [.required, .optional, .computed]) {
                mistakes.append("\(path) can neither be set nor read")
            }
            if attribute.flags.isSuperset(of: [.required, .computed]) { mistakes.append("\(path) is both") }
            if (attribute.lifetime?.upperBound ?? 0) > last { mistakes.append("\(path) lives too long") }
            if body.attributes(named: attribute.name).isEmpty { mistakes.append("\(path) is not found") }
            _ = attribute.type
        }
        for block in body.blocks {
            let path = path + "." + block.name
            if !Self.isName(block.name) { mistakes.append("\(path) is no name") }
            if block.minimum > block.maximum ?? .max { mistakes.append("\(path) has no possible count") }
            if body.blocks(named: block.name).isEmpty { mistakes.append("\(path) is not found") }
            // The statements of a web ACL have tens of thousands of bodies, which are all like those above.
            if depth < 6 { visit(block.body, path: path, depth: depth + 1) }
        }
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { $0 == 0x5f || (0x30...0x39).contains($0) || (0x61...0x7a).contains($0) }
    }
}

extension [String] {
    fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
}
