import Spec

/// What one environment costs, as text.
struct CostReport {
    private let environment: EnvironmentSpec
    private let estimate: CostEstimate

    init(_ environment: EnvironmentSpec) {
        self.environment = environment
        estimate = CostEstimate(environment.spec, regions: environment.enabledRegions)
    }

    /// What can be done about it, whatever the spec.
    static let advice = """
        Ways to pay less: Savings Plans or Reserved Instances for what always runs (tasks, databases), FARGATE_SPOT
        (30 % of the price) for what may be interrupted, tasks of the size that the dashboard shows to be used,
        one NAT gateway for all zones where a failed zone may stop everything.
        """

    /// A table with the sum, what is left out, and the budget.
    var lines: [String] {
        let name = "\(environment.name) (\(environment.regions.joined(separator: ", ")))"
        var lines = ["\(name): \(Self.dollars(estimate.monthlyUSD)) USD a month"]
        let parts = estimate.items.map(\.part.count).max() ?? 0
        let regions = estimate.items.map(\.region.count).max() ?? 0
        for item in estimate.items {
            lines.append(
                "  \(Self.padded(item.region, regions))  \(Self.padded(item.part, parts))  "
                    + "\(Self.aligned(String(item.count), 4))  \(Self.aligned(Self.dollars(item.monthlyUSD), 10))"
            )
        }
        lines.append("  not estimated: \(missing.joined(separator: ", "))")
        lines.append(budget)
        return lines + [""]
    }

    private var missing: [String] {
        let hasBalancer = estimate.items.contains { $0.part == "load balancer" }
        let units = "load balancer capacity units (\(Prices.loadBalancerUnitHour) USD an hour)"
        return estimate.unpricedParts + (hasBalancer ? [units] : []) + [
            "data sent out (\(Prices.transferGB) USD a GB)", "logs, storage and requests",
        ]
    }

    private var budget: String {
        guard let limit = environment.spec.cost?.monthlyLimitUSD else { return "  budget: none" }
        let share =
            limit > 0 ? " (\(Int((estimate.monthlyUSD / limit * 100).rounded())) % of it estimated)" : ""
        return "  budget: \(Self.dollars(limit)) USD\(share)"
    }

    /// An amount with two decimals.
    static func dollars(_ amount: Double) -> String {
        let cents = Int((amount * 100).rounded())
        let rest = String(cents % 100)
        return "\(cents / 100).\(rest.count < 2 ? "0" + rest : rest)"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 0))
    }

    private static func aligned(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(width - text.count, 0)) + text
    }
}
