// Writes text files as Swift source: `embed-templates FOLDER OUTPUT` every file below a folder, and
// `embed-templates --catalogue FILE OUTPUT` one file of printable ASCII as a single literal.
import Foundation

/// Every file below a folder that is not hidden, as a list of paths and texts.
func templateSource(of folder: URL) throws -> String {
    let prefix = folder.standardizedFileURL.path + "/"
    let walker = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    let urls = (walker?.allObjects as? [URL] ?? [])
        .filter { !$0.hasDirectoryPath && !$0.lastPathComponent.hasPrefix(".") }
        .sorted { $0.path < $1.path }
    var source = "/// Every file below `Templates/`, written by the build.\n"
    source += "enum EmbeddedTemplates {\n    static let files: [(path: String, text: String)] = [\n"
    for url in urls {
        let path = String(url.standardizedFileURL.path.dropFirst(prefix.count))
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        source += "        (\(String(reflecting: path)), \(String(reflecting: text))),\n"
    }
    return source + "    ]\n}\n"
}

/// The text of the catalogue as it stands: no character of it means anything in a raw literal.
func catalogueSource(of file: URL) throws -> String {
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return "/// The catalogue of the AWS provider, written by the build.\nenum EmbeddedCatalogue {\n"
        + "    static let text: StaticString = ###\"\"\"\n\(text)\n\"\"\"###\n}\n"
}

let arguments = Array(CommandLine.arguments.dropFirst())
let source: String
if arguments[0] == "--catalogue" {
    source = try catalogueSource(of: URL(fileURLWithPath: arguments[1]))
} else {
    source = try templateSource(of: URL(fileURLWithPath: arguments[0]))
}
try Data(source.utf8).write(to: URL(fileURLWithPath: arguments[arguments.count - 1]), options: .atomic)
