/// How a spec is read.
public struct SpecOptions {
    /// Whether a region that infragen does not know is left to AWS to judge.
    public var allowsUnknownRegions: Bool

    /// Whether warnings are errors.
    public var isStrict: Bool

    /// The bytes of a file that the spec names, by its path relative to the spec; nil where there is none.
    ///
    /// Without the function the rules about such files are not checked.
    public var readFile: ((String) -> [UInt8]?)?

    /// The bytes of the record of the last render, by the spec's own output folder; nil where there is none.
    ///
    /// Without it the rules about what would be removed or renamed are not checked.
    public var readRecord: ((String) -> [UInt8]?)?

    /// What the last render left, once it has been read.
    var record: SystemRecord?

    /// Makes options; the defaults are those of the command line.
    public init(
        allowsUnknownRegions: Bool = false, isStrict: Bool = false,
        readFile: ((String) -> [UInt8]?)? = nil, readRecord: ((String) -> [UInt8]?)? = nil
    ) {
        self.allowsUnknownRegions = allowsUnknownRegions
        self.isStrict = isStrict
        self.readFile = readFile
        self.readRecord = readRecord
    }
}
