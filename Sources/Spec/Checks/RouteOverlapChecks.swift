extension SpecRule {
    /// E-RTE-03.
    static let shadowedRoute = error(
        "shadowed-route", "E-RTE-03", "routes that get nothing, since a rule before them takes it all")

    /// E-RTE-04.
    static let duplicateRoute = error("duplicate-route", "E-RTE-04", "two services with the same route")
}

/// Rules about routes that take requests from each other.
enum RouteOverlapChecks {
    static let rules: [SpecRule] = [.shadowedRoute, .duplicateRoute]
    static let all: [Check] = [overlaps]

    @Sendable private static func overlaps(_ run: inout CheckRun) {
        let services = RoutingChecks.routed(run.spec).filter { $0.routing.priority != nil }
        for (index, service) in services.enumerated() {
            for earlier in services.prefix(index) where earlier.routing.priority != service.routing.priority {
                if let route = commonRoute(earlier.routing, service.routing) {
                    run.reportSentence(
                        .duplicateRoute, service.path["routing"],
                        "services.\(earlier.name) and services.\(service.name) both match \(route)",
                        with: [earlier.path["routing"]],
                        help: "only the first of them would get these requests")
                } else if covers(earlier.routing, service.routing) {
                    run.reportSentence(
                        .shadowedRoute, service.path["routing"],
                        "services.\(earlier.name) (\(described(earlier.routing))) hides services.\(service.name)"
                            + " (\(described(service.routing)))", with: [earlier.path["routing"]],
                        help: "give services.\(service.name) the lower priority")
                }
            }
        }
    }

    /// A host and path that both have; nil when there is none.
    private static func commonRoute(_ left: RoutingSpec, _ right: RoutingSpec) -> String? {
        func common(_ left: [String], _ right: [String]) -> String? {
            if left.isEmpty || right.isEmpty { return left.isEmpty && right.isEmpty ? "" : nil }
            return left.first { right.contains($0) }
        }
        guard let host = common(left.hosts.map { $0.lowercased() }, right.hosts.map { $0.lowercased() }),
            let path = common(left.pathPatterns, right.pathPatterns)
        else { return nil }
        return (host.isEmpty ? "" : "host \(host) ") + "path \(path.isEmpty ? "/*" : path)"
    }

    /// Whether every request that the second would get is taken by the first.
    private static func covers(_ first: RoutingSpec, _ second: RoutingSpec) -> Bool {
        func covers(_ patterns: [String], _ others: [String], all: Bool) -> Bool {
            if patterns.isEmpty { return true }
            guard !others.isEmpty else { return patterns.contains { $0 == "*" || $0 == "/*" && all } }
            return others.allSatisfy { other in patterns.contains { Self.covers($0, other) } }
        }
        return covers(first.hosts.map { $0.lowercased() }, second.hosts.map { $0.lowercased() }, all: false)
            && covers(first.pathPatterns, second.pathPatterns, all: true)
    }

    /// Whether a pattern certainly matches whatever another one matches.
    private static func covers(_ pattern: String, _ other: String) -> Bool {
        if pattern == other { return true }
        let literal = pattern.prefix { $0 != "*" && $0 != "?" }
        let rest = pattern.dropFirst(literal.count)
        let otherLiteral = other.prefix { $0 != "*" && $0 != "?" }
        if rest == "*" { return otherLiteral.hasPrefix(literal) }
        // "*.example.com" takes every host that ends so, wildcards before the end included.
        guard pattern.hasPrefix("*"), !pattern.dropFirst().contains(where: { $0 == "*" || $0 == "?" }) else {
            return false
        }
        return other.hasSuffix(pattern.dropFirst())
    }

    private static func described(_ routing: RoutingSpec) -> String {
        let values = routing.hosts + routing.paths
        let list =
            values.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ") + (values.count > 3 ? ", ..." : "")
        return "\(routing.priority.map(String.init) ?? "-"), \(list)"
    }
}
