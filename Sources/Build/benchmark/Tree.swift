import Diagnostics
import Files
import HCL

/// The Terraform files below a folder, as `terraform fmt` finds them, that parse.
struct Tree {
    let folder: String
    private(set) var files: [[UInt8]] = []

    private let disk = DiskFileSystem()
    private static let endings = [".tf", ".tfvars", ".tftest.hcl"]

    var byteCount: Int { files.reduce(0) { $0 + $1.count } }

    init(folder: String) {
        self.folder = folder
        add(folder)
    }

    private mutating func add(_ folder: String) {
        guard case .success(let entries) = disk.entries(of: folder) else { return }
        for entry in entries where !entry.name.hasPrefix(".") {
            let path = joinedPath(folder, entry.name)
            if entry.kind == .folder {
                add(path)
            } else if Self.endings.contains(where: entry.name.hasSuffix),
                case .success(let bytes) = disk.read(path)
            {
                if !ConfigFile.parse(bytes, file: FileID(index: 0)).1.hasErrors { files.append(bytes) }
            }
        }
    }

    func megabytesASecond(_ seconds: Double) -> Double { Double(byteCount) / 1e6 / seconds }
}
