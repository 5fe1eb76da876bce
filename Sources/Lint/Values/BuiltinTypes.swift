import Diagnostics
import HCL
import Terraform

/// The resource types that are part of Terraform itself.
enum BuiltinTypes {
    /// What a type has, by name.
    struct Schema: Sendable {
        /// The arguments that may be given.
        var arguments: Set<String>

        /// The arguments that must be given.
        var required: Set<String> = []

        /// The attributes that can only be read.
        var computed: Set<String>
    }

    /// The schema of a type of the provider `terraform`; nil for all others.
    static func schema(_ mode: Resource.Mode, _ type: String) -> Schema? {
        switch (mode, type) {
        case (.managed, "terraform_data"):
            return Schema(arguments: ["input", "triggers_replace"], computed: ["id", "output"])
        case (.data, "terraform_remote_state"):
            return Schema(
                arguments: ["backend", "config", "defaults", "workspace"], required: ["backend"],
                computed: ["outputs"])
        default: return nil
        }
    }

    /// The attributes of a resource of such a type, with their types as far as these are known.
    static func attributes(of resource: Resource) -> [String: ValueType]? {
        guard let schema = schema(resource.mode, resource.type.text) else { return nil }
        var types: [String: ValueType] = [:]
        for name in schema.arguments.union(schema.computed) { types[name] = .any }
        if resource.mode == .managed { types["id"] = .string }
        return types
    }
}
