import JSON

/// One region of the system.
public struct RegionSpec: Sendable {
    /// What a region is for.
    public enum Role: String, Sendable, CaseIterable {
        /// It serves normally.
        case primary

        /// It takes over.
        case secondary
    }

    /// Whether anything stands in a region.
    public enum State: String, Sendable, CaseIterable {
        /// It is deployed.
        case active

        /// What stood there is removed, with the provider that stays for it.
        case draining
    }

    /// The name, such as `us-east-1`.
    public let name: String

    /// What the region is for.
    public let role: Role

    /// Whether anything stands there.
    public let state: State

    /// The network that everything else in the region stands in.
    public let network: NetworkSpec

    /// Where the region stands in the spec.
    public let path: SpecPath

    init(_ object: inout ObjectReader, index: Int, _ context: SpecContext) {
        path = object.path
        let name = object.required("name", .string, fallback: "", help: "region of AWS, such as us-east-1")
        self.name = name
        // Exactly one region is primary: the first one, unless another says that it is.
        let isPrimary = name == context.primaryRegion && context.regionNames.firstIndex(of: name) == index
        role = object.value(
            "role", .choice(Role.self), default: isPrimary ? "primary" : "secondary",
            derived: "primary for the first region", help: "which region serves and which takes over")
        state = object.value(
            "state", .choice(State.self), default: "active",
            help:
                "draining removes what stands there and keeps the provider, before the region may be deleted")
        network = object.section("network", help: "network of the region") {
            NetworkSpec(&$0, region: name, index: index, context.preset)
        }
    }

    /// The name as Terraform identifiers have it, such as `us_east_1`.
    public var id: String { name.replacing("-", with: "_") }

    /// The short code in resource names, such as `use1`.
    public var code: String { RegionTable.code(of: name) }
}
