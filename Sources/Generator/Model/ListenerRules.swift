import JSON

/// The listener rules of one service.
///
/// A rule holds at most five condition values, those of the verification header included (Elastic Load
/// Balancing, quotas of application load balancers), so longer lists are split over rules with consecutive
/// priorities.
struct ListenerRules {
    /// One rule.
    struct Rule {
        var priority: Int
        var paths: [String]
        var hosts: [String]
    }

    var rules: [Rule]

    /// The rules of a completed `routing`.
    ///
    /// - Parameters:
    ///   - routing: The completed section.
    ///   - headerValues: How many values of a rule the verification header takes.
    init(_ routing: JSONValue, headerValues: Int) {
        let hosts = routing.texts("hosts")
        let paths = Self.patterns(of: routing.texts("paths"), exact: routing.isOn("exact"))
        let priority = routing["priority"]?.int ?? 1
        let limit = 5 - headerValues
        let (hostCount, pathCount) = Self.chunkSizes(hosts: hosts.count, paths: paths.count, limit: limit)
        rules = []
        for hosts in Self.chunks(of: hosts, size: hostCount) {
            for paths in Self.chunks(of: paths, size: pathCount) where !hosts.isEmpty || !paths.isEmpty {
                rules.append(Rule(priority: priority + rules.count, paths: paths, hosts: hosts))
            }
        }
    }

    /// The patterns of some paths: `/api` also stands for what lies below it, unless it is meant exactly.
    static func patterns(of paths: [String], exact: Bool) -> [String] {
        paths.flatMap { path -> [String] in
            if exact || path.contains("*") || path.contains("?") { return [path] }
            let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
            return folder.isEmpty ? ["/*"] : [folder, folder + "/*"]
        }
    }

    /// How many hosts and paths go into one rule, so that as few rules as possible result.
    private static func chunkSizes(hosts: Int, paths: Int, limit: Int) -> (hosts: Int, paths: Int) {
        if hosts == 0 || paths == 0 { return (max(limit, 1), max(limit, 1)) }
        if hosts + paths <= limit { return (hosts, paths) }
        var best = (hosts: 1, paths: max(limit - 1, 1))
        var fewest = Int.max
        for hostCount in 1..<max(limit, 2) {
            let pathCount = max(limit - hostCount, 1)
            let count = ((hosts + hostCount - 1) / hostCount) * ((paths + pathCount - 1) / pathCount)
            if count < fewest { (best, fewest) = ((hostCount, pathCount), count) }
        }
        return best
    }

    /// A list cut into pieces; an empty list is one empty piece.
    private static func chunks(of list: [String], size: Int) -> [[String]] {
        if list.isEmpty { return [[]] }
        return stride(from: 0, to: list.count, by: size).map { Array(list[$0..<min($0 + size, list.count)]) }
    }
}
