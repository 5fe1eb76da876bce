/// What a provider can do, as its published schemas say: every type with its attributes and blocks, version by version.
///
/// The facts stand in the program as one text (`Sources/Build/provider-catalogue` makes it and says where they come
/// from). A type is decoded when it is asked for, and nothing before.
public struct Catalogue: Sendable {
    /// The source address of the provider, such as `hashicorp/aws`.
    public let provider: String

    /// The known versions, oldest first; every lifetime is a range of indices into them.
    public let versions: [ProviderVersion]

    let data: CatalogueData

    /// The catalogue of the AWS provider.
    public static let aws = Catalogue(CatalogueData(text: EmbeddedCatalogue.text))

    init(_ data: CatalogueData) {
        self.data = data
        provider = data.provider
        versions = data.text(of: .versions).split(separator: " ").compactMap { ProviderVersion($0) }
    }

    /// The newest known version.
    public var newestVersion: ProviderVersion {
        versions.last ?? ProviderVersion(major: 0, minor: 0, patch: 0)
    }

    /// All known versions.
    public var allVersions: VersionSet { VersionSet(indices: versions.indices) }

    /// The known versions that a condition admits.
    public func versions(where isAdmitted: (ProviderVersion) -> Bool) -> VersionSet {
        VersionSet(indices: versions.indices.filter { isAdmitted(versions[$0]) })
    }

    /// The type of a `resource` block; nil when no known version has it.
    public func resourceType(_ name: String) -> TypeSchema? { type(name, in: .resource) }

    /// The type of a `data` block; nil when no known version has it.
    public func dataSourceType(_ name: String) -> TypeSchema? { type(name, in: .data) }

    /// The type of an `ephemeral` block; nil when no known version has it.
    public func ephemeralType(_ name: String) -> TypeSchema? { type(name, in: .ephemeral) }

    /// What a `provider` block can hold.
    public var providerType: TypeSchema? {
        data.count(of: .provider) > 0 ? typeSchema(at: 0, in: .provider) : nil
    }

    /// The names of all types of `resource` blocks, sorted.
    public var resourceTypeNames: [String] { names(in: .resource) }

    /// The names of all types of `data` blocks, sorted.
    public var dataSourceTypeNames: [String] { names(in: .data) }

    /// The names of all types of `ephemeral` blocks, sorted.
    public var ephemeralTypeNames: [String] { names(in: .ephemeral) }

    private func names(in section: CatalogueData.Section) -> [String] {
        (0..<data.count(of: section)).map { data.word(typeRow(at: $0, in: section).word) }
    }

    /// The digits of one type: word, body, lifetime, lifetime of doubt + 1, is deprecated.
    private static let rowWidth = 11

    private func typeRow(
        at index: Int, in section: CatalogueData.Section
    ) -> (word: Int, body: Int, life: Int, doubt: Int, isDeprecated: Bool) {
        let start = index * Self.rowWidth
        return (
            data.number(in: section, at: start, digits: 3),
            data.number(in: section, at: start + 3, digits: 3),
            data.number(in: section, at: start + 6, digits: 2),
            data.number(in: section, at: start + 8, digits: 2),
            data.number(in: section, at: start + 10, digits: 1) == 1
        )
    }

    private func type(_ name: String, in section: CatalogueData.Section) -> TypeSchema? {
        var name = name
        let position = name.withUTF8 { wanted in
            firstIndex(below: data.count(of: section)) { index in
                let word = data.number(in: section, at: index * Self.rowWidth, digits: 3)
                return data.order(ofWord: word, comparedTo: wanted)
            }
        }
        return position.map { typeSchema(at: $0, in: section) }
    }

    private func typeSchema(at index: Int, in section: CatalogueData.Section) -> TypeSchema {
        let row = typeRow(at: index, in: section)
        return TypeSchema(
            name: data.word(row.word), lifetime: data.lifetime(row.life),
            doubt: row.doubt == 0 ? nil : data.lifetime(row.doubt - 1), isDeprecated: row.isDeprecated,
            body: BlockSchema(data, number: row.body))
    }
}

/// The first index at which an order that grows with the index is zero; nil where it is nowhere.
func firstIndex(below count: Int, order: (Int) -> Int) -> Int? {
    var (low, high) = (0, count)
    while low < high {
        let middle = (low + high) / 2
        if order(middle) < 0 { low = middle + 1 } else { high = middle }
    }
    return low < count && order(low) == 0 ? low : nil
}
