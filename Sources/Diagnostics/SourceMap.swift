/// Names one file of a run, cheaply.
public struct FileID: Hashable, Sendable, Comparable {
    /// The place of the file in its `SourceMap`.
    public var index: Int32

    package init(index: Int32) { self.index = index }

    /// Files are ordered as they were added.
    public static func < (left: FileID, right: FileID) -> Bool { left.index < right.index }
}

/// The files of one run, by id.
///
/// Trees and diagnostics carry ranges (`SourceRange`), not text; whoever prints them looks the text up here.
public struct SourceMap: Sendable {
    /// Every file, in the order in which it was added.
    public private(set) var files: [SourceFile] = []

    /// Makes a map without files.
    public init() {}

    /// Adds a file and names it.
    ///
    /// - Parameters:
    ///   - path: The path as the user knows it, with `/` between folders.
    ///   - bytes: The whole text, whatever its encoding.
    /// - Returns: The name under which ranges refer to the file.
    public mutating func add(path: String, bytes: [UInt8]) -> FileID {
        files.append(SourceFile(path: path, bytes: bytes))
        return FileID(index: Int32(files.count - 1))
    }

    /// The name that the next file will get.
    package var nextID: FileID { FileID(index: Int32(files.count)) }

    /// The file of an id that this map gave out.
    public subscript(id: FileID) -> SourceFile { files[Int(id.index)] }
}
