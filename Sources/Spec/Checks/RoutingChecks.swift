extension SpecRule {
    /// E-RTE-01.
    static let illegalPriority = error(
        "illegal-priority", "E-RTE-01", "a routing priority that is missing, used twice or outside of 1-48999"
    )

    /// E-RTE-02.
    static let crowdedPriorities = error(
        "crowded-priorities", "E-RTE-02",
        "hosts and paths for several rules, where the next priorities are taken")

    /// E-RTE-05.
    static let illegalCondition = error(
        "illegal-condition", "E-RTE-05", "a path or host that the load balancer cannot match")

    /// E-RTE-06.
    static let ambiguousDefault = error("ambiguous-default", "E-RTE-06", "more than one default service")

    /// W-RTE-07.
    static let missingDefault = warning(
        "missing-default", "W-RTE-07", "no default service, so that unknown requests get 404")

    /// E-RTE-08.
    static let unroutedService = error(
        "unrouted-service", "E-RTE-08", "a service on the load balancer that gets no requests")

    /// E-RTE-09.
    static let excessiveRules = error(
        "excessive-rules", "E-RTE-09", "more rules or target groups than the default quota of a load balancer"
    )

    /// E-RTE-10.
    static let excessiveWildcards = error(
        "excessive-wildcards", "E-RTE-10", "more wildcards in one rule than the load balancer admits")
}

/// Rules about which requests a service gets.
enum RoutingChecks {
    static let rules: [SpecRule] = [
        .illegalPriority, .crowdedPriorities, .illegalCondition, .ambiguousDefault, .missingDefault,
        .unroutedService, .excessiveRules, .excessiveWildcards,
    ]
    static let all: [Check] = [
        missingPriorities, sharedPriorities, splitRules, paths, hosts, defaults, unrouted, quotas, wildcards,
    ]

    /// The services with listener rules, by priority.
    static func routed(_ spec: InfrastructureSpec) -> [ServiceSpec] {
        spec.services.filter(\.isRouted).sorted {
            ($0.routing.priority ?? 0, $0.name) < ($1.routing.priority ?? 0, $1.name)
        }
    }

    @Sendable private static func missingPriorities(_ run: inout CheckRun) {
        let taken = run.spec.services.compactMap(\.routing.priority).max() ?? 0
        for service in routed(run.spec) where service.routing.priority == nil {
            run.report(
                .illegalPriority, service.path["routing"]["priority"], "paths and hosts need a priority",
                with: [service.path["routing"]["paths"], service.path["routing"]["hosts"]],
                help: "add \"priority\": \(min(taken / 100 * 100 + 100, 48999))")
        }
    }

    @Sendable private static func sharedPriorities(_ run: inout CheckRun) {
        var owners: [Int: ServiceSpec] = [:]
        for service in routed(run.spec) {
            guard let priority = service.routing.priority else { continue }
            if let other = owners[priority] {
                run.reportSentence(
                    .illegalPriority, service.path["routing"]["priority"],
                    "services.\(other.name) and services.\(service.name) share priority \(priority)",
                    with: [other.path["routing"]["priority"]], help: "give one of them another priority")
            }
            owners[priority] = owners[priority] ?? service
        }
    }

    @Sendable private static func splitRules(_ run: inout CheckRun) {
        let services = routed(run.spec)
        for service in services {
            let rules = service.listenerRules(headerValues: run.spec.headerValues)
            guard rules.count > 1, let first = rules.first?.priority, let last = rules.last?.priority else {
                continue
            }
            guard service.routing.priority != nil else { continue }
            let (hosts, paths) = (service.routing.hosts.count, service.routing.pathPatterns.count)
            let sentence =
                "services.\(service.name): \(hosts) hosts and \(paths) path patterns need \(rules.count) rules"
                + " with priorities \(first) to \(last)"
            let room = ListenerRule.maximumValues - run.spec.headerValues
            let help =
                "a rule holds \(room) values"
                + (run.spec.verifiesOrigin ? " beside the secret header" : "")
                + ": leave room behind the priority"
            let path = service.path["routing"]["priority"]
            if last > 48999 {
                run.reportSentence(.crowdedPriorities, path, sentence + "; 48999 is the last", help: help)
            }
            let taken = services.first { other in
                other.name != service.name && other.routing.priority.map { $0 > first && $0 <= last } ?? false
            }
            guard let taken, let priority = taken.routing.priority else { continue }
            run.reportSentence(
                .crowdedPriorities, path, sentence + ", but services.\(taken.name) has \(priority)",
                with: [taken.path["routing"]["priority"]], help: help)
        }
    }

    @Sendable private static func paths(_ run: inout CheckRun) {
        for service in run.spec.services where service.isOnALB {
            for (index, path) in service.routing.paths.enumerated() {
                guard let (problem, help) = problem(withPath: path) else { continue }
                run.report(
                    .illegalCondition, service.path["routing"]["paths"][index], "\"\(path)\" \(problem)",
                    help: help)
            }
        }
    }

    /// What is wrong with a path pattern; nil when nothing is.
    static func problem(withPath path: String) -> (String, help: String)? {
        guard path.hasPrefix("/") || path.hasPrefix("*") else {
            return ("must start with \"/\"", "write \"/\(path)\"")
        }
        if path.utf8.count > 126 {
            return ("is longer than 126 characters", "shorten it; /* may be added to it")
        }
        if path.contains("?"), path.contains("=") {
            return (
                "has a query string, which is no part of the path",
                "leave it out; ? stands for any one character"
            )
        }
        let allowed = CharacterClass("A-Za-z0-9_.$/~\"'@:+&*?-")
        guard path.utf8.allSatisfy(allowed.contains) else {
            return (
                "holds a character that paths cannot be matched on",
                "use A-Z a-z 0-9 _ - . $ / ~ \" ' @ : + & * ?"
            )
        }
        return nil
    }

    @Sendable private static func hosts(_ run: inout CheckRun) {
        let allowed = CharacterClass("A-Za-z0-9.*?-")
        for service in run.spec.services where service.isOnALB {
            for (index, host) in service.routing.hosts.enumerated()
            where host.contains("*") || host.contains("?") {
                guard
                    !(host.utf8.allSatisfy(allowed.contains) && host.contains(".") && host.utf8.count <= 128)
                else { continue }
                run.report(
                    .illegalCondition, service.path["routing"]["hosts"][index],
                    "\"\(host)\" is no pattern of host names",
                    help: "use letters, digits, hyphens, points, * and ?, such as *.example.com")
            }
        }
    }

    @Sendable private static func defaults(_ run: inout CheckRun) {
        let services = run.spec.services.filter(\.isOnALB)
        let defaults = services.filter(\.routing.isDefault)
        if let first = defaults.first {
            for other in defaults.dropFirst() {
                run.reportSentence(
                    .ambiguousDefault, other.path["routing"]["default"],
                    "services.\(first.name) and services.\(other.name) are both default",
                    with: [first.path["routing"]["default"]],
                    help: "requests that no rule matches go to one service")
            }
        } else if !services.isEmpty {
            run.reportSentence(
                .missingDefault, .root["services"], "no default service: unknown requests get 404",
                help: "add \"default\": true to the routing of one service")
        }
    }

    @Sendable private static func unrouted(_ run: inout CheckRun) {
        for service in run.spec.services
        where service.isOnALB && !service.isRouted && !service.routing.isDefault {
            run.reportSentence(
                .unroutedService, service.path, "services.\(service.name) has exposure \"alb\" but no route",
                with: [service.path["routing"]],
                help: "give it routing, or \"exposure\": \"none\" for a service that nobody asks")
        }
    }

    @Sendable private static func quotas(_ run: inout CheckRun) {
        let services = run.spec.services.filter(\.isOnALB)
        let groups = services.reduce(0) { sum, service in
            sum + (service.canary != nil || service.pipeline?.deployment == .blueGreen ? 2 : 1)
        }
        let rules = services.reduce(0) { $0 + $1.listenerRules(headerValues: run.spec.headerValues).count }
        let extra =
            run.spec.verifiesOrigin || services.contains { $0.routing.isDefault && $0.canary != nil } ? 1 : 0
        if rules + groups + extra > 100 {
            run.reportSentence(
                .excessiveRules, .root["services"],
                "\(services.count) services need \(rules + groups + extra) listener rules, the quota is 100",
                help: "each target group has a rule of its own for tests; merge services, hosts or paths")
        } else if groups > 100 {
            run.reportSentence(
                .excessiveRules, .root["services"],
                "\(services.count) services need \(groups) target groups,"
                    + " the quota is 100", help: "merge services, or do without some canaries")
        }
    }

    @Sendable private static func wildcards(_ run: inout CheckRun) {
        for service in routed(run.spec) {
            let counts = service.listenerRules(headerValues: run.spec.headerValues).map { rule in
                (rule.paths + rule.hosts).reduce(0) { $0 + $1.filter { $0 == "*" || $0 == "?" }.count }
            }
            guard let most = counts.max(), most > 6 else { continue }
            run.reportSentence(
                .excessiveWildcards, service.path["routing"],
                "services.\(service.name): \(most) wildcards in one rule",
                with: [service.path["routing"]["paths"], service.path["routing"]["hosts"]],
                help: "a rule may hold 6; use fewer * and ?")
        }
    }
}
