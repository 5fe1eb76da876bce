extension SpecRule {
    /// E-NET-01.
    static let illegalCIDR = error(
        "illegal-cidr", "E-NET-01", "a text that is no IPv4 range, or one with bits behind its prefix")

    /// E-NET-02.
    static let illegalVPCSize = error(
        "illegal-vpc-size", "E-NET-02", "a VPC larger or smaller than AWS allows")

    /// E-NET-03.
    static let overlappingRegions = error("overlapping-regions", "E-NET-03", "two VPCs with common addresses")

    /// W-NET-10.
    static let publicVPCRange = warning("public-vpc-range", "W-NET-10", "a VPC in public address space")

    /// E-NET-12.
    static let misplacedNetworkSource = error(
        "misplaced-network-source", "E-NET-12",
        "an existing network that nothing names, or a new one that is named")

    /// W-NET-13.
    static let unreachableImages = warning(
        "unreachable-images", "W-NET-13", "tasks that can reach neither a NAT gateway nor the image registry")

    /// E-NET-14.
    static let missingIPv6ACLRule = error(
        "missing-ipv6-acl-rule", "E-NET-14", "network ACL rules of your own that drop all IPv6 traffic")

    /// E-NET-15.
    static let duplicateACLRule = error(
        "duplicate-acl-rule", "E-NET-15", "two rules of a network ACL with one number and direction")

    /// E-NET-16.
    static let dockerBridgeRange = error(
        "docker-bridge-range", "E-NET-16", "a VPC on the addresses that Docker uses on EC2 instances")
}

/// Rules about the networks of the regions.
enum NetworkChecks {
    static let rules: [SpecRule] = [
        .illegalCIDR, .illegalVPCSize, .overlappingRegions, .publicVPCRange, .misplacedNetworkSource,
        .unreachableImages, .missingIPv6ACLRule, .duplicateACLRule, .dockerBridgeRange,
    ]
    static let all: [Check] = [
        ranges, vpcSizes, regionOverlaps, publicRanges, networkSources, imageAccess, ipv6Rules, ruleNumbers,
        dockerBridge,
    ]

    /// The networks that infragen makes, with the regions that they are in.
    static func created(_ run: CheckRun) -> [RegionSpec] {
        run.spec.regions.filter { $0.network.mode == .create }
    }

    /// Says what is wrong with a text that should be a range; a name is found in `what`.
    private static func reportRange(_ run: inout CheckRun, _ text: String, _ path: SpecPath) {
        guard let range = CIDRBlock(text) else {
            run.report(
                .illegalCIDR, path, "\"\(text)\" is no IPv4 range", help: "write it as 10.0.0.0/16")
            return
        }
        guard !range.isCanonical else { return }
        run.report(
            .illegalCIDR, path, "\"\(text)\" has bits set behind its prefix",
            help: "did you mean \"\(range.canonical)\"?")
    }

    @Sendable private static func ranges(_ run: inout CheckRun) {
        for region in created(run) {
            let network = region.network
            reportRange(&run, network.vpcCIDR, network.path["vpc_cidr"])
            for (name, subnets) in network.subnetLists {
                for (index, subnet) in subnets.enumerated() {
                    reportRange(&run, subnet, network.path[name][index])
                }
            }
        }
        let path = SpecPath.root["load_balancer"]["ingress_cidrs"]
        for (index, range) in run.spec.loadBalancer.ingressCIDRs.enumerated() {
            reportRange(&run, range, path[index])
        }
    }

    @Sendable private static func vpcSizes(_ run: inout CheckRun) {
        for region in created(run) {
            let network = region.network
            guard let range = CIDRBlock(network.vpcCIDR) else { continue }
            let path = network.path["vpc_cidr"]
            if !(16...28).contains(range.prefix) {
                run.report(
                    .illegalVPCSize, path, "\(range) is not of a size that AWS allows", help: "use /16 to /28"
                )
            } else if range.prefix > 24,
                ["public_subnets", "private_subnets"].contains(where: { !run.isWritten(network.path[$0]) })
            {
                run.report(
                    .illegalVPCSize, path, "\(range) is too small for the subnets of a preset",
                    help: "use /16 to /24, or give public_subnets and private_subnets")
            }
        }
    }

    @Sendable private static func regionOverlaps(_ run: inout CheckRun) {
        let regions = created(run)
        for (index, region) in regions.enumerated() {
            guard let range = CIDRBlock(region.network.vpcCIDR) else { continue }
            for other in regions.prefix(index) {
                guard let otherRange = CIDRBlock(other.network.vpcCIDR), range.overlaps(otherRange) else {
                    continue
                }
                run.reportSentence(
                    .overlappingRegions, region.network.path["vpc_cidr"],
                    "\(other.name) \(otherRange) and \(region.name) \(range) overlap",
                    with: [other.network.path["vpc_cidr"]],
                    help: "peering and replication need disjoint ranges")
            }
        }
    }

    @Sendable private static func publicRanges(_ run: inout CheckRun) {
        for region in created(run) {
            guard let range = CIDRBlock(region.network.vpcCIDR), !range.isPrivate else { continue }
            run.report(
                .publicVPCRange, region.network.path["vpc_cidr"], "\(range) is public address space",
                help: "use a part of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16")
        }
    }

    @Sendable private static func networkSources(_ run: inout CheckRun) {
        for region in run.spec.regions {
            let network = region.network
            if network.mode == .existing, network.existing.vpcID == nil, network.existing.vpcTags.isEmpty {
                run.report(
                    .misplacedNetworkSource, network.path["mode"], "\"existing\" needs vpc_id or vpc_tags",
                    help: "add \"vpc_id\": \"vpc-...\"")
            }
            guard network.mode == .create else { continue }
            let names = [
                "vpc_id", "vpc_tags", "public_subnet_tags", "private_subnet_tags", "database_subnet_tags",
                "public_subnet_ids", "private_subnet_ids", "database_subnet_ids",
            ]
            for name in names where run.isWritten(network.path[name]) {
                run.reportSentence(
                    .misplacedNetworkSource, network.path[name],
                    "\(network.path[name]) is for an existing network, but this one is made",
                    help: "add \"mode\": \"existing\", or remove it")
            }
        }
    }

    @Sendable private static func imageAccess(_ run: inout CheckRun) {
        guard !run.spec.services.isEmpty else { return }
        for region in created(run) where !region.network.nat {
            let needed = ["ecr.api", "ecr.dkr", "logs"]
            let missing = needed.filter { !region.network.interfaceEndpoints.contains($0) }
            let misses = missing + (region.network.gatewayEndpoints.contains("s3") ? [] : ["s3"])
            guard !misses.isEmpty else { continue }
            run.report(
                .unreachableImages, region.network.path["nat"],
                "without NAT the tasks cannot pull images or write logs",
                with: [region.network.path["interface_endpoints"]],
                help: misses == ["s3"]
                    ? "add \"s3\" to gateway_endpoints"
                    : "add interface_endpoints for \(missing.joined(separator: ", ", last: " and "))")
        }
    }

    @Sendable private static func ipv6Rules(_ run: inout CheckRun) {
        for region in created(run) where region.network.ipv6 && region.network.networkACLs {
            for (name, rules) in region.network.aclRules {
                for egress in [false, true]
                where !rules.values.contains(where: { $0.egress == egress && $0.ipv6CIDRBlock != nil }) {
                    run.report(
                        .missingIPv6ACLRule, region.network.path[name],
                        "no rule admits IPv6 traffic that \(egress ? "leaves" : "enters")",
                        with: [region.network.path["ipv6"]],
                        help: "add a rule with \"ipv6_cidr_block\": \"::/0\", or leave the rules to infragen")
                }
            }
        }
    }

    @Sendable private static func ruleNumbers(_ run: inout CheckRun) {
        for region in created(run) {
            for (name, rules) in region.network.aclRules {
                var owners: [String: String] = [:]
                for key in rules.keys.sorted() {
                    guard let rule = rules[key] else { continue }
                    let direction = rule.egress ? "egress" : "ingress"
                    let path = region.network.path[name]
                    if let other = owners["\(direction) \(rule.ruleNumber)"] {
                        run.reportSentence(
                            .duplicateACLRule, path[key]["rule_number"],
                            "\(path): rule number \(rule.ruleNumber) is used twice for \(direction)",
                            with: [path[other]["rule_number"]],
                            help: "give each rule of a direction its own number")
                    }
                    owners["\(direction) \(rule.ruleNumber)"] = key
                }
            }
        }
    }

    @Sendable private static func dockerBridge(_ run: inout CheckRun) {
        guard run.spec.cluster.ec2Capacity != nil, let bridge = CIDRBlock("172.17.0.0/16") else { return }
        for region in created(run) {
            guard let range = CIDRBlock(region.network.vpcCIDR), range.overlaps(bridge) else { continue }
            run.report(
                .dockerBridgeRange, region.network.path["vpc_cidr"],
                "\(range) collides with Docker's bridge (172.17.0.0/16) on EC2 instances",
                with: [.root["cluster"]["ec2_capacity"]], help: "use another range")
        }
    }
}

extension NetworkSpec {
    /// The lists of subnets by the name of their field.
    var subnetLists: [(name: String, subnets: [String])] {
        [
            ("public_subnets", publicSubnets), ("private_subnets", privateSubnets),
            ("database_subnets", databaseSubnets),
        ]
    }

    /// The network ACL rules that the author gives, by the name of their field.
    var aclRules: [(name: String, rules: [String: ACLRuleSpec])] {
        [("public_acl_rules", publicACLRules), ("private_acl_rules", privateACLRules)]
            .compactMap { name, rules in rules.map { (name, $0) } }
    }
}
