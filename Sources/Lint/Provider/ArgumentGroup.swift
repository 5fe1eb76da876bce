/// Arguments of a type of resource that depend on each other.
///
/// The provider checks them in code of its own, so its schema does not tell; these are the groups that its
/// documentation states for the types that most trees have.
struct ArgumentGroup {
    /// How many of the names may be given.
    enum Number {
        case exactlyOne, atLeastOne, atMostOne
    }

    let number: Number
    let names: [String]

    /// The groups of a type of resource, without those of names and their prefixes.
    static func all(of type: String) -> [ArgumentGroup] { table[type] ?? [] }

    /// Names, and what takes the place of each: of these no type takes both.
    static let prefixes = [
        "bucket": "bucket_prefix", "cluster_identifier": "cluster_identifier_prefix",
        "identifier": "identifier_prefix", "name": "name_prefix",
    ]

    private static func one(_ names: String...) -> ArgumentGroup { Self(number: .exactlyOne, names: names) }
    private static func some(_ names: String...) -> ArgumentGroup { Self(number: .atLeastOne, names: names) }
    private static func most(_ names: String...) -> ArgumentGroup { Self(number: .atMostOne, names: names) }

    private static let peers = [
        one("cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id")
    ]

    private static let table: [String: [ArgumentGroup]] = [
        "aws_autoscaling_group": [one("launch_configuration", "launch_template", "mixed_instances_policy")],
        "aws_cloudwatch_event_rule": [some("event_pattern", "schedule_expression")],
        "aws_cloudwatch_metric_alarm": [
            some("statistic", "extended_statistic", "metric_query"), most("statistic", "extended_statistic"),
            most("metric_name", "metric_query"),
        ],
        "aws_db_instance": [most("password", "manage_master_user_password")],
        "aws_ecs_service": [most("launch_type", "capacity_provider_strategy")],
        "aws_flow_log": [
            one(
                "eni_id", "regional_nat_gateway_id", "subnet_id", "transit_gateway_attachment_id",
                "transit_gateway_id", "vpc_id")
        ],
        "aws_lambda_function": [one("filename", "image_uri", "s3_bucket")],
        "aws_lb": [most("subnets", "subnet_mapping")],
        "aws_rds_cluster": [most("master_password", "manage_master_user_password")],
        "aws_route": [
            one("destination_cidr_block", "destination_ipv6_cidr_block", "destination_prefix_list_id"),
            one(
                "carrier_gateway_id", "core_network_arn", "egress_only_gateway_id", "gateway_id",
                "local_gateway_id", "nat_gateway_id", "network_interface_id", "odb_network_arn",
                "transit_gateway_id", "vpc_endpoint_id", "vpc_peering_connection_id"),
        ],
        "aws_route53_record": [one("records", "alias"), most("ttl", "alias")],
        "aws_route_table_association": [one("gateway_id", "subnet_id")],
        "aws_ssm_parameter": [one("insecure_value", "value", "value_wo")],
        "aws_subnet": [most("availability_zone", "availability_zone_id")],
        "aws_vpc_security_group_egress_rule": peers,
        "aws_vpc_security_group_ingress_rule": peers,
    ]
}
