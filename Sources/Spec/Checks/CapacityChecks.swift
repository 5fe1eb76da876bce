extension SpecRule {
    /// E-SVC-09.
    static let mixedCapacity = error("mixed-capacity", "E-SVC-09", "EC2 and Fargate in one strategy")

    /// E-SVC-10.
    static let illegalCapacityStrategy = error(
        "illegal-capacity-strategy", "E-SVC-10",
        "a strategy with several bases, without weight or without provider")

    /// E-SVC-11.
    static let missingEC2Capacity = error(
        "missing-ec2-capacity", "E-SVC-11", "tasks on EC2 in a cluster without instances")

    /// W-SVC-13.
    static let spotOnly = warning("spot-only", "W-SVC-13", "one task of production on Fargate Spot alone")
}

/// Rules about where tasks run.
enum CapacityChecks {
    static let rules: [SpecRule] = [.mixedCapacity, .illegalCapacityStrategy, .missingEC2Capacity, .spotOnly]
    static let all: [Check] = [strategies, ec2Capacity, instanceNumbers, spot]

    /// Every strategy that somebody may have written, with its place.
    private static func all(_ run: CheckRun) -> [(path: SpecPath, strategy: [String: CapacityShareSpec])] {
        let cluster = SpecPath.root["cluster"]["default_capacity_provider_strategy"]
        let services = run.spec.services.map { service in
            let path = service.path["capacity_provider_strategy"]
            return (run.isWritten(path) ? path : cluster, service.strategy)
        }
        var seen: Set<SpecPath> = []
        return ([(cluster, run.spec.cluster.defaultStrategy)] + services).filter {
            seen.insert($0.0).inserted
        }
    }

    @Sendable private static func strategies(_ run: inout CheckRun) {
        for (path, strategy) in all(run) {
            if strategy.isEmpty {
                run.report(
                    .illegalCapacityStrategy, path, "a strategy needs a capacity provider",
                    help: "write { \"FARGATE\": { \"weight\": 1 } }")
                continue
            }
            if strategy["EC2"] != nil, strategy.count > 1 {
                run.report(
                    .mixedCapacity, path,
                    "EC2 cannot be combined with \(strategy.keys.contains("FARGATE") ? "FARGATE" : "FARGATE_SPOT")",
                    help: "AWS takes either EC2 or Fargate providers in one strategy")
            }
            if strategy.values.filter({ $0.base > 0 }).count > 1 {
                run.report(
                    .illegalCapacityStrategy, path, "only one capacity provider may have a base",
                    help: "leave \"base\" out everywhere but once")
            }
            if strategy.values.allSatisfy({ $0.weight == 0 }) {
                run.report(
                    .illegalCapacityStrategy, path, "one capacity provider needs a weight above 0",
                    help: "tasks beyond the base go where the weights say")
            }
        }
    }

    @Sendable private static func ec2Capacity(_ run: inout CheckRun) {
        guard run.spec.cluster.ec2Capacity == nil else { return }
        for (path, strategy) in all(run) where strategy["EC2"] != nil {
            run.report(
                .missingEC2Capacity, path, "EC2 needs cluster.ec2_capacity",
                help: "add \"ec2_capacity\": {} to \"cluster\"")
        }
    }

    @Sendable private static func instanceNumbers(_ run: inout CheckRun) {
        guard let capacity = run.spec.cluster.ec2Capacity, capacity.minSize > capacity.maxSize else { return }
        let path = SpecPath.root["cluster"]["ec2_capacity"]
        run.reportSentence(
            .reversedCapacity, path["min_size"],
            "\(path): min_size \(capacity.minSize) is above max_size \(capacity.maxSize)",
            with: [path["max_size"]],
            help: "lower min_size or raise max_size")
    }

    @Sendable private static func spot(_ run: inout CheckRun) {
        guard run.isProduction else { return }
        for service in run.spec.services where Set(service.strategy.keys) == ["FARGATE_SPOT"] {
            guard run.regions.contains(where: { service.desiredCount(in: $0.name) == 1 }) else { continue }
            run.reportSentence(
                .spotOnly, service.path["capacity_provider_strategy"],
                "services.\(service.name) runs one task in production, on Spot only",
                with: [service.path["desired_count"]],
                help: "AWS may take a Spot task away at any time: add FARGATE with a base of 1")
        }
    }
}
