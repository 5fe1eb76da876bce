/// The place of a value in a spec, such as `services.web.cpu` or `regions[1].name`.
public struct SpecPath: Sendable, Hashable, CustomStringConvertible {
    /// One step from a value to a part of it.
    public enum Step: Sendable, Hashable {
        /// A member of an object.
        case key(String)

        /// An element of an array, counted from 0.
        case index(Int)
    }

    /// The steps from the root.
    public private(set) var steps: [Step] = []

    /// The root of the spec.
    public static let root = SpecPath()

    private init() {}

    /// The path of a member.
    public subscript(key: String) -> SpecPath { appending(.key(key)) }

    /// The path of an element, counted from 0.
    public subscript(index: Int) -> SpecPath { appending(.index(index)) }

    private func appending(_ step: Step) -> SpecPath {
        var path = self
        path.steps.append(step)
        return path
    }

    /// The path of the value that this one is a part of; nil for the root.
    public var parent: SpecPath? {
        guard !steps.isEmpty else { return nil }
        var path = self
        path.steps.removeLast()
        return path
    }

    /// Whether the other path is this one or leads to a part of it.
    func contains(_ other: SpecPath) -> Bool { other.steps.starts(with: steps) }

    /// The path as people write it; keys that are no plain names stand in quotes.
    public var description: String {
        guard !steps.isEmpty else { return "the spec" }
        var text = ""
        for step in steps {
            switch step {
            case .index(let index): text += "[\(index)]"
            case .key(let key) where Self.isPlain(key): text += text.isEmpty ? key : ".\(key)"
            case .key(let key): text += text.isEmpty ? "\"\(key)\"" : ".\"\(key)\""
            }
        }
        return text
    }

    private static func isPlain(_ key: String) -> Bool {
        key == "*" || !key.isEmpty && key.utf8.allSatisfy { CharacterClass.word.contains($0) }
    }
}
