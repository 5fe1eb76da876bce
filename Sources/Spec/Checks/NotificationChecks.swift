extension SpecRule {
    /// E-LOG-01.
    static let illegalRetention = error(
        "illegal-retention", "E-LOG-01", "a log retention that CloudWatch Logs or the policy does not know")

    /// E-MON-01.
    static let illegalThreshold = error("illegal-threshold", "E-MON-01", "an alarm threshold out of bounds")

    /// W-MON-02.
    static let unheardAlarm = warning("unheard-alarm", "W-MON-02", "critical alarms that reach nobody")

    /// E-MON-03.
    static let blindAlarm = error(
        "blind-alarm", "E-MON-03", "an alarm on a metric that nothing measures")

    /// E-NOT-01.
    static let illegalReceiver = error(
        "illegal-receiver", "E-NOT-01", "an address, Slack id or severity that cannot be right")

    /// E-NOT-02.
    static let duplicateReceiver = error(
        "duplicate-receiver", "E-NOT-02", "an address or severity that is listed twice")
}

/// Rules about alarms and who hears of them.
enum NotificationChecks {
    static let rules: [SpecRule] = [
        .illegalRetention, .illegalThreshold, .unheardAlarm, .blindAlarm, .illegalReceiver,
        .duplicateReceiver,
    ]
    static let all: [Check] = [critical, containerInsights, addresses, slack, severities]

    private static let path = SpecPath.root["notifications"]

    @Sendable private static func critical(_ run: inout CheckRun) {
        guard !run.spec.notifications.isHeard("critical") else { return }
        run.reportSentence(
            .unheardAlarm, path, "no receiver for critical alarms",
            help: "add \"notifications\": { \"email\": { \"critical\": [...] } }, or use pagerduty or slack")
    }

    @Sendable private static func containerInsights(_ run: inout CheckRun) {
        guard run.spec.cluster.containerInsights == "disabled", !run.spec.services.isEmpty else { return }
        run.report(
            .blindAlarm, .root["cluster"]["container_insights"],
            "\"disabled\" removes the metric of the task-count alarms", help: "use \"enabled\"")
    }

    @Sendable private static func addresses(_ run: inout CheckRun) {
        for (severity, addresses) in run.spec.notifications.email.sorted(by: { $0.key < $1.key }) {
            let place = path["email"][severity]
            for (index, address) in addresses.enumerated() {
                if !isAddress(address) {
                    run.report(
                        .illegalReceiver, place[index], "\"\(address)\" is no mail address",
                        help: "write it as name@example.com")
                } else if let first = addresses.firstIndex(of: address), first < index {
                    run.report(
                        .duplicateReceiver, place[index], "\(address) is there twice", with: [place[first]],
                        help: "remove one of the two")
                }
            }
        }
    }

    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, text.utf8.count <= 254 else { return false }
        let allowed = CharacterClass("A-Za-z0-9.!#$%&'*+/=?^_`{|}~-")
        return parts[0].utf8.allSatisfy(allowed.contains) && DomainName.isLegal(String(parts[1]))
    }

    @Sendable private static func slack(_ run: inout CheckRun) {
        guard let slack = run.spec.notifications.slack else { return }
        let ids = [
            ("team_id", slack.teamID, ["T"], "workspace"),
            ("channel_id", slack.channelID, ["C", "G"], "channel"),
        ]
        for (field, id, starts, what) in ids {
            let isID =
                starts.contains(where: id.hasPrefix) && id.utf8.count >= 8
                && id.utf8.allSatisfy(CharacterClass("A-Z0-9").contains)
            guard !isID else { continue }
            run.report(
                .illegalReceiver, path["slack"][field], "\"\(id)\" is no id of a \(what)",
                help: "use the id (\(starts[0])...) from the \(what)'s details, not its name")
        }
    }

    @Sendable private static func severities(_ run: inout CheckRun) {
        let notifications = run.spec.notifications
        let lists = [
            (path["pagerduty"], notifications.pagerDuty),
            (path["slack"]["severities"], notifications.slack?.severities ?? []),
        ]
        for (place, severities) in lists {
            for (index, severity) in severities.enumerated()
            where severities.firstIndex(of: severity) != index {
                run.report(
                    .duplicateReceiver, place[index], "\"\(severity)\" is there twice",
                    help: "remove one of the two")
            }
        }
    }
}
