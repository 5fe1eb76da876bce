import Diagnostics
import HCL
import Terraform

/// The resources of all modules by their type, so that a rule need not look at those it is not about.
struct ResourceIndex {
    /// Where a resource is declared.
    struct Place {
        /// The position of the module, and that of the resource in it.
        var module: Int
        var resource: Int
    }

    private var places: [Resource.Mode: [String: [Place]]] = [:]

    init(_ tree: ModuleTree) {
        for (position, module) in tree.modules.enumerated() {
            for (resource, declared) in module.resources.enumerated() {
                places[declared.mode, default: [:]][declared.type.text, default: []].append(
                    Place(module: position, resource: resource))
            }
        }
    }

    func places(_ type: String, _ mode: Resource.Mode) -> [Place] { places[mode]?[type] ?? [] }

    /// The types that there are.
    func types(_ mode: Resource.Mode) -> [String] { places[mode].map { $0.keys.sorted() } ?? [] }
}

extension LintContext {
    /// The resources of a type as they are written, each once, however often its module is called.
    func blocks(_ type: String, _ mode: Resource.Mode = .managed) -> [ResourceView] {
        index.places(type, mode).map { place in
            ResourceView(tree.modules[place.module], place.module, place.resource)
        }
    }

    /// The resources of some types as they are written.
    func blocks(_ types: [String], _ mode: Resource.Mode = .managed) -> [ResourceView] {
        types.flatMap { blocks($0, mode) }
    }
}

/// A resource as it is written.
struct ResourceView {
    let module: Module

    /// The position of the module in the tree, and that of the resource in the module.
    let modulePosition: Int
    let position: Int
    let resource: Resource

    init(_ module: Module, _ modulePosition: Int, _ position: Int) {
        resource = module.resources[position]
        self.module = module
        self.modulePosition = modulePosition
        self.position = position
    }

    var body: Body { resource.block.body }

    /// An argument of the resource itself.
    func attribute(_ name: String) -> Attribute? { module.attribute(name, in: body) }

    /// The constant that an argument is given; nil where it is given none, or no constant.
    func constant(_ name: String) -> Literal? { attribute(name).flatMap { module.constant(of: $0.value) } }

    /// The bodies of nested blocks of a type, and of what `dynamic` makes of that type.
    func bodies(_ type: String, in body: Body? = nil) -> [Body] {
        module.bodies(ofType: type, in: body ?? self.body)
    }

    /// Whether there are nested blocks of a type, or may be.
    func hasBlock(_ type: String) -> Bool { !bodies(type).isEmpty }
}

extension Literal {
    /// The text of a string; nil for all else.
    var string: String? {
        if case .string(let text) = self { return text }
        return nil
    }

    /// The truth value, also of a string that holds one; nil for all else.
    var bool: Bool? {
        switch self {
        case .bool(let value): return value
        case .string("true"): return true
        case .string("false"): return false
        default: return nil
        }
    }
}
