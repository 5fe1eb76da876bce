import CommandLineTool
import Diagnostics
import OutputFolder

/// Renders a "spec" of lines: `file path text`, `copy path`, `error text`, `warning text`, `output folder`.
///
/// Templates of the user become files of their path, so that a test sees which were handed in.
struct FakeRenderer: TreeRenderer {
    func render(_ request: RenderRequest) -> RenderedTree {
        var tree = RenderedTree(files: [])
        let file = tree.sources.add(path: request.specPath, bytes: request.spec)
        var start = 0
        for line in request.spec.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 2).map(
                String.init)
            let range = SourceRange(file: file, start: start, end: start + line.count)
            start += line.count + 1
            switch words.first {
            case "file":
                let text = words.count > 2 ? words[2] + "\n" : ""
                tree.files.append(OutputFile(path: words[1], bytes: Array(text.utf8)))
            case "copy":
                tree.files.append(OutputFile(path: words[1], bytes: request.readFile(words[1]) ?? []))
            case "output": tree.outputFolder = words[1]
            case "error", "warning":
                tree.diagnostics.append(
                    Diagnostic(
                        id: "said-so", severity: words[0] == "error" ? .error : .warning,
                        summary: words.dropFirst().joined(separator: " "), subject: range))
            default: break
            }
        }
        for template in request.templates {
            tree.files.append(OutputFile(path: template.path, bytes: template.bytes))
        }
        return tree
    }
}
