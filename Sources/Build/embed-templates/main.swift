// Writes every file below a folder as one Swift source: `embed-templates FOLDER OUTPUT`.
import Foundation

let folder = URL(fileURLWithPath: CommandLine.arguments[1])
let output = URL(fileURLWithPath: CommandLine.arguments[2])
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
source += "    ]\n}\n"
try Data(source.utf8).write(to: output, options: .atomic)
