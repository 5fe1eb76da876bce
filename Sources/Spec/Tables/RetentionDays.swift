/// How long CloudWatch Logs can keep a log group.
public enum RetentionDays {
    /// What CloudWatch Logs accepts.
    public static let all = [
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
        3653,
    ]

    /// What the logs of a service may have.
    public static let application = [7, 14, 30, 60, 90]
}
