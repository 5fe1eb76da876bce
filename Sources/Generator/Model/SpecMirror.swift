import JSON
import Spec
import TemplateEngine

/// The completed spec as templates see it: the same names, every default filled in.
enum SpecMirror {
    /// A completed value.
    static func value(_ json: JSONValue) -> TemplateValue {
        switch json.kind {
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .number(let number): return number.int.map { .int($0) } ?? .number(number.text)
        case .string(let text): return .string(text)
        case .array(let elements): return .list(elements.map(value))
        case .object(let members):
            var entries: [String: TemplateValue] = [:]
            for member in members { entries[member.key] = value(member.value) }
            return .map(of: entries)
        }
    }
}
