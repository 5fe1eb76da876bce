extension SpecRule {
    /// E-SVC-07.
    static let deadlockedDeployment = error(
        "deadlocked-deployment", "E-SVC-07", "limits of a deployment between which no task can be replaced")

    /// W-SVC-08; ECS rounds the minimum up, so only 0 % lets all tasks stop.
    static let deploymentDowntime = warning(
        "deployment-downtime", "W-SVC-08", "a deployment that may stop every task before it starts a new one")
}

/// Rules about how tasks are replaced.
enum DeploymentChecks {
    static let rules: [SpecRule] = [.deadlockedDeployment, .deploymentDowntime]
    static let all: [Check] = [deadlocks, downtime]

    /// ECS keeps at least the minimum, rounded up, and at most the maximum, rounded down.
    @Sendable private static func deadlocks(_ run: inout CheckRun) {
        for service in run.spec.services where service.pipeline?.deployment != .blueGreen {
            let path = service.path["deployment"]
            let (low, high) = (service.deployment.minimumHealthyPercent, service.deployment.maximumPercent)
            let stuck = run.regions.map { service.desiredCount(in: $0.name) }.first { count in
                count > 0 && (low * count + 99) / 100 >= count && high * count / 100 <= count
            }
            guard let stuck else { continue }
            let what =
                low == 100 && high == 100 ? "a task" : "one of \(stuck) \(stuck == 1 ? "task" : "tasks")"
            run.reportSentence(
                .deadlockedDeployment, path["minimum_healthy_percent"],
                "\(path): minimum \(low) with maximum \(high) cannot replace \(what)",
                with: [path["maximum_percent"]],
                help: "raise maximum_percent to 200, or lower minimum_healthy_percent")
        }
    }

    @Sendable private static func downtime(_ run: inout CheckRun) {
        for service in run.spec.services where service.deployment.minimumHealthyPercent == 0 {
            guard service.exposure != .none, service.pipeline?.deployment != .blueGreen else { continue }
            run.report(
                .deploymentDowntime, service.path["deployment"]["minimum_healthy_percent"],
                "with a minimum of 0 % a deployment may stop every task first", help: "use 50 or more")
        }
    }
}
