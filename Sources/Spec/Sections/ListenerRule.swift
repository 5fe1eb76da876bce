/// One listener rule of the application load balancer.
public struct ListenerRule: Sendable, Hashable {
    /// The place among all rules; the lowest number that matches decides.
    public let priority: Int

    /// The path patterns; empty for all paths.
    public let paths: [String]

    /// The host names; empty for all hosts.
    public let hosts: [String]

    /// The values that one rule may hold, of all its conditions together.
    public static let maximumValues = 5
}

extension ServiceSpec {
    /// The listener rules that lead to the service, each with no more values than AWS admits.
    ///
    /// What does not fit into one rule is split into several with consecutive priorities, in the order of paths
    /// and hosts. `headerValues` is how many values of every rule are taken by the secret header of CloudFront.
    public func listenerRules(headerValues: Int) -> [ListenerRule] {
        guard isRouted else { return [] }
        let room = max(ListenerRule.maximumValues - headerValues, 2)
        let (paths, hosts) = (routing.pathPatterns, routing.hosts)
        let (pathRoom, hostRoom) = Self.shares(paths: paths.count, hosts: hosts.count, room: room)
        var rules: [ListenerRule] = []
        for hostPart in Self.parts(of: hosts, size: hostRoom) {
            for pathPart in Self.parts(of: paths, size: pathRoom) {
                let priority = (routing.priority ?? 1) + rules.count
                rules.append(ListenerRule(priority: priority, paths: pathPart, hosts: hostPart))
            }
        }
        return rules
    }

    /// How many paths and hosts one rule takes, so that there are as few rules as can be.
    private static func shares(paths: Int, hosts: Int, room: Int) -> (paths: Int, hosts: Int) {
        guard paths > 0, hosts > 0 else { return (room, room) }
        let choices = (1..<room).map { (paths: room - $0, hosts: $0) }
        func count(_ share: (paths: Int, hosts: Int)) -> Int {
            ((paths + share.paths - 1) / share.paths) * ((hosts + share.hosts - 1) / share.hosts)
        }
        return choices.min { count($0) < count($1) } ?? (1, 1)
    }

    /// The values in groups of a size; one empty group when there are none.
    private static func parts(of values: [String], size: Int) -> [[String]] {
        guard !values.isEmpty else { return [[]] }
        return stride(from: 0, to: values.count, by: size).map {
            Array(values[$0..<min($0 + size, values.count)])
        }
    }
}

extension InfrastructureSpec {
    /// Whether the load balancers ask for the secret header of CloudFront.
    public var verifiesOrigin: Bool { cdn.isEnabled && cdn.originVerify }

    /// The values of every listener rule that the secret header takes: the current secret and the previous one.
    public var headerValues: Int { verifiesOrigin ? 2 : 0 }
}
