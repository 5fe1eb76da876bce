import JSON
import Spec
import TemplateEngine

/// What templates see of a region.
enum RegionFields {
    /// A region together with the system it belongs to.
    typealias Subject = (region: RegionModel, system: SystemModel)

    static func record(network: TemplateShape) -> Record<Subject> {
        Record([
            .text("name") { $0.region.name },
            .text("id") { $0.region.id },
            .text("code") { $0.region.code },
            .text("role") { $0.region.isPrimary ? "primary" : "secondary" },
            .flag("is_primary") { $0.region.isPrimary },
            .flag("is_optional") { $0.region.isOptional },
            .flag("has_optional_base") { $0.region.hasOptionalBase },
            Field("kms", .reference) { reference(to: "kms", in: $0.region) },
            Field("network", network) { SpecMirror.value($0.region.network) },
            .flag("creates_certificate") { $0.system.certificateRegions.contains($0.region.name) },
            .flag("looks_up_certificate") {
                $0.system.looksUpCertificate && $0.system.regionsWithCertificate.contains($0.region.name)
            },
            .flag("owns_validation") { $0.system.validationRegion == $0.region.name },
            .optionalText("existing_certificate_arn") {
                $0.system.spec.at("certificate", "existing_arns", $0.region.name)?.string
            },
            .optionalText("web_acl_arn") {
                $0.system.spec.at("load_balancer", "web_acl_arns", $0.region.name)?.string
            },
            // Route 53 watches the region that serves and the one that takes over.
            .flag("answers_health") {
                $0.region.isPrimary || $0.region.name == $0.system.secondary?.name
            },
            .records("secrets", SecretReference.record) { SecretReference.lookUps(of: $0.system.services) },
        ])
    }

    /// The module calls of a region, as references: `module.vpc_us_east_1`, with `[0]` where the call has a
    /// count.
    static let modules = Record<RegionModel>(
        [
            "kms", "vpc", "notifications", "storage", "certificate", "alb", "nlb", "database", "cache",
            "ecs_cluster", "application", "functions", "monitoring",
        ].map { module in
            Field(module, .reference) { region in reference(to: module, in: region) }
        })

    /// What a region has even where only us-east-1 as the home of global things asks for it.
    private static let base: Set<String> = ["kms", "notifications", "certificate"]

    /// The reference to the call of a module in a region.
    static func reference(to module: String, in region: RegionModel) -> TemplateValue {
        let isOptional = base.contains(module) ? region.hasOptionalBase : region.isOptional
        guard let reference = TemplateReference("module", "\(module)_\(region.id)") else { return .null }
        return .reference(isOptional ? reference.index(0) : reference)
    }
}
