import JSON

/// Who hears of alarms.
public struct NotificationsSpec: Sendable {
    /// The severities there are.
    public static let severities = ["critical", "warning", "info"]

    /// Addresses by severity.
    public let email: [String: [String]]

    /// The severities that reach PagerDuty.
    public let pagerDuty: [String]

    /// The Slack channel; nil for none.
    public let slack: SlackSpec?

    /// Whether infragen makes the topics.
    public let mode: EncryptionSpec.Mode

    /// The existing topics by severity.
    public let topics: [String: ExistingTopicSpec]

    init(_ object: inout ObjectReader) {
        let keys = KeyType(choices: Self.severities, rule: .illegalReceiver)
        let severity = FieldType<String>.choice(Self.severities, rule: .illegalReceiver)
        email = object.value(
            "email", .map(keys: keys, of: .list(of: .string)), default: [:], .perEnvironment,
            help: "addresses by severity")
        pagerDuty = object.value(
            "pagerduty", .list(of: severity), default: [],
            help: "severities that reach PagerDuty, by the URLs of TF_VAR_pagerduty_endpoints")
        slack = object.optionalSection("slack", help: "Slack channel; null for none") { SlackSpec(&$0) }
        mode = object.value(
            "mode", .choice(EncryptionSpec.Mode.self), default: "create",
            help:
                "make the topics of each region, or use topics that exist and that CloudWatch may publish to")
        topics = object.value(
            "topics", .map(keys: keys, of: .object { ExistingTopicSpec(&$0) }), default: [:], .mixed,
            help: "existing topics by severity")
    }

    /// Whether anybody hears of a severity.
    public func isHeard(_ severity: String) -> Bool {
        mode == .existing || email[severity]?.isEmpty == false || pagerDuty.contains(severity)
            || slack?.severities.contains(severity) == true
    }
}

/// A Slack channel.
public struct SlackSpec: Sendable {
    /// The id of the workspace.
    public let teamID: String

    /// The id of the channel.
    public let channelID: String

    /// The severities that reach it.
    public let severities: [String]

    init(_ object: inout ObjectReader) {
        teamID = object.required(
            "team_id", .string, fallback: "", .perEnvironment, help: "id of the workspace (T...)")
        channelID = object.required(
            "channel_id", .string, fallback: "", .perEnvironment, help: "id of the channel (C...)")
        severities = object.value(
            "severities", .list(of: .choice(NotificationsSpec.severities, rule: .illegalReceiver)),
            default: ["warning"], help: "severities that reach the channel")
    }
}
