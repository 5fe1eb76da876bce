import ProviderCatalogue

/// How many nested blocks there are of a name.
extension ProvidedBody {
    /// The blocks of a name that are written down.
    func writtenBlocks(named name: String) -> [Item] { items.filter { $0.kind == .block && $0.name == name } }

    /// The number of blocks; nil where it is not known, or where something else has the name.
    func blockCount(of name: String) -> Int? {
        let written = writtenBlocks(named: name).count
        return items.count { $0.name == name } == written ? written : nil
    }
}
