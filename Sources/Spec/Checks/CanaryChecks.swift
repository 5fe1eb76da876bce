extension SpecRule {
    /// E-CAN-01.
    static let illegalPercentage = error(
        "illegal-percentage", "E-CAN-01", "a share of a canary that is not a whole number of 0-100")

    /// W-CAN-02.
    static let ineffectiveCanary = warning(
        "ineffective-canary", "W-CAN-02", "a share for a canary that no environment enables",
        inEveryEnvironment: true)

    /// E-CAN-03.
    static let identicalCanary = error(
        "identical-canary", "E-CAN-03", "a canary with the tag of the current version")

    /// E-CAN-04.
    static let unroutedCanary = error(
        "unrouted-canary", "E-CAN-04", "a canary of a service that gets no requests from the ALB")

    /// E-CAN-05.
    static let blueGreenCanary = error(
        "blue-green-canary", "E-CAN-05", "a canary of a service whose target groups CodeDeploy owns")

    /// W-CAN-06.
    static let completeCanary = warning("complete-canary", "W-CAN-06", "a canary that gets all requests")

    /// W-CAN-07.
    static let overloadedCanary = warning(
        "overloaded-canary", "W-CAN-07", "canary tasks that get more than twice the requests of the others")
}

/// Rules about canaries.
enum CanaryChecks {
    static let rules: [SpecRule] = [
        .illegalPercentage, .ineffectiveCanary, .identicalCanary, .unroutedCanary, .blueGreenCanary,
        .completeCanary, .overloadedCanary,
    ]
    static let all: [Check] = [disabled, identical, unrouted, blueGreen, complete, overloaded]

    /// The canaries with their services.
    private static func all(_ run: CheckRun) -> [(service: ServiceSpec, canary: CanarySpec, path: SpecPath)] {
        run.spec.services.compactMap { service in service.canary.map { (service, $0, service.path["canary"]) }
        }
    }

    @Sendable private static func disabled(_ run: inout CheckRun) {
        for (_, canary, path) in all(run) where !canary.isEnabled && canary.percentage > 0 {
            run.reportSentence(
                .ineffectiveCanary, path["percentage"],
                "\(path): percentage \(canary.percentage) has no effect while enabled is false",
                with: [path["enabled"]], help: "set enabled to true, or percentage to 0")
        }
    }

    @Sendable private static func identical(_ run: inout CheckRun) {
        for (service, canary, path) in all(run) where canary.isEnabled && canary.imageTag == service.image.tag
        {
            run.report(
                .identicalCanary, path["image_tag"],
                "the canary has the tag \"\(canary.imageTag)\" of the current version",
                with: [service.path["image_tag"]], help: "give the new version a tag of its own")
        }
    }

    @Sendable private static func unrouted(_ run: inout CheckRun) {
        for (service, _, path) in all(run) {
            guard !(service.isOnALB && (service.isRouted || service.routing.isDefault)) else { continue }
            run.report(
                .unroutedCanary, path,
                "a canary shares the requests of the application load balancer, and there are none",
                with: [service.path["exposure"]], help: "give the service routing, or remove the canary")
        }
    }

    @Sendable private static func blueGreen(_ run: inout CheckRun) {
        for (service, _, path) in all(run) where service.pipeline?.deployment == .blueGreen {
            run.report(
                .blueGreenCanary, path, "a blue/green deployment owns both target groups",
                with: [service.path["pipeline"]["deployment"]],
                help: "remove the canary, or use \"deployment\": \"rolling\"")
        }
    }

    @Sendable private static func complete(_ run: inout CheckRun) {
        for (_, canary, path) in all(run) where canary.isEnabled && canary.percentage == 100 {
            run.report(
                .completeCanary, path["percentage"], "the canary gets all requests",
                help: "promote it: put its tag into image_tag and switch it off")
        }
    }

    @Sendable private static func overloaded(_ run: inout CheckRun) {
        for (service, canary, path) in all(run)
        where canary.isEnabled && (1..<100).contains(canary.percentage) {
            let counts = run.regions.map { service.desiredCount(in: $0.name) }
            guard let most = counts.max(), most > 0 else { continue }
            let (share, tasks) = (canary.percentage, canary.desiredCount)
            guard share * most > 2 * (100 - share) * tasks else { continue }
            run.report(
                .overloadedCanary, path["desired_count"],
                "\(tasks) canary \(tasks == 1 ? "task" : "tasks") for \(share) % of the requests of \(most) tasks",
                with: [path["percentage"]], help: "raise canary.desired_count or lower the share")
        }
    }
}
