import ProviderCatalogue

/// How many nested blocks there are of each name.
enum BlockCount {
    /// The names of blocks with their meanings in the versions that may be in use, where no attribute has the name.
    static func meanings(in body: ProvidedBody) -> [(name: String, meanings: [NestedBlockSchema])] {
        var result: [(name: String, meanings: [NestedBlockSchema])] = []
        for block in body.schema.blocks where body.versions.overlaps(block.lifetime) {
            if result.last?.name == block.name {
                result[result.count - 1].meanings.append(block)
            } else if !body.schema.attributes(named: block.name).contains(where: {
                body.versions.overlaps($0.lifetime)
            }) {
                result.append((block.name, [block]))
            }
        }
        return result
    }

    /// The blocks of a name that are written down.
    static func written(_ name: String, in body: ProvidedBody) -> [ProvidedBody.Item] {
        body.items.filter { item in
            if case .block(_, false) = item.content { return item.name == name }
            return false
        }
    }

    /// The number of blocks; nil where it is not known, or where something else has the name.
    static func count(of name: String, in body: ProvidedBody) -> Int? {
        let written = written(name, in: body).count
        return body.items.count { $0.name == name } == written ? written : nil
    }
}
