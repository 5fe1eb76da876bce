import Terraform

/// The references of one module by what they are, each with the declaration that it leads to.
public struct ReferenceTable: Sendable {
    /// One reference.
    public struct Entry: Sendable {
        /// The position of the reference among those of its module.
        public var reference: Int

        /// The position of the declaration that it leads to; nil where there is none.
        public var target: Int?
    }

    /// `var.name`, leading to input variables.
    public private(set) var variables: [Entry] = []

    /// `local.name`, leading to local values.
    public private(set) var locals: [Entry] = []

    /// `module.name`, leading to module calls.
    public private(set) var calls: [Entry] = []

    /// `aws_vpc.this`, `data.aws_region.current`, leading to resources.
    public private(set) var resources: [Entry] = []

    /// `each.key`, `count.index`, `path.module`, `terraform.workspace`, `self.id`, leading to nothing.
    public private(set) var others: [Entry] = []

    /// What is no reference that Terraform knows.
    public private(set) var invalid: [Entry] = []

    init(of module: Module) {
        for (position, reference) in module.references.enumerated() {
            switch reference.subject {
            case .variable(let name):
                variables.append(Entry(reference: position, target: module.variables.index(of: name.text)))
            case .local(let name):
                locals.append(Entry(reference: position, target: module.locals.index(of: name.text)))
            case .module(let name, _, _):
                calls.append(Entry(reference: position, target: module.calls.index(of: name.text)))
            case .resource(let mode, let type, let name, _, _):
                let key = Resource.key(mode, type.text, name.text)
                resources.append(Entry(reference: position, target: module.resources.index(of: key)))
            case .each, .count, .path, .terraform, .itself:
                others.append(Entry(reference: position, target: nil))
            case .invalid: invalid.append(Entry(reference: position, target: nil))
            }
        }
    }

    /// The positions of the declarations that some entries lead to.
    public static func targets(of entries: [Entry]) -> Set<Int> { Set(entries.lazy.compactMap(\.target)) }
}
