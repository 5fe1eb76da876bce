/// What Terraform's own language allows in a block.
struct BlockSchema: Sendable {
    /// What the labels are, for messages.
    var labels: [String] = []

    /// The arguments that must be given.
    var required: [String] = []

    /// The arguments that may be given.
    var optional: [String] = []

    /// The nested blocks by type.
    var blocks: [String: BlockSchema] = [:]

    /// The types of nested blocks that Terraform keeps for later.
    var reserved: [String] = []

    /// Whether other arguments and blocks are a provider's or a module's business.
    var isOpen = false

    /// The arguments whose strings are expressions, not templates, in the JSON notation.
    var references: Set<String> = []

    /// The arguments whose strings stand for themselves in the JSON notation.
    var plain: Set<String> = []

    /// A whole file.
    static let file = BlockSchema(
        blocks: [
            "terraform": terraform, "variable": variable, "output": output, "locals": locals,
            "module": module, "provider": provider, "resource": resource, "data": data,
            "ephemeral": ephemeral, "moved": moved, "removed": removed, "import": `import`, "check": check,
        ])

    private static let open = BlockSchema(isOpen: true)

    private static let condition = BlockSchema(required: ["condition", "error_message"])

    private static let terraform = BlockSchema(
        optional: ["required_version", "experiments", "language"],
        blocks: [
            "required_providers": BlockSchema(isOpen: true, references: ["configuration_aliases"]),
            "provider_meta": BlockSchema(labels: ["provider"], isOpen: true),
            "backend": BlockSchema(labels: ["type"], isOpen: true),
            "cloud": BlockSchema(
                optional: ["organization", "hostname", "token"],
                blocks: ["workspaces": open], isOpen: true),
        ])

    private static let variable = BlockSchema(
        labels: ["name"], optional: ["description", "default", "type", "sensitive", "nullable", "ephemeral"],
        blocks: ["validation": condition], references: ["type"], plain: ["default"])

    private static let output = BlockSchema(
        labels: ["name"], required: ["value"],
        optional: ["description", "depends_on", "sensitive", "ephemeral"],
        blocks: ["precondition": condition], references: ["depends_on"])

    private static let locals = BlockSchema(isOpen: true)

    private static let module = BlockSchema(
        labels: ["name"], required: ["source"],
        optional: ["version", "count", "for_each", "depends_on", "providers"], isOpen: true,
        references: ["depends_on", "providers"], plain: ["source", "version"])

    private static let provider = BlockSchema(
        labels: ["name"], optional: ["alias", "version"], reserved: ["lifecycle", "locals"], isOpen: true,
        plain: ["alias", "version"])

    private static let lifecycle = BlockSchema(
        optional: ["create_before_destroy", "prevent_destroy", "ignore_changes", "replace_triggered_by"],
        blocks: ["precondition": condition, "postcondition": condition],
        references: ["ignore_changes", "replace_triggered_by"])

    private static let provisioner = BlockSchema(
        labels: ["type"], optional: ["when", "on_failure"], blocks: ["connection": open],
        reserved: ["lifecycle"], isOpen: true,
        references: ["when", "on_failure"])

    private static let resource = BlockSchema(
        labels: ["type", "name"], optional: ["count", "for_each", "provider", "depends_on"],
        blocks: ["lifecycle": lifecycle, "connection": open, "provisioner": provisioner],
        reserved: ["locals"], isOpen: true,
        references: ["provider", "depends_on"])

    private static let data = BlockSchema(
        labels: ["type", "name"], optional: ["count", "for_each", "provider", "depends_on"],
        blocks: ["lifecycle": lifecycle], reserved: ["locals"], isOpen: true,
        references: ["provider", "depends_on"])

    private static let ephemeral = data

    private static let moved = BlockSchema(required: ["from", "to"], references: ["from", "to"])

    private static let removed = BlockSchema(
        required: ["from"],
        blocks: [
            "lifecycle": BlockSchema(optional: ["destroy"]), "connection": open, "provisioner": provisioner,
        ],
        references: ["from"])

    private static let `import` = BlockSchema(
        required: ["to"], optional: ["id", "identity", "provider", "for_each"],
        references: ["to", "provider"])

    private static let check = BlockSchema(
        labels: ["name"], blocks: ["data": data, "assert": condition])
}
