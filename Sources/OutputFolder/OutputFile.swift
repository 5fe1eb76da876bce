/// One file of a rendered tree.
public struct OutputFile: Sendable, Hashable {
    /// Where it goes, relative to the output folder, with `/` between names.
    public var path: String

    /// All that it holds.
    public var bytes: [UInt8]

    /// Makes a file of a tree.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
