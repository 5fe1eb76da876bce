import Diagnostics
import HCL

/// Reads traversals as references.
struct ReferenceReader {
    let file: ConfigFile

    /// What a traversal refers to, and how many of its steps that takes.
    func subject(of traversal: Traversal) -> (subject: Reference.Subject, stepCount: Int) {
        let steps = traversal.steps
        switch file.root(of: traversal) {
        case "var": return named(steps, "var", "an input variable", Reference.Subject.variable)
        case "local": return named(steps, "local", "a local value", Reference.Subject.local)
        case "each": return named(steps, "each", "\"key\" or \"value\"", Reference.Subject.each)
        case "count": return named(steps, "count", "\"index\"", Reference.Subject.count)
        case "path":
            return named(steps, "path", "\"module\", \"root\" or \"cwd\"", Reference.Subject.path)
        case "terraform": return named(steps, "terraform", "\"workspace\"", Reference.Subject.terraform)
        case "self":
            guard let name = name(steps, 0) else { return (.itself(attribute: nil), 0) }
            return (.itself(attribute: name), 1)
        case "module": return module(steps)
        case "data": return resource(.data, steps, from: 0)
        case "ephemeral": return resource(.ephemeral, steps, from: 0)
        case "resource": return resource(.managed, steps, from: 0)
        case "template", "lazy", "arg":
            let root = file.root(of: traversal)
            return (.invalid(reason: "the name \"\(root)\" is reserved for Terraform itself"), 0)
        case let type:
            return managedResource(Name(type, at: traversal.rootRange), steps, from: 0)
        }
    }

    private func named(
        _ steps: [TraversalStep], _ root: String, _ what: String, _ subject: (Name) -> Reference.Subject
    ) -> (Reference.Subject, Int) {
        guard let name = name(steps, 0) else {
            return (.invalid(reason: "\"\(root)\" must be followed by a point and the name of \(what)"), 0)
        }
        return (subject(name), 1)
    }

    private func module(_ steps: [TraversalStep]) -> (Reference.Subject, Int) {
        guard let name = name(steps, 0) else {
            let reason = "\"module\" must be followed by a point and the name of a module call"
            return (.invalid(reason: reason), 0)
        }
        let (key, keyCount) = key(steps, 1)
        let output = self.name(steps, 1 + keyCount)
        return (.module(name, key: key, output: output), 1 + keyCount + (output == nil ? 0 : 1))
    }

    private func resource(
        _ mode: Resource.Mode, _ steps: [TraversalStep], from start: Int
    ) -> (Reference.Subject, Int) {
        guard let type = name(steps, start) else {
            let reason = "\"\(mode.blockType)\" must be followed by the type and the name of a resource"
            return (.invalid(reason: reason), 0)
        }
        return managedResource(type, steps, from: start + 1, mode: mode)
    }

    private func managedResource(
        _ type: Name, _ steps: [TraversalStep], from start: Int, mode: Resource.Mode = .managed
    ) -> (Reference.Subject, Int) {
        guard let name = name(steps, start) else {
            let reason =
                mode == .managed
                ? "the resource type \"\(type.text)\" must be followed by a point and the name of a resource"
                : "\"\(mode.rawValue).\(type.text)\" must be followed by a point and the name of a resource"
            return (.invalid(reason: reason), 0)
        }
        let (key, keyCount) = key(steps, start + 1)
        let attribute = self.name(steps, start + 1 + keyCount)
        let subject = Reference.Subject.resource(
            mode, type: type, name: name, key: key, attribute: attribute)
        return (subject, start + 1 + keyCount + (attribute == nil ? 0 : 1))
    }

    /// The name of the attribute step at a position.
    private func name(_ steps: [TraversalStep], _ position: Int) -> Name? {
        guard position < steps.count, case .attribute(let step) = steps[position] else { return nil }
        return Name(file.text(of: step.nameRange), at: step.nameRange)
    }

    /// The key of an instance at a position, and how many steps it takes.
    private func key(_ steps: [TraversalStep], _ position: Int) -> (Reference.InstanceKey, Int) {
        guard position < steps.count else { return (.none, 0) }
        switch steps[position] {
        case .index(let step): return (.index(step.key), 1)
        case .legacyIndex(let range):
            let number = SourceRange(file: range.file, start: Int(range.start) + 1, end: Int(range.end))
            return (.index(.literal(LiteralExpression(kind: .number, range: number))), 1)
        case .attributeSplat, .fullSplat: return (.splat, 1)
        case .attribute: return (.none, 0)
        }
    }
}
