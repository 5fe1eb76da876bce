/// Prices of AWS in us-east-1, in US dollars.
public enum Prices {
    /// Hours of a month, as AWS counts them.
    public static let hoursPerMonth = 730.0

    /// A NAT gateway an hour.
    public static let natGatewayHour = 0.045

    /// A vCPU of Fargate an hour.
    public static let fargateCPUHour = 0.04048

    /// A GB of memory of Fargate an hour.
    public static let fargateGBHour = 0.004445

    /// What Spot costs of the full price.
    public static let spotShare = 0.3

    /// A load balancer an hour, without capacity units.
    public static let loadBalancerHour = 0.0225

    /// A capacity unit of a load balancer an hour.
    public static let loadBalancerUnitHour = 0.008

    /// A GB that leaves AWS.
    public static let transferGB = 0.09
}

/// What the parts with known prices cost in a month, at the desired number of tasks.
public struct CostEstimate: Sendable {
    /// US dollars a month.
    public let monthlyUSD: Double

    /// The parts of the spec that have no price here, in words.
    public let unpricedParts: [String]

    /// Makes the estimate of an environment in some regions.
    public init(_ spec: InfrastructureSpec, regions: [RegionSpec]) {
        monthlyUSD = regions.reduce(0) { $0 + Self.hourly(spec, $1) * Prices.hoursPerMonth }
        var unpriced: [String] = []
        if spec.database != nil { unpriced.append("databases") }
        if spec.cache != nil { unpriced.append("caches") }
        if spec.application != nil || spec.cluster.ec2Capacity != nil { unpriced.append("instances") }
        if spec.cdn.isEnabled { unpriced.append("CloudFront") }
        unpricedParts = unpriced
    }

    private static func hourly(_ spec: InfrastructureSpec, _ region: RegionSpec) -> Double {
        let network = region.network
        let isCreated = network.mode == .create && network.nat
        let gateways = isCreated ? (network.singleNATGateway ? 1 : network.azs.count) : 0
        let tasks = spec.services.reduce(0) { $0 + taskCost($1, region) }
        return Double(gateways) * Prices.natGatewayHour + Double(loadBalancers(spec))
            * Prices.loadBalancerHour + tasks
    }

    private static func loadBalancers(_ spec: InfrastructureSpec) -> Int {
        let kinds = [
            spec.services.contains(where: \.isOnALB), spec.services.contains { $0.exposure == .nlb },
        ]
        return kinds.filter { $0 }.count + (spec.application == nil ? 0 : 1)
    }

    /// The cost of a service an hour; tasks on EC2 are paid with their instances.
    private static func taskCost(_ service: ServiceSpec, _ region: RegionSpec) -> Double {
        guard service.strategy["EC2"] == nil else { return 0 }
        let canary = service.canary.map { $0.isEnabled ? $0.desiredCount : 0 } ?? 0
        let count = Double(service.desiredCount(in: region.name) + canary)
        let cpu = Double(service.task.cpu) / 1024 * Prices.fargateCPUHour
        let memory = Double(service.task.memory) / 1024 * Prices.fargateGBHour
        return count * (cpu + memory) * share(service)
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
