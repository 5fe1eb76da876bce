import CommandLineTool
import Diagnostics
import HCL
import OutputFolder

/// What holds for the tree of every spec.
package enum TreeCheck {
    /// What is wrong with the tree of a spec; empty when nothing is.
    ///
    /// It renders without an error and passes lint, every file is as the formatter leaves it, and a second render
    /// gives the same bytes.
    package static func problems(of spec: RandomSpec) -> [String] {
        let tree = GeneratorRenderer().render(request(spec, isLinted: true))
        let errors = tree.diagnostics.filter { $0.severity == .error }
        var problems = errors.map { $0.text(in: tree.sources) }
        guard problems.isEmpty else { return problems }
        if tree.files.isEmpty { problems.append("there is no file") }
        for file in tree.files where isHCL(file.path) {
            var sources = SourceMap()
            let id = sources.add(path: file.path, bytes: file.bytes)
            let (formatted, diagnostics) = Formatter.format(file.bytes, file: id)
            if !diagnostics.isEmpty { problems.append("\(file.path) does not parse") }
            if formatted != file.bytes { problems.append("\(file.path) is not formatted") }
        }
        let again = GeneratorRenderer().render(request(spec, isLinted: false))
        let first = Dictionary(tree.files.map { ($0.path, $0.bytes) }) { first, _ in first }
        if again.files.count != tree.files.count
            || again.files.contains(where: { first[$0.path] != $0.bytes })
        {
            problems.append("a second render gives another tree")
        }
        return problems
    }

    private static func request(_ spec: RandomSpec, isLinted: Bool) -> RenderRequest {
        var request = RenderRequest(
            specPath: "spec.json", spec: Array(spec.text.utf8), readFile: RandomSpec.file(at:))
        request.isLinted = isLinted
        return request
    }

    private static func isHCL(_ path: String) -> Bool {
        [".tf", ".tfvars", ".hcl"].contains { path.hasSuffix($0) }
    }
}
