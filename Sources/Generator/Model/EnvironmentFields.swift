import JSON
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
        let spec = subject.environment.spec
        let hasHeader = subject.system.hasCDN && subject.system.spec.isOn("cdn", "origin_verify")
        return spec.sortedMembers("services").map { member in
            guard case .map(var map) = SpecMirror.value(member.value) else { return .null }
            let rules = member.value.at("routing").map { routing in
                // Two header values while the secret is rotated.
                ListenerRules(routing, headerValues: hasHeader ? 2 : 0).rules
            }
            let routed = member.value.text("exposure") == "alb" ? rules ?? [] : []
            map["name"] = .string(member.key)
            map["rules"] = .list(
                routed.enumerated().map { ServiceFields.rule.value(of: (String($0.offset + 1), $0.element)) })
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
