import HCL

/// A reference to something in HCL, such as `module.vpc_us_west_2[0].vpc_id`.
///
/// It can only be built from identifiers and literal indexes, so that writing it as it is cannot do harm.
public struct TemplateReference: Sendable, Hashable {
    /// The reference as HCL.
    public let text: String

    private init(unchecked text: String) { self.text = text }

    /// Makes the reference that joins some identifiers with dots; nil when one of them is none.
    public init?(_ names: String...) { self.init(names: names) }

    /// Makes the reference that joins some identifiers with dots; nil when one of them is none.
    public init?(names: [String]) {
        guard !names.isEmpty, names.allSatisfy({ Literal.isIdentifier($0) }) else { return nil }
        self.init(unchecked: names.joined(separator: "."))
    }

    /// The reference to an attribute of this one; nil when the name is no identifier.
    public func attribute(_ name: String) -> TemplateReference? {
        Literal.isIdentifier(name) ? TemplateReference(unchecked: text + "." + name) : nil
    }

    /// The reference to an element of a list, counted from 0.
    public func index(_ index: UInt) -> TemplateReference {
        TemplateReference(unchecked: text + "[\(index)]")
    }

    /// The reference to an element of a map.
    public func index(key: String) -> TemplateReference {
        TemplateReference(unchecked: text + "[" + Literal.quoted(key) + "]")
    }
}
