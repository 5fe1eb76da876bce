/// The README.md of each module: what it is for, and its interface as terraform-docs writes it.
enum ModuleReadmes {
    /// The READMEs of the folders below `modules/` that have files in a tree and no template of their own.
    static func files(of tree: [RenderedFile], folders: [TemplateFolders.Folder]) -> [RenderedFile] {
        var byFolder: [Substring: [RenderedFile]] = [:]
        for file in tree {
            guard let slash = file.path.lastIndex(of: "/") else { continue }
            byFolder[file.path[..<slash], default: []].append(file)
        }
        return folders.compactMap { folder in
            let path = folder.manifest.folder
            guard path.hasPrefix("modules/"), let files = byFolder[path[...]],
                !files.contains(where: { $0.path.hasSuffix("/README.md") })
            else { return nil }
            return RenderedFile(
                path: path + "/README.md", bytes: Array(text(of: folder, files).utf8),
                template: folder.name + "/module.json")
        }
    }

    private static func text(of folder: TemplateFolders.Folder, _ files: [RenderedFile]) -> String {
        let name = folder.manifest.folder.dropFirst("modules/".count)
        return """
            # \(name)

            \(folder.manifest.purpose)

            <!-- BEGIN_TF_DOCS -->
            \(ModuleReadme.tables(of: files))
            <!-- END_TF_DOCS -->

            """
    }
}
