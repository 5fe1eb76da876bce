/// One file that a spec renders to.
public struct RenderedFile: Sendable {
    /// The path below the output folder, with `/` between folders.
    public var path: String

    /// The text, formatted.
    public var bytes: [UInt8]

    /// The template it came from.
    public var template: String

    package init(path: String, bytes: [UInt8], template: String) {
        self.path = path
        self.bytes = bytes
        self.template = template
    }
}
