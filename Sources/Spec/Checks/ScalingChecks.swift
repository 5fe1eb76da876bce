extension SpecRule {
    /// E-SCL-01.
    static let reversedCapacity = error("reversed-capacity", "E-SCL-01", "a least number above the largest")

    /// E-SCL-02.
    static let desiredOutOfRange = error(
        "desired-out-of-range", "E-SCL-02", "a desired number of tasks that scaling would change at once")

    /// E-SCL-03.
    static let illegalScalingTarget = error(
        "illegal-scaling-target", "E-SCL-03", "a scaling target outside of 1-100, or not above its scale-in")

    /// E-SCL-04.
    static let requestsWithoutRoute = error(
        "requests-without-route", "E-SCL-04", "scaling on requests for a service that gets none from the ALB")

    /// E-SCL-05.
    static let incompleteScaling = error(
        "incomplete-scaling", "E-SCL-05", "step scaling that is off, or a custom metric without its name")

    /// W-SCL-06; only step scaling uses the scale-in figures.
    static let narrowScalingBand = warning(
        "narrow-scaling-band", "W-SCL-06", "a scale-in so near to its target that the service flaps")

    /// W-SCL-07.
    static let singleTask = warning("single-task", "W-SCL-07", "a service of production with one task only")
}

/// Rules about how the number of tasks follows the load.
enum ScalingChecks {
    static let rules: [SpecRule] = [
        .reversedCapacity, .desiredOutOfRange, .illegalScalingTarget, .requestsWithoutRoute,
        .incompleteScaling,
        .narrowScalingBand, .singleTask,
    ]
    static let all: [Check] = [
        limits, desiredCounts, scaleIn, requests, stepMode, customMetrics, bands, singleTasks,
    ]

    /// The services whose number of tasks changes.
    private static func scaled(_ run: CheckRun) -> [ServiceSpec] {
        run.spec.services.filter(\.autoscaling.isEnabled)
    }

    @Sendable private static func limits(_ run: inout CheckRun) {
        for service in run.spec.services {
            let scaling = service.autoscaling
            let path = service.path["autoscaling"]
            guard scaling.minCapacity > scaling.maxCapacity else { continue }
            run.reportSentence(
                .reversedCapacity, path["min_capacity"],
                "\(path): min_capacity \(scaling.minCapacity) is above max_capacity \(scaling.maxCapacity)",
                with: [path["max_capacity"]], help: "lower min_capacity or raise max_capacity")
        }
    }

    @Sendable private static func desiredCounts(_ run: inout CheckRun) {
        for service in scaled(run) {
            let (low, high) = (service.autoscaling.minCapacity, service.autoscaling.maxCapacity)
            guard low <= high else { continue }
            for region in run.regions {
                let count = service.desiredCount(in: region.name)
                guard !(low...high).contains(count) else { continue }
                let own = service.path["region_desired_count"][region.name]
                let path =
                    service.regionDesiredCount[region.name] != nil ? own : service.path["desired_count"]
                run.reportSentence(
                    .desiredOutOfRange, path,
                    "services.\(service.name) \(region.name): desired_count \(count) is outside \(low)-\(high)",
                    with: [
                        service.path["autoscaling"]["min_capacity"],
                        service.path["autoscaling"]["max_capacity"],
                    ],
                    help: "change autoscaling.\(count < low ? "min_capacity" : "max_capacity") or the count")
            }
        }
    }

    /// The pairs of target and scale-in that are in use, by metric.
    private static func bands(_ service: ServiceSpec) -> [(metric: String, target: Int, scaleIn: Int)] {
        let scaling = service.autoscaling
        guard scaling.mode == .step else { return [] }
        let memory = scaling.memoryTarget.flatMap { target in
            scaling.memoryScaleIn.map { (metric: "memory", target: target, scaleIn: $0) }
        }
        return [("cpu", scaling.cpuTarget, scaling.cpuScaleIn)] + (memory.map { [$0] } ?? [])
    }

    @Sendable private static func scaleIn(_ run: inout CheckRun) {
        for service in scaled(run) {
            let path = service.path["autoscaling"]
            for band in bands(service) where band.scaleIn >= band.target {
                run.reportSentence(
                    .illegalScalingTarget, path["\(band.metric)_scale_in"],
                    "\(path): \(band.metric)_scale_in \(band.scaleIn) must be below \(band.metric)_target \(band.target)",
                    with: [path["\(band.metric)_target"]], help: "leave 10 or more between them")
            }
        }
    }

    @Sendable private static func bands(_ run: inout CheckRun) {
        for service in scaled(run) {
            let path = service.path["autoscaling"]
            for band in bands(service) where (1..<10).contains(band.target - band.scaleIn) {
                run.reportSentence(
                    .narrowScalingBand, path["\(band.metric)_scale_in"],
                    "\(path): \(band.metric)_target \(band.target) and \(band.metric)_scale_in \(band.scaleIn) will flap",
                    with: [path["\(band.metric)_target"]], help: "leave 10 or more between them")
            }
        }
    }

    @Sendable private static func requests(_ run: inout CheckRun) {
        for service in scaled(run) where service.autoscaling.requestsPerTarget != nil {
            guard !(service.isOnALB && (service.isRouted || service.routing.isDefault)) else { continue }
            run.report(
                .requestsWithoutRoute, service.path["autoscaling"]["requests_per_target"],
                "the service gets no requests from the application load balancer",
                help: "give it routing, or scale on CPU and memory")
        }
    }

    @Sendable private static func stepMode(_ run: inout CheckRun) {
        for service in run.spec.services where !service.autoscaling.isEnabled {
            let path = service.path["autoscaling"]
            guard service.autoscaling.mode == .step else { continue }
            run.report(
                .incompleteScaling, path["mode"], "\"step\" does nothing while enabled is false",
                with: [path["enabled"]], help: "remove one of the two")
        }
    }

    @Sendable private static func customMetrics(_ run: inout CheckRun) {
        for service in run.spec.services {
            for (name, metric) in service.autoscaling.customMetrics.sorted(by: { $0.key < $1.key }) {
                let path = service.path["autoscaling"]["custom_metrics"][name]
                for (field, value) in [("namespace", metric.namespace), ("metric_name", metric.metricName)]
                where value.isEmpty {
                    run.reportSentence(
                        .incompleteScaling, path[field], "\(path): \(field) is required",
                        help: "add \"\(field)\" as it stands in CloudWatch")
                }
            }
        }
    }

    @Sendable private static func singleTasks(_ run: inout CheckRun) {
        guard run.isProduction else { return }
        for service in run.spec.services {
            let isScaled = service.autoscaling.isEnabled
            let isSingle =
                isScaled
                ? service.autoscaling.minCapacity == 1
                : run.regions.contains { service.desiredCount(in: $0.name) == 1 && $0.role == .primary }
            guard isSingle else { continue }
            run.reportSentence(
                .singleTask,
                isScaled ? service.path["autoscaling"]["min_capacity"] : service.path["desired_count"],
                "services.\(service.name) may run one task only in production: a lost task is an outage",
                help: "use 2 or more")
        }
    }
}
