extension SpecRule {
    /// E-NET-04.
    static let subnetOutsideVPC = error(
        "subnet-outside-vpc", "E-NET-04", "a subnet that is not a part of its VPC")

    /// E-NET-05.
    static let overlappingSubnets = error(
        "overlapping-subnets", "E-NET-05", "two subnets with common addresses")

    /// E-NET-06.
    static let illegalZoneCount = error(
        "illegal-zone-count", "E-NET-06", "less than two zones, or more than six")

    /// E-NET-07.
    static let unknownZone = error(
        "unknown-zone", "E-NET-07", "a zone that is listed twice or not of the region")

    /// E-NET-08.
    static let subnetCountMismatch = error(
        "subnet-count-mismatch", "E-NET-08", "a list of subnets that has not one range for each zone")

    /// E-NET-09.
    static let smallSubnet = error("small-subnet", "E-NET-09", "a subnet too small for what stands in it")

    /// E-NET-11.
    static let unchosenZones = error(
        "unchosen-zones", "E-NET-11", "no zones in a region where not every account has the first ones")
}

/// Rules about zones and subnets.
enum SubnetChecks {
    static let rules: [SpecRule] = [
        .subnetOutsideVPC, .overlappingSubnets, .illegalZoneCount, .unknownZone, .subnetCountMismatch,
        .smallSubnet,
        .unchosenZones,
    ]
    static let all: [Check] = [zones, zoneNames, counts, insideVPC, overlaps, sizes]

    @Sendable private static func zones(_ run: inout CheckRun) {
        for region in NetworkChecks.created(run) {
            let path = region.network.path["azs"]
            let count = region.network.azs.count
            if count == 0, !run.isWritten(path), let facts = RegionTable.facts(of: region.name),
                facts.hasZoneGaps
            {
                let names = facts.zoneLetters.map { "\"\(region.name)\($0)\"" }.joined(separator: ", ")
                run.report(
                    .unchosenZones, path, "not every account has the same zones in \(region.name)",
                    with: [region.path["name"]], help: "list those of your account; there are \(names)")
            } else if count < 2 {
                run.report(
                    .illegalZoneCount, path, "at least 2 availability zones are needed, found \(count)",
                    help: "load balancers and databases stand in two zones or more")
            } else if count > 6 {
                run.report(
                    .illegalZoneCount, path, "at most 6 availability zones can be used, found \(count)",
                    help: "two or three are usual")
            }
        }
    }

    @Sendable private static func zoneNames(_ run: inout CheckRun) {
        for region in NetworkChecks.created(run) {
            let path = region.network.path["azs"]
            let letters = RegionTable.facts(of: region.name)?.zoneLetters ?? "abcdef"
            for (index, zone) in region.network.azs.enumerated() {
                if region.network.azs.firstIndex(of: zone) != index {
                    run.report(
                        .unknownZone, path[index], "\"\(zone)\" is listed twice",
                        help: "remove one of the two")
                } else if !letters.contains(where: { zone == region.name + String($0) }) {
                    let names = letters.map { region.name + String($0) }.joined(separator: ", ")
                    run.report(
                        .unknownZone, path[index], "\"\(zone)\" is not a zone of \(region.name)",
                        help: "the zones are \(names)")
                }
            }
        }
    }

    @Sendable private static func counts(_ run: inout CheckRun) {
        for region in NetworkChecks.created(run) where (2...6).contains(region.network.azs.count) {
            let zoneCount = region.network.azs.count
            for (name, subnets) in region.network.subnetLists where subnets.count != zoneCount {
                if name == "database_subnets", subnets.isEmpty { continue }
                run.report(
                    .subnetCountMismatch, region.network.path[name],
                    "\(subnets.count) \(subnets.count == 1 ? "entry" : "entries") for \(zoneCount) zones",
                    with: [region.network.path["azs"]], help: "give one range for each zone")
            }
        }
    }

    /// The subnets of a network that are ranges, with their places.
    private static func blocks(_ network: NetworkSpec) -> [(label: String, path: SpecPath, range: CIDRBlock)]
    {
        network.subnetLists.flatMap { name, subnets in
            subnets.enumerated().compactMap { index, text in
                CIDRBlock(text).map { ("\(name)[\(index)] \($0)", network.path[name][index], $0.canonical) }
            }
        }
    }

    @Sendable private static func insideVPC(_ run: inout CheckRun) {
        for region in NetworkChecks.created(run) {
            guard let vpc = CIDRBlock(region.network.vpcCIDR) else { continue }
            for block in blocks(region.network) where !vpc.canonical.contains(block.range) {
                run.reportSentence(
                    .subnetOutsideVPC, block.path, "\(block.path) \(block.range) is not inside \(vpc)",
                    with: [region.network.path["vpc_cidr"]], help: "use a part of the VPC's range")
            }
        }
    }

    @Sendable private static func overlaps(_ run: inout CheckRun) {
        for region in NetworkChecks.created(run) {
            let blocks = blocks(region.network)
            for (index, block) in blocks.enumerated() {
                for other in blocks.prefix(index) where other.range.overlaps(block.range) {
                    run.reportSentence(
                        .overlappingSubnets, block.path, "\(other.label) and \(block.label) overlap",
                        with: [other.path], help: "give each subnet addresses of its own")
                }
            }
        }
    }

    @Sendable private static func sizes(_ run: inout CheckRun) {
        let hasLoadBalancer =
            run.spec.services.contains { $0.exposure != .none } || run.spec.application != nil
        for region in NetworkChecks.created(run) {
            let network = region.network
            let needed = addressesPerZone(run.spec, region)
            for block in blocks(network) {
                // Another rule says that the VPC is too small to be divided.
                let isDerived = !run.isWritten(block.path)
                if isDerived, CIDRBlock(network.vpcCIDR).map({ $0.prefix > 24 }) ?? true { continue }
                let usable = block.range.addressCount - 5
                let isPrivate = network.path["private_subnets"].contains(block.path)
                let isPublic = network.path["public_subnets"].contains(block.path)
                if block.range.prefix > 28 {
                    run.report(
                        .smallSubnet, block.path, "\(block.range) is smaller than AWS allows",
                        help: "use /28 or larger")
                } else if isPublic, hasLoadBalancer, !run.spec.loadBalancer.isInternal,
                    block.range.prefix > 27
                {
                    run.report(
                        .smallSubnet, block.path, "\(block.range) is too small for a load balancer",
                        help: "use /27 or larger")
                } else if isPrivate, needed > usable {
                    run.report(
                        .smallSubnet, block.path,
                        "\(block.range) has \(usable) usable addresses, up to \(needed) may be needed in the zone",
                        help: "tasks count twice while versions change; use a larger range or less tasks")
                }
            }
        }
    }

    /// The addresses that one zone may need: tasks while versions change, instances, interface endpoints.
    private static func addressesPerZone(_ spec: InfrastructureSpec, _ region: RegionSpec) -> Int {
        let zones = max(region.network.azs.count, 1)
        let tasks = spec.services.reduce(0) { sum, service in
            let fixed = service.desiredCount(in: region.name)
            let most = service.autoscaling.isEnabled ? max(service.autoscaling.maxCapacity, fixed) : fixed
            let canary = service.canary.map { $0.isEnabled ? $0.desiredCount : 0 } ?? 0
            return sum + (most + canary) * service.deployment.maximumPercent / 100
        }
        let instances = (spec.application?.maxSize ?? 0) + (spec.cluster.ec2Capacity?.maxSize ?? 0)
        return (tasks + instances + zones - 1) / zones + region.network.interfaceEndpoints.count
    }
}
