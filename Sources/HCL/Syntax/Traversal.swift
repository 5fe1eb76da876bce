public import Diagnostics

/// A name and what is read from it: `var.a[0].b`.
public struct Traversal: Sendable {
    /// From the root to the end of the last step.
    public var range: SourceRange

    /// The byte behind the root.
    private var rootEnd: Int32

    /// What is read, in order; empty for a lone name.
    public var steps: [TraversalStep]

    package init(range: SourceRange, rootEnd: Int32, steps: [TraversalStep]) {
        self.range = range
        self.rootEnd = rootEnd
        self.steps = steps
    }

    /// The name with which the traversal starts.
    public var rootRange: SourceRange {
        SourceRange(file: range.file, start: Int(range.start), end: Int(rootEnd))
    }
}

/// An expression that is no name and what is read from it: `f(x).a`, `[1, 2][0]`.
public struct RelativeTraversal: Sendable {
    /// What is read from.
    public var base: Expression

    /// What is read, in order; never empty.
    public var steps: [TraversalStep]

    package init(base: Expression, steps: [TraversalStep]) {
        self.base = base
        self.steps = steps
    }

    /// From the base to the end of the last step.
    public var range: SourceRange {
        guard let last = steps.last else { return base.range }
        return base.range.union(last.range)
    }
}

/// One step of a traversal.
///
/// After a splat the further steps read from each item: all of them after `[*]`; after `.*` those up to the next
/// step in brackets.
public enum TraversalStep: Sendable {
    /// `.name`.
    case attribute(AttributeStep)

    /// `[key]`.
    indirect case index(IndexStep)

    /// `.0`, the old form of `[0]`; the range holds the point too.
    case legacyIndex(SourceRange)

    /// `.*`.
    case attributeSplat(SourceRange)

    /// `[*]`.
    case fullSplat(SourceRange)

    /// The whole step, with its point or brackets.
    public var range: SourceRange {
        switch self {
        case .attribute(let step): return step.range
        case .index(let step): return step.range
        case .legacyIndex(let range), .attributeSplat(let range), .fullSplat(let range): return range
        }
    }
}

/// `.name` as a step.
public struct AttributeStep: Sendable {
    /// From the point to the end of the name.
    public var range: SourceRange

    /// The first byte of the name.
    private var nameStart: Int32

    package init(range: SourceRange, nameStart: Int32) {
        self.range = range
        self.nameStart = nameStart
    }

    /// The name without the point.
    public var nameRange: SourceRange {
        SourceRange(file: range.file, start: Int(nameStart), end: Int(range.end))
    }
}

/// `[key]` as a step.
public struct IndexStep: Sendable {
    /// What stands between the brackets.
    public var key: Expression

    /// From the opening to the closing bracket.
    public var range: SourceRange

    package init(key: Expression, range: SourceRange) {
        self.key = key
        self.range = range
    }
}
