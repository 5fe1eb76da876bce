import Testing

@testable import ProviderCatalogue

/// Facts looked up by hand in the provider's documentation and change log.
@Suite struct FactTests {
    static let catalogue = Catalogue.aws

    @Test(arguments: [
        ("aws_vpc", "arn", "computed string"),
        ("aws_vpc", "cidr_block", "optional computed string"),
        ("aws_vpc", "enable_dns_support", "optional bool"),
        ("aws_vpc", "tags", "optional map(string)"),
        ("aws_subnet", "vpc_id", "required string"),
        ("aws_security_group", "ingress", "optional computed set(object) as blocks"),
        ("aws_route_table", "route", "optional computed set(object) as blocks"),
        ("aws_lb", "access_logs", "block list 0...1"),
        ("aws_lb", "subnets", "optional computed set(string)"),
        ("aws_lb", "timeouts", "block single 0...1"),
        ("aws_lb_listener", "default_action", "block list 1..."),
        ("aws_lb_target_group", "health_check", "block list 0...1"),
        ("aws_ecs_service", "load_balancer", "block set 0..."),
        ("aws_ecs_service", "desired_count", "optional number"),
        ("aws_ecs_task_definition", "container_definitions", "required string"),
        ("aws_cloudfront_distribution", "origin", "block set 1..."),
        ("aws_cloudfront_distribution", "origin_group.member", "block list 2...2"),
        ("aws_cloudfront_distribution", "default_cache_behavior", "block list 1...1"),
        ("aws_cloudfront_distribution", "restrictions.geo_restriction.restriction_type", "required string"),
        ("aws_rds_cluster", "master_password", "optional sensitive string"),
        ("aws_codepipeline", "stage", "block list 2..."),
        ("aws_wafv2_web_acl", "rule.statement.managed_rule_group_statement.vendor_name", "required string"),
        (
            "aws_wafv2_web_acl", "rule.statement.and_statement.statement.byte_match_statement.search_string",
            "required string"
        ),
        ("aws_wafv2_web_acl", "region", "optional computed string"),
        ("aws_secretsmanager_secret_version", "secret_string_wo", "optional sensitive write-only string"),
        ("aws_eip", "vpc", "nothing"),
        ("aws_eip", "domain", "optional computed string"),
        ("aws_s3_bucket", "acl", "optional computed deprecated string"),
        ("aws_s3_bucket", "lifecycle_rule", "block list deprecated 0..."),
        ("aws_guardduty_detector", "datasources", "block list deprecated 0...1"),
    ])
    func newestVersion(type: String, path: String, expected: String) throws {
        let schema = try #require(Self.catalogue.resourceType(type))
        #expect(Self.meaning(of: path, in: schema, version: Self.catalogue.versions.count - 1) == expected)
    }

    @Test(arguments: [
        ("aws_eip", "vpc", "5.100.0", "optional computed deprecated bool"),
        ("aws_eip", "vpc", "6.0.0", "nothing"),
        ("aws_vpc", "region", "5.100.0", "nothing"),
        ("aws_vpc", "region", "6.0.0", "optional computed string"),
        ("aws_flow_log", "log_group_name", "5.100.0", "optional computed deprecated string"),
        ("aws_flow_log", "log_group_name", "6.0.0", "nothing"),
        ("aws_instance", "cpu_core_count", "5.100.0", "optional computed deprecated number"),
        ("aws_instance", "cpu_core_count", "6.0.0", "nothing"),
        ("aws_db_instance", "name", "4.67.0", "optional computed deprecated string"),
        ("aws_db_instance", "name", "5.3.0", "nothing"),
        ("aws_s3_bucket", "acl", "2.70.4", "optional string"),
        (
            "aws_wafv2_web_acl", "rule.statement.rate_based_statement.custom_key.asn", "6.47.0",
            "block list 0...1"
        ),
        ("aws_wafv2_web_acl", "rule.statement.rate_based_statement.custom_key.asn", "5.100.0", "nothing"),
    ])
    func olderVersions(type: String, path: String, version: String, expected: String) throws {
        let schema = try #require(Self.catalogue.resourceType(type))
        let index = try #require(Self.catalogue.versions.firstIndex { $0.description == version })
        #expect(Self.meaning(of: path, in: schema, version: index) == expected)
    }

    @Test(
        arguments: [
            ("aws_alb", "2.70.4", nil), ("aws_s3_bucket_versioning", "3.76.1", nil),
            ("aws_opsworks_stack", "2.70.4", "5.100.0"), ("aws_simpledb_domain", "2.70.4", "5.100.0"),
            ("aws_vpc_security_group_ingress_rule", "4.67.0", nil),
        ] as [(String, String, String?)])
    func lifetimes(type: String, first: String, last: String?) throws {
        let schema = try #require(Self.catalogue.resourceType(type))
        #expect(Self.catalogue.versions[schema.lifetime.lowerBound].description == first)
        let end = Self.catalogue.versions[schema.lifetime.upperBound]
        #expect(end.description == last ?? Self.catalogue.newestVersion.description)
    }

    @Test func doubtIsWhereSchemasAreMissing() {
        let doubtful = Self.catalogue.resourceTypeNames.filter {
            Self.catalogue.resourceType($0)?.doubt != nil
        }
        #expect(
            doubtful == [
                "aws_quicksight_analysis", "aws_quicksight_dashboard", "aws_quicksight_template",
                "aws_wafv2_web_acl_rule",
            ])
        let provider = Self.catalogue.providerType
        #expect(provider?.body.attributes(named: "region").count == 1)
        #expect(provider?.body.blocks(named: "endpoints").first?.body.isOpen == true)
        #expect(provider?.body.isOpen == false)
    }

    /// What a path means in a version, in words.
    static func meaning(of path: String, in type: TypeSchema, version: Int) -> String {
        var body = type.body
        var names = path.split(separator: ".").map(String.init)
        let last = names.removeLast()
        for name in names {
            guard
                let block = body.blocks(named: name).first(where: { $0.lifetime?.contains(version) ?? true })
            else { return "nothing" }
            body = block.body
        }
        if let attribute = body.attributes(named: last).first(where: {
            $0.lifetime?.contains(version) ?? true
        }) {
            return words(of: attribute)
        }
        if let block = body.blocks(named: last).first(where: { $0.lifetime?.contains(version) ?? true }) {
            let most = block.maximum.map(String.init) ?? ""
            return
                "block \(block.nesting)\(block.isDeprecated ? " deprecated" : "") \(block.minimum)...\(most)"
        }
        return "nothing"
    }

    private static func words(of attribute: AttributeSchema) -> String {
        let flags: [(AttributeSchema.Flags, String)] = [
            (.required, "required"), (.optional, "optional"), (.computed, "computed"),
            (.sensitive, "sensitive"),
            (.deprecated, "deprecated"), (.writeOnly, "write-only"),
        ]
        let words = flags.filter { attribute.flags.contains($0.0) }.map(\.1) + [name(of: attribute.type)]
        return words.joined(separator: " ") + (attribute.type.canBeWrittenAsBlocks ? " as blocks" : "")
    }

    private static func name(of type: AttributeType) -> String {
        switch type {
        case .string: "string"
        case .number: "number"
        case .bool: "bool"
        case .dynamic: "dynamic"
        case .list(let item): "list(\(name(of: item)))"
        case .set(let item): "set(\(name(of: item)))"
        case .map(let item): "map(\(name(of: item)))"
        case .object: "object"
        case .tuple: "tuple"
        }
    }
}
