/// What the parts with known prices cost in a month, at the desired number of tasks.
public struct CostEstimate: Sendable {
    /// One part in one region.
    public struct Item: Sendable, Equatable {
        /// The region's name.
        public let region: String

        /// What it is, such as `NAT gateway` or `service "web"`.
        public let part: String

        /// How many there are: gateways, load balancers, tasks.
        public let count: Int

        /// US dollars a month, for all of them.
        public let monthlyUSD: Double
    }

    /// The parts with a price, region by region.
    public let items: [Item]

    /// The parts of the spec that have no price here, in words.
    public let unpricedParts: [String]

    /// US dollars a month.
    public var monthlyUSD: Double { items.reduce(0) { $0 + $1.monthlyUSD } }

    /// Makes the estimate of an environment in some regions.
    public init(_ spec: InfrastructureSpec, regions: [RegionSpec]) {
        items = regions.flatMap { Self.items(spec, $0) }
        var unpriced: [String] = []
        if spec.database != nil { unpriced.append("databases") }
        if spec.cache != nil { unpriced.append("caches") }
        if spec.application != nil || spec.cluster.ec2Capacity != nil { unpriced.append("instances") }
        if spec.cdn.isEnabled { unpriced.append("CloudFront") }
        unpricedParts = unpriced
    }

    private static func items(_ spec: InfrastructureSpec, _ region: RegionSpec) -> [Item] {
        let network = region.network
        let isCreated = network.mode == .create && network.nat
        let gateways = isCreated ? (network.singleNATGateway ? 1 : network.azs.count) : 0
        let balancers = loadBalancers(spec)
        let services = spec.services.map { service in
            Item(
                region: region.name, part: "service \"\(service.name)\"", count: tasks(of: service, region),
                monthlyUSD: Double(tasks(of: service, region)) * taskHour(service) * Prices.hoursPerMonth)
        }
        let shared = [
            item("NAT gateway", gateways, Prices.natGatewayHour, region),
            item("load balancer", balancers, Prices.loadBalancerHour, region),
        ]
        return (shared + services).filter { $0.count > 0 }
    }

    private static func item(_ part: String, _ count: Int, _ hour: Double, _ region: RegionSpec) -> Item {
        Item(
            region: region.name, part: part, count: count,
            monthlyUSD: Double(count) * hour * Prices.hoursPerMonth)
    }

    private static func loadBalancers(_ spec: InfrastructureSpec) -> Int {
        let kinds = [
            spec.services.contains(where: \.isOnALB), spec.services.contains { $0.exposure == .nlb },
        ]
        return kinds.filter { $0 }.count + (spec.application == nil ? 0 : 1)
    }

    private static func tasks(of service: ServiceSpec, _ region: RegionSpec) -> Int {
        let canary = service.canary.map { $0.isEnabled ? $0.desiredCount : 0 } ?? 0
        return service.desiredCount(in: region.name) + canary
    }

    /// The cost of a task an hour; tasks on EC2 are paid with their instances.
    private static func taskHour(_ service: ServiceSpec) -> Double {
        guard service.strategy["EC2"] == nil else { return 0 }
        let cpu = Double(service.task.cpu) / 1024 * Prices.fargateCPUHour
        let memory = Double(service.task.memory) / 1024 * Prices.fargateGBHour
        return (cpu + memory) * share(service)
    }

    /// The part of the full price that the mixture of Fargate and Spot costs.
    private static func share(_ service: ServiceSpec) -> Double {
        let weights = service.strategy.mapValues { Double($0.weight) }
        let all = weights.values.reduce(0, +)
        guard all > 0 else { return 1 }
        let spot = (weights["FARGATE_SPOT"] ?? 0) / all
        return 1 - spot * (1 - Prices.spotShare)
    }
}
