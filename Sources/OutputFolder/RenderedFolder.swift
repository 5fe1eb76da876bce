public import Files

/// How the files of an output folder differ from what infragen wrote there.
public struct RenderedFolder: Sendable {
    /// A file that is not as infragen wrote it.
    public struct Difference: Sendable, Hashable {
        /// What happened to a file.
        public enum Kind: Sendable, Hashable {
            /// Infragen wrote it, and it is gone.
            case missing

            /// It was edited since.
            case changed

            /// Terraform reads it, and infragen did not write it.
            case surplus
        }

        /// The path below the output folder.
        public var path: RelativePath

        /// What happened to it.
        public var kind: Kind
    }

    /// The differences, by path.
    public private(set) var differences: [Difference] = []

    /// Compares a folder with its manifest; nil for a folder without one.
    public init?(_ folder: String, of files: any FileSystem) {
        guard let place = RelativePath(Manifest.path),
            case .success(let bytes) = files.read(place.below(folder))
        else { return nil }
        let (manifest, _) = Manifest.read(bytes, path: place.below(folder))
        for path in manifest.paths {
            switch files.read(path.below(folder)) {
            case .success(let bytes):
                if !manifest.owns(path, SHA256(bytes).hexadecimal) {
                    differences.append(Difference(path: path, kind: .changed))
                }
            case .failure(let error):
                if error.reason == .notFound { differences.append(Difference(path: path, kind: .missing)) }
            }
        }
        addSurplus(in: folder, of: files, beside: Set(manifest.paths))
        differences.sort { $0.path < $1.path }
    }

    /// Adds the files that stand in infragen's folders and are not among its own.
    private mutating func addSurplus(
        in folder: String, of files: any FileSystem, beside known: Set<RelativePath>
    ) {
        for parent in Set(known.map(\.parent)) {
            guard case .success(let entries) = files.entries(of: parent?.below(folder) ?? folder) else {
                continue
            }
            for entry in entries
            where entry.kind != .folder && OutputPlanner.isReadByTerraform(entry.name) {
                let name = (parent.map { $0.text + "/" } ?? "") + entry.name
                if let path = RelativePath(name), !known.contains(path) {
                    differences.append(Difference(path: path, kind: .surplus))
                }
            }
        }
    }
}
