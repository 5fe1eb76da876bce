extension SpecRule {
    /// E-HC-01.
    static let slowHealthCheck = error(
        "slow-health-check", "E-HC-01", "a health check that may wait as long as the time to the next one")

    /// E-HC-02.
    static let illegalHealthCheck = error(
        "illegal-health-check", "E-HC-02", "a health check with a number or matcher that AWS would refuse")

    /// E-HC-03.
    static let illegalHealthPath = error(
        "illegal-health-path", "E-HC-03", "a health check path without leading slash")

    /// W-HC-04.
    static let shortGracePeriod = warning(
        "short-grace-period", "W-HC-04", "a grace period that ends before a task can have been found healthy")
}

/// Rules about health checks.
enum HealthChecks {
    static let rules: [SpecRule] = [
        .slowHealthCheck, .illegalHealthCheck, .illegalHealthPath, .shortGracePeriod,
    ]
    static let all: [Check] = [timeouts, matchers, paths, gracePeriods]

    /// The health checks of target groups on the application load balancer.
    private static func all(_ run: CheckRun) -> [(path: SpecPath, check: HealthCheckSpec)] {
        let services = run.spec.services.filter(\.isOnALB).map { ($0.path["health_check"], $0.healthCheck) }
        return services
            + (run.spec.application.map { [(.root["application"]["health_check"], $0.healthCheck)] } ?? [])
    }

    @Sendable private static func timeouts(_ run: inout CheckRun) {
        for (path, check) in all(run) where check.timeout >= check.interval {
            run.reportSentence(
                .slowHealthCheck, path["timeout"],
                "\(path): timeout \(check.timeout) must be below interval \(check.interval)",
                with: [path["interval"]],
                help: "lower the timeout or raise the interval")
        }
    }

    @Sendable private static func matchers(_ run: inout CheckRun) {
        for (path, check) in all(run) where !isMatcher(check.matcher) {
            run.report(
                .illegalHealthCheck, path["matcher"], "\"\(check.matcher)\" is no list of HTTP codes",
                help: "use codes of 200-499: \"200\", \"200,301\" or \"200-399\"")
        }
    }

    private static func isMatcher(_ text: String) -> Bool {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            let codes = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
            return (1...2).contains(codes.count) && codes.allSatisfy((200...499).contains)
                && codes[0] <= codes[codes.count - 1]
        }
    }

    @Sendable private static func paths(_ run: inout CheckRun) {
        let cdn = (SpecPath.root["cdn"]["health_check"]["path"], run.spec.cdn.healthCheck.path)
        for (path, text) in all(run).map({ ($0.path["path"], $0.check.path) }) + [cdn] {
            if !text.hasPrefix("/") {
                run.report(
                    .illegalHealthPath, path, "\"\(text)\" must start with \"/\"", help: "write \"/\(text)\"")
            } else if text.utf8.count > 255 || text.contains(" ") {
                run.report(
                    .illegalHealthPath, path, "the path holds a blank or more than 255 characters",
                    help: "shorten it")
            }
        }
    }

    @Sendable private static func gracePeriods(_ run: inout CheckRun) {
        for service in run.spec.services where service.isOnALB {
            let verdict = service.healthCheck.interval * service.healthCheck.healthyThreshold
            guard service.healthCheckGracePeriod < verdict else { continue }
            run.reportSentence(
                .shortGracePeriod, service.path["health_check_grace_period"],
                "services.\(service.name): the grace period of \(service.healthCheckGracePeriod) s is shorter than"
                    + " one healthy verdict (\(verdict) s)",
                with: [
                    service.path["health_check"]["interval"],
                    service.path["health_check"]["healthy_threshold"],
                ],
                help: "tasks may be stopped before they were found healthy: use \(verdict) or more")
        }
    }
}
