import JSON
import Spec

/// One region of the spec.
struct RegionModel {
    var name: String

    /// The name as an identifier: `us_east_1`.
    var id: String

    /// The short form in resource names: `use1`.
    var code: String
    var isPrimary: Bool

    /// Whether an environment leaves the region out.
    var isOptional: Bool

    /// Whether the region is us-east-1 and something that exists once needs its keys, topics or certificate: these
    /// stand there in every environment.
    var isEdge = false

    /// Whether the keys, topics and certificate of the region are missing where an environment leaves it out.
    var hasOptionalBase: Bool { isOptional && !isEdge }

    /// The completed `network` of the region.
    var network: JSONValue

    static func all(of spec: JSONValue, environments: [EnvironmentModel]) -> [RegionModel] {
        (spec["regions"]?.elements ?? []).map { region in
            let name = region.text("name")
            return RegionModel(
                name: name, id: identifier(name), code: RegionTable.code(of: name),
                isPrimary: region.text("role") == "primary",
                isOptional: !environments.allSatisfy { $0.regions.contains(name) },
                network: region["network"] ?? JSONValue(.object([])))
        }
    }

    /// A region's name as an identifier.
    static func identifier(_ name: String) -> String {
        String(name.map { $0 == "-" ? "_" : $0 })
    }
}
