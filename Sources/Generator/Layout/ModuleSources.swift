import Diagnostics
import HCL

/// The module calls of one rendered file that lead to another folder of the tree.
struct ModuleSources {
    /// One call: where its address stands, and the folder that it leads to.
    private struct Call {
        /// The address between its quotes.
        var range: Range<Int>

        /// The folder below the root of the tree.
        var folder: String
    }

    private let file: RenderedFile
    private let calls: [Call]

    init(_ file: RenderedFile) {
        self.file = file
        let isTest = Self.isTest(file.path)
        guard file.path.hasSuffix(".tf") || isTest else {
            calls = []
            return
        }
        let config = ConfigFile.parse(file.bytes, file: file.id).0
        // A run of a test may name the module that it tries.
        let bodies = isTest ? config.body.blocks(ofType: "run", in: config).map(\.body) : [config.body]
        calls = bodies.flatMap { $0.blocks(ofType: "module", in: config) }.compactMap { block in
            guard case .literal(let literal)? = block.body.attribute("source", in: config)?.value,
                literal.kind == .string
            else { return nil }
            let address = config.text(of: literal)
            guard let folder = TreePath.folder(at: address, from: Self.base(of: file.path)) else {
                return nil
            }
            let range = literal.range.bytes
            return Call(range: range.lowerBound + 1..<range.upperBound - 1, folder: folder)
        }
    }

    private static func isTest(_ path: String) -> Bool { path.hasSuffix(".tftest.hcl") }

    /// The folder that addresses in a file start from: its own; for a test that of the root above `tests/`.
    private static func base(of path: String) -> String {
        let folder = TreePath.folder(of: path)
        return isTest(path) ? TreePath.folder(of: folder) : folder
    }

    /// The folders that the calls lead to.
    var folders: Set<String> { Set(calls.map(\.folder)) }

    /// The file in another place, with addresses that lead to where the folders have gone.
    func moved(to path: String, folder: (String) -> String) -> RenderedFile {
        var bytes = file.bytes
        for call in calls.reversed() {
            let address = TreePath.address(of: folder(call.folder), from: Self.base(of: path))
            bytes.replaceSubrange(call.range, with: Array(address.utf8))
        }
        return RenderedFile(path: path, bytes: bytes, template: file.template)
    }
}

extension RenderedFile {
    /// An id to parse the file with on its own.
    fileprivate var id: FileID {
        var sources = SourceMap()
        return sources.add(path: path, bytes: bytes)
    }
}

/// Paths inside a tree, with `/` between names; the root is the empty path.
enum TreePath {
    /// The folder that a file stands in.
    static func folder(of path: String) -> String {
        path.split(separator: "/").dropLast().joined(separator: "/")
    }

    /// The folder that a local source address leads to; nil for one that is not local, or leaves the tree.
    static func folder(at address: String, from folder: String) -> String? {
        guard address.hasPrefix("./") || address.hasPrefix("../") else { return nil }
        var names = folder.split(separator: "/")
        for name in address.split(separator: "/") where name != "." {
            if name != ".." {
                names.append(name)
            } else if names.popLast() == nil {
                return nil
            }
        }
        return names.joined(separator: "/")
    }

    /// The source address that leads from one folder to another.
    static func address(of target: String, from folder: String) -> String {
        let from = folder.split(separator: "/")
        let to = target.split(separator: "/")
        let common = zip(from, to).prefix { $0 == $1 }.count
        let up = [Substring](repeating: "..", count: from.count - common)
        let path = (up + to[common...]).joined(separator: "/")
        return up.isEmpty ? "./" + path : path
    }
}
