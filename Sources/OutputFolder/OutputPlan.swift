public import Diagnostics
public import Files

/// What rendering does to an output folder, before or after it was done.
public struct OutputPlan: Sendable {
    /// Every file that is rendered or that infragen wrote before, sorted by path.
    public var changes: [OutputChange]

    /// The manifest, when it is not as it has to be.
    public var manifestChange: OutputChange?

    /// Files of other people in rendered folders that Terraform would read along, sorted.
    ///
    /// `*.local.tf` and the like are not among them: that is the name for files that belong there.
    public var surplus: [RelativePath]

    /// What is wrong with the folder; an error means that nothing was written.
    public var diagnostics: [Diagnostic]

    /// The new content of the manifest.
    var manifest: Manifest

    /// Whether the folder is exactly what is rendered.
    public var isInSync: Bool {
        changes.allSatisfy { $0.kind == .unchanged } && surplus.isEmpty && manifestChange == nil
            && !diagnostics.hasErrors
    }

    /// How many files have a kind of change.
    public func count(_ kind: OutputChange.Kind) -> Int { changes.count { $0.kind == kind } }
}
