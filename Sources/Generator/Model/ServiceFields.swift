import JSON
import Spec
import TemplateEngine

/// What templates see of a service beside its completed spec.
enum ServiceFields {
    static let derived = Record<ServiceModel>([
        .text("name") { $0.name },
        .text("id") { $0.id },
        .optionalText("was_id") { $0.spec.at("was")?.string.map(RegionModel.identifier) },
        .optionalText("registry_id") { $0.repository.map(RegionModel.identifier) },
        .flag("on_alb") { $0.isOnALB },
        .flag("on_nlb") { $0.isOnNLB },
        .flag("is_default") { $0.isOnALB && $0.isDefault },
        .flag("is_routed") { $0.isRouted },
        .flag("is_weighted") { $0.isWeighted },
        .flag("has_canary") { $0.hasCanary },
        .flag("is_blue_green") { $0.isBlueGreen },
        .flag("is_pipeline_owned") { $0.isPipelineOwned },
        .flag("uses_database") { $0.connections.contains("database") },
        .flag("uses_cache") { $0.connections.contains("cache") },
        .flag("uses_udp") { $0.isOnNLB && $0.spec.text("protocol").contains("UDP") },
        .flag("scales_on_requests") { service in
            service.isOnALB
                && ([service.spec] + service.environments).contains {
                    $0.isOn("autoscaling", "enabled") && $0.at("autoscaling", "requests_per_target") != nil
                }
        },
        .records("target_groups", targetGroup) { $0.targetGroups },
        .records("secrets", SecretReference.record) { SecretReference.all(of: $0.spec) },
        .records("permissions", Permission.record) { Permission.all(of: $0.spec) },
    ])

    private static let targetGroup = Record<ServiceModel.TargetGroup>([
        .text("key") { $0.key },
        .text("variant") { $0.variant },
        Field("direct_priority", .nullable(.number)) { group in group.directPriority.map { .int($0) } ?? .null
        },
    ])

    /// What a variable file sees of a service in one environment: its completed spec there, and its rules.
    static let rule = Record<(key: String, rule: ListenerRule)>([
        .text("key") { $0.key },
        Field("priority", .number) { .int($0.rule.priority) },
        .texts("paths") { $0.rule.paths },
        .texts("hosts") { $0.rule.hosts },
    ])
}
