import JSON

/// The files that a spec names and the tree reads: container definitions and user data.
///
/// The tree holds a copy of each, so that it stands on its own and a change of the file shows in its diff.
enum OwnFiles {
    /// The copies; a file that cannot be read is left out, because the rules of the spec have told of it.
    static func files(of system: SystemModel, read: (String) -> [UInt8]?) -> [RenderedFile] {
        var wanted: [(source: String, path: String)] = system.services.compactMap { service in
            service.spec.at("container_definitions_file")?.string.map {
                ($0, "task_definitions/\(service.name).json")
            }
        }
        if let source = system.spec.at("application", "user_data_file")?.string {
            wanted.append((source, "user_data/application"))
        }
        return wanted.compactMap { source, path in
            read(source).map { RenderedFile(path: path, bytes: $0, template: source) }
        }
    }
}
