import Diagnostics
import HCL
import Terraform

/// A security group that lets the internet in where it has no business (S-SG-03).
struct OpenSecurityGroup: Rule {
    let id = "open-security-group"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "S-SG-03"
    let summary = "a security group that lets the whole internet reach a shell, a database or everything"
    let explanation = """
        0.0.0.0/0 and ::/0 are everybody. Shells, remote desktops, databases and caches are reached from the networks
        and groups that need them. In trees of infragen only load balancers are open.
        """

    /// Ports of services that were not made to stand in the open.
    private static let sensitive: [Int: String] = [
        22: "SSH", 23: "Telnet", 135: "RPC", 445: "SMB", 1433: "SQL Server", 1521: "Oracle", 2049: "NFS",
        2375: "Docker", 2376: "Docker", 3306: "MySQL", 3389: "Remote Desktop", 5432: "PostgreSQL",
        5439: "Redshift", 5984: "CouchDB", 6379: "Redis", 9042: "Cassandra",
        9200: "Elasticsearch", 10250: "kubelet", 11211: "Memcached", 27017: "MongoDB",
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for environment in context.environments {
            let rules = IngressRule.all(in: environment.values).filter(\.isOpen)
            if rules.isEmpty { continue }
            let trail = Trail(values: environment.values)
            let doors = context.isStrict(self) ? groupsOfLoadBalancers(environment.values, trail) : nil
            for rule in rules {
                guard let words = words(of: rule) ?? otherWords(of: rule, doors, trail) else { continue }
                report.add(
                    "\(rule.block.address) lets the whole internet reach \(words)", at: rule.place,
                    instance: rule.block.instance, help: "name the networks or security groups that need it")
            }
        }
    }

    /// What tells the security groups of load balancers from others.
    private func groupsOfLoadBalancers(_ values: Evaluator, _ trail: Trail) -> Set<String> {
        var groups: Set<String> = []
        for block in values.resources(ofTypes: ["aws_alb", "aws_lb"]) {
            guard case .tuple(let tuple)? = block.attribute("security_groups")?.value else { continue }
            for item in tuple.items {
                if let origin = trail.origin(of: item, in: block) { groups.insert(origin.identity) }
            }
        }
        return groups
    }

    /// What is open that is no load balancer; nil where that is not known, or not asked.
    private func otherWords(of rule: IngressRule, _ doors: Set<String>?, _ trail: Trail) -> String? {
        guard let doors, let group = rule.group, let ports = rule.ports,
            let origin = trail.origin(of: group.value, in: rule.block), !doors.contains(origin.identity)
        else { return nil }
        return "\(Self.words(of: ports)) of what is no load balancer"
    }

    /// What is open and should not be; nil where that is right.
    private func words(of rule: IngressRule) -> String? {
        if rule.isForEverything { return "every port" }
        guard let ports = rule.ports else { return nil }
        if ports.count >= 65535 { return "every port" }
        let found = Self.sensitive.keys.filter { ports.contains($0) }.sorted()
        if let first = found.first, let name = Self.sensitive[first] { return "port \(first) (\(name))" }
        return nil
    }

    private static func words(of ports: ClosedRange<Int>) -> String {
        ports.count == 1 ? "port \(ports.lowerBound)" : "the ports \(ports.lowerBound) to \(ports.upperBound)"
    }
}
