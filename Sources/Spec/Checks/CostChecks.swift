import JSON

extension SpecRule {
    /// E-CST-01.
    static let illegalBudget = error(
        "illegal-budget", "E-CST-01", "a budget that is not above 0, or with too many notices")

    /// W-CST-01.
    static let missingBudget = warning("missing-budget", "W-CST-01", "no monthly budget")

    /// W-CST-02.
    static let estimateAboveBudget = warning(
        "estimate-above-budget", "W-CST-02", "parts with known prices that cost more than the budget")

    /// E-CST-03.
    static let unheardAnomaly = error(
        "unheard-anomaly", "E-CST-03", "cost anomalies that are told by mail, without an address")
}

/// Rules about money.
enum CostChecks {
    static let rules: [SpecRule] = [.illegalBudget, .missingBudget, .estimateAboveBudget, .unheardAnomaly]
    static let all: [Check] = [limit, notices, budget, estimate, anomalies]

    private static let path = SpecPath.root["cost"]

    @Sendable private static func limit(_ run: inout CheckRun) {
        guard let cost = run.spec.cost, cost.monthlyLimitUSD <= 0 else { return }
        run.report(
            .illegalBudget, path["monthly_limit_usd"], "a budget must be above 0",
            help: "give US dollars a month")
    }

    /// AWS Budgets takes ten notices: the shares and the forecast.
    @Sendable private static func notices(_ run: inout CheckRun) {
        guard let cost = run.spec.cost else { return }
        let count = cost.notifyAtPercent.count + (cost.forecast ? 1 : 0)
        if count > 10 {
            run.report(
                .illegalBudget, path["notify_at_percent"],
                "\(count) notices with the forecast, and a budget has 10",
                help: "leave some out")
        }
        for (index, percent) in cost.notifyAtPercent.enumerated()
        where cost.notifyAtPercent.firstIndex(of: percent) != index {
            run.report(
                .illegalBudget, path["notify_at_percent"][index], "\(percent) is there twice",
                help: "remove one")
        }
    }

    @Sendable private static func budget(_ run: inout CheckRun) {
        guard run.spec.cost == nil else { return }
        run.reportSentence(
            .missingBudget, path, "no budget", help: "add \"cost\": { \"monthly_limit_usd\": ... }")
    }

    @Sendable private static func estimate(_ run: inout CheckRun) {
        guard let cost = run.spec.cost, cost.monthlyLimitUSD > 0 else { return }
        let estimate = CostEstimate(run.spec, regions: run.regions)
        guard estimate.monthlyUSD > cost.monthlyLimitUSD else { return }
        let missing = estimate.unpricedParts
        run.reportSentence(
            .estimateAboveBudget, path["monthly_limit_usd"],
            "estimated \(Int(estimate.monthlyUSD)) $ a month"
                + (missing.isEmpty ? "" : " without \(missing.joined(separator: ", ", last: " and "))")
                + ", the budget is \(JSONNumber.text(cost.monthlyLimitUSD)) $",
            help: "raise the budget, or use less")
    }

    @Sendable private static func anomalies(_ run: inout CheckRun) {
        guard let cost = run.spec.cost, cost.anomalyFrequency != "IMMEDIATE" else { return }
        guard run.spec.notifications.email["info"]?.isEmpty != false else { return }
        run.report(
            .unheardAnomaly, path["anomaly_frequency"],
            "\"\(cost.anomalyFrequency)\" is told by mail, which needs notifications.email.info",
            with: [.root["notifications"]["email"]], help: "add an address, or use \"IMMEDIATE\"")
    }
}
