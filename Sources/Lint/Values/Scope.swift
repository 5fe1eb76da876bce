import HCL

/// One module with the values that it was called with: an instance of the tree, and, where the call is repeated,
/// one of its repetitions.
struct Scope {
    /// The position of the instance in the tree.
    let instance: Int

    /// The position of the module.
    let module: Int

    /// The scope of the call; nil for the root.
    let parent: Int?

    /// The position of the call among those of its module; meaningless for the root.
    let call: Int

    /// Which of the repetitions of the call it is.
    let repetition: Repetition

    /// The position of the argument for each variable, among those of the call.
    let arguments: [Int?]

    /// What was evaluated already, by the position of the declaration.
    var variables: [Value?]
    var locals: [Value?]
    var outputs: [Value?]

    /// What is being evaluated, so that circles end.
    var busyVariables: Set<Int> = []
    var busyLocals: Set<Int> = []
    var busyOutputs: Set<Int> = []

    /// The scopes of a call, by its position, once they are wanted.
    var children: [Int: [Int]] = [:]
}

/// What `each` and `count` mean in a block.
enum Repetition: Sendable {
    case none
    case count(Value)
    case each(key: Value, value: Value)

    /// Whether it is certain that there is such a repetition.
    var isCertain: Bool {
        switch self {
        case .none: return true
        case .count(let index): return index.isKnown
        case .each(let key, _): return key.isKnown
        }
    }
}

/// A file that many look at, and nobody copies.
final class FileBox {
    let file: ConfigFile

    init(_ file: ConfigFile) { self.file = file }
}

/// Where an expression is evaluated.
struct Frame {
    /// The position of the scope.
    var scope: Int

    /// The file that the expression stands in, where all frames share it.
    var box: FileBox

    /// The file that the expression stands in.
    var file: ConfigFile {
        _read { yield box.file }
    }

    /// What `each` and `count` mean.
    var repetition: Repetition

    /// The names of for expressions and dynamic blocks, innermost last.
    var names: [(name: String, value: Value)] = []

    /// What `self` means.
    var itself: Value = .anything

    func with(_ name: String, _ value: Value) -> Frame {
        var frame = self
        frame.names.append((name, value))
        return frame
    }
}
