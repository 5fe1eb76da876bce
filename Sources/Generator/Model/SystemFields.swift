import JSON
import Spec
import TemplateEngine

/// The names that templates see at the top: of every file, of a file per region, of a file per environment.
struct SystemFields: Sendable {
    let system: Record<SystemModel>
    let region: Record<RegionFields.Subject>
    let environment: Record<EnvironmentFields.Subject>

    /// A service as every file sees it, without its module calls.
    private let service: TemplateShape

    /// Builds the names over the fields that the spec has.
    init(schema: SpecSchema) {
        let shapes = SpecShapes(schema)
        service = shapes.service
        region = RegionFields.record(network: shapes.network)
        environment = EnvironmentFields.record(
            spec: shapes.spec, service: shapes.environmentService, network: shapes.environmentNetwork)
        system = Self.systemRecord(shapes, region, environment)
    }

    /// What every file sees.
    var systemScope: [String: TemplateShape] { Self.fields(of: system.shape) }

    /// What a file per region or per environment sees beside the system, or in place of it.
    func scope(of each: String?) -> [String: TemplateShape] {
        switch each {
        case "region":
            [
                "region": region.shape,
                "modules": RegionFields.modules.shape,
                "services": .list(service.adding(["module": .reference])),
            ]
        case "environment": ["environment": environment.shape]
        default: [:]
        }
    }

    private static func fields(of shape: TemplateShape) -> [String: TemplateShape] {
        if case .record(let fields) = shape { return fields }
        return [:]
    }

    /// The values of a file per region, on top of those of the system.
    func values(of region: RegionModel, in system: SystemModel) -> TemplateMap {
        let services = system.services.map { service -> TemplateValue in
            var map = Self.value(of: service)
            map["module"] = RegionFields.reference(to: "ecs_service_\(service.id)", in: region)
            return .map(map)
        }
        return TemplateMap([
            "region": self.region.value(of: (region, system)),
            "modules": RegionFields.modules.value(of: region),
            "services": .list(services),
        ])
    }

    /// The values of a file per environment, on top of those of the system.
    func values(of environment: EnvironmentModel, in system: SystemModel) -> TemplateMap {
        TemplateMap(["environment": self.environment.value(of: (environment, system))])
    }

    /// A service: its completed spec with what is derived from it on top.
    static func value(of service: ServiceModel) -> TemplateMap {
        guard case .map(let spec) = SpecMirror.value(service.spec),
            case .map(let derived) = ServiceFields.derived.value(of: service)
        else { return TemplateMap() }
        return spec.merging(derived)
    }

    private static func systemRecord(
        _ shapes: SpecShapes, _ region: Record<RegionFields.Subject>,
        _ environment: Record<EnvironmentFields.Subject>
    ) -> Record<SystemModel> {
        Record([
            .text("project") { $0.spec.text("project") },
            Field("spec", shapes.spec) { SpecMirror.value($0.spec) },
            Field("features", FeatureFields.record.shape) { FeatureFields.record.value(of: $0) },
            .records("regions", region) { system in system.regions.map { ($0, system) } },
            Field("primary", region.shape) { region.value(of: ($0.primary, $0)) },
            .records("secondaries", region) { system in system.secondaries.map { ($0, system) } },
            Field("secondary", .nullable(region.shape)) { system in
                system.secondary.map { region.value(of: ($0, system)) } ?? .null
            },
            Field("services", .list(shapes.service)) { .list($0.services.map { .map(value(of: $0)) }) },
            .records("environments", environment) { system in system.environments.map { ($0, system) } },
            .records("providers", provider) { providers(of: $0) },
            .records("functions", FunctionFields.record) { FunctionFields.all(of: $0.spec) },
            .optionalText("root_environment") { $0.rootEnvironment },
            .texts("secondary_names") { $0.secondaries.map(\.name) },
            .text("edge_module") { $0.services.contains { $0.isOnALB } ? "alb" : "application" },
            .text("validation_region") { $0.validationRegion.map(RegionModel.identifier) ?? "" },
            .optionalText("health_target_group") { $0.healthService.map { $0.awsName + "-current" } },
            .optionalText("existing_us_east_1_certificate") {
                $0.spec.at("certificate", "existing_arns", "us-east-1")?.string
            },
            .texts("registry_repositories") { repositories(of: $0) },
            .records("repositories", existingRepository) { existingRepositories(of: $0) },
        ])
    }

    /// A provider configuration: the regions, those being drained too, and us-east-1.
    ///
    /// The home of global things is always there, so that what stands in it can be removed.
    private static let provider = Record<String>([
        .text("name") { $0 },
        .text("id") { RegionModel.identifier($0) },
    ])

    private static func providers(of system: SystemModel) -> [String] {
        let names = system.providerRegions
        return names.contains("us-east-1") ? names : names + ["us-east-1"]
    }

    /// A repository that exists already and that a service takes its image from.
    private static let existingRepository = Record<(name: String, spec: JSONValue)>([
        .text("name") { $0.name },
        .text("id") { RegionModel.identifier($0.name) },
        .flag("has_tags") { $0.spec.holds("tags") },
    ])

    private static func existingRepositories(of system: SystemModel) -> [(name: String, spec: JSONValue)] {
        let used = Set(system.services.compactMap(\.repository))
        let members = system.spec.at("registry")?.sortedMembers("repositories") ?? []
        return members.filter { used.contains($0.key) }.map { ($0.key, $0.value) }
    }

    /// The repositories of the registry's namespace that the services take their images from.
    private static func repositories(of system: SystemModel) -> [String] {
        guard let namespace = system.spec.at("registry")?.text("namespace") else { return [] }
        let names = system.services.compactMap { service -> String? in
            let path = service.spec.text("image_repository").split(separator: "/").dropFirst()
            guard path.first.map(String.init) == namespace, path.count > 1 else { return nil }
            return path.dropFirst().joined(separator: "/")
        }
        return Array(Set(names)).sorted()
    }
}
