/// A half-open range of bytes in one file.
public struct SourceRange: Hashable, Sendable {
    /// The file.
    public var file: FileID

    /// The first byte, counted from 0.
    public var start: Int32

    /// The byte after the last one; equal to `start` for a place between two bytes.
    public var end: Int32

    @inlinable
    package init(file: FileID, start: Int, end: Int) {
        self.file = file
        self.start = Int32(start)
        self.end = Int32(end)
    }

    /// The range from the start of this one to the end of the other.
    public func union(_ other: SourceRange) -> SourceRange {
        SourceRange(
            file: file, start: Int(min(start, other.start)), end: Int(max(end, other.end)))
    }

    /// The same range as indices of the file's bytes.
    public var bytes: Range<Int> { Int(start)..<Int(end) }
}
