extension SpecRule {
    /// E-GEN-02.
    static let unknownField = error("unknown-field", "E-GEN-02", "a field that the spec does not have")

    /// E-GEN-04.
    static let wrongType = error("wrong-type", "E-GEN-04", "a value of the wrong JSON type")

    /// E-GEN-05.
    static let missingField = error("missing-field", "E-GEN-05", "a field that must be there and is not")

    /// E-GEN-06.
    static let numberOutOfRange = error(
        "number-out-of-range", "E-GEN-06", "a number that is not whole, not finite or out of its bounds")

    /// E-GEN-08.
    static let controlCharacter = error("control-character", "E-GEN-08", "a text with control characters")

    /// A word where there are only a few to choose from.
    static let unknownChoice = error("unknown-choice", "", "a word that is none of the choices")
}

extension SpecRule {
    /// E-NAME-05.
    static let illegalServiceName = error(
        "illegal-service-name", "E-NAME-05",
        "a name of a service or function that AWS or Terraform would refuse")

    static let illegalEnvironmentName = error(
        "illegal-environment-name", "", "a name of an environment that is no Terraform workspace")

    static let illegalRegionCount = error("illegal-region-count", "", "no region, or more than eleven")

    /// E-SVC-04.
    static let illegalFargateSize = error(
        "illegal-fargate-size", "E-SVC-04", "CPU and memory that no Fargate task can have together")

    /// E-SVC-06.
    static let illegalPort = error("illegal-port", "E-SVC-06", "a port outside of 1-65535")

    /// E-HC-02.
    static let illegalHealthCheck = error(
        "illegal-health-check", "E-HC-02",
        "a health check with an interval, timeout or threshold out of bounds")

    /// E-LOG-01.
    static let illegalRetention = error(
        "illegal-retention", "E-LOG-01", "a log retention that CloudWatch Logs or the policy does not know")

    /// E-RTE-01.
    static let illegalPriority = error(
        "illegal-priority", "E-RTE-01", "a routing priority that is missing, used twice or outside of 1-48999"
    )

    /// E-CAN-01.
    static let illegalPercentage = error(
        "illegal-percentage", "E-CAN-01", "a share of a canary that is not a whole number of 0-100")

    /// E-SCL-03.
    static let illegalScalingTarget = error(
        "illegal-scaling-target", "E-SCL-03", "a scaling target outside of 1-100, or not above its scale-in")

    /// E-DB-08.
    static let illegalBackupRetention = error(
        "illegal-backup-retention", "E-DB-08", "automated backups kept for other than 1-35 days")

    /// E-DB-09.
    static let illegalServerlessCapacity = error(
        "illegal-serverless-capacity", "E-DB-09",
        "serverless capacity out of bounds, reversed or not in steps of 0.5")

    /// E-CDN-03.
    static let illegalFailoverCode = error(
        "illegal-failover-code", "E-CDN-03", "a status code on which CloudFront cannot fail over")

    /// E-NOT-01.
    static let illegalReceiver = error(
        "illegal-receiver", "E-NOT-01", "an address, Slack id or severity that cannot be right")

    /// E-MON-01.
    static let illegalThreshold = error("illegal-threshold", "E-MON-01", "an alarm threshold out of bounds")

    /// E-BKP-01.
    static let illegalBackupPlan = error(
        "illegal-backup-plan", "E-BKP-01", "a backup schedule or retention that AWS Backup does not know")

    /// E-FN-01.
    static let illegalFunction = error(
        "illegal-function", "E-FN-01", "a function without code, with two sources, or of an impossible size")
}

extension SpecRule {
    /// E-ENV-03.
    static let structuralOverride = error(
        "structural-override", "E-ENV-03", "an environment that changes what exists instead of a value")
}
