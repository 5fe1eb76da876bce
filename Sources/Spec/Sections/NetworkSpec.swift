import JSON

/// The network of a region: made by infragen, or found by id and tags.
public struct NetworkSpec: Sendable {
    /// Whether the network is made or found.
    public enum Mode: String, Sendable, CaseIterable {
        /// infragen makes it.
        case create

        /// It is there already.
        case existing
    }

    /// The plan for zones and subnets that are not given.
    public enum Preset: String, Sendable, CaseIterable {
        /// Two zones.
        case twoAZ = "two_az"

        /// Three zones.
        case threeAZ = "three_az"
    }

    /// Whether the network is made or found.
    public let mode: Mode

    /// The plan for zones and subnets that are not given.
    public let preset: Preset

    /// The IPv4 range of the VPC.
    public let vpcCIDR: String

    /// The availability zones, in the order of the subnet lists.
    public let azs: [String]

    /// One range a zone for load balancers and NAT gateways.
    public let publicSubnets: [String]

    /// One range a zone for tasks and instances.
    public let privateSubnets: [String]

    /// One range a zone for databases; empty to place them in the private subnets.
    public let databaseSubnets: [String]

    /// Whether there are NAT gateways.
    public let nat: Bool

    /// Whether one NAT gateway serves all zones.
    public let singleNATGateway: Bool

    /// Whether the VPC has an IPv6 range too.
    public let ipv6: Bool

    /// Whether network ACLs are managed.
    public let networkACLs: Bool

    /// The rules of the public network ACL by name; nil for infragen's own.
    public let publicACLRules: [String: ACLRuleSpec]?

    /// The rules of the private network ACL by name; nil for infragen's own.
    public let privateACLRules: [String: ACLRuleSpec]?

    /// Whether traffic is recorded.
    public let flowLogs: Bool

    /// Days the flow log is kept.
    public let flowLogRetentionDays: Int

    /// The services with a gateway endpoint.
    public let gatewayEndpoints: [String]

    /// The services with an interface endpoint, such as `ecr.api`.
    public let interfaceEndpoints: [String]

    /// How an existing network is found.
    public let existing: ExistingNetworkSpec

    /// Where the network stands in the spec.
    public let path: SpecPath

    init(_ object: inout ObjectReader, region: String, index: Int, _ environment: EnvironmentPreset) {
        path = object.path
        mode = object.value(
            "mode", .choice(Mode.self), default: "create", help: "make the network, or use one that exists")
        let preset = object.value(
            "preset", .choice(Preset.self), default: "two_az",
            help: "plan for zones and subnets that are not given")
        self.preset = preset
        let plan = AddressPlan(
            preset: preset, region: region, index: index, cidr: object.written("vpc_cidr")?.string,
            azs: object.written("azs")?.elements?.compactMap(\.string), isCreated: mode == .create)
        vpcCIDR = object.value(
            "vpc_cidr", .string, default: .string(plan.vpcCIDR), derived: "10.<index of the region>.0.0/16",
            .perEnvironment, help: "IPv4 range of the VPC: /16 to /24 with a preset, /16 to /28 otherwise")
        azs = object.value(
            "azs", .list(of: .string), default: plan.azs,
            derived: "the first zones of the region, as the preset says",
            .perEnvironment, help: "2 to 6 availability zones of the region")
        publicSubnets = object.value(
            "public_subnets", .list(of: .string), default: plan.publicSubnets, derived: "from the preset",
            .perEnvironment, help: "one range a zone for load balancers and NAT gateways")
        privateSubnets = object.value(
            "private_subnets", .list(of: .string), default: plan.privateSubnets, derived: "from the preset",
            .perEnvironment, help: "one range a zone for tasks and instances")
        databaseSubnets = object.value(
            "database_subnets", .list(of: .string), default: [], .perEnvironment,
            help: "one range a zone for databases; empty to place them in the private subnets")
        nat = object.value("nat", .bool, default: true, help: "NAT gateways for the private subnets")
        singleNATGateway = object.value(
            "single_nat_gateway", .bool, default: .bool(environment.singleNATGateway ?? false),
            .perEnvironment,
            help: "one NAT gateway instead of one a zone")
        ipv6 = object.value(
            "ipv6", .bool, default: false, help: "IPv6 ranges, dual-stack load balancers, AAAA records")
        networkACLs = object.value("network_acls", .bool, default: true, help: "manage network ACLs")
        publicACLRules = object.optional(
            "public_acl_rules", .map(of: .object { ACLRuleSpec(&$0) }),
            help: "rules of the public network ACL by name; null for infragen's own")
        privateACLRules = object.optional(
            "private_acl_rules", .map(of: .object { ACLRuleSpec(&$0) }),
            help: "rules of the private network ACL by name; null for infragen's own")
        flowLogs = object.value("flow_logs", .bool, default: true, help: "record the traffic of the VPC")
        flowLogRetentionDays = object.value(
            "flow_log_retention_days", .integer(oneOf: RetentionDays.all, rule: .illegalRetention),
            default: 90,
            .perEnvironment, help: "days the flow log is kept")
        gatewayEndpoints = object.value(
            "gateway_endpoints", .list(of: .choice(["s3", "dynamodb"])), default: ["s3", "dynamodb"],
            help: "services reached without NAT, free of charge")
        interfaceEndpoints = object.value(
            "interface_endpoints", .list(of: .string), default: [],
            help: "services reached without NAT, such as ecr.api; each costs by the hour")
        existing = ExistingNetworkSpec(&object)
    }
}

/// How an existing network is found.
public struct ExistingNetworkSpec: Sendable {
    /// The id of the VPC; nil to find it by tags.
    public let vpcID: String?

    /// The tags of the VPC.
    public let vpcTags: [String: String]

    /// The tags of the public subnets.
    public let publicSubnetTags: [String: String]

    /// The tags of the private subnets.
    public let privateSubnetTags: [String: String]

    /// The tags of the database subnets; empty to use the private ones.
    public let databaseSubnetTags: [String: String]

    /// The subnets by id, where they are not found by tags.
    public let subnetIDs: [(name: String, ids: [String])]

    init(_ object: inout ObjectReader) {
        vpcID = object.optional("vpc_id", .string, .perEnvironment, help: "id of the existing VPC")
        vpcTags = object.value(
            "vpc_tags", .map(of: .string), default: [:], .perEnvironment, help: "tags of the existing VPC")
        publicSubnetTags = object.value(
            "public_subnet_tags", .map(of: .string), default: ["Tier": "public"], .perEnvironment,
            help: "tags of the existing public subnets")
        privateSubnetTags = object.value(
            "private_subnet_tags", .map(of: .string), default: ["Tier": "private"], .perEnvironment,
            help: "tags of the existing private subnets")
        databaseSubnetTags = object.value(
            "database_subnet_tags", .map(of: .string), default: [:], .perEnvironment,
            help: "tags of the existing database subnets; empty to use the private ones")
        let help = [
            "public_subnet": "ids of the existing public subnets, instead of their tags",
            "private_subnet": "ids of the existing private subnets, instead of their tags",
            "database_subnet": "ids of the existing database subnets, instead of their tags",
        ]
        subnetIDs = help.sorted { $0.key < $1.key }.map { name, help in
            (
                name,
                object.value(name + "_ids", .list(of: .string), default: [], .perEnvironment, help: help)
            )
        }
    }
}

/// One rule of a network ACL.
public struct ACLRuleSpec: Sendable {
    /// Whether the rule is about traffic that leaves.
    public let egress: Bool

    /// The place of the rule; the lowest number that matches decides.
    public let ruleNumber: Int

    /// The IPv6 range; nil for a rule about IPv4.
    public let ipv6CIDRBlock: String?

    init(_ object: inout ObjectReader) {
        egress = object.required("egress", .bool, fallback: false, help: "true for traffic that leaves")
        ruleNumber = object.required(
            "rule_number", .integer(1...32766), fallback: 1,
            help: "1-32766; the lowest number that matches decides")
        _ = object.value(
            "rule_action", .choice(["allow", "deny"]), default: "allow", help: "what happens to the traffic")
        _ = object.required("protocol", .string, fallback: "-1", help: "tcp, udp, icmp or -1 for all")
        _ = object.optional("from_port", .integer(0...65535), help: "first port")
        _ = object.optional("to_port", .integer(0...65535), help: "last port")
        _ = object.optional("cidr_block", .string, help: "IPv4 range; null for the range of the VPC")
        ipv6CIDRBlock = object.optional("ipv6_cidr_block", .string, help: "IPv6 range")
    }
}
