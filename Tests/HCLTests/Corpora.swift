import Foundation

/// The folder of test data that is too large, or not ours, to be committed.
///
/// It is named by `INFRAGEN_CORPORA`; without it the tests that need it are skipped.
enum Corpora {
    static let folder = ProcessInfo.processInfo.environment["INFRAGEN_CORPORA"]
    static let isThere = folder != nil
    static let reason = "INFRAGEN_CORPORA does not name the folder of corpora"

    /// The bytes of a file; empty where there is none.
    static func bytes(_ path: String) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: (folder ?? "") + "/" + path) else { return [] }
        return [UInt8](data)
    }

    /// A file decoded as JSON.
    static func json(_ path: String) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(bytes(path)))
    }

    /// The paths of all files below a folder, sorted.
    static func files(below folder: String) -> [String] {
        let root = (Self.folder ?? "") + "/" + folder
        let walker = FileManager.default.enumerator(atPath: root)
        var paths: [String] = []
        while let path = walker?.nextObject() as? String {
            var isFolder: ObjCBool = false
            let whole = root + "/" + path
            if FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder), !isFolder.boolValue {
                paths.append(folder + "/" + path)
            }
        }
        return paths.sorted()
    }
}
