import JSON
import TemplateEngine

/// Which structure the spec needs anywhere: in some region, environment or service.
///
/// A module serves all of them, so a block is rendered when one of them needs it.
enum FeatureFields {
    static let record = Record<SystemModel>(edge + services + network + data + operations)

    private static let edge: [Field<SystemModel>] = [
        .flag("directories") { $0.spec.at("terraform")?.text("layout") == "directories" },
        .flag("dns") { $0.spec.at("dns") != nil },
        .flag("certificate") { $0.hasCertificate },
        .flag("certificate_lookup") { $0.looksUpCertificate },
        .flag("zone_lookup") { model in
            model.anySpec { $0.at("dns", "zone_id") != nil || ($0.at("dns")?.holds("zone_tags") ?? false) }
        },
        .flag("created_certificate") { !$0.certificateRegions.isEmpty },
        .flag("certificate_replicas") { $0.certificateRegions.count > 1 },
        .flag("https") { $0.hasHTTPS },
        .flag("cdn") { $0.hasCDN },
        .flag("cloudfront_ingress") {
            $0.hasCDN && $0.spec.at("load_balancer")?.text("ingress") == "cloudfront"
        },
        .flag("ingress_cidrs") { model in
            model.services.contains { $0.isOnNLB }
                || !(model.hasCDN && model.spec.at("load_balancer")?.text("ingress") == "cloudfront")
        },
        .flag("origin_verify") { $0.hasCDN && $0.spec.isOn("cdn", "origin_verify") },
        .flag("static_site") { $0.hasCDN && $0.spec.isOn("cdn", "static_site", "enabled") },
        .flag("health_check_alarm") { model in
            model.spec.at("dns") != nil && model.hasALB
                && model.spec.at("cdn", "health_check")?.text("mode") == "alarm"
        },
        .flag("regional_waf") { $0.spec.at("load_balancer")?.holds("web_acl_arns") ?? false },
        .flag("access_logs") { $0.spec.isOn("load_balancer", "access_logs") },
        .flag("alb") { $0.hasALB },
        .flag("load_balancer") { model in model.hasALB || model.services.contains { $0.isOnNLB } },
        .flag("alb_services") { model in model.services.contains { $0.isOnALB } },
        .flag("default_service") { $0.defaultService != nil },
        .flag("default_codedeploy") { $0.defaultService?.isBlueGreen ?? false },
        .flag("routed") { some($0) { $0.isRouted } },
        .flag("weights") { some($0) { $0.isWeighted } },
        .flag("nlb") { model in model.services.contains { $0.isOnNLB } },
        .flag("nlb_tls") { model in
            model.services.contains { $0.isOnNLB && $0.spec.text("protocol") == "TLS" }
        },
        .flag("nlb_udp") { model in
            model.services.contains { $0.isOnNLB && $0.spec.text("protocol").contains("UDP") }
        },
        .flag("us_east_1_extra") { $0.needsUSEast1 && !$0.isUSEast1Region },
        .flag("us_east_1_certificate") { !$0.isUSEast1Region && $0.certificateRegions.contains("us-east-1") },
    ]

    private static let services: [Field<SystemModel>] = [
        .flag("services") { !$0.services.isEmpty },
        .flag("renames") { some($0) { $0.spec.at("was") != nil } },
        .flag("application") { $0.hasApplication },
        .flag("application_paths") { model in
            model.hasCDN && model.services.contains { $0.isOnALB }
                && (model.spec.at("application")?.holds("paths") ?? false)
        },
        .flag("ec2_capacity") { !$0.services.isEmpty && $0.spec.at("cluster", "ec2_capacity") != nil },
        .flag("fixed") { some($0) { $0.deployment == nil && $0.isAutoscaled(false) } },
        .flag("autoscaled") { some($0) { $0.deployment == nil && $0.isAutoscaled(true) } },
        .flag("pipeline_fixed") { some($0) { $0.isPipelineOwned && $0.isAutoscaled(false) } },
        .flag("pipeline_autoscaled") { some($0) { $0.isPipelineOwned && $0.isAutoscaled(true) } },
        .flag("pipeline_owned") { some($0) { $0.isPipelineOwned } },
        .flag("codedeploy_fixed") { some($0) { $0.isBlueGreen && $0.isAutoscaled(false) } },
        .flag("codedeploy_autoscaled") { some($0) { $0.isBlueGreen && $0.isAutoscaled(true) } },
        .flag("codedeploy") { some($0) { $0.isBlueGreen } },
        .flag("scaled") { some($0) { $0.isAutoscaled(true) } },
        .flag("target_tracking") { someScaling($0) { $0.text("mode") == "target_tracking" } },
        .flag("step_scaling") { someScaling($0) { $0.text("mode") == "step" } },
        .flag("requests_scaling") { someScaling($0) { $0.at("requests_per_target") != nil } },
        .flag("custom_metrics") { someScaling($0) { $0.holds("custom_metrics") } },
        .flag("canary") { some($0) { $0.hasCanary } },
        .flag("secrets") { some($0) { $0.spec.holds("secrets") } },
        .flag("permissions") { some($0) { $0.spec.holds("permissions") } },
        .flag("service_peers") { some($0) { !$0.connections.isEmpty } },
        .flag("rollback_alarms") { some($0) { $0.spec.isOn("deployment", "rollback_alarms") } },
        .flag("container_definitions") { some($0) { $0.spec.at("container_definitions_file") != nil } },
        .flag("execute_command") { some($0) { $0.spec.isOn("execute_command") } },
        .flag("pipelines") { some($0) { $0.spec.at("pipeline") != nil } },
        .flag("pipeline_connection") { some($0) { sourceType($0) == "connection" } },
        .flag("pipeline_codecommit") { some($0) { sourceType($0) == "codecommit" } },
        .flag("pipeline_approval") { some($0) { $0.spec.isOn("pipeline", "manual_approval") } },
        .flag("functions") { $0.spec.holds("functions") },
        .flag("functions_in_vpc") { someFunction($0) { $0.isOn("in_vpc") } },
        .flag("functions_scheduled") { someFunction($0) { $0.at("schedule") != nil } },
        .flag("functions_permissions") { someFunction($0) { $0.holds("permissions") } },
    ]

    private static let network: [Field<SystemModel>] = [
        .flag("has_secondary") { $0.secondary != nil },
        .flag("optional_regions") { $0.regions.contains { $0.isOptional } },
        .flag("created_network") { !$0.createdNetworks.isEmpty },
        .flag("subnet_ids") { model in
            ["public", "private", "database"].contains { kind in
                model.networks.contains { $0.holds("\(kind)_subnet_ids") }
            }
        },
        .flag("existing_network") { model in model.networks.contains { $0.text("mode") == "existing" } },
        .flag("nat") { $0.isOnSomewhere("nat") },
        .flag("nat_varies") { $0.varies("nat") },
        .flag("ipv6") { $0.isOnSomewhere("ipv6") },
        .flag("ipv6_varies") { $0.varies("ipv6") },
        .flag("network_acls") { $0.isOnSomewhere("network_acls") },
        .flag("network_acls_varies") { $0.varies("network_acls") },
        .flag("flow_logs") { $0.isOnSomewhere("flow_logs") },
        .flag("flow_logs_varies") { $0.varies("flow_logs") },
        .flag("database_subnets") { $0.createdNetworks.contains { $0.holds("database_subnets") } },
        .flag("gateway_endpoints") { $0.createdNetworks.contains { $0.holds("gateway_endpoints") } },
        .flag("interface_endpoints") { $0.createdNetworks.contains { $0.holds("interface_endpoints") } },
    ]

    private static let data: [Field<SystemModel>] = [
        .flag("database") { $0.spec.at("database") != nil },
        .flag("database_global") { $0.spec.at("database")?.text("mode") == "global" },
        .flag("database_password") { $0.spec.at("database")?.text("mode") == "global" },
        .flag("cache") { $0.spec.at("cache") != nil },
        .flag("cache_failover") { model in
            model.spec.at("cache") != nil && !model.anySpec { ($0.at("cache", "nodes")?.int ?? 0) < 2 }
        },
        .flag("storage_replication") {
            $0.secondary != nil && ($0.spec.at("storage")?.holds("replicate") ?? false)
        },
        .flag("registry") { $0.createsRegistry },
        .flag("existing_keys") { $0.spec.at("encryption")?.text("mode") == "existing" },
        .flag("existing_topics") { $0.spec.at("notifications")?.text("mode") == "existing" },
        .flag("backend") { $0.spec.at("backend") != nil },
        .flag("write_only_secrets") { $0.spec.isOn("terraform", "write_only_secrets") },
    ]

    private static let operations: [Field<SystemModel>] = [
        .flag("pagerduty") { callsPagerDuty($0) },
        .flag("slack") { $0.spec.at("notifications", "slack") != nil },
        .flag("backup") { $0.spec.isOn("backup", "enabled") },
        .flag("backup_copy") {
            $0.spec.isOn("backup", "enabled") && $0.spec.isOn("backup", "copy_to_secondary")
                && $0.secondary != nil
        },
        .flag("dashboard") { $0.spec.isOn("monitoring", "dashboard") },
        // A dashboard holds 500 widgets, and a service has four in each region.
        .flag("large_dashboard") { $0.services.count * $0.regions.count > 100 },
        .flag("cost") { $0.spec.at("cost", "monthly_limit_usd") != nil },
        .flag("cloudtrail") { $0.anySpec { $0.isOn("security", "cloudtrail") } },
        .flag("guardduty") { $0.anySpec { $0.isOn("security", "guardduty") } },
        .flag("config") { $0.anySpec { $0.isOn("security", "config") } },
        .flag("security") { model in
            ["cloudtrail", "guardduty", "config"].contains { name in
                model.anySpec { $0.isOn("security", name) }
            }
        },
        .flag("account_owner") {
            $0.createsRegistry || $0.spec.at("cost", "monthly_limit_usd") != nil
        },
        .flag("account_data") { needsAccount($0) },
        .flag("global") { $0.spec.at("dns") != nil || $0.needsUSEast1 || $0.createsRegistry },
        .flag("passwords") { model in
            model.spec.at("database")?.text("mode") == "global" || model.spec.isOn("cache", "auth")
                || (model.hasCDN && model.spec.isOn("cdn", "origin_verify"))
                || callsPagerDuty(model)
        },
    ]

    /// Whether topics of infragen's own have PagerDuty as a subscriber.
    private static func callsPagerDuty(_ model: SystemModel) -> Bool {
        guard let notifications = model.spec.at("notifications") else { return false }
        return notifications.text("mode") == "create" && notifications.holds("pagerduty")
    }

    private static func some(_ model: SystemModel, _ holds: (ServiceModel) -> Bool) -> Bool {
        model.services.contains(where: holds)
    }

    /// Whether the scaling of some service, switched on in some environment, has a property.
    private static func someScaling(_ model: SystemModel, _ holds: (JSONValue) -> Bool) -> Bool {
        model.services.contains { service in
            ([service.spec] + service.environments).contains { spec in
                spec.isOn("autoscaling", "enabled") && (spec.at("autoscaling").map(holds) ?? false)
            }
        }
    }

    private static func someFunction(_ model: SystemModel, _ holds: (JSONValue) -> Bool) -> Bool {
        model.anySpec { spec in spec.sortedMembers("functions").contains { holds($0.value) } }
    }

    private static func sourceType(_ service: ServiceModel) -> String? {
        service.spec.at("pipeline", "source")?.text("type")
    }

    /// Whether the root writes an ARN that holds the account.
    private static func needsAccount(_ model: SystemModel) -> Bool {
        model.services.contains { service in
            service.spec.sortedMembers("secrets").contains { $0.value.at("parameter") != nil }
                || namesAccount(service.spec)
        } || model.spec.sortedMembers("functions").contains { namesAccount($0.value) }
    }

    /// Whether a permission of a service or function names something by an ARN with the account in it.
    private static func namesAccount(_ workload: JSONValue) -> Bool {
        workload.sortedMembers("permissions").contains { statement in
            statement.value.texts("resources").contains { $0.contains("{account}") || $0.hasPrefix("table:") }
        }
    }
}
