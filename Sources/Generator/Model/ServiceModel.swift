import JSON

/// One service of the spec.
struct ServiceModel {
    var name: String

    /// The name in AWS, which a rename does not change.
    var awsName: String { spec.text("aws_name") }

    /// The completed service of the base spec.
    var spec: JSONValue

    /// The completed service of each environment.
    var environments: [JSONValue]

    /// What its load balancer forwards to.
    var targetGroups: [TargetGroup]

    /// A target group of the service.
    struct TargetGroup {
        /// Service and variant, unique on the load balancer: `web-canary`.
        var key: String

        /// `current`, `canary`, or `alternate` (the second group of a blue/green deployment).
        var variant: String

        /// The priority of the rule by which a header reaches this group; nil where the deployment attaches it.
        var directPriority: Int?
    }

    /// The name as an identifier: `payments_api`.
    var id: String { RegionModel.identifier(name) }

    /// The existing repository that the image comes from, as `registry.repositories` calls it.
    var repository: String? {
        let image = spec.text("image_repository")
        return image.hasPrefix("registry:") ? String(image.dropFirst("registry:".count)) : nil
    }
    var isOnALB: Bool { spec.text("exposure") == "alb" }
    var isOnNLB: Bool { spec.text("exposure") == "nlb" }
    var isDefault: Bool { spec.isOn("routing", "default") }
    var isRouted: Bool {
        guard isOnALB, let routing = spec.at("routing") else { return false }
        return routing.holds("paths") || routing.holds("hosts")
    }
    /// Whether a rule of the load balancer shares out its requests.
    var isWeighted: Bool { isRouted || (isOnALB && isDefault && hasCanary) }
    var hasCanary: Bool { spec.at("canary") != nil }
    var deployment: String? { spec.at("pipeline", "deployment")?.string }
    var isBlueGreen: Bool { deployment == "blue_green" }
    var isPipelineOwned: Bool { deployment == "rolling" }
    var connections: [String] { spec.texts("connects_to") }

    /// Whether autoscaling is on, or off, in some environment.
    func isAutoscaled(_ wanted: Bool) -> Bool {
        ([spec] + environments).contains { $0.isOn("autoscaling", "enabled") == wanted }
    }

    /// The services of a spec; `priorities` are those that the last render gave to target groups.
    static func all(
        of spec: JSONValue, environments: [EnvironmentModel], priorities: [String: Int]
    ) -> [ServiceModel] {
        let members = spec.sortedMembers("services")
        var services = members.map { member in
            ServiceModel(
                name: member.key, spec: member.value,
                environments: environments.compactMap { $0.spec.at("services", member.key) },
                targetGroups: [])
        }
        for index in services.indices where services[index].isOnALB {
            services[index].targetGroups = services[index].variants.map { variant in
                TargetGroup(key: services[index].awsName + "-" + variant, variant: variant)
            }
        }
        assignDirectPriorities(&services, priorities)
        return services
    }

    private var variants: [String] {
        ["current"] + (hasCanary ? ["canary"] : []) + (isBlueGreen ? ["alternate"] : [])
    }

    /// Gives every target group a priority of 49000 to 49998.
    ///
    /// It depends on the key of the group, not on its position, so that a new service renumbers nothing. What the
    /// last render gave is kept; of keys that fall on one number the later ones move on to the next free one.
    private static func assignDirectPriorities(_ services: inout [ServiceModel], _ given: [String: Int]) {
        let keys = services.flatMap(\.targetGroups).filter { $0.variant != "alternate" }.map(\.key)
        var priorities: [String: Int] = [:]
        var taken = Set<Int>()
        for key in keys.sorted() {
            guard let priority = given[key], range.contains(priority), taken.insert(priority).inserted else {
                continue
            }
            priorities[key] = priority
        }
        let new = keys.filter { priorities[$0] == nil }
        for key in new.sorted(by: { (slot(of: $0), $0) < (slot(of: $1), $1) }) {
            var slot = slot(of: key)
            while taken.contains(range.lowerBound + slot), taken.count < range.count {
                slot = (slot + 1) % range.count
            }
            taken.insert(range.lowerBound + slot)
            priorities[key] = range.lowerBound + slot
        }
        for service in services.indices {
            for group in services[service].targetGroups.indices {
                services[service].targetGroups[group].directPriority =
                    priorities[services[service].targetGroups[group].key]
            }
        }
    }

    /// The priorities there are; 49999 is for what a default service shares with its canary.
    private static let range = 49000..<49999

    /// The key's hash, folded to the number of priorities.
    private static func slot(of key: String) -> Int { Int(StableHash.of(key) % UInt32(range.count)) }
}
