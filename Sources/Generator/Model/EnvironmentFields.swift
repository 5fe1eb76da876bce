import JSON
import Spec
import TemplateEngine

/// What a variable file sees of its environment.
enum EnvironmentFields {
    typealias Subject = (environment: EnvironmentModel, system: SystemModel)

    static func record(spec: TemplateShape, service: TemplateShape, network: TemplateShape) -> Record<Subject>
    {
        Record([
            .text("name") { $0.environment.name },
            .text("short_name") { $0.environment.shortName },
            .texts("regions") { $0.environment.regions },
            .flag("owns_account") { $0.environment.ownsAccount },
            Field("spec", spec) { SpecMirror.value($0.environment.spec) },
            Field("services", .list(service)) { .list(services(of: $0)) },
            Field("networks", .list(network)) { .list(networks(of: $0.environment)) },
        ])
    }

    /// The services with their name and their listener rules.
    private static func services(of subject: Subject) -> [TemplateValue] {
        // Two header values while the secret is rotated.
        let headerValues = subject.system.hasCDN && subject.system.spec.isOn("cdn", "origin_verify") ? 2 : 0
        return subject.environment.services.map { service in
            guard let completed = subject.environment.spec.at("services", service.name),
                case .map(var map) = SpecMirror.value(completed)
            else { return .null }
            let rules = service.listenerRules(headerValues: headerValues)
            map["name"] = .string(service.name)
            map["id"] = .string(service.id)
            let isShared = service.isOnALB && service.routing.isDefault && service.canary != nil
            map["has_rule"] = .bool(service.isRouted || isShared)
            map["rules"] = .list(
                rules.enumerated().map { ServiceFields.rule.value(of: (String($0.offset + 1), $0.element)) })
            return .map(map)
        }
    }

    /// The networks with the name of their region.
    private static func networks(of environment: EnvironmentModel) -> [TemplateValue] {
        (environment.spec["regions"]?.elements ?? []).map { region in
            guard let network = region["network"], case .map(var map) = SpecMirror.value(network) else {
                return .null
            }
            map["region"] = .string(region.text("name"))
            return .map(map)
        }
    }
}
